"""Schemas of the API: what its files hold, derived from the records and from what this room adds to them."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from almanac.catalogue.status import ORDER
from almanac.records import Benchmark, Lab, Model, Offer, Price, Provider, Result, Source, Tombstone
from almanac.records.site import Axis as ScoreAxis
from almanac.records.site import RecipeVersion
from almanac.records.traits import MODALITIES
from almanac.render.jsonfile import json_file
from almanac.units.money import WORDS

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}
URL: Schema = {"type": "string", "format": "uri"}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
STATUS: Schema = {"enum": list(ORDER)}
MONEY: Schema = {"type": "string", "pattern": r"^\d+(\.\d+)?$"}
"""An exact decimal as text, because a reader of JSON makes a float of a number."""
UNSAID = ("default", "title")
"""Keywords of the records' schemas that say nothing here."""
REFERENCE = "#/$defs/"


def names() -> tuple[str, ...]:
    """Return the file names of all schemas."""
    return tuple(f"{name}.schema.json" for name in _SCHEMAS)


def schema_json(name: str) -> bytes:
    """Write one schema by the name of its file."""
    return json_file({"$schema": DRAFT, **schema(name)})


def schema(name: str) -> Schema:
    """Return one schema by the name of its file, as plain data."""
    title, make = _SCHEMAS[name.partition(".")[0]]
    return {"title": title, **make()}


def _model() -> Schema:
    made = _of(Model | Tombstone)
    _add(made, "Model", {"id": TEXT, "lab": TEXT, "url": URL, "status": STATUS})
    _add(made, "Offer", {"id": TEXT, "url": URL, "status": STATUS})
    _add(made, "Tombstone", {"id": TEXT, "lab": TEXT, "url": URL})
    made["$defs"]["Tombstone"]["anyOf"] = [{"required": ["moved_to"]}, {"required": ["withdrawn"]}]
    made["$defs"]["Model"]["properties"] |= {"badges": _map(URL), "scores": _map(_score())}
    return made


def _provider() -> Schema:
    made = _with_items(_of(Provider), "offers", _of(Offer))
    made["properties"]["lab"] = TEXT
    _add(made, "Offer", {"model": TEXT, "id": TEXT, "url": URL, "status": STATUS})
    return made


def _benchmark() -> Schema:
    made = _with_items(_of(Benchmark), "results", _of(Result))
    _add(made, "Result", {"model": TEXT})
    return made


def _with_items(made: Schema, key: str, item: Schema) -> Schema:
    """Add our id and page to a record, and the list of what belongs to it; the list's kind is named by its title."""
    name = {"offers": "Offer", "results": "Result"}[key]
    definitions = {**made.pop("$defs", {}), **item.pop("$defs", {}), name: item}
    listed = {"type": "array", "items": {"$ref": f"{REFERENCE}{name}"}}
    made["properties"] = {"id": TEXT, "page": URL, **made["properties"], key: listed}
    made["required"] = ["id", "page", *made["required"], key]
    return {**made, "$defs": definitions}


def _add(made: Schema, name: str, keys: Mapping[str, Schema]) -> None:
    """Put our keys before those of a record; each of them is always there."""
    record = made["$defs"][name]
    record["properties"] = {**keys, **record["properties"]}
    record["required"] = [*keys, *record.get("required", ())]


def _of(kind: Any) -> Schema:  # noqa: ANN401 - a class, or a union of some
    made: Schema = _published(TypeAdapter(kind).json_schema())
    return made


