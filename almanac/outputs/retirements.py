"""Retirements: which models and offers end, when and with how many days left, and which have ended."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

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
from almanac.units.dates import days_since, first_day, from_date, long_date, on_date, short_date

ENDINGS = ("retires", "ended")
ENDS = "ends"
"""The fragment id of what ends at one provider, on its page."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days: its fragment id, its title, and from which to which day from today it lasts."""

    id: str
    title: str
    first: float
    last: float


SOON = Span("days-30", "Within 30 days", 1, 30)
NEXT = Span("days-90", "In 31 to 90 days", 31, 90)
LATER = Span("later", "Later than 90 days", 91, float("inf"))
PAST = Span("past", "Already ended", float("-inf"), 0)
AHEAD = (SOON, NEXT, LATER)
Whole = Mapping[Span, Sequence[Change]]
"""All endings by their stretch, in order."""


@dataclass(frozen=True, slots=True)
class EndRow:
    """One ending: what ends, where, when, how far that is, and who says so."""

    name: str
    href: str
    where: Cell
    variant: str
    day: Cell
    distance: Cell
    disputed: Cell
    mark: Cell


@dataclass(frozen=True, slots=True)
class EndTable:
    """One stretch of days, or the part of it that stands on this page; `count` is said of all of it."""

    id: str
    title: str
    count: str
    column: str
    rows: tuple[EndRow, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the contents: a stretch of days or a provider, how much it holds, and where that is."""

    text: str
    href: str
    count: str


@dataclass(frozen=True, slots=True)
class RetirementsView:
    """One page of the calendar."""

    page: Page
    title: str
    lead: str
    contents: tuple[Part, ...]
    tables: tuple[EndTable, ...]
    providers: tuple[Part, ...]
    pager: Pager | None
    sources: tuple[SourceLine, ...]
    calendar: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the calendar."""
    draw = context.draw("pages/retirements.html")
    for number, view in enumerate(retirements_views(context), 1):
        file = addresses.file_of(addresses.page_of(addresses.RETIREMENTS, number))
        yield Output(file, view, draw, "the page of retirements", _fragments)


def _fragments(view: RetirementsView) -> frozenset[str]:
    providers = {"providers"} if view.providers else set()
    return frozenset({"main", "sources", *(table.id for table in view.tables), *providers})


def retirements_views(context: Context) -> Iterator[RetirementsView]:
    """Yield what each page shows: what ends soonest first, then what ended last."""
    ahead = endings(context.catalogue.upcoming)
    sizes = {span: _within(context, span, ahead) for span in AHEAD} | {PAST: endings(context.catalogue.changes)}
    pages = chunks(sizes.items())
    contents = tuple(_contents(context, sizes, pages))
    for number, page in enumerate(pages, 1):
        marks = context.marks()
        tables = tuple(_table(context, span, found, marks, len(sizes[span])) for span, found in page)
        yield RetirementsView(
            page=context.shell.page(_head(number, len(ahead), len(sizes[PAST]))),
            title="What ends, and when",
            lead=_lead(context, sizes),
            contents=contents,
            tables=tables,
            providers=_providers(context, ahead),
            pager=pager(context, addresses.RETIREMENTS, number=number, count=len(pages)),
            sources=marks.lines(),
            calendar=context.shell.href(addresses.CALENDAR),
        )


def endings(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that end something, in their order."""
    return tuple(change for change in changes if change.kind in ENDINGS)


def ends_at(context: Context, provider: str) -> tuple[Change, ...]:
    """Return what lies ahead at one provider, soonest first."""
    return tuple(change for change in endings(context.catalogue.upcoming) if _provider(context, change) == provider)


def end_rows(context: Context, changes: Sequence[Change], marks: Marks) -> tuple[EndRow, ...]:
    """Return a row for each ending, ahead or past."""
    return tuple(_row(context, change, marks) for change in changes)


def _provider(context: Context, change: Change) -> str:
    offer = context.catalogue.models[change.model_id].offers.get(change.offer)
    return offer.provider if offer else ""


def _within(context: Context, span: Span, ahead: Iterable[Change]) -> tuple[Change, ...]:
    """Return what ends in a stretch; a month ends something on its first day at the earliest, and counts from there."""
    today = context.catalogue.today
    return tuple(change for change in ahead if span.first <= (first_day(change.on) - today).days <= span.last)


def _lead(context: Context, sizes: Whole) -> str:
    ahead = [change for span in AHEAD for change in sizes[span]]
    if not ahead:
        return "No ending is announced that lies ahead."
    near, soon = len(sizes[SOON]) + len(sizes[NEXT]), len(sizes[SOON])
    name = context.catalogue.models[ahead[0].model_id].record.name
    today = long_date(from_date(context.catalogue.today))
    of_these = f", {soon or 'none'} of them within 30" if near else ""
    return (
        f"{plural(len(ahead), 'ending')} ahead: {near or 'none'} within 90 days of {today}{of_these}. "
        f"The next is {name} {on_date(ahead[0].on)}."
    )


def _contents(
    context: Context, sizes: Whole, pages: Sequence[Sequence[tuple[Span, Sequence[Change]]]]
) -> Iterator[Part]:
    """Yield each stretch with where it begins; one without an ending leads nowhere."""
    begins: dict[str, str] = {}
    for number, page in enumerate(pages, 1):
        for span, _ in page:
            begins.setdefault(span.id, context.shell.href(addresses.page_of(addresses.RETIREMENTS, number)))
    for span, found in sizes.items():
        yield Part(span.title, f"{begins[span.id]}#{span.id}" if found else "", f"{len(found):,}")


def _providers(context: Context, ahead: Sequence[Change]) -> tuple[Part, ...]:
    """Return who ends most, each with its own page's list."""
    by_provider = groupby(sorted(filter(None, (_provider(context, change) for change in ahead))))
    counted = sorted(((key, len(list(found))) for key, found in by_provider), key=lambda item: (-item[1], item[0]))
    href = context.shell.href
    return tuple(
        Part(context.provider_name(key), href(f"{addresses.provider(key)}#{ENDS}"), f"{count:,}")
        for key, count in counted
    )


def _table(context: Context, span: Span, found: Sequence[Change], marks: Marks, size: int) -> EndTable:
    part = f", {len(found):,} of them on this page" if len(found) < size else ""
    rows = end_rows(context, found, marks)
    return EndTable(span.id, span.title, f"{plural(size, 'ending')}{part}.", "Ago" if span is PAST else "Left", rows)


def _distance(context: Context, change: Change) -> str:
    """Say how many days are left, of a month at most, or how many have passed since it began."""
    today = context.catalogue.today
    passed = (today - first_day(change.on)).days
    if passed >= 0:
        return plural(passed, "day")
    return f"{'up to ' if change.on.day is None else ''}{plural(-days_since(change.on, today), 'day')}"


def _row(context: Context, change: Change, marks: Marks) -> EndRow:
    model = context.catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    fact = offer.facts.get(change.kind) if offer else model.facts.get(f"lifecycle.{change.kind}")
    url = addresses.offer(model.id, offer.key) if offer else addresses.model(model.id)
    return EndRow(
        name=model.record.name,
        href=context.shell.href(url),
        where=_where(context, change),
        variant=offer.variant.replace(".", " ") if offer else "",
        day=cells.number(short_date(change.on)),
        distance=cells.number(_distance(context, change)),
        disputed=_disputed(fact),
        mark=marks.mark(fact.proof) if fact else cells.EMPTY,
    )


def _where(context: Context, change: Change) -> Cell:
    """Say where it ends and what follows it, where the lab names a successor."""
    catalogue, href = context.catalogue, context.shell.href
    model = catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    if offer:
        seller = cells.link(context.provider_name(offer.provider), href(addresses.provider(offer.provider)))
        said = [cells.plain("at "), seller]
        said += [cells.plain(f", {offer.variant.replace('.', ' ')}")] if offer.variant else []
    else:
        said = [cells.plain("at "), cells.link(context.lab_name(model.lab), href(addresses.lab(model.lab)))]
    successor = catalogue.models.get(model.record.lifecycle.successor or "")
    if successor:
        said += [cells.plain("; successor "), cells.link(successor.record.name, href(addresses.model(successor.id)))]
    return cells.join(said)


def _disputed(fact: Fact | None) -> Cell:
    return cells.flag(f"disputed by {len(fact.rivals)}") if fact and fact.rivals else cells.EMPTY


def _head(number: int, ahead: int, past: int) -> Head:
    return Head(
        url=addresses.page_of(addresses.RETIREMENTS, number),
        title=numbered("Retirements of AI models", number),
        description=description(
            numbered(f"{plural(ahead, 'ending')} ahead and {past:,} past", number)
            + ": which model ends at which provider, on which day.",
            "Within 30 days, 90 days and later, with the successor and the source of each date.",
        ),
        section=addresses.CHANGES,
        crumbs=(("Changes", addresses.CHANGES),),
    )
