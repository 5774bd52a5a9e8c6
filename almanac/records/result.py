"""Results, measurements, ratings, evidence and claims: what somebody found or said, and where."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from almanac.records.fields import (
    AsTuple,
    Count,
    DateOrUnknown,
    Money,
    Number,
    OfferKey,
    Record,
    Slug,
    Text,
    Words,
    refuse,
)  # fmt: skip

METRICS = {
    "ttft": "s", "output_speed": "tok/s", "error_rate": "%", "uptime": "%", "tokens_week": "tokens",
    "endpoints_up": "count",
}  # fmt: skip
"""What is measured of an offer, each in its one unit."""
STATS = ("p50", "p90", "p95", "p99", "mean", "best")


class Result(Record):
    """One benchmark score, by somebody, on some version and variant; others of these are never merged."""

    benchmark: Slug
    score: Number
    """In the benchmark's own unit: percent points are 0 to 100, never a fraction of one."""
    by: Words("lab", "independent", "republished")  # type: ignore[valid-type]
    source: Slug
    variant: Text | None = None
    version: Text | None = None
    harness: Text | None = None
    dataset: Text | None = None
    date: DateOrUnknown | None = None
    cost: Money | None = None
    """US dollars that the whole run cost."""
    checked: DateOrUnknown | None = None


class Measurement(Record):
    """One observed figure of one offer's service; figures of different windows are never ranked together."""

    offer: OfferKey
    metric: Words(*METRICS)  # type: ignore[valid-type]
    stat: Words(*STATS)  # type: ignore[valid-type]
    value: Number
    unit: Words(*dict.fromkeys(METRICS.values()))  # type: ignore[valid-type]
    window: Text
    """Over which time: 7d, 30m, or unknown."""
    at: DateOrUnknown
    source: Slug
    of: Number | None = None
    """The whole that the value is part of: 2 of 2 endpoints."""
    n: Count | None = None
    """How many samples."""
    region: Text | None = None


class Rating(Record):
    """Another site's own score: shown as its claim, never part of ours."""

    name: Text
    value: Number
    range: Annotated[tuple[Number, Number], AsTuple] | None = None
    source: Slug
    checked: DateOrUnknown | None = None


class Evidence(Record):
    """Where a fact comes from. A person's entry freezes it for importers; `by: import` marks a machine's."""

    source: Slug
    checked: DateOrUnknown | None = None
    by: Text | None = None
    note: Text | None = None


def _any_value(value: object) -> object:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    if isinstance(value, Mapping):
        hint = "Claim each of its keys on its own path."
        raise refuse("value-type", "A claim is about one value, and here stands a group of keys.", hint)
    return value


ClaimValue = Annotated[
    str | bool | int | Decimal | tuple[str, ...] | None,
    PlainValidator(_any_value),
    WithJsonSchema({"type": ["string", "number", "boolean", "array", "null"]}),
]


class Claim(Record):
    """What another source says about a fact; without a value, only that the source is silent or wrong."""

    path: Text
    source: Slug
    value: ClaimValue = None
    verdict: Words("wrong", "outdated", "different") | None = None  # type: ignore[valid-type]
    why: Text | None = None
    checked: DateOrUnknown | None = None


Results = Annotated[tuple[Result, ...], AsTuple]
Measurements = Annotated[tuple[Measurement, ...], AsTuple]
Ratings = Annotated[tuple[Rating, ...], AsTuple]
Claims = Annotated[tuple[Claim, ...], AsTuple]