def _published(node: Any) -> Any:  # noqa: ANN401 - a schema or a part of one
    """Return what a record's schema becomes in JSON: money is text, and nothing is null."""
    if isinstance(node, list):
        return [_published(item) for item in node if item != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "number" and node.get("minimum") == 0:
        return MONEY
    kept = {key: _keyword(key, value) for key, value in node.items() if not _is_unsaid(key, value)}
    if len(kept.get("anyOf", ())) == 1:
        (only,) = kept.pop("anyOf")
        return {**only, **kept}
    return kept


def _keyword(key: str, value: Any) -> Any:  # noqa: ANN401 - what a keyword of a schema may hold
    if key in {"properties", "$defs", "patternProperties"}:
        return {name: _published(item) for name, item in value.items()}
    if key == "type" and isinstance(value, list):
        return [name for name in value if name != "null"]
    return _published(value)


def _is_unsaid(key: str, value: object) -> bool:
    # Records forbid keys that they do not know; here they are allowed, because v1 may gain some.
    return key in UNSAID or (key == "additionalProperties" and isinstance(value, bool))


def _object(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return {"type": "object", "properties": {**required, **(optional or {})}, "required": list(required)}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _map(item: Schema) -> Schema:
    return {"type": "object", "additionalProperties": item}


def _models() -> Schema:
    amount = {"anyOf": [MONEY, {"enum": list(WORDS)}, {"type": "object"}]}
    prices = {"input": amount, "output": amount}
    sides = _list({"enum": list(MODALITIES)})
    row = _object(
        {"id": TEXT, "name": TEXT, "lab": TEXT, "status": STATUS},
        {
            "released": DAY,
            "context": COUNT,
            "max_output": COUNT,
            **prices,
            "cheapest": _object({"offer": TEXT}, prices),
            "modalities": _object({}, {"input": sides, "output": sides}),
        },
    )
    return _object({"edition": DAY, "models": _list(row)})


def _ids() -> Schema:
    offer = _object({"model": TEXT, "offer": TEXT})
    ours = _map(TEXT)
    return _object({"edition": DAY, "providers": _map(_map(offer)), "snapshots": ours, "aliases": ours, "moved": ours})


def _changes() -> Schema:
    price = _of(Price)
    definitions = price.pop("$defs", {})
    asked = {"anyOf": [{"enum": [*WORDS, "gone"]}, price]}
    change = _object(
        {"on": DAY, "kind": TEXT, "model": TEXT, "title": TEXT},
        {"offer": TEXT, "before": asked, "after": asked, "source": TEXT},
    )
    return {**_object({"edition": DAY, "changes": _list(change), "upcoming": _list(change)}), "$defs": definitions}


def _score(*keys: str) -> Schema:
    """Return what a model has in one axis: its score, what of it was covered, and its rank where the axis ranks."""
    named = {"model": TEXT} if "model" in keys else {"version": COUNT}
    part = _object({"points": NUMBER, "weight": NUMBER}, {"axis": TEXT, "benchmark": TEXT, "score": NUMBER})
    made = {**named, "score": NUMBER, "covered": COUNT, "inputs": COUNT, "parts": _list(part)}
    return _object(made, {"rank": COUNT, "of": COUNT, "band": _list(COUNT), "blend": MONEY, "rival": TEXT})


def _scores() -> Schema:
    axis, version = _of(ScoreAxis), _of(RecipeVersion)
    definitions = {**axis.pop("$defs", {}), **version.pop("$defs", {})}
    places = {"on": DAY, "model": TEXT, "after": COUNT, "of": COUNT, "results": _list(TEXT), "displaced": COUNT}
    added = {
        "page": URL,
        "ranked": {"type": "boolean"},
        "variations": COUNT,
        "models": _list(_score("model")),
        "moves": _list(_object(places, {"before": COUNT})),
    }
    axis["properties"], axis["required"] = {**added, **axis["properties"]}, [*added, *axis["required"]]
    made = {"edition": DAY, "version": COUNT, "versions": _list(version), "fewest": COUNT, "vary": NUMBER}
    return {**_object({**made, "axes": _map(axis)}), "$defs": definitions}


def _index() -> Schema:
    lab, source = _of(Lab), _of(Source)
    definitions = {**lab.pop("$defs", {}), **source.pop("$defs", {})}
    links, labels = _map(URL), _map(TEXT)
    made = _object(
        {
            "version": {"const": "v1"},
            "title": TEXT,
            "url": URL,
            "edition": DAY,
            "counts": _map(COUNT),
            "files": links,
            "patterns": labels,
            "schemas": links,
            "providers": labels,
            "benchmarks": labels,
            "labs": _map(lab),
            "sources": _map(source),
        }
    )
    return {**made, "$defs": definitions}


_SCHEMAS = {
    "index": ("The index of the API: index.json", _index),
    "models": ("All models in one list: models.json", _models),
    "model": ("One model: models/<lab>/<slug>.json", _model),
    "provider": ("One provider: providers/<provider>.json", _provider),
    "benchmark": ("One benchmark: benchmarks/<benchmark>.json", _benchmark),
    "ids": ("Which model an id stands for: ids.json", _ids),
    "scores": ("Our own scores, their recipes and who has which: scores.json", _scores),
    "changes": ("What changed and what will: changes.json", _changes),
}
