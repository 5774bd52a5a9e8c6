"""The index of everything: one page for each letter, a hundred names a page, and a first page that leads to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.paging import ROWS, Pager, numbered, pager
from almanac.outputs.search.entries import OTHER, Entry, by_letter, entries
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural

ORIGIN = "the index of everything"


@dataclass(frozen=True, slots=True)
class Span:
    """One page of a letter, by the first and the last name on it."""

    letter: str
    href: str
    text: str
    count: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The first page: the field, which needs script, and where each name stands."""

    page: Page
    count: str
    ids: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One name of a letter's page."""

    name: str
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """One page of a letter."""

    page: Page
    title: str
    count: str
    search: str
    letters: tuple[Link, ...]
    items: tuple[Item, ...]
    pager: Pager | None


def outputs(context: Context) -> Iterator[Output]:
    """Yield the first page and those of the letters."""
    letters = list(by_letter(entries(context)))
    draw = context.draw("pages/letter.html")
    spans = []
    for letter, group in letters:
        pages = [group[start : start + ROWS] for start in range(0, len(group), ROWS)]
        for number, part in enumerate(pages, 1):
            url = addresses.page_of(addresses.letter(letter), number)
            links = _letters(context, [name for name, _ in letters], letter)
            view = _letter(context, letter, part, links=links, pages=(number, len(pages)))
            spans.append(_span(context, letter, url, part))
            yield Output(addresses.file_of(url), view, draw, ORIGIN)
    first = _first(context, tuple(spans), sum(len(group) for _, group in letters))
    yield Output(addresses.file_of(addresses.SEARCH), first, context.draw("pages/search.html"), ORIGIN)


def letter_title(letter: str) -> str:
    """Write a letter as a heading."""
    return "Numbers and other signs" if letter == OTHER else letter.upper()


def _first(context: Context, spans: tuple[Span, ...], count: int) -> SearchView:
    said = f"{count:,} models, providers, labs, benchmarks and guides"
    head = Head(
        url=addresses.SEARCH,
        title="Search, and everything from A to Z",
        description=description(f"{said} by name.", "Without script this is an index from A to Z."),
        scripts=("search",),
    )
    return SearchView(context.shell.page(head), said, context.shell.href(addresses.IDS), spans)


def _letter(
    context: Context, letter: str, part: Sequence[Entry], *, links: tuple[Link, ...], pages: tuple[int, int]
) -> LetterView:
    number, count = pages
    title, url = letter_title(letter), addresses.letter(letter)
    head = Head(
        url=addresses.page_of(url, number),
        title=numbered(f"Index: {title}", number),
        description=description(
            f"Models, providers, labs, benchmarks and guides from {part[0].name} to {part[-1].name}.",
            f"Page {number} of the letter {title}." if letter != OTHER else f"Page {number} of all other signs.",
        ),
        crumbs=(("Everything from A to Z", addresses.SEARCH),),
    )
    return LetterView(
        page=context.shell.page(head),
        title=title,
        count=f"{plural(len(part), 'name')}, from {part[0].name} to {part[-1].name}",
        search=context.shell.href(addresses.SEARCH),
        letters=links,
        items=tuple(Item(entry.name, context.shell.href(entry.url), entry.note) for entry in part),
        pager=pager(context, url, number=number, count=count),
    )


def _letters(context: Context, names: Sequence[str], current: str) -> tuple[Link, ...]:
    return tuple(
        Link("Other" if name == OTHER else name.upper(), context.shell.href(addresses.letter(name)), name == current)
        for name in names
    )


def _span(context: Context, letter: str, url: str, part: Sequence[Entry]) -> Span:
    ends = part[0].name if len(part) == 1 else f"{part[0].name} – {part[-1].name}"
    return Span("Other" if letter == OTHER else letter.upper(), context.shell.href(url), ends, f"{len(part):,}")
