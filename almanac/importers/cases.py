"""Cases: one record on the table: what it says, what each source said of it before, and what each says now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Literal

from almanac.importers.drafts import Draft
from almanac.importers.edits import same
from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, is_list
from almanac.importers.ranks import ranked
from almanac.importers.sync import Said
from almanac.paths import format_path, parse_path

UNKNOWN = "unknown"
"""What a source writes that does not know a date; any other word comes before it."""
MACHINE = "import"
"""What stands under `by` in a machine's evidence."""

EventKind = Literal["added", "updated", "kept", "conflicting", "suspicious", "removed", "ended", "returned"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the merge did or left alone, for the report; `path` is that of the fact inside the record."""

    kind: EventKind
    record: str
    path: str
    old: Plain = None
    new: Plain = None
    cause: str = ""


class Owner(Enum):
    """Whose a fact is that stands in a record, or does not."""

    NOBODY = auto()
    """It is not there, and was not."""
    MACHINE = auto()
    PERSON = auto()
    AGREED = auto()
    """A person's, and a source has said the same: it follows that source until the person writes something else."""
    REMOVED = auto()
    """A person took it out."""


Refused = Mapping[tuple[str, Steps], str]
"""Statements that may not be written, by source and steps, each with the cause."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is the same for all records of one import.

    `last_at` is the day of the source's import before this one, `days` those of all sources after it.
    """

    source: str
    at: str
    last_at: str = ""
    days: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[tuple[str, str]] = frozenset()
    """Findings that a person has waived, as code and `record#path`."""


@dataclass(slots=True)
class Case:
    """One record while it is merged. `before` and `now` map each source to what it said and says of it."""

    run: Run
    record: str
    original: Mapping[str, Plain] | None
    before: Mapping[str, Said]
    now: dict[str, Said]
    gone: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Offer key to the source whose word counts and the day on which it no longer listed the offer."""
    refused: Refused = field(default_factory=dict)
    draft: Draft = field(init=False)
    events: list[Event] = field(init=False, default_factory=list)
    authors: dict[Steps, str] = field(init=False, default_factory=dict)
    """Each fact that a machine wrote, to the source that states it."""
    changed: set[Steps] = field(init=False, default_factory=set)
    """Each fact that the merge wrote or took out just now."""
    repriced: dict[str, Plain] = field(init=False, default_factory=dict)
    """Offer key to the price before, where the source itself changed it."""
    _frozen: tuple[Steps, ...] = field(init=False)
    _stated: frozenset[Steps] = field(init=False)
    _base: Draft = field(init=False)
    _ranks: dict[Steps, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Take the record apart once."""
        self.draft = Draft(self.record, self.original)
        self._base = Draft(self.record, self.original, is_view=True)
        self._frozen = tuple(_frozen_paths(self.original or {}))
        self._stated = frozenset(
            steps[:length]
            for said in self.before.values()
            for steps in said.facts
            if steps not in said.held
            for length in range(1, len(steps) + 1)
        )

    @property
    def kind(self) -> str:
        """The folder of the record."""
        return self.draft.kind

    def present(self, steps: Steps) -> Plain:
        """Return what stood in the record before the merge."""
        return self._base.get(steps)

    def path(self, steps: Steps) -> str:
        """Write steps as the record's evidence and claims do."""
        return format_path(steps, _Shape(self.kind))

    def tell(self, kind: EventKind, steps: Steps, old: Plain = None, new: Plain = None, *, cause: str = "") -> None:
        """Note something for the report."""
        self.events.append(Event(kind, self.record, self.path(steps), old, new, cause))

    def tell_of(self, path: str, source: str, old: Plain, new: Plain) -> None:
        """Note a claim for the report."""
        self.events.append(Event("conflicting", self.record, path, old, new, source))

    def is_frozen(self, steps: Steps) -> bool:
        """Say whether a person's evidence covers a fact; a price with the history that a person answers for is one."""
        if not self._frozen:
            return False
        if steps[0] == "offers" and steps[2:3] == ("price",):
            history = (*steps[:2], "price_history")
            if self.present(history) and self.is_frozen(history):
                return True
        return any(_covers(path, steps) for path in self._frozen)

    def is_removed(self, steps: Steps) -> bool:
        """Say whether a person took out what would hold a fact: the offer, the limits …; a list is never all of it."""
        for length in range(1, len(steps)):
            within = steps[:length]
            may_go = within in self._stated and within != ("offers",) and not is_list(self.kind, within)
            if may_go and self.present(within) is None:
                return True
        return False

    def was_written(self, mark: Steps) -> list[str]:
        """Return the sources for whom the merge wrote something before."""
        return [source for source, said in self.before.items() if mark in said.written]

    def ranked(self, steps: Steps) -> list[str]:
        """Return the sources that speak of the record, in the order in which their word counts at a path."""
        within = steps[:2] if steps[:1] == ("offers",) else ()
        if within not in self._ranks:
            self._ranks[within] = ranked(self.now.keys() | self.before.keys(), within)
        return self._ranks[within]


class _Shape(dict[str, Plain]):
    """Stands for a record in `format_path`, which needs to know only where lists are."""

    def __init__(self, kind: str, steps: Steps = ()) -> None:
        super().__init__()
        self.kind, self.steps = kind, steps

    def get(self, step: str, default: object = None) -> Plain:
        del default
        steps = (*self.steps, step)
        return [] if is_list(self.kind, steps) else _Shape(self.kind, steps)


def _frozen_paths(data: Mapping[str, Plain]) -> Iterable[Steps]:
    evidence = data.get("evidence")
    for path, entry in evidence.items() if isinstance(evidence, Mapping) else ():
        if not isinstance(entry, Mapping) or entry.get("by") != MACHINE:
            try:
                yield parse_path(path)
            except ValueError:  # the check of evidence tells of it
                continue


def _covers(path: Steps, steps: Steps) -> bool:
    """Say whether a path leads to a fact or to what holds it; list items answer to the start of their name."""
    if len(path) > len(steps):
        return False
    return all(own == name or own.startswith(f"{name},") for name, own in zip(path, steps, strict=False))


def agrees(present: Plain, stated: Plain, *, is_item: bool = False) -> bool:
    """Say whether what stands is what a source states; an item of a list may say more, which a person added."""
    if is_item and isinstance(present, Mapping) and isinstance(stated, Mapping):
        return all(key in present and same(present[key], stated[key]) for key in stated)
    return same(present, stated)


def rivals(present: Plain, stated: Plain) -> bool:
    """Say whether two values contradict each other: not where they differ in order or in the precision of a date.

    Nor does a source that does not know.
    """
    if stated == UNKNOWN:
        return False
    if isinstance(present, list) and isinstance(stated, list):
        return sorted(map(str, present)) != sorted(map(str, stated))
    if isinstance(present, str) and isinstance(stated, str) and _is_date(present) and _is_date(stated):
        return not (present.startswith(stated) or stated.startswith(present))
    return not same(present, stated)


def _is_date(text: str) -> bool:
    return text[:4].isdigit() and text[4:5] == "-"
