"""Waivers: findings that a person has looked at and accepted until a date, and waivers that no longer serve."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from almanac.checks.known import suggestion
from almanac.paths import parse_path
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


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found: problems that stand, and those that a waiver silences, each sorted by place."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]


def settle(library: Library, found: Sequence[Problem], *, today: date) -> Checked:
    """Take out what is waived on that day, and add what is wrong with the waivers themselves."""
    faults = [fault for waiver in library.waivers for fault in _faults(waiver)]
    sound = [waiver for waiver in library.waivers if not any(_faults(waiver))]
    valid = [waiver for waiver in sound if not _is_expired(waiver, today)]
    expired = [_expired(waiver, today) for waiver in sound if _is_expired(waiver, today)]
    waived = {problem for problem in found if any(_silences(waiver.record, problem) for waiver in valid)}
    unused = [
        _unused(waiver) for waiver in valid
        if not any(_silences(waiver.record, problem) for problem in waived) and not _is_unread(library, waiver.record)
    ]  # fmt: skip
    standing = [problem for problem in found if problem not in waived]
    return Checked(tuple(sorted((*standing, *faults, *expired, *unused))), tuple(sorted(waived)))


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


def _steps(path: str) -> tuple[str, ...] | None:
    """Return the record and the steps of `record#path`; None where it is no such path."""
    record, _, fact = path.partition("#")
    try:
        return (record, *parse_path(fact)) if record and fact else None
    except ValueError:
        return None


def _silences(waiver: Waiver, problem: Problem) -> bool:
    """Say whether the waiver is of this finding: its code, at its fact; items answer to the start of their name."""
    wanted, there = _steps(waiver.path), _steps(problem.fact)
    if waiver.code != problem.code or wanted is None or there is None or len(wanted) != len(there):
        return False
    return all(own == name or own.startswith(f"{name},") for own, name in zip(there, wanted, strict=True))


def _is_expired(waiver: Entry[Waiver], today: date) -> bool:
    return last_day(waiver.record.until) < today


def _is_unread(library: Library, waiver: Waiver) -> bool:
    """Say whether the record could not be read, so that nobody knows whether the finding is still there."""
    return library.is_broken(waiver.path.partition("#")[0])


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
