"""Twins: the Markdown beside an index page, one table for each of its groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output


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


def row(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells of a row with what would end them taken out."""
    return tuple(" ".join(cell.split()).replace("|", "\\|") for cell in cells)


def text_link(context: Context, text: str, url: str) -> str:
    """Return a Markdown link by its full address: a twin is read far from its page."""
    name = text.replace("[", "\\[").replace("]", "\\]")
    return f"[{name}]({context.shell.place.absolute(url)})"
