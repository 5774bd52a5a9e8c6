"""Rows: what models are compared by, in the order in which a reader decides, and which side is the better one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.catalogue.similarity.profiles import OWN_FEATURES
from almanac.outputs.traits import capability_text
from almanac.records import Workload

JOB, FEATURE = "job-", "can-"
"""Before the keys of rows that stand for a preset job, and for a capability."""

GAP = "not stated"
"""What stands where nobody says; of a sum it is "unknown", of a result "not measured"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to compare: `best` is the word for the better side, `gap` the one for a side that has no value."""

    key: str
    label: str
    best: str = ""
    higher: bool = True
    note: str = ""
    gap: str = GAP


ALIVE = (
    Row("status", "Status"),
    Row("sellers", "Sold by", "most"),
)
"""Before what anything costs: whether it can still be bought."""
PRICES = (
    Row("input", "Input, $ per 1M tokens", "cheapest", higher=False),
    Row("output", "Output, $ per 1M tokens", "cheapest", higher=False),
    Row("cache_read", "Cached input, $ per 1M tokens", "cheapest", higher=False),
    Row("cheapest", "Cheapest paid offer, $ in and out", "cheapest", higher=False),
)
LIMITS = (
    Row("context", "Context, tokens", "longest"),
    Row("max_output", "Longest output, tokens", "longest"),
    Row("reads", "Reads", "most"),
    Row("writes", "Writes", "most"),
)
DATES = (
    Row("cutoff", "Knowledge cutoff", "latest"),
    Row("released", "Released", "latest"),
    Row("weights", "Weights"),
    Row("size", "Number of parameters"),
)


def rows(workloads: Mapping[str, Workload]) -> Iterator[Row]:
    """Yield the rows that every comparison has; those of benchmarks follow from the models."""
    yield from ALIVE
    for key, workload in workloads.items():
        yield Row(f"{JOB}{key}", f"{workload.title}, $", "cheapest", higher=False, gap="unknown")
    yield from PRICES
    yield from LIMITS
    yield from (Row(f"{FEATURE}{name}", capability_text(name)) for name in OWN_FEATURES)
    yield from DATES
