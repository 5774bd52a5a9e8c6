"""Paging: long lists cut into pages that work without script, and the links between them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.shell import Link

ROWS = 100
"""The most rows of a list on one page (spec/site.md section 2)."""

NEIGHBOURS = 3
"""How many page numbers are linked on each side of the current one, beside the first and the last."""

G = TypeVar("G")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Pager:
    """The links under a long list: where this page lies, the pages beside it and the nearest by number."""

    said: str
    before: str
    after: str
    links: tuple[Link, ...]


def chunks(
    groups: Iterable[tuple[G, Sequence[R]]], *, size: int = ROWS
) -> tuple[tuple[tuple[G, tuple[R, ...]], ...], ...]:
    """Cut groups of rows into pages of at most `size` rows; a group that is cut goes on under its own head.

    There is always a first page; a group without rows is left out.
    """
    pages: list[tuple[tuple[G, tuple[R, ...]], ...]] = []
    page: list[tuple[G, tuple[R, ...]]] = []
    room = size
    for head, rows in groups:
        rest = tuple(rows)
        while rest:
            page.append((head, rest[:room]))
            taken = len(rest[:room])
            room, rest = room - taken, rest[taken:]
            if room == 0:
                pages.append(tuple(page))
                page, room = [], size
    if page or not pages:
        pages.append(tuple(page))
    return tuple(pages)


def pager(context: Context, url: str, *, number: int, count: int) -> Pager | None:
    """Return the links of the n-th page of a list, or None where it is the only one."""
    return pager_of(context, lambda page: addresses.page_of(url, page), number=number, count=count)


def pager_of(context: Context, url_of: Callable[[int], str], *, number: int, count: int) -> Pager | None:
    """Return the same of a list whose pages have URLs of another shape."""
    if count == 1:
        return None

    def href(page: int) -> str:
        return context.shell.href(url_of(page)) if 1 <= page <= count else ""

    near = {1, count, *range(max(1, number - NEIGHBOURS), min(count, number + NEIGHBOURS) + 1)}
    return Pager(
        said=f"Page {number} of {count}",
        before=href(number - 1),
        after=href(number + 1),
        links=tuple(Link(str(page), href(page), page == number) for page in sorted(near)),
    )


def numbered(title: str, number: int) -> str:
    """Return the title of the n-th page of a list, so that no two pages are called alike."""
    return title if number == 1 else f"{title}, page {number}"
