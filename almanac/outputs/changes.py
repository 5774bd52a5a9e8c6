"""Changes: everything dated that has happened, newest first, a hundred changes a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from almanac import addresses
from almanac.catalogue.catalogue import Change
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.news import direction, headline
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.sources import source_urls
from almanac.outputs.values import plural
from almanac.units.dates import Day, long_date


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: what it is about, how it moved in a few words, the whole sentence and who says so."""

    subject: Link
    moved: str
    said: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """The changes of one day, or of a month of which no day is known."""

    day: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """One page of the chronicle."""

    page: Page
    title: str
    lead: str
    days: tuple[ChangeDay, ...]
    pager: Pager | None
    retirements: str
    feed: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the chronicle."""
    draw = context.draw("pages/changes.html")
    for number, view in enumerate(changes_views(context), 1):
        file = addresses.file_of(addresses.page_of(addresses.CHANGES, number))
        yield Output(file, view, draw, "the page of changes")


def changes_views(context: Context) -> Iterator[ChangesView]:
    """Yield what each page shows; only what the catalogue's day has reached."""
    found = context.catalogue.changes
    places = source_urls(context.catalogue)
    pages = chunks([(day, tuple(changes)) for day, changes in groupby(found, key=_day)])
    for number, page in enumerate(pages, 1):
        yield ChangesView(
            page=context.shell.page(_head(context, number)),
            title="What changed",
            lead=_lead(found),
            days=tuple(
                ChangeDay(long_date(day), tuple(_line(context, one, places) for one in ones)) for day, ones in page
            ),
            pager=pager(context, addresses.CHANGES, number=number, count=len(pages)),
            retirements=context.shell.href(addresses.RETIREMENTS),
            feed=context.shell.href("/feed.xml"),
        )


def _day(change: Change) -> Day:
    return change.on


def _lead(found: tuple[Change, ...]) -> str:
    if not found:
        return "No dated change is recorded yet."
    return f"{plural(len(found), 'dated change')} since {long_date(found[-1].on)}, newest first."


def _line(context: Context, change: Change, places: dict[str, str]) -> ChangeLine:
    model = context.catalogue.models[change.model_id]
    url = addresses.offer(model.id, change.offer) if change.offer in model.offers else addresses.model(model.id)
    source = context.catalogue.sources.get(change.source)
    return ChangeLine(
        subject=Link(model.record.name, context.shell.href(url)),
        moved=direction(change),
        said=headline(context, change),
        source=Link(source.title, context.shell.href(places[change.source])) if source else None,
    )


def _head(context: Context, number: int) -> Head:
    found = context.catalogue.changes
    return Head(
        url=addresses.page_of(addresses.CHANGES, number),
        title=numbered("Changes of prices, models and results", number),
        description=description(
            numbered(_lead(found).removesuffix("."), number) + ".",
            "Prices that rose or fell, models that came or ended, results that were published, each with its source.",
        ),
        section=addresses.CHANGES,
    )
