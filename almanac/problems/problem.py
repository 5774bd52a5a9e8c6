"""The problem: one finding about one place in the content, ready to be sorted, waived and printed."""

from dataclasses import dataclass
from typing import Literal

from almanac.problems.codes import codes

Severity = Literal["error", "warning"]
_LONGEST = 1000


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of one file; line and column count from 1, columns and width in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. `fact` is the waiver's address of it: `models/openai/gpt-4.1-nano#limits.context`."""

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""
    width: int = 1
    fact: str = ""


def problem(code: str, place: Place, *, message: str, hint: str = "", fact: str = "") -> Problem:
    """Return the problem with the severity that its code has for ever; an unknown code is a KeyError."""
    return Problem(
        path=place.path,
        line=place.line,
        column=place.column,
        severity=codes()[code].severity,
        code=code,
        message=_line(message),
        hint=_line(hint),
        width=max(1, place.width),
        fact=fact,
    )


def _line(text: str) -> str:
    """Keep a text that is printed on one line there, and short, whatever value it quotes."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
