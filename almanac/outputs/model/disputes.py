"""Disputes: the rival values of a fact, each with who says so and when, beside the value that we show."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact
from almanac.outputs.marks import Marks
from almanac.outputs.traits import capability_text
from almanac.outputs.values import anything
from almanac.paths import parse_path
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, long_date, parse_day

LABELS = {
    "limits.context": "Context window", "limits.max_output": "Longest output", "limits.max_input": "Longest input",
    "lifecycle.knowledge_cutoff": "Knowledge cutoff", "lifecycle.released": "Release",
    "lifecycle.announced": "Announcement", "lifecycle.deprecated": "Deprecation", "lifecycle.retires": "Retirement",
    "lifecycle.successor": "Successor",
    "lifecycle.preview": "Preview", "modalities.input": "What it reads", "modalities.output": "What it writes",
    "family.name": "Family", "status": "Status", "weights.open": "Weights", "weights.licence": "Licence",
    "weights.parameters": "Parameters", "tokenizer": "Tokenizer",
}  # fmt: skip
LEAVES = {
    "price": "price", "input": "input price", "output": "output price", "cache_read": "cached input price",
    "retires": "retirement", "deprecated": "deprecation", "status": "status", "context": "context window",
    "max_output": "longest output", "max_input": "longest input", "since": "first day", "ended": "last day",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RivalRow:
    """One rival value."""

    value: Cell
    who: Cell
    checked: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disputed fact. `why` says which value we show and on whose word."""

    label: str
    shown: Cell
    count: int
    why: Cell
    rows: tuple[RivalRow, ...]


def dispute(fact: Fact | None, marks: Marks, *, label: str = "") -> Dispute | None:
    """Return the dispute about a fact, or None where nobody contradicts it."""
    if fact is None or not fact.rivals:
        return None
    return Dispute(
        label=label or LABELS.get(fact.path, fact.path),
        shown=cells.join((cells.plain(written(fact.value, fact.path)), marks.of(fact)))
        if fact.value is not None
        else cells.word("nothing"),
        count=len({rival.proof.source for rival in fact.rivals}),
        why=_why(fact, marks),
        rows=tuple(
            RivalRow(
                value=cells.plain(written(rival.value, fact.path))
                if rival.value is not None
                else cells.word("no value"),
                who=marks.said(rival),
                checked=long_date(rival.proof.checked) if rival.proof.checked else "date unknown",
            )
            for rival in fact.rivals
        ),
    )


def _why(fact: Fact, marks: Marks) -> Cell:
    if fact.value is None:
        return cells.plain("We show no value: nothing we trust states one.")
    if fact.proof is None:
        return cells.plain("Our value names no source yet.")
    said = f"We show what “{marks.title(fact.proof)}” states."
    return cells.plain(f"{said} {fact.proof.note}".strip())


def written(value: object, path: str) -> str:
    """Write a value of a fact or a claim; text that is a date is written as one."""
    if isinstance(value, str):
        try:
            return long_date(parse_day(value))
        except ValueError:
            return value
    return anything(value, path)


def label_of(path: str, names: dict[str, str]) -> str:
    """Name a fact by its path: "Azure: retirement". `names` gives each offer key its name."""
    if path in LABELS:
        return LABELS[path]
    steps = parse_path(path)
    if steps[0] == "offers" and len(steps) > 2:  # noqa: PLR2004 - offers, key, and what of it
        leaf = LEAVES.get(steps[-1]) or sentence_case(capability_text(steps[-1]))
        return f"{names.get(steps[1], steps[1])}: {leaf}"
    return capability_text(steps[-1])


def sentence_case(text: str) -> str:
    """Lower the first letter, but not of an abbreviation: "function calling", "PDF input"."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def others(facts: Iterable[Fact], *, shown: set[str], marks: Marks, names: dict[str, str]) -> tuple[Dispute, ...]:
    """Return the disputes that no figure of the page has shown."""
    found = (dispute(fact, marks, label=label_of(fact.path, names)) for fact in facts if fact.path not in shown)
    return tuple(item for item in found if item is not None)


def day_of(value: object) -> Day | None:
    """Return a fact's value where it is a date."""
    return value if isinstance(value, Day) else None
