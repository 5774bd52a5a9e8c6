"""The first quality page: counts and shares, the worst fields, providers and models, and the worst of each kind."""

from collections.abc import Iterator

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.model.figures import Figure
from almanac.outputs.quality.doubts import KINDS, Kind, doubts_of, row
from almanac.outputs.quality.found import MODELS, PROVIDERS, Counted, Found, fields, models, providers
from almanac.outputs.quality.views import COUNTS, DoubtTable, QualityView, TallyTable, share, tally_rows
from almanac.outputs.shell import Head, Link
from almanac.outputs.values import plural
from almanac.records.site import Stale
from almanac.render import cells

WORST = 20
"""How many lines of each kind the page shows; the rest stand one link further."""
FEW = 10
"""How many models and providers it shows."""
BUDGETS = {
    "price": "prices", "limits": "limits", "result": "results", "measurement": "measurements", "lifecycle": "dates",
    "default": "anything else",
}  # fmt: skip


def quality_view(context: Context, all_: Found) -> QualityView:
    """Return what the first page shows."""
    tallies = tuple(_tallies(context, all_))
    return QualityView(
        page=context.shell.page(_head(context)),
        over=None,
        title=_title(context),
        lead=f"A fact counts as stale after {_budgets(context.catalogue.site.stale_after)}.",
        figures=tuple(_figures(context)),
        contents=(
            *(Link(table.title, f"#{table.id}") for table in tallies),
            *(Link(kind.short.capitalize(), f"#{kind.name}") for kind in KINDS if doubts_of(context, kind)),
        ),
        elsewhere=(),
        tallies=tallies,
        tables=tuple(_kind(context, all_, kind) for kind in KINDS),
        note="",
        pager=None,
    )


def _figures(context: Context) -> Iterator[Figure]:
    quality = context.catalogue.quality
    fresh = quality.dated - len(quality.stale)
    count = f"Of {plural(len(context.catalogue.models), 'model')}."
    yield Figure("Facts shown", cells.plain(f"{quality.facts:,}"), count)
    for name, part in (
        ("Name their source", quality.sourced), ("And its date", quality.dated), ("Checked in time", fresh),
    ):  # fmt: skip
        yield Figure(name, cells.plain(share(part, quality.facts)), f"{part:,} facts.")


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


def _tallies(context: Context, all_: Found) -> Iterator[TallyTable]:
    rows = tally_rows(fields(context, all_))
    if rows:
        about = "What kind of fact it is; a name leads to the lines to edit."
        yield TallyTable("by-field", "By field", about, "Field", rows, None)
    for name, counted in ((PROVIDERS, providers(context, all_)), (MODELS, models(context, all_))):
        if counted:
            yield _first(context, name, counted)


def _first(context: Context, name: str, counted: Counted) -> TallyTable:
    one, whole = (
        name.removesuffix("s"),
        Link(f"All {len(counted):,} {name}", context.shell.href(addresses.quality(name))),
    )
    rows = tally_rows(counted[:FEW])
    return TallyTable(f"by-{name}", f"By {one}", COUNTS, one.capitalize(), rows, whole if len(counted) > FEW else None)


def _kind(context: Context, all_: Found, kind: Kind) -> DoubtTable:
    count, lines = len(doubts_of(context, kind)), all_.of(kind)
    whole = Link(f"All {kind.title(count)}", context.shell.href(addresses.quality(kind.name)))
    return DoubtTable(
        id=kind.name,
        title=kind.title(count),
        href="",
        about=kind.about if count else "",
        rows=tuple(row(context, line) for line in lines[:WORST]),
        all=whole if has_list(all_, kind) else None,
    )


def has_list(all_: Found, kind: Kind) -> bool:
    """Say whether a kind has more lines than the first page shows, and so a list of its own."""
    return len(all_.of(kind)) > WORST


def _head(context: Context) -> Head:
    quality = context.catalogue.quality
    return Head(
        url=addresses.QUALITY,
        title="Data quality",
        description=description(
            f"{quality.facts:,} facts, of which {share(quality.dated, quality.facts)} name a source and a date.",
            f"{len(quality.disputed):,} are disputed and {len(quality.stale):,} are stale, each with the line to edit.",
        ),
    )
