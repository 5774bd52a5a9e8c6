"""Pairs: what labs say of their models beside what others measured, each with the gap where the two may be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from statistics import median

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry, ResultEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.results import details
from almanac.outputs.values import plural
from almanac.records import Result
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, sort_key
from almanac.units.money import exact

STRICT, LOOSE = ("variant", "dataset"), ("version", "harness")
PAIRS = "The labs’ own figures beside others’"


@dataclass(frozen=True, slots=True)
class Pair:
    """What a lab says of its model beside one independent result; `first` opens the lines of one model.

    `gap` is the lab's figure less the other; it is empty where the two name different settings.
    """

    model: str
    href: str
    first: bool
    lab: Cell
    other: Cell
    gap: Cell


@dataclass(frozen=True, slots=True)
class Pairs:
    """All of them, with what they show on the whole."""

    title: str
    said: str
    lines: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An independent result with the lab's figure that its setting is nearest to, and the gap if they compare."""

    other: ResultEntry
    lab: ResultEntry
    gap: Decimal | None


def pairs(context: Context, entry: BenchmarkEntry, marks: Marks) -> Pairs | None:
    """Return the models that both their lab and somebody else measured, by name; None where there is none."""
    found = matches(entry)
    if not found:
        return None
    ordered = sorted(found, key=lambda match: _name(context, match))
    groups = groupby(ordered, key=lambda match: match.other.model_id)
    lines = (_pair(context, match, marks, first=number == 0) for _, own in groups for number, match in enumerate(own))
    return Pairs(PAIRS, _said(found), tuple(lines))


def matches(entry: BenchmarkEntry) -> list[Match]:
    """Return every independent result of a model that its lab has a figure of too."""
    labs, others = _by_model(entry, "lab"), _by_model(entry, "independent")
    return [_match(other, labs[model]) for model in sorted(labs.keys() & others.keys()) for other in others[model]]


def _match(other: ResultEntry, labs: Sequence[ResultEntry]) -> Match:
    """Choose the lab's figure that agrees most with the other's setting, of those that do the newest."""
    lab = max(labs, key=lambda one: (_agreeing(one.record, other.record), _age(one.record), one.path))
    gap = lab.record.score - other.record.score
    return Match(other, lab, gap if _is_comparable(lab.record, other.record) else None)


def _is_comparable(one: Result, other: Result) -> bool:
    """Say whether two results may be subtracted: one variant and data set, and no two named versions or harnesses.

    A variant that only one of them names is another setting; a version that only one names may be the same.
    """
    named = ((getattr(one, key), getattr(other, key)) for key in LOOSE)
    is_same = all(getattr(one, key) == getattr(other, key) for key in STRICT)
    return is_same and not any(mine and theirs and mine != theirs for mine, theirs in named)


def _agreeing(one: Result, other: Result) -> tuple[bool, int]:
    equal = sum(getattr(one, key) == getattr(other, key) for key in (*STRICT, *LOOSE))
    return _is_comparable(one, other), equal


def _age(result: Result) -> tuple[int, int, int]:
    return sort_key(result.date) if isinstance(result.date, Day) else (0, 0, 0)


def _by_model(entry: BenchmarkEntry, by: str) -> Mapping[str, Sequence[ResultEntry]]:
    found: dict[str, list[ResultEntry]] = {}
    for group in entry.groups:
        for result in group.results:
            if result.record.by == by:
                found.setdefault(result.model_id, []).append(result)
    return found


def _name(context: Context, match: Match) -> tuple[str, str]:
    model = context.catalogue.models[match.other.model_id]
    return model.record.name.casefold(), model.id


def _pair(context: Context, match: Match, marks: Marks, *, first: bool) -> Pair:
    model = context.catalogue.models[match.other.model_id]
    return Pair(
        model=model.record.name,
        href=context.shell.href(addresses.model(model.id)),
        first=first,
        lab=_short(context, marks, match.lab),
        other=_short(context, marks, match.other),
        gap=cells.gap("another setting") if match.gap is None else cells.number(signed(match.gap)),
    )


def _short(context: Context, marks: Marks, result: ResultEntry) -> Cell:
    who = "" if result.record.by == "lab" else context.catalogue.sources[result.record.source].title
    said = ", ".join(filter(None, (who, details(result))))
    small = cells.small(said) if said else cells.EMPTY
    return cells.join((cells.number(f"{result.record.score:f}"), marks.mark(result.proof), small))


def signed(gap: Decimal) -> str:
    """Write a difference with its sign: +2.2, −1.4, 0."""
    sign = "+" if gap > 0 else "−" if gap < 0 else ""
    return f"{sign}{exact(abs(gap))}"


def _said(found: Sequence[Match]) -> str:
    """Say on which side the labs' figures lie on the whole, and what a gap may come from."""
    gaps = [match.gap for match in found if match.gap is not None]
    caution = "The gap is the lab’s figure less the other; a dash stands where the variant or the data set differs."
    if not gaps:
        return caution
    higher = sum(gap > 0 for gap in gaps)
    middle = signed(median(gaps).quantize(Decimal("0.01")))
    of = plural(len(gaps), "pair")
    return f"The lab’s figure is the higher one in {higher} of {of}; the middle gap is {middle}. {caution}"
