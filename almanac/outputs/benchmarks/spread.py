"""Spread: how the results of one comparable group lie in the benchmark's range, drawn and in words."""

from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles

from almanac.catalogue.catalogue import Group
from almanac.outputs.values import plural
from almanac.records import Benchmark
from almanac.render.cells import Cell
from almanac.render.charts import INSET, strip
from almanac.units.money import exact

FEWEST = 8
"""A strip of fewer results shows nothing worth looking at."""


@dataclass(frozen=True, slots=True)
class Spread:
    """One tick a result, the middle one in red; `said` is the same in words."""

    drawing: Cell
    said: str


def spread(benchmark: Benchmark, group: Group) -> Spread | None:
    """Return how the ranked results of a group lie, or None where they are few."""
    scores = sorted(result.record.score for result in group.results if result.rank)
    if len(scores) < FEWEST:
        return None
    low, high = benchmark.range or (scores[0], scores[-1])
    middle = median(scores)
    first, _, third = quantiles(scores, n=4, method="inclusive")
    said = (
        f"{plural(len(scores), 'model')} from {exact(scores[0])} to {exact(scores[-1])}; "
        f"half of them from {_tenth(first)} to {_tenth(third)}, the middle at {_tenth(middle)}"
    )
    return Spread(strip((_place(score, low, high) for score in scores), _place(middle, low, high)), said)


def _place(score: Decimal, low: Decimal, high: Decimal) -> float:
    """Return where a score stands on the strip, in per cent."""
    share = (score - low) / (high - low) if high > low else Decimal("0.5")
    return INSET + (100 - 2 * INSET) * float(max(Decimal(0), min(Decimal(1), share)))


def _tenth(value: Decimal) -> str:
    return exact(value.quantize(Decimal("0.1")))
