"""Findings: what an upstream file says, fact by fact, before anything decides what becomes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from almanac.units.dates import Day

Plain = str | bool | int | Decimal | None | Sequence["Plain"] | Mapping[str, "Plain"]
"""Plain data as a YAML file holds it: dates are text, money is Decimal, never a float."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact that upstream states.

    `record` names the file below the content folder ("models/openai/gpt-4.1-nano", "providers/poe", "sources"); `steps`
    lead to the fact inside it ("offers", "poe", "price", "input"); a list's item is named, never numbered ("results",
    "mmlu,llmstats,whole"), and its `value` is then the whole item. `upstream` says where it was read, for the report.
    """

    record: str
    steps: tuple[str, ...]
    value: Plain
    upstream: str


@dataclass(frozen=True, slots=True)
class Disbelief:
    """A fact of which upstream's word is not believed: what it said last time is no longer kept either."""

    record: str
    steps: tuple[str, ...]


NoteKind = Literal["suspicious", "unmapped", "unmatched", "rounded", "dropped"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that did not become a finding, for the report: what, which value, and why, grouped by `cause`."""

    kind: NoteKind
    subject: str
    cause: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Harvest:
    """Everything that one source says.

    `offers` are all offers it lists, as (model id, offer key): one that it listed last time and no longer lists has
    ended. `fields` names every upstream field that was met: to the fact it becomes, or to the reason why it is not
    carried over. `disbelieved` are facts that are not to be kept from the last import.
    """

    source: str
    findings: tuple[Finding, ...]
    offers: frozenset[tuple[str, str]] = frozenset()
    notes: tuple[Note, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    disbelieved: frozenset[Disbelief] = frozenset()


@dataclass(frozen=True, slots=True)
class Upstream:
    """One upstream file: its name, what it was told to be by its shape, and its data with numbers exact."""

    name: str
    shape: str
    data: object
    at: Day
