"""Retirements: which models and offers end, when and with how many days left, and which have ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Change, Fact
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import Marks, SourceLine
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.shell import Head, Page
from almanac.outputs.values import plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import days_since, first_day, on_date, short_date

ENDINGS = ("retires", "ended")
AHEAD, PAST = "ahead", "past"


@dataclass(frozen=True, slots=True)
class EndRow:
    """One ending: what ends, where, when, how far that is, and who says so."""

    name: str
    href: str
    where: Cell
    day: Cell
    distance: Cell
    disputed: Cell
    mark: Cell


@dataclass(frozen=True, slots=True)
class EndTable:
    """What lies ahead, or what is past, or the part of it that stands on this page."""

    id: str
    title: str
    column: str
    rows: tuple[EndRow, ...]


@dataclass(frozen=True, slots=True)
class RetirementsView:
    """One page of the calendar."""

    page: Page
    title: str
    lead: str
    tables: tuple[EndTable, ...]
    pager: Pager | None
    sources: tuple[SourceLine, ...]
    calendar: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the calendar."""
    draw = context.draw("pages/retirements.html")
    for number, view in enumerate(retirements_views(context), 1):
        file = addresses.file_of(addresses.page_of(addresses.RETIREMENTS, number))
        anchors = frozenset({"main", "sources", *(table.id for table in view.tables)})
        yield Output(file, view, draw, "the page of retirements", anchors)


def retirements_views(context: Context) -> Iterator[RetirementsView]:
    """Yield what each page shows: what ends soonest first, then what ended last."""
    ahead, past = endings(context.catalogue.upcoming), endings(context.catalogue.changes)
    pages = chunks([(AHEAD, ahead), (PAST, past)])
    for number, page in enumerate(pages, 1):
        marks = context.marks()
        tables = tuple(_table(context, part, found, marks) for part, found in page)
        yield RetirementsView(
            page=context.shell.page(_head(number, len(ahead), len(past))),
            title="What ends, and when",
            lead=_lead(context, ahead),
            tables=tables,
            pager=pager(context, addresses.RETIREMENTS, number=number, count=len(pages)),
            sources=marks.lines(),
            calendar=context.shell.href("/retirements.ics"),
        )


def endings(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes that end something, in their order."""
    return tuple(change for change in changes if change.kind in ENDINGS)


def _lead(context: Context, ahead: tuple[Change, ...]) -> str:
    if not ahead:
        return "No ending is announced that lies ahead."
    first = ahead[0]
    name = context.catalogue.models[first.model_id].record.name
    return f"{plural(len(ahead), 'ending')} ahead; the next is {name} {on_date(first.on)}."


def _table(context: Context, part: str, found: tuple[Change, ...], marks: Marks) -> EndTable:
    rows = tuple(_row(context, change, _distance(context, part, change), marks) for change in found)
    return EndTable(part, *(("Ahead", "Left") if part == AHEAD else ("Past", "Ago")), rows)


def _distance(context: Context, part: str, change: Change) -> int:
    """Count the days that are left until a day or month is over, or that have passed since it began."""
    today = context.catalogue.today
    return -days_since(change.on, today) if part == AHEAD else (today - first_day(change.on)).days


def _row(context: Context, change: Change, distance: int, marks: Marks) -> EndRow:
    model = context.catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    fact = offer.facts.get(change.kind) if offer else model.facts.get(f"lifecycle.{change.kind}")
    url = addresses.offer(model.id, offer.key) if offer else addresses.model(model.id)
    return EndRow(
        name=model.record.name,
        href=context.shell.href(url),
        where=_where(context, change),
        day=cells.number(short_date(change.on)),
        distance=cells.number(plural(distance, "day")),
        disputed=_disputed(fact),
        mark=marks.mark(fact.proof) if fact else cells.EMPTY,
    )


def _where(context: Context, change: Change) -> Cell:
    """Say where it ends and what follows it, where the lab names a successor."""
    catalogue = context.catalogue
    model = catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    at = context.offer_name(offer) if offer else context.lab_name(model.lab)
    successor = catalogue.models.get(model.record.lifecycle.successor or "")
    if successor is None:
        return cells.plain(f"at {at}")
    link = cells.link(successor.record.name, context.shell.href(addresses.model(successor.id)))
    return cells.join((cells.plain(f"at {at}; successor "), link))


def _disputed(fact: Fact | None) -> Cell:
    return cells.flag(f"disputed by {len(fact.rivals)}") if fact and fact.rivals else cells.EMPTY


def _head(number: int, ahead: int, past: int) -> Head:
    return Head(
        url=addresses.page_of(addresses.RETIREMENTS, number),
        title=numbered("Retirements of AI models", number),
        description=description(
            numbered(f"{plural(ahead, 'ending')} ahead and {past:,} past", number)
            + ": which model ends at which provider, on which day.",
            "With the days left, the successor and the source of each date.",
        ),
        section=addresses.CHANGES,
        crumbs=(("Changes", addresses.CHANGES),),
    )
