"""Prose: the Markdown of records as safe text in a page, its links set under the base path."""

from almanac.markup import Anchor, inline, plain
from almanac.outputs.context import Context
from almanac.render import cells
from almanac.render.cells import Cell

OUTSIDE = "nofollow ugc noopener"
"""What a link from content to another site carries (spec/content.md section 9)."""


def prose(context: Context, text: str) -> Cell:
    """Return a summary, an answer or a note as HTML with its plain text beside it."""
    if not text:
        return cells.EMPTY
    return cells.safe(inline(text, link=lambda href: anchor(context, href)), plain(text))


def anchor(context: Context, href: str) -> Anchor:
    """Return where a written link leads: our own pages under the base path, others marked as contributed."""
    if href.startswith("/"):
        return Anchor(context.shell.href(href), "")
    return Anchor(href, "" if href.startswith("#") else OUTSIDE)
