"""Benchmarks: what a score means."""

from typing import Annotated

from almanac.records.fields import AsTuple, Flag, Number, Record, Text, Url, Words
from almanac.records.names import Name

CATEGORIES = (
    "intelligence", "coding", "math", "agentic", "vision", "long-context", "instruction", "preference",
)  # fmt: skip
UNITS = ("percent", "points", "elo", "usd", "seconds")


class Benchmark(Record):
    """One benchmark: what it asks, what it misses, and the unit and range of its scores."""

    name: Name
    category: Words(*CATEGORIES)  # type: ignore[valid-type]
    unit: Words(*UNITS)  # type: ignore[valid-type]
    higher_is_better: Flag
    about: Text | None = None
    misses: Text | None = None
    range: Annotated[tuple[Number, Number], AsTuple] | None = None
    url: Url | None = None
    aliases: Annotated[tuple[Text, ...], AsTuple] = ()
    versions: Annotated[tuple[Text, ...], AsTuple] = ()
    variants: Annotated[tuple[Text, ...], AsTuple] = ()
    run_by: Text | None = None
    licence: Text | None = None
    saturated: Flag | None = None
