"""Tables of one benchmark's results: one for each group that compares, and one for what stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry, Group, ResultEntry
from almanac.outputs.benchmarks.filters import Traits, traits
from almanac.outputs.benchmarks.spread import Spread, spread
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.results import bar
from almanac.outputs.values import plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, short_date

BY = {"lab": "the labs’ own figures", "republished": "figures that it repeats"}
"""Whose figures a source gives that did not measure them: it may give several kinds, and each is a table of its own."""
ALONE = "alone"
"""The group that gathers every result which nothing compares with."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One result; `rank` is empty where a newer run of the same model counts, or nothing compares."""

    id: str
    rank: str
    model: str
    href: str
    score: Cell
    bar: str
    by_lab: bool
    when: Cell
    who: str
    mark: Cell
    traits: Traits


@dataclass(frozen=True, slots=True)
class ResultTable:
    """One group: its fragment id, who measured it in a statement, what else its results share, and the rows."""

    id: str
    title: str
    said: str
    alone: bool
    rows: tuple[ResultLine, ...]
    spread: Spread | None = None


Slice = tuple[str, tuple[ResultEntry, ...]]


def slices(entry: BenchmarkEntry) -> list[tuple[str, Sequence[ResultEntry]]]:
    """Return the results under the fragment id of their table: each group that compares, then all that stand alone."""
    comparing = [(f"g{number}", group.results) for number, group in enumerate(compared(entry), 1)]
    alone = [result for group in entry.groups for result in group.results if not group_compares(group)]
    return [*comparing, *([(ALONE, alone)] if alone else [])]


def compared(entry: BenchmarkEntry) -> list[Group]:
    """Return the groups in which two models or more compare, the largest first."""
    return [group for group in entry.groups if group_compares(group)]


def group_compares(group: Group) -> bool:
    """Say whether a group ranks anything."""
    return any(result.rank for result in group.results)


def table(context: Context, entry: BenchmarkEntry, marks: Marks, part: Slice) -> ResultTable:
    """Return one table, or the part of it that stands on this page."""
    id_, results = part
    rows = tuple(_line(context, entry, marks, result) for result in results)
    if id_ == ALONE:
        return ResultTable(ALONE, "Results that stand alone", _alone(entry), alone=True, rows=rows)
    group = compared(entry)[int(id_[1:]) - 1]
    title = ": ".join(filter(None, (group_title(context, group), BY.get(group.by))))
    drawn = spread(entry.record, group) if results[:1] == group.results[:1] else None
    return ResultTable(id_, title, _said(group), alone=False, rows=rows, spread=drawn)


def group_title(context: Context, group: Group) -> str:
    """Say whose figures a group holds, and which variant, version, harness and data set they share."""
    version = f"version {group.version}" if group.version else ""
    source = context.catalogue.sources[group.source].title
    return ", ".join(filter(None, (source, group.variant, version, group.harness, group.dataset)))


def _alone(entry: BenchmarkEntry) -> str:
    if sum(len(group.results) for group in entry.groups) == 1:
        return "The only result on this benchmark, so there is nothing to compare it with."
    return "Each by another evaluator, or of another version or variant, than the rest: nothing here is ranked."


def _said(group: Group) -> str:
    """Say who measured a group, and how many models compare in it."""
    models = plural(len({result.model_id for result in group.results}), "model")
    return f"{'' if group.by in BY else 'Measured independently. '}{models}, best first."


def _line(context: Context, entry: BenchmarkEntry, marks: Marks, result: ResultEntry) -> ResultLine:
    record = result.record
    return ResultLine(
        id=result.model_id,
        rank=f"{result.rank}" if result.rank else "",
        model=context.catalogue.models[result.model_id].record.name,
        href=context.shell.href(addresses.model(result.model_id)),
        score=cells.number(f"{record.score:f}"),
        bar=bar(record.score, entry.record),
        by_lab=record.by == "lab",
        when=cells.number(short_date(record.date)) if isinstance(record.date, Day) else cells.word("unknown"),
        who=", ".join(filter(None, (_evaluator(context, result), _kind(result)))),
        mark=cells.join((marks.mark(result.proof), marks.doubt(result.proof))),
        traits=traits(context, result.model_id),
    )


def _evaluator(context: Context, result: ResultEntry) -> str:
    if result.record.by == "lab":
        lab = context.catalogue.models[result.model_id].lab
        return f"{context.lab_name(lab)}, the lab"
    title = context.catalogue.sources[result.record.source].title
    return f"{title}, repeating it" if result.record.by == "republished" else title


def _kind(result: ResultEntry) -> str:
    record = result.record
    version = f"version {record.version}" if record.version else ""
    return ", ".join(filter(None, (record.variant, version, record.harness, record.dataset)))
