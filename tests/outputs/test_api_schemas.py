import json
import re
from typing import Any

import pytest

from almanac.outputs import api
from almanac.outputs.api import schemas
from tests.outputs.press import context, files, shelf

SCORES = """
version: 2
versions: [{version: 2, about: Golf came in.}]
fewest: 1
axes:
  calm: {name: Calm, about: Slow., inputs: [{benchmark: golf, source: other, weight: 1, low: 100, high: 60}]}
  whole: {name: Whole, about: All., axes: {calm: 1}}
  thrift: {name: Thrift, about: For money., worth: calm}
"""
FILES = files(api.outputs(context(shelf(scores=SCORES))))
CHECKED = {
    "index": "index",
    "models": "models",
    "ids": "ids",
    "changes": "changes",
    "scores": "scores",
    "models/acme/one": "model",
    "models/acme/two": "model",
    "models/acme/old": "model",
    "models/acme/gone": "model",
    "providers/acme": "provider",
    "providers/poe": "provider",
    "benchmarks/riddles": "benchmark",
    "benchmarks/golf": "benchmark",
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float),
}  # fmt: skip


def read(path: str) -> Any:
    return json.loads(FILES[f"api/v1/{path}.json"])


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Say where a value breaks a schema, by the keywords that ours use."""
    known = {
        "$ref", "$schema", "$defs", "title", "description", "format", "type", "enum", "const", "pattern", "minLength",
        "minimum", "anyOf", "oneOf", "properties", "required", "additionalProperties", "patternProperties", "items",
        "prefixItems", "minItems", "maxItems", "propertyNames", "discriminator",
    }  # fmt: skip
    assert set(schema) <= known, set(schema) - known
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    choices = [schema[word] for word in ("anyOf", "oneOf") if word in schema]
    fits = (any(not faults(value, option, root, at) for option in choice) for choice in choices)
    own = [*broken(value, schema), *("choice" for fit in fits if not fit)]
    return [*(f"{at}: {name}" for name in own), *inside(value, schema, root, at)]


def broken(value: Any, schema: dict[str, Any]) -> list[str]:
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    is_flag = isinstance(value, bool) and "boolean" not in kinds
    checks = {
        "type": not kinds or (any(isinstance(value, TYPES[kind]) for kind in kinds) and not is_flag),
        "enum": value in schema.get("enum", [value]),
        "const": value == schema.get("const", value),
        "pattern": not isinstance(value, str) or re.search(schema.get("pattern", ""), value) is not None,
        "minLength": not isinstance(value, str) or len(value) >= schema.get("minLength", 0),
        "minimum": not isinstance(value, int) or value >= schema.get("minimum", value),
        "required": not isinstance(value, dict) or set(schema.get("required", ())) <= set(value),
    }
    return [name for name, holds in checks.items() if not holds]


def inside(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, dict):
        for key, item in value.items():
            own = schema.get("properties", {}).get(key)
            patterns = [part for form, part in schema.get("patternProperties", {}).items() if re.search(form, key)]
            other = schema.get("additionalProperties")
            for part in [own] if own else patterns or ([other] if other else []):
                found += faults(item, part, root, f"{at}/{key}")
    if isinstance(value, list):
        firsts = schema.get("prefixItems", [])
        for number, item in enumerate(value):
            part = firsts[number] if number < len(firsts) else schema.get("items", {})
            found += faults(item, part, root, f"{at}/{number}")
    return found


@pytest.mark.parametrize(("path", "name"), CHECKED.items())
def test_every_file_keeps_its_schema(path: str, name: str) -> None:
    schema = read(f"schemas/{name}.schema")
    assert faults(read(path), schema, schema) == []


@pytest.mark.parametrize(
    ("path", "name", "change"),
    [
        ("models/acme/one", "model", lambda found: found.update(status="sold")),
        ("models/acme/one", "model", lambda found: found.pop("url")),
        ("models/acme/one", "model", lambda found: found["offers"]["acme"]["price"].update(input=0.1)),
        ("models/acme/one", "model", lambda found: found["offers"]["acme"]["price"].update(input="1e3")),
        ("models/acme/one", "model", lambda found: found["offers"]["acme"].update(price=None)),
        ("models/acme/one", "model", lambda found: found["offers"]["acme"].pop("id")),
        ("models/acme/one", "model", lambda found: found["limits"].update(context=None)),
        ("models/acme/one", "model", lambda found: found["results"][0].update(score="80.1")),
        ("models/acme/one", "model", lambda found: found["lifecycle"].update(released="15 January")),
        ("models", "models", lambda found: found["models"][0].update(input=0.1)),
        ("models", "models", lambda found: found["models"][0].pop("id")),
        ("ids", "ids", lambda found: found["providers"]["acme"].update(x="acme/one")),
        ("changes", "changes", lambda found: found["changes"][0]["after"].update(input=0.1)),
        ("providers/acme", "provider", lambda found: found["offers"][0].pop("model")),
        ("benchmarks/riddles", "benchmark", lambda found: found["results"][0].pop("model")),
        ("scores", "scores", lambda found: found["axes"]["calm"]["models"][0].update(score="70")),
        ("scores", "scores", lambda found: found["axes"]["thrift"]["models"][0].update(blend=0.1)),
        ("scores", "scores", lambda found: found["axes"]["calm"].pop("ranked")),
        ("models/acme/one", "model", lambda found: found["scores"]["calm"].pop("covered")),
        ("index", "index", lambda found: found["sources"]["register"].pop("title")),
    ],
)
def test_a_broken_file_is_told_from_a_right_one(path: str, name: str, change: Any) -> None:
    schema, found = read(f"schemas/{name}.schema"), read(path)
    change(found)
    assert faults(found, schema, schema) != []


@pytest.mark.parametrize(("path", "name"), CHECKED.items())
def test_a_file_that_gained_keys_still_keeps_its_schema(path: str, name: str) -> None:
    schema = read(f"schemas/{name}.schema")
    assert faults({**read(path), "new_in_a_later_edition": 1}, schema, schema) == []


@pytest.mark.parametrize("name", schemas.names())
def test_no_schema_allows_null_or_money_as_a_number(name: str) -> None:
    text = json.dumps(schemas.schema(name))
    assert '"null"' not in text
    assert '{"type": "number", "minimum": 0}' not in text
    assert '{"minimum": 0, "type": "number"}' not in text


def test_the_schema_of_a_model_promises_an_address_for_each_kind_of_badge() -> None:
    badges = schemas.schema("model.schema.json")["$defs"]["Model"]["properties"]["badges"]
    assert badges == {"type": "object", "additionalProperties": schemas.URL}
