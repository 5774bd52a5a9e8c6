"""Badges: the small pictures of each model for other people's pages, with their copies, snippets and gallery."""

from collections.abc import Iterator

from almanac.outputs.badges import files, gallery
from almanac.outputs.context import Context
from almanac.outputs.output import Output


def outputs(context: Context) -> Iterator[Output]:
    """Yield every badge, and the page about them."""
    yield from files.outputs(context)
    yield from gallery.outputs(context)
