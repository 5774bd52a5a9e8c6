"""Twins: the Markdown beside an index page, one table for each of its groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.render import markdown
from almanac.render.markdown import Markdown


@dataclass(frozen=True, slots=True)
class TextTable:
    """One table: its title (the empty string where the page has only one), its columns and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TextIndex:
    """An index page as Markdown."""

    title: str
    lead: str
    tables: tuple[TextTable, ...]


def index_twin(context: Context, url: str, view: TextIndex) -> Output:
    """Return the Markdown twin of the index page at a URL."""
    file = addresses.twin_of(addresses.file_of(url))
    return Output(file, view, context.draw("text/index.md"), f"the index {url}")


def row(cells: Iterable[str]) -> tuple[Markdown, ...]:
    """Return the cells of a row as Markdown; what is Markdown already stays as it is."""
    return tuple(markdown.markdown(cell) for cell in cells)


def text_link(context: Context, text: str, url: str) -> Markdown:
    """Return a Markdown link by its full address: a twin is read far from its page."""
    return markdown.link(text, context.shell.place.absolute(url))
