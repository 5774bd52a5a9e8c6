"""Drawing: a comparison as a page shows it: cells with their marks, what is the same as a list."""

from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.compare.rows import rows
from almanac.outputs.compare.sides import Side, Trait
from almanac.outputs.compare.table import Compared, table
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.values import listed
from almanac.render import cells
from almanac.render.cells import Cell


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column."""

    name: str
    href: str
    sub: str


@dataclass(frozen=True, slots=True)
class Value:
    """One cell: the value or the word for a gap, its marks, its praise, its note and who disputes it."""

    value: Cell
    mark: Cell
    best: Cell
    note: str
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row."""

    label: str
    note: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A comparison: its columns, what differs, what only one states, what is the same, and what nobody states."""

    heads: tuple[Head, ...]
    differences: tuple[Line, ...]
    partial: tuple[Line, ...]
    same: tuple[Cell, ...]
    unstated: str


def drawn(context: Context, sides: tuple[Side, ...], marks: Marks) -> Drawn:
    """Return the comparison of some models; the marks are made in the order of the page."""
    found = table(sides, rows(context.catalogue.workloads))
    return Drawn(
        heads=tuple(
            Head(side.name, context.shell.href(addresses.model(side.id)), f"{side.lab}; {side.at}") for side in sides
        ),
        differences=tuple(_line(one, marks) for one in found.differences),
        partial=tuple(_line(one, marks) for one in found.partial),
        same=tuple(_same(one, marks) for one in found.same),
        unstated=f"Not stated of any: {listed(found.unstated)}." if found.unstated else "",
    )


def _line(one: Compared, marks: Marks) -> Line:
    values = [_value(trait, one.row.gap, best, marks) for trait, best in zip(one.traits, one.best, strict=True)]
    return Line(one.row.label, one.row.note, tuple(values))


def _value(trait: Trait | None, gap: str, best: str, marks: Marks) -> Value:
    if trait is None:
        return Value(cells.word(gap), cells.EMPTY, cells.EMPTY, "")
    value = cells.word(trait.text, firm=True) if trait.is_word else cells.plain(trait.text)
    return Value(value, _marks(trait, marks), cells.best(best) if best else cells.EMPTY, trait.note, trait.flag)


def _marks(trait: Trait, marks: Marks) -> Cell:
    return cells.join(marks.mark(proof) for proof in trait.proofs)


def _same(one: Compared, marks: Marks) -> Cell:
    """Write what is the same in all: the label, the value, and every source that says so."""
    traits = [trait for trait in one.traits if trait is not None]
    proofs = dict.fromkeys(proof for trait in traits for proof in trait.proofs)
    note = f" ({traits[0].note})" if traits[0].note else ""
    return cells.join(
        (cells.plain(f"{one.row.label}: {traits[0].text}{note}"), *(marks.mark(proof) for proof in proofs))
    )
