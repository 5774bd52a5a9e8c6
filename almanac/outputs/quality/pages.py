"""The quality pages: counts and shares with the worst of each kind, and behind them every doubt in full."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.model.figures import Figure
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.quality.doubts import KINDS, DoubtRow, Kind, doubts_of, rows
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural
from almanac.records.site import Stale
from almanac.render import cells

WORST = 20
"""How many of each kind the first page shows; the rest stand one link further."""

BUDGETS = {
    "price": "prices", "limits": "limits", "result": "results", "measurement": "measurements", "lifecycle": "dates",
    "default": "anything else",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DoubtTable:
    """One kind of doubt with the rows shown here, and the link to all where these are not all."""

    id: str
    title: str
    about: str
    column: str
    rows: tuple[DoubtRow, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class QualityView:
    """The first page, or one page of one kind; the latter has no figures and a way back."""

    page: Page
    over: Link | None
    title: str
    lead: str
    figures: tuple[Figure, ...]
    tables: tuple[DoubtTable, ...]
    pager: Pager | None


def outputs(context: Context) -> Iterator[Output]:
    """Yield the first page, and the full list of every kind that is longer than what the first page shows."""
    draw = context.draw("pages/quality.html")
    view = quality_view(context)
    anchors = frozenset({"main", *(table.id for table in view.tables)})
    yield Output(addresses.file_of(addresses.QUALITY), view, draw, "the quality page", anchors)
    for kind in KINDS:
        if len(doubts_of(context, kind)) > WORST:
            for number, listed in enumerate(kind_views(context, kind), 1):
                url = addresses.page_of(kind_url(kind), number)
                yield Output(addresses.file_of(url), listed, draw, "the quality page")


def kind_url(kind: Kind) -> str:
    """Return where the full list of one kind stands."""
    return f"{addresses.QUALITY}{kind.name}/"


def quality_view(context: Context) -> QualityView:
    """Return what the first page shows."""
    quality = context.catalogue.quality
    return QualityView(
        page=context.shell.page(_head(context)),
        over=None,
        title=_title(context),
        lead=f"A fact counts as stale after {_budgets(context.catalogue.site.stale_after)}.",
        figures=(
            Figure(
                "Facts shown",
                cells.plain(f"{quality.facts:,}"),
                f"Of {plural(len(context.catalogue.models), 'model')}.",
            ),
            Figure(
                "Name their source", cells.plain(_share(quality.sourced, quality.facts)), f"{quality.sourced:,} facts."
            ),
            Figure("And its date", cells.plain(_share(quality.dated, quality.facts)), f"{quality.dated:,} facts."),
            Figure(
                "Checked in time", cells.plain(_share(_fresh(context), quality.facts)), f"{_fresh(context):,} facts."
            ),
        ),
        tables=tuple(_table(context, kind) for kind in KINDS),
        pager=None,
    )


def _fresh(context: Context) -> int:
    quality = context.catalogue.quality
    return quality.dated - len(quality.stale)


def _title(context: Context) -> str:
    """Return a heading that the counts prove."""
    quality = context.catalogue.quality
    if not quality.facts:
        return "No fact is recorded yet"
    if quality.sourced == quality.facts:
        return "Every fact names its source"
    return f"{plural(quality.facts - quality.sourced, 'fact')} of {quality.facts:,} name no source"


def _budgets(stale: Stale) -> str:
    said = [f"{getattr(stale, name):,} days for {text}" for name, text in BUDGETS.items()]
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _share(part: int, whole: int) -> str:
    """Write a share in per cent, rounded down so that 100 % means all."""
    return f"{part * 1000 // whole / 10:g} %" if whole else "–"


def _table(context: Context, kind: Kind) -> DoubtTable:
    doubts = doubts_of(context, kind)
    whole = Link(f"All {kind.title(len(doubts))}", context.shell.href(kind_url(kind))) if len(doubts) > WORST else None
    return DoubtTable(
        id=kind.name,
        title=kind.title(len(doubts)),
        about=kind.about if doubts else "",
        column=kind.column,
        rows=rows(context, doubts[:WORST]),
        all=whole,
    )


def kind_views(context: Context, kind: Kind) -> Iterator[QualityView]:
    """Yield every page of one kind."""
    doubts = doubts_of(context, kind)
    pages = chunks([(kind, doubts)])
    title = kind.title(len(doubts))
    for number, page in enumerate(pages, 1):
        shown = tuple(doubt for _, found in page for doubt in found)
        yield QualityView(
            page=context.shell.page(_kind_head(kind, title, number)),
            over=Link("Data quality", context.shell.href(addresses.QUALITY)),
            title=title,
            lead=kind.about,
            figures=(),
            tables=(DoubtTable(kind.name, "", "", kind.column, rows(context, shown), None),),
            pager=pager(context, kind_url(kind), number=number, count=len(pages)),
        )


def _head(context: Context) -> Head:
    quality = context.catalogue.quality
    return Head(
        url=addresses.QUALITY,
        title="Data quality",
        description=description(
            f"{quality.facts:,} facts, of which {_share(quality.dated, quality.facts)} name a source and a date.",
            f"{len(quality.disputed):,} are disputed and {len(quality.stale):,} are stale, each with the line to edit.",
        ),
    )


def _kind_head(kind: Kind, title: str, number: int) -> Head:
    return Head(
        url=addresses.page_of(kind_url(kind), number),
        title=numbered(f"Data quality: {kind.many}", number),
        description=description(
            numbered(title, number) + ".", kind.about, "Each with its source and the line to edit."
        ),
        crumbs=(("Data quality", addresses.QUALITY),),
    )
