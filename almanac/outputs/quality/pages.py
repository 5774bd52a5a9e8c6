"""The quality pages: the first one, the counts of all models and providers, and every list of lines in doubt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Later, Output
from almanac.outputs.paging import chunks, numbered, pager
from almanac.outputs.quality.doubts import KINDS, doubts_of
from almanac.outputs.quality.fields import FIELDS
from almanac.outputs.quality.first import has_list, quality_view
from almanac.outputs.quality.found import (
    FIELD_LIST,
    MODELS,
    PROVIDERS,
    Counted,
    Found,
    found,
    models,
    providers,
)  # fmt: skip
from almanac.outputs.quality.listings import MOST, Group, Listing, fragment, places
from almanac.outputs.quality.views import COUNTS, QualityView, TallyTable, tables, tally_rows
from almanac.outputs.shell import Head, Link
from almanac.outputs.values import plural

ORIGIN = "the quality page"
LEAD = "The worst first. Each row leads to its line in the record."

Draw = Callable[[Any], bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """One list as it is published: what it is of, its heading, what it says under it, and what it lies under."""

    listing: Listing
    name: str
    heading: str
    lead: str
    under: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield every quality page. Lists are sorted out once, and their rows made where a page is drawn."""
    draw, all_ = context.draw("pages/quality.html"), found(context)
    first = quality_view(context, all_)
    anchors = frozenset({"main", *(one.id for one in first.tallies), *(one.id for one in first.tables)})
    yield Output(addresses.file_of(addresses.QUALITY), first, draw, ORIGIN, anchors)
    for name, counted in ((MODELS, models(context, all_)), (PROVIDERS, providers(context, all_))):
        if counted:
            yield from _counts(context, name, counted, draw)
    for part in _parts(context, all_):
        yield from _list(context, part, draw)


def _parts(context: Context, all_: Found) -> Iterator[Part]:
    catalogue = context.catalogue
    for kind in KINDS:
        if has_list(all_, kind):
            title = kind.title(len(doubts_of(context, kind)))
            yield Part(all_.kinds[kind.name], title, title, kind.about, "")
    names = {FIELD_LIST: {field.name: field.title for field in FIELDS}}
    # A lab and a provider may have one name: what is listed of each tells their pages apart.
    names |= {PROVIDERS: {id_: f"Offers of {one.record.name}" for id_, one in catalogue.providers.items()}}
    names |= {MODELS: {id_: f"Models of {one.record.name}" for id_, one in catalogue.labs.items()}}
    for under, lists in ((FIELD_LIST, all_.fields), (PROVIDERS, all_.providers), (MODELS, all_.labs)):
        for id_, listing in lists.items():
            name = names[under][id_]
            yield Part(listing, name, f"{name}: {plural(listing.count, 'fact')} in doubt", LEAD, under)


def _counts(context: Context, name: str, counted: Counted, draw: Draw) -> Iterator[Output]:
    """Yield the pages of the counts of all models or of all providers."""
    url, one, pages = addresses.quality(name), name.removesuffix("s"), chunks([(None, tally_rows(counted))])
    title = f"{plural(len(counted), one)} with a fact in doubt"
    for number, page in enumerate(pages, 1):
        rows = tuple(row for _, part in page for row in part)
        view = QualityView(
            page=context.shell.page(_list_head(url, f"Data quality by {one}", title, number)),
            over=Link("Data quality", context.shell.href(addresses.QUALITY)),
            title=title,
            lead=COUNTS,
            figures=(),
            contents=(),
            elsewhere=(),
            tallies=(TallyTable(f"by-{name}", "", "", one.capitalize(), rows, None),),
            tables=(),
            note="",
            pager=pager(context, url, number=number, count=len(pages)),
        )
        yield Output(addresses.file_of(addresses.page_of(url, number)), view, draw, ORIGIN)


def _list(context: Context, part: Part, draw: Draw) -> Iterator[Output]:
    """Yield the pages of one list; on the first every model of it can be found."""
    pages = part.listing.pages()
    for number, groups in enumerate(pages, 1):
        view = Later(partial(_list_view, context, part, groups, (number, len(pages))), noindex=True)
        url = addresses.page_of(part.listing.url, number)
        shown = part.listing.groups if number == 1 else groups
        anchors = frozenset({"main", *(fragment(group.model) for group in shown if group.model)})
        yield Output(addresses.file_of(url), view, draw, ORIGIN, anchors)


def _list_view(context: Context, part: Part, groups: tuple[Group, ...], place: tuple[int, int]) -> QualityView:
    number, count = place
    under, left = part.under, part.listing.left
    by = f" by {under.removesuffix('s')}" if under else ""
    over = addresses.quality(under) if under in {MODELS, PROVIDERS} else addresses.QUALITY
    return QualityView(
        page=context.shell.page(_list_head(part.listing.url, f"Data quality: {part.name}", part.heading, number)),
        over=Link(f"Data quality{by}", context.shell.href(over)),
        title=part.heading,
        lead=part.lead,
        figures=(),
        contents=(),
        elsewhere=_elsewhere(context, part.listing, groups) if number == 1 else (),
        tallies=(),
        tables=tables(context, groups, is_alone=not under),
        note=f"The worst {MOST:,} lines of each kind; all others stand by model and by provider." if left else "",
        pager=pager(context, part.listing.url, number=number, count=count),
    )


def _elsewhere(context: Context, listing: Listing, groups: tuple[Group, ...]) -> tuple[tuple[str, Link], ...]:
    """Return the models of a list that begin on a later page, by name."""
    here = {group.model for group in groups}
    found_ = [
        (fragment(model), Link(context.catalogue.models[model].record.name, context.shell.href(url)))
        for model, url in places(listing).items()
        if model and model not in here
    ]
    return tuple(sorted(found_, key=lambda item: (item[1].text.casefold(), item[0])))


def _list_head(url: str, title: str, heading: str, number: int) -> Head:
    return Head(
        url=addresses.page_of(url, number),
        title=numbered(title, number),
        description=description(numbered(heading, number) + ".", "Each with its source and the line to edit."),
        crumbs=(("Data quality", addresses.QUALITY),),
        noindex=True,
    )
