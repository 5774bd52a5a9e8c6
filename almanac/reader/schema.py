"""JSON Schemas: what each kind of file may hold, generated from the records for editors and for other programs."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from almanac.records import (
    Benchmark,
    Currency,
    Guide,
    Lab,
    Model,
    ParameterMeaning,
    Provider,
    Scores,
    Site,
    Source,
    Tombstone,
    Waiver,
    Workload,
)
from almanac.records.fields import Slug

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FILES: Mapping[str, tuple[Any, str]] = {
    "model": (Model | Tombstone, "A model: models/<lab>/<slug>.yaml"),
    "provider": (Provider, "A provider: providers/<provider>.yaml"),
    "lab": (Lab, "A lab: labs/<lab>.yaml"),
    "benchmark": (Benchmark, "A benchmark: benchmarks/<benchmark>.yaml"),
    "guide": (Guide, "The front matter of a guide: guides/<slug>.md"),
    "site": (Site, "The site: site.yaml"),
    "sources": (dict[Slug, Source], "The sources by id: sources.yaml"),
    "scores": (Scores, "The recipes of our own scores: scores.yaml"),
    "workloads": (dict[Slug, Workload], "The preset workloads by id: workloads.yaml"),
    "currencies": (dict[str, Currency], "The currencies by code: currencies.yaml"),
    "parameters": (dict[str, ParameterMeaning], "The request parameters by name: parameters.yaml"),
    "waivers": (tuple[Waiver, ...], "The waivers: waivers.yaml"),
}


class _Schema(GenerateJsonSchema):
    """Leave out the titles that only repeat a key, and allow no key beside those of a pattern."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made


def schemas() -> Mapping[str, str]:
    """Return each schema's file name (`model.schema.json`) and its JSON text, the same for the same records."""
    return {f"{name}.schema.json": _text(kind, title) for name, (kind, title) in _FILES.items()}


def _text(kind: Any, title: str) -> str:
    made = TypeAdapter(kind).json_schema(schema_generator=_Schema)
    schema = {"$schema": DRAFT, **made, "title": title}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
