"""Guides: long-form pages whose figures come from the catalogue and whose claims are cited, and the index of them."""

from collections.abc import Iterator

from almanac.outputs.context import Context
from almanac.outputs.guides import feed, index, page
from almanac.outputs.output import Output

__all__ = ["outputs"]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index of guides and every guide, each with its twin, and the feed of them."""
    yield from index.outputs(context)
    yield from page.outputs(context)
    yield from feed.outputs(context)
