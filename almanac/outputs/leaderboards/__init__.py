"""Leaderboards: our own scores with their recipes, by axis, and the rankings of single benchmarks by category."""

from collections.abc import Iterator

from almanac.outputs.context import Context
from almanac.outputs.leaderboards.axis import outputs as axes
from almanac.outputs.leaderboards.category import outputs as categories
from almanac.outputs.leaderboards.index import outputs as index
from almanac.outputs.output import Output

__all__ = ["outputs"]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index of leaderboards, the page of each axis and that of each category, each with its twin."""
    yield from index(context)
    yield from axes(context)
    yield from categories(context)
