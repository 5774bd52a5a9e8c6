"""Benchmarks: what each asks and how the models fare, ranked only among results that compare; and their index."""

from collections.abc import Iterator

from almanac.outputs.benchmarks import index, page
from almanac.outputs.context import Context
from almanac.outputs.output import Output

__all__ = ["outputs"]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index of benchmarks and the pages of every benchmark, each with its twin."""
    yield from index.outputs(context)
    yield from page.outputs(context)
