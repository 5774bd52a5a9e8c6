"""How problems are printed: with a frame for people, as annotations for GitHub, as JSON lines for programs."""

import json
from collections.abc import Callable, Mapping

from almanac.problems.problem import Problem

_WIDEST = 200
LineOf = Callable[[str, int], str | None]
"""Gives the text of one line of one file, or None where there is no such line."""


def as_text(problem: Problem, line_of: LineOf) -> str:
    """Return the finding on one line, and under it the line it speaks of with carets below the place."""
    said = f"{problem.message} {problem.hint}".rstrip()
    head = f"{problem.path}:{problem.line}:{problem.column}: {problem.severity}[{problem.code}]: {said}"
    source = line_of(problem.path, problem.line)
    if source is None:
        return head
    shown, column = _window("".join(char if char.isprintable() else " " for char in source), problem.column)
    carets = "^" * max(1, min(problem.width, len(shown) - column + 1))
    return f"{head}\n{problem.line:>5} | {shown}\n{'':>5} | {' ' * (column - 1)}{carets}"


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a very long line to what stands around a column; return it with the column in what is left."""
    if len(line) <= _WIDEST:
        return line, column
    start = max(0, min(column - _WIDEST // 4, len(line) - _WIDEST))
    cut = line[start : start + _WIDEST]
    return f"…{cut[1:]}" if start else cut, column - start


def as_github(problem: Problem, _line_of: LineOf) -> str:
    """Return a workflow annotation, escaped by the rules of GitHub's runner."""
    end = problem.column + problem.width
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},endColumn={end}"
    said = f"{problem.message} {problem.hint}".rstrip()
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_data(said)}"


def as_json(problem: Problem, _line_of: LineOf) -> str:
    """Return one JSON object with `path line column severity code message hint`."""
    keys = ("path", "line", "column", "severity", "code", "message", "hint")
    return json.dumps({key: getattr(problem, key) for key in keys}, ensure_ascii=False)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


Format = Callable[[Problem, LineOf], str]
FORMATS: Mapping[str, Format] = {"text": as_text, "github": as_github, "json": as_json}


def render(problems: list[Problem], form: str, *, line_of: LineOf) -> str:
    """Return all problems in one of the `FORMATS`, each ending its line; the empty string for none."""
    return "".join(FORMATS[form](problem, line_of) + "\n" for problem in problems)
