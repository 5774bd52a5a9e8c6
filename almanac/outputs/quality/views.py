"""Views: what the quality pages show: tallies by model, provider and kind of fact, and tables of lines in doubt."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.model.figures import Figure
from almanac.outputs.paging import Pager
from almanac.outputs.quality.doubts import DoubtRow, row
from almanac.outputs.quality.listings import Group, fragment
from almanac.outputs.quality.tallies import Tally
from almanac.outputs.shell import Link, Page

COUNTS = "Those with most facts in doubt first; a name leads to the lines to edit."


@dataclass(frozen=True, slots=True)
class TallyRow:
    """The counts of one model, provider or kind of fact. A count of nothing is left empty."""

    name: Link
    facts: str
    sure: str
    disputed: str
    stale: str
    undated: str
    unknown: str


@dataclass(frozen=True, slots=True)
class TallyTable:
    """Counts of one sort, worst first; `head` says of what, and `all` leads to the rest."""

    id: str
    title: str
    about: str
    head: str
    rows: tuple[TallyRow, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class DoubtTable:
    """Lines in doubt under one heading. Where that is a model it is linked, and no row repeats it."""

    id: str
    title: str
    href: str
    about: str
    rows: tuple[DoubtRow, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class QualityView:
    """One quality page: figures and contents on the first alone, a way back on all others."""

    page: Page
    over: Link | None
    title: str
    lead: str
    figures: tuple[Figure, ...]
    contents: tuple[Link, ...]
    elsewhere: tuple[tuple[str, Link], ...]
    """Fragments of models whose lines begin on a later page of the list of their lab, each with its link there."""
    tallies: tuple[TallyTable, ...]
    tables: tuple[DoubtTable, ...]
    note: str
    pager: Pager | None


def share(part: int, whole: int) -> str:
    """Write a share in per cent, rounded down so that 100 % means all."""
    return f"{part * 1000 // whole / 10:g} %" if whole else "–"


def tally_rows(tallies: Iterable[tuple[Link, Tally]]) -> tuple[TallyRow, ...]:
    """Return a row for each tally."""
    return tuple(_tally_row(name, tally) for name, tally in tallies)


def _tally_row(name: Link, tally: Tally) -> TallyRow:
    def count(kind: str) -> str:
        return f"{tally.doubts[kind]:,}" if tally.doubts[kind] else ""

    return TallyRow(
        name=name,
        facts=f"{tally.facts:,}",
        sure=share(tally.sure, tally.facts),
        disputed=count("disputed"),
        stale=count("stale"),
        undated=count("undated"),
        unknown=count("unknown"),
    )


def tables(context: Context, groups: Iterable[Group], *, is_alone: bool = False) -> tuple[DoubtTable, ...]:
    """Return a table for each group of a list; the only one of a list has no heading of its own."""
    return tuple(_table(context, group, is_alone=is_alone) for group in groups)


def _table(context: Context, group: Group, *, is_alone: bool) -> DoubtTable:
    rows = tuple(row(context, line) for line in group.lines)
    if group.kind:
        title = "" if is_alone else f"{group.kind.many[:1].upper()}{group.kind.many[1:]}"
        return DoubtTable(group.kind.name, title, "", group.kind.about if title else "", rows, None)
    model = context.catalogue.models[group.model]
    href = context.shell.href(addresses.model(model.id))
    return DoubtTable(fragment(model.id), model.record.name, href, "", rows, None)
