"""Lists and quotes: which lines belong to them, and what is left of each line inside."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from almanac.markup.spots import Line

_MARKER = re.compile(r"(?:[-*+]|([0-9]{1,9})[.)])(?=[ \t]|$)")
_GAP = 4

Lines = tuple[Line, ...]
_Interrupts = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Items:
    """A list as lines: one tuple of them an item. It is `loose` when blank lines stand between its items."""

    start: int | None
    items: tuple[Lines, ...]
    loose: bool


@dataclass(frozen=True, slots=True)
class Marker:
    """What begins an item: its sign, its number if it has one, the column where its content begins, and the rest."""

    sign: str
    number: int | None
    content: int
    rest: Line


def marker_of(line: Line) -> Marker | None:
    """Return what begins an item on this line, if anything does."""
    bare = line.outdented()
    match = _MARKER.match(bare.text)
    if match is None or is_rule(line):
        return None
    rest = bare.without(match.end())
    before = line.indent() + match.end()
    gap = rest.indent(after=before)
    if not rest.words or gap > _GAP:
        gap = 1
    number = int(match[1]) if match[1] else None
    return Marker(match[0][-1], number, before + gap, rest.outdented(gap, after=before))


def is_rule(line: Line) -> bool:
    """Whether this line is a rule: three or more of one sign and nothing but spaces; `* * *` is no list."""
    signs = line.words.replace(" ", "").replace("\t", "")
    return len(signs) >= 3 and signs[0] in "-*_" and signs == signs[0] * len(signs)  # noqa: PLR2004 - CommonMark's


def starts_list(line: Line) -> bool:
    """Whether a list begins here, right under a paragraph too: its number is 1, or a year would begin one."""
    marker = marker_of(line)
    return marker is not None and marker.number in {None, 1} and bool(marker.rest.words)


def read_list(lines: Sequence[Line], at: int, *, first: Marker, interrupts: _Interrupts) -> tuple[Items, int]:
    """Read the list whose first item begins on a line, and return it with the index behind it."""
    marker: Marker | None = first
    items: list[Lines] = []
    loose = False
    while marker is not None and marker.sign == first.sign:
        item, at = _item(lines, at, marker=marker, interrupts=interrupts)
        blank = len(item) > 1 and not item[-1].words
        items.append(_without_blank_end(item))
        marker = marker_of(lines[at]) if at < len(lines) else None
        loose = loose or (blank and marker is not None and marker.sign == first.sign)
    return Items(first.number, tuple(items), loose), at


def read_quote(lines: Sequence[Line], at: int, *, interrupts: _Interrupts) -> tuple[Lines, int]:
    """Read the quoted lines from a line on: all that begin with `>`, and the rest of a paragraph in them."""
    inside: list[Line] = []
    while at < len(lines):
        line = lines[at].outdented()
        if line.text.startswith(">"):
            inside.append(line.without(2 if line.text.startswith("> ") else 1))
        elif line.words and inside[-1].words and marker_of(line) is None and not interrupts(at):
            inside.append(line)
        else:
            break
        at += 1
    return tuple(inside), at


def _item(lines: Sequence[Line], at: int, *, marker: Marker, interrupts: _Interrupts) -> tuple[list[Line], int]:
    item = [marker.rest]
    at += 1
    while at < len(lines):
        line = lines[at]
        if not line.words:
            item.append(line)
        elif line.indent() >= marker.content and not _is_hollow(item):
            item.append(line.outdented(marker.content))
        elif item[-1].words and marker_of(line) is None and not interrupts(at):
            item.append(line.outdented())
        else:
            break
        at += 1
    return item, at


def _is_hollow(item: Sequence[Line]) -> bool:
    """Whether an item has nothing beside its marker and a blank line under it; then it has nothing at all."""
    return len(item) > 1 and not item[0].words and not item[1].words


def _without_blank_end(item: Sequence[Line]) -> Lines:
    end = len(item)
    while end and not item[end - 1].words:
        end -= 1
    return tuple(item[:end])
