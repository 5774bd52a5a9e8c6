"""Tables of one benchmark's results: one for each group that compares, one for what stands alone, one side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry, Group, ResultEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.results import bar, details
from almanac.outputs.values import plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, short_date

BY = {
    "lab": "The labs’ own figures.",
    "independent": "Measured independently.",
    "republished": "Figures that it repeats.",
}
ALONE = "alone"
"""The group that gathers every result which nothing compares with."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One result; `rank` is empty where a newer run of the same model counts, or nothing compares."""

    rank: str
    model: str
    href: str
    score: Cell
    bar: str
    by_lab: bool
    when: Cell
    who: str
    mark: Cell


@dataclass(frozen=True, slots=True)
class ResultTable:
    """One group: its fragment id, who measured it in a statement, what else its results share, and the rows."""

    id: str
    title: str
    said: str
    alone: bool
    rows: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What a lab says of its model, and what others measured."""

    model: str
    href: str
    lab: tuple[Cell, ...]
    others: tuple[Cell, ...]


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
        said = "Each by another evaluator, or of another version or variant, than the rest: nothing here is ranked."
        return ResultTable(ALONE, "Results that stand alone", said, alone=True, rows=rows)
    group = compared(entry)[int(id_[1:]) - 1]
    return ResultTable(id_, group_title(context, group), _said(group), alone=False, rows=rows)


def group_title(context: Context, group: Group) -> str:
    """Say whose figures a group holds, and which variant, version, harness and data set they share."""
    version = f"version {group.version}" if group.version else ""
    source = context.catalogue.sources[group.source].title
    return ", ".join(filter(None, (source, group.variant, version, group.harness, group.dataset)))


def _said(group: Group) -> str:
    """Say who measured a group, and how many models compare in it."""
    models = plural(len({result.model_id for result in group.results}), "model")
    return f"{BY[group.by]} {models}, best first."


def _line(context: Context, entry: BenchmarkEntry, marks: Marks, result: ResultEntry) -> ResultLine:
    record = result.record
    return ResultLine(
        rank=f"{result.rank}" if result.rank else "",
        model=context.catalogue.models[result.model_id].record.name,
        href=context.shell.href(addresses.model(result.model_id)),
        score=cells.number(f"{record.score:f}"),
        bar=bar(record.score, entry.record),
        by_lab=record.by == "lab",
        when=cells.number(short_date(record.date)) if isinstance(record.date, Day) else cells.word("unknown"),
        who=", ".join(filter(None, (_evaluator(context, result), _kind(result)))),
        mark=cells.join((marks.mark(result.proof), marks.doubt(result.proof))),
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


def pairs(context: Context, entry: BenchmarkEntry, marks: Marks) -> tuple[Pair, ...]:
    """Return the models that both their lab and somebody else measured, by name."""
    labs = _by_model(entry, ("lab",))
    others = _by_model(entry, ("independent",))
    both = sorted(labs.keys() & others.keys(), key=lambda id_: context.catalogue.models[id_].record.name.casefold())
    return tuple(
        Pair(
            model=context.catalogue.models[id_].record.name,
            href=context.shell.href(addresses.model(id_)),
            lab=tuple(_short(context, marks, result) for result in labs[id_]),
            others=tuple(_short(context, marks, result) for result in others[id_]),
        )
        for id_ in both
    )


def _by_model(entry: BenchmarkEntry, kinds: Sequence[str]) -> dict[str, list[ResultEntry]]:
    found: dict[str, list[ResultEntry]] = {}
    for group in entry.groups:
        for result in group.results:
            if result.record.by in kinds:
                found.setdefault(result.model_id, []).append(result)
    return found


def _short(context: Context, marks: Marks, result: ResultEntry) -> Cell:
    who = "" if result.record.by == "lab" else context.catalogue.sources[result.record.source].title
    said = ", ".join(filter(None, (who, details(result))))
    small = cells.small(said) if said else cells.EMPTY
    return cells.join((cells.number(f"{result.record.score:f}"), marks.mark(result.proof), small))
