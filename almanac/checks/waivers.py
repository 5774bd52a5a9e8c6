"""Waivers: findings that a person has looked at and accepted until a date, and waivers that no longer serve."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from almanac.checks.known import suggestion
from almanac.paths import Steps, parse_path
from almanac.problems import Problem, codes
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Waiver
from almanac.units.dates import last_day

WAIVABLE = (
    "price-batch-above-list", "price-too-high", "price-off-median", "price-wrong-mode", "price-cache-above-input",
    "price-output-low", "price-currency-slip", "limits-context-below-input", "limits-output-above-context",
    "offer-limits-context-below-input", "offer-limits-output-above-context", "cutoff-after-release",
    "retired-before-released", "lifecycle-order", "offer-dates-order", "offer-retired-before-released",
    "score-out-of-range", "score-fraction", "measurement-value", "name-is-provider", "id-date-mismatch",
    "offer-other-model", "sibling-stale", "claim-same", "history-price", "capability-contradiction",
)  # fmt: skip
"""What may be true though it is not plausible. All else would leave a page with a hole, or open a door."""

Shelves = Mapping[tuple[str, str], Sequence[Problem]]
"""Code and record to the findings that have both: a waiver is held against these alone."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found: problems that stand, and those that a waiver silences, each sorted by place."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]


def settle(library: Library, found: Sequence[Problem], *, today: date) -> Checked:
    """Take out what is waived on that day, and add what is wrong with the waivers themselves."""
    faults = [(waiver, tuple(_faults(waiver))) for waiver in library.waivers]
    sound = [waiver for waiver, wrong in faults if not wrong]
    valid = [waiver for waiver in sound if not _is_expired(waiver, today)]
    expired = [_expired(waiver, today) for waiver in sound if _is_expired(waiver, today)]
    shelves = _shelves(found)
    silenced = [(waiver, _silenced(waiver.record, shelves)) for waiver in valid]
    waived = {problem for _, problems in silenced for problem in problems}
    unused = [_unused(waiver) for waiver, its in silenced if not its and not _is_unread(library, waiver.record)]
    standing = [problem for problem in found if problem not in waived]
    wrong = (fault for _, those in faults for fault in those)
    return Checked(tuple(sorted((*standing, *wrong, *expired, *unused))), tuple(sorted(waived)))


def _faults(waiver: Entry[Waiver]) -> Iterator[Problem]:
    code, path = waiver.record.code, waiver.record.path
    if code not in WAIVABLE:
        is_code = code in codes()
        yield waiver.problem(
            "waiver-code",
            "code",
            message=f"{code} cannot be waived." if is_code else f'There is no finding with the code "{code}".',
            hint="Mend what it speaks of."
            if is_code
            else f"{suggestion(code, WAIVABLE)}Copy the code from the finding.",
        )
    if _steps(path) is None:
        yield waiver.problem(
            "waiver-path",
            "path",
            message=f'"{path}" does not lead to a fact.',
            hint="Write record#path, as in models/openai/gpt-4.1-nano#offers.azure.price.input.",
        )


def _steps(path: str) -> Steps | None:
    """Return the record and the steps of `record#path`; None where it is no such path."""
    record, _, fact = path.partition("#")
    try:
        return (record, *parse_path(fact)) if record and fact else None
    except ValueError:
        return None


def _shelves(found: Sequence[Problem]) -> Shelves:
    shelves: dict[tuple[str, str], list[Problem]] = {}
    for problem in found:
        shelves.setdefault((problem.code, _record(problem.fact)), []).append(problem)
    return shelves


def _silenced(waiver: Waiver, shelves: Shelves) -> list[Problem]:
    """Return the findings that a waiver is of: those of its code, at its fact."""
    wanted = _steps(waiver.path)
    shelf = shelves.get((waiver.code, _record(waiver.path)), ())
    return [problem for problem in shelf if _is_at(_steps(problem.fact), wanted)]


def _is_at(there: Steps | None, wanted: Steps | None) -> bool:
    """Say whether a path is the wanted one; items answer to the start of their name."""
    if there is None or wanted is None or len(there) != len(wanted):
        return False
    return all(own == name or own.startswith(f"{name},") for own, name in zip(there, wanted, strict=True))


def _record(path: str) -> str:
    return path.partition("#")[0]


def _is_expired(waiver: Entry[Waiver], today: date) -> bool:
    return last_day(waiver.record.until) < today


def _is_unread(library: Library, waiver: Waiver) -> bool:
    """Say whether the record could not be read, so that nobody knows whether the finding is still there."""
    return library.is_broken(_record(waiver.path))


def _expired(waiver: Entry[Waiver], today: date) -> Problem:
    return waiver.problem(
        "waiver-expired",
        "until",
        message=f"This waiver ended on {waiver.record.until}, and today is {today}.",
        hint="Look at the finding again: mend what it speaks of, or give the waiver a later date.",
    )


def _unused(waiver: Entry[Waiver]) -> Problem:
    return waiver.problem(
        "waiver-unused",
        "path",
        message=f"There is no finding {waiver.record.code} at {waiver.record.path}.",
        hint="Remove the waiver, or correct its path.",
    )
