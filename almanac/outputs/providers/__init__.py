"""Providers: who sells access, each with what it sells and how it is called, and the index of them all by kind."""

from collections.abc import Iterator

from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.providers import index, page

__all__ = ["outputs"]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index of providers with its twin, and the pages of every provider."""
    yield from index.outputs(context)
    yield from page.outputs(context)
