"""The table: sides set against each other, differences first; static/js/compare.js does the same in the browser."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac.outputs.compare.rows import GAP, Row
from almanac.outputs.compare.sides import Side, Trait

NOTHING = ("free", "included", "no charge")
"""What a cell says that asks no money."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One row with the value of each side (None: not stated) and the word of praise beside it, or the empty string."""

    row: Row
    traits: tuple[Trait | None, ...]
    best: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What differs, what only one states, what is the same in all, and the names of what nobody states."""

    differences: tuple[Compared, ...]
    partial: tuple[Compared, ...]
    same: tuple[Compared, ...]
    unstated: tuple[str, ...]


def table(sides: Sequence[Side], rows: Iterable[Row]) -> Table:
    """Compare sides row by row; benchmarks only where at least two have a result of one kind."""
    fixed = [_compared(row, [side.traits.get(row.key) for side in sides]) for row in rows]
    contests = [_compared(row, [side.results.get(row.key) for side in sides]) for row in _contests(sides)]
    told = [one for one in (*fixed, *contests) if any(one.traits)]
    partial = [one for one in told if sum(trait is not None for trait in one.traits) == 1 and len(sides) > 1]
    same = [one for one in told if len({_read(trait) for trait in one.traits}) == 1]
    left = [one for one in told if one not in partial and one not in same]
    return Table(
        tuple(left),
        tuple(partial),
        tuple(same),
        tuple(_name(one.row) for one in fixed if not any(one.traits) and one.row.gap == GAP),
    )


def _name(row: Row) -> str:
    """Return a label inside a sentence, without its unit."""
    name = row.label.partition(",")[0]
    return name[0].lower() + name[1:]


def _read(trait: Trait | None) -> tuple[str, str]:
    return (trait.text, trait.note) if trait else ("", "")


def _contests(sides: Sequence[Side]) -> list[Row]:
    """Return a row for each kind of result that at least two sides have, what most of them have first."""
    shared = {}
    for side in sides:
        for key, contest in side.contests.items():
            count = sum(key in other.results for other in sides)
            if count > 1:
                best = "highest" if contest.higher else "lowest"
                shared[key] = (-count, key, Row(key, contest.label, best, contest.higher, contest.note, "not measured"))
    return [row for _, _, row in sorted(shared.values(), key=lambda item: item[:2])]


def _is_free(traits: Iterable[Trait | None]) -> bool:
    """Say whether all that is not measured costs nothing, so that the rest are the paid ones."""
    return all(trait is not None and (trait.measure or trait.text in NOTHING) for trait in traits)


def _compared(row: Row, traits: Sequence[Trait | None]) -> Compared:
    measures = [Decimal(trait.measure) if trait and trait.measure else None for trait in traits]
    known = [measure for measure in measures if measure is not None]
    word = ""
    if row.best and len(known) > 1 and len(set(known)) > 1:
        word = row.best if len(known) == len(traits) else f"{row.best} {'paid' if _is_free(traits) else 'known'}"
    top = (max if row.higher else min)(known, default=None)
    return Compared(row, tuple(traits), tuple(word if measure == top and word else "" for measure in measures))
