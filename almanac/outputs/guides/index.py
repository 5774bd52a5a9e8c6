"""The index of guides: title, summary, author and date, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import GuideEntry
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Page
from almanac.outputs.twins import TextIndex, TextTable, index_twin, row, text_link
from almanac.outputs.values import plural
from almanac.records import Guide
from almanac.render.cells import Cell
from almanac.units.dates import Day, long_date, sort_key

LEAD = "Longer answers, in which every figure comes from a record of this catalogue or from a numbered source."


@dataclass(frozen=True, slots=True)
class GuideItem:
    """One guide in the index."""

    title: str
    href: str
    summary: Cell
    byline: str


@dataclass(frozen=True, slots=True)
class Feeds:
    """Where the feed of guides stands, as Atom and as JSON Feed."""

    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class GuidesView:
    """One page of the index."""

    page: Page
    title: str
    lead: str
    items: tuple[GuideItem, ...]
    pager: Pager | None
    feeds: Feeds


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the index, and its twin."""
    draw = context.draw("pages/guides.html")
    guides = newest_first(context)
    pages = chunks([("", guides)])
    for number, page in enumerate(pages, 1):
        url = addresses.page_of(addresses.GUIDES, number)
        view = GuidesView(
            page=context.shell.page(_head(url, number, len(guides))),
            title="Guides",
            lead=LEAD if guides else "No guide is written yet.",
            items=tuple(_item(context, entry) for _, entries in page for entry in entries),
            pager=pager(context, addresses.GUIDES, number=number, count=len(pages)),
            feeds=feeds(context),
        )
        yield Output(addresses.file_of(url), view, draw, "the index of guides")
    yield index_twin(context, addresses.GUIDES, _text(context, guides))


def feeds(context: Context) -> Feeds:
    """Return where the feed of guides stands."""
    href = context.shell.href
    return Feeds(href(addresses.GUIDES_FEED), href(addresses.GUIDES_JSON_FEED))


def newest_first(context: Context) -> list[GuideEntry]:
    """Return the guides by the day of their last change, the newest first."""
    return sorted(context.catalogue.guides.values(), key=lambda entry: sort_key(changed_on(entry)), reverse=True)


def changed_on(entry: GuideEntry) -> Day:
    """Return the day on which a guide was last changed, or was published."""
    return entry.record.updated or entry.record.published


def byline(record: Guide) -> str:
    """Say who wrote a guide, when it was published, and when it was last changed."""
    updated = f", updated {long_date(record.updated)}" if record.updated else ""
    return f"By {record.author}. Published {long_date(record.published)}{updated}."


def _item(context: Context, entry: GuideEntry) -> GuideItem:
    record = entry.record
    href = context.shell.href(addresses.guide(entry.id))
    return GuideItem(record.title, href, prose(context, record.summary), byline(record))


def _head(url: str, number: int, count: int) -> Head:
    return Head(
        url=url,
        title=numbered("Guides to AI models", number),
        description=description(
            numbered(plural(count, "guide").capitalize(), number) + " on choosing and using AI models.",
            "Every figure is bound to a record or cites a numbered source.",
        ),
        section=addresses.GUIDES,
        twin=number == 1,
    )


def _text(context: Context, guides: list[GuideEntry]) -> TextIndex:
    rows = tuple(
        row(
            (
                text_link(context, entry.record.title, addresses.guide(entry.id)),
                prose(context, entry.record.summary).text,
            )
        )
        for entry in guides
    )
    return TextIndex("Guides", LEAD, (TextTable("", ("Guide", "About"), rows),) if rows else ())
