"""The search room: an index of everything from A to Z, and the small file that the search reads."""

from collections.abc import Iterator

from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.search import data, index


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index, its letters, and what the script searches."""
    yield from index.outputs(context)
    yield from data.outputs(context)
