"""The ledger: published.txt, one id a line whose URLs must answer for ever, sorted by code point."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from almanac.problems import Place, Problem, problem
from almanac.problems.suggestions import did_you_mean
from almanac.reader.library import LedgerLine
from almanac.records.fields import MODEL_ID

_SLUG = r"[a-z0-9][a-z0-9.-]*"
_OTHER_NAME = re.compile(rf"{_SLUG}/[A-Za-z0-9@~][A-Za-z0-9._:/@~+-]{{0,199}}")
_MODEL = re.compile(MODEL_ID)
_NAME = re.compile(_SLUG)
KINDS: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType({
    "model": (_MODEL,),
    "offer": (_MODEL, re.compile(rf"{_SLUG}(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)*)?")),
    "snapshot": (_OTHER_NAME,),
    "alias": (_OTHER_NAME,),
    "lab": (_NAME,),
    "provider": (_NAME,),
    "benchmark": (_NAME,),
    "guide": (_NAME,),
    "pair": (_MODEL, _MODEL),
    "badge": (_MODEL, _NAME),
})  # fmt: skip
"""Each kind of line to the form of its ids."""
_HINT = "The lines are written by `python build.py publish-ids`; take an edit by hand back."


def read_ledger(text: str, *, path: str) -> tuple[tuple[LedgerLine, ...], list[Problem]]:
    """Return the lines that can be read, and what is wrong with the others or with their order."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    read: list[LedgerLine] = []
    sound: dict[int, str] = {}
    problems: list[Problem] = []
    for number, written in enumerate(lines, start=1):
        line = written.removesuffix("\r")
        kind, *ids = line.split(" ")
        if fault := _fault(kind, ids):
            place = Place(path, number, 1, len(line))
            problems.append(problem("ledger-syntax", place, message=fault[0], hint=fault[1]))
        else:
            sound[number] = line
            read.append(LedgerLine(kind, tuple(ids), number))
    return tuple(read), [*problems, *_order_problems(sound, path)]


def _fault(kind: str, ids: list[str]) -> tuple[str, str] | None:
    if kind not in KINDS:
        return "This line begins with no kind of published thing.", did_you_mean(kind, KINDS) or _HINT
    forms = KINDS[kind]
    if len(ids) != len(forms) or not all(form.fullmatch(name) for form, name in zip(forms, ids, strict=True)):
        return f'This is not what follows "{kind}".', _HINT
    if kind == "pair" and ids[0] >= ids[1]:
        return "A pair is of two models, in the order of their ids.", _HINT
    return None


def _order_problems(lines: Mapping[int, str], path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    above = ""
    for number, line in lines.items():
        place = Place(path, number, 1, len(line))
        if line in seen:
            message = f"This line stands on line {seen[line]} already."
            yield problem("ledger-duplicate", place, message=message, hint="Take one of them out.")
        elif line < above:
            message = "This line comes before the one above it by code point."
            yield problem("ledger-order", place, message=message, hint="Sort the file, or run publish-ids.")
        above = line
        seen.setdefault(line, number)
