"""Leaderboards: our own scores with their recipes, by axis, and the rankings of single benchmarks by category."""

from collections.abc import Iterator

from almanac.outputs.context import Context
from almanac.outputs.leaderboards import axis, category, index
from almanac.outputs.output import Output

__all__ = ["outputs"]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index of leaderboards, the page of each axis and that of each category, each with its twin."""
    yield from index.outputs(context)
    yield from axis.outputs(context)
    yield from category.outputs(context)
