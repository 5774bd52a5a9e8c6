"""Dates: days and months as written; the precision written is the precision shown and compared."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a whole month where `day` is None. Its text is what was written: 2025-04-14 or 2025-04."""

    year: int
    month: int
    day: int | None = None

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"


def parse_day(text: str) -> Day:
    """Return the day or month written as YYYY-MM-DD or YYYY-MM; ValueError with a sentence for anything else."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        message = f'"{text}" is not a date.'
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 0, day or 1)
    except ValueError:
        message = f"{text} is not in the calendar."
        raise ValueError(message) from None
    return Day(year or 0, month or 0, day)


def from_date(value: date) -> Day:
    """Return the same day as a Day."""
    return Day(value.year, value.month, value.day)


def first_day(when: Day) -> date:
    """Return the day itself, or the first day of the month."""
    return date(when.year, when.month, when.day or 1)


def last_day(when: Day) -> date:
    """Return the day itself, or the last day of the month."""
    return date(when.year, when.month, when.day or calendar.monthrange(when.year, when.month)[1])


def is_before(one: Day, other: Day) -> bool:
    """Say whether one is earlier at the precision both have: 2025-04 is not before 2025-04-14."""
    if one.day is None or other.day is None:
        return (one.year, one.month) < (other.year, other.month)
    return first_day(one) < first_day(other)


def is_reached(when: Day, today: date) -> bool:
    """Say whether today lies on or after the day, or in or after the month."""
    return first_day(when) <= today


def days_since(when: Day, today: date) -> int:
    """Count the days from the end of the day or month to today; negative while it lies ahead."""
    return (today - last_day(when)).days


def sort_key(when: Day) -> tuple[int, int, int]:
    """Order dates; a month stands before its days."""
    return (when.year, when.month, when.day or 0)


def long_date(when: Day) -> str:
    """Write the date for a sentence: 14 April 2025, April 2025."""
    name = _MONTHS[when.month - 1]
    return f"{name} {when.year}" if when.day is None else f"{when.day} {name} {when.year}"


def on_date(when: Day) -> str:
    """Write the date with its preposition: on 14 April 2025, in April 2025."""
    return f"{'in' if when.day is None else 'on'} {long_date(when)}"


def short_date(when: Day) -> str:
    """Write the date for a table: 14 Apr 2025, Apr 2025."""
    name = _MONTHS[when.month - 1][:3]
    return f"{name} {when.year}" if when.day is None else f"{when.day} {name} {when.year}"


def month_date(when: Day) -> str:
    """Write the month alone, for the narrow column of a catalogue: Apr 2025."""
    return f"{_MONTHS[when.month - 1][:3]} {when.year}"
