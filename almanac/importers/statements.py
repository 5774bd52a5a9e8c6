"""Statements: findings as facts by their steps, and what of a source's last word still holds beside the new one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.layout import Steps, is_list, kind_of
from almanac.importers.sync import Memory, Said

Facts = dict[Steps, Plain]
Statements = dict[str, Facts]
"""Record to the facts that a source states about it."""

_FEWEST = 3
_SHARE = 10
"""A price component that vanishes from more than one offer in ten was renamed, not withdrawn."""


def statements(findings: Iterable[Finding]) -> Statements:
    """Return the facts of each record; of two findings about one fact the first counts."""
    found: Statements = {}
    for finding in findings:
        facts = found.setdefault(finding.record, {})
        for steps, value in _leaves(kind_of(finding.record), finding.steps, finding.value):
            if not _is_derived(steps):
                facts.setdefault(steps, value)
    return found


def _leaves(kind: str, steps: Steps, value: Plain) -> Iterator[tuple[Steps, Plain]]:
    """Yield the facts in a value: items of lists and amounts in a unit of their own are one fact each."""
    if value is None:
        return
    if isinstance(value, Mapping) and not is_list(kind, steps[:-1]) and not _is_amount(kind, steps):
        for key, inner in value.items():
            yield from _leaves(kind, (*steps, key), inner)
    else:
        yield steps, _plain(value)


def _plain(value: Plain) -> Plain:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _is_amount(kind: str, steps: Steps) -> bool:
    return kind == "models" and len(steps) == 4 and steps[0] == "offers" and steps[2] == "price"  # noqa: PLR2004


def _is_derived(steps: Steps) -> bool:
    """Say whether the merge writes it: where a record's or an offer's facts come from follows from who states them."""
    return steps[:1] == ("sync",) or (len(steps) == 3 and steps[0] == "offers" and steps[2] == "source")  # noqa: PLR2004


def is_price(steps: Steps) -> bool:
    """Say whether a fact is part of what an offer asks now: its list price or a row under a condition."""
    return len(steps) > 2 and steps[0] == "offers" and steps[2] in {"price", "price_when"}  # noqa: PLR2004


def withdrawn(memory: Memory, new: Statements) -> tuple[frozenset[tuple[str, Steps]], tuple[Note, ...]]:
    """Return the parts of prices that a source stated last time and no longer does, where it still prices the offer.

    Everything else that a source falls silent about stays: only a price must be whole. A component that vanishes from
    many offers at once stays too, with a note: upstream has renamed its field. A word for the whole price and its
    components always replace each other. A component that was renamed is put back into the conditional rows of `new`.
    """
    before = Counter(_part(steps) for said in memory.records.values() for steps in said.facts if is_price(steps))
    replaced: list[tuple[str, Steps]] = []
    gone: list[tuple[str, Steps]] = []
    for record, said in memory.records.items():
        facts = new.get(record, {})
        priced = {steps[1] for steps in facts if is_price(steps)}
        for steps in said.facts:
            if is_price(steps) and steps[1] in priced and steps not in facts:
                is_replaced = _part(steps) == "price" or (*steps[:2], "price") in facts
                (replaced if is_replaced else gone).append((record, steps))
    lost = Counter(_part(steps) for _, steps in gone)
    renamed = {part for part, count in lost.items() if count >= _FEWEST and count * _SHARE > before[part]}
    _restore_in_rows(memory, new, renamed)
    notes = tuple(
        Note("unmapped", part, f"gone from {lost[part]:,} of {before[part]:,} offers at once, so all were kept")
        for part in sorted(renamed)
    )
    left = (one for one in gone if not _parts(one[1], memory.records[one[0]].facts[one[1]]) <= renamed)
    return frozenset((*replaced, *left)), notes


def _parts(steps: Steps, value: Plain) -> set[str]:
    """Return the kinds of price that a fact states: itself, or all components of a conditional row."""
    if steps[2] == "price_when" and isinstance(value, Mapping):
        return {f"price.{name}" for name in value if name not in {"when", "marginal"}}
    return {_part(steps)}


def _restore_in_rows(memory: Memory, new: Statements, renamed: Iterable[str]) -> None:
    """Give conditional rows the components of their last word back that upstream has renamed."""
    names = {part.partition(".")[2] for part in renamed}
    for record, said in memory.records.items():
        facts = new.get(record, {})
        for steps, row in said.facts.items():
            now = facts.get(steps)
            if steps[2:3] == ("price_when",) and isinstance(row, Mapping) and isinstance(now, Mapping):
                kept = {name: now.get(name, value) for name, value in row.items() if name in now or name in names}
                facts[steps] = {**kept, **now}


def _part(steps: Steps) -> str:
    """Return what kind of a price a fact is: `price.cache_read`, or `price_when` for all rows."""
    return ".".join(steps[2:4]) if steps[2] == "price" else steps[2]


def restated(before: Said, new: Mapping[Steps, Plain], gone: Iterable[Steps]) -> Said:
    """Return what a source says now: its new word, and its last one where it is silent."""
    said = before.copy()
    for steps in gone:
        said.facts.pop(steps, None)
    said.facts.update(new)
    said.held.clear()
    return said
