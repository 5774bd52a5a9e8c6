"""Compare: models side by side: pairs as pages of their own, any two to six by the address where scripts run."""

from collections.abc import Iterator

from almanac.outputs.compare import data, index, moved, pairs
from almanac.outputs.context import Context
from almanac.outputs.output import Output


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of pairs, the list of them, the data behind comparisons by address, and what leads there."""
    yield from index.outputs(context)
    yield from pairs.outputs(context)
    yield from moved.outputs(context)
    yield from data.outputs(context)
