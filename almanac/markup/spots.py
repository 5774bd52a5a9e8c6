"""Positions: the line and column of every character of a text, however the text is taken apart."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

OPEN = "\ue000"
CLOSE = "\ue001"

_TAB = 4
_UNWELCOME = re.compile(f"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff{OPEN}{CLOSE}]")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A stretch of one line; line and column count from 1, columns and width in characters."""

    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """What is left of a line once the marks of the quotes and lists around it are taken off its front."""

    text: str
    number: int
    column: int

    @property
    def words(self) -> str:
        """The line without the white space around it."""
        return self.text.strip(" \t")

    def without(self, count: int) -> "Line":
        """Take `count` characters off the front."""
        return Line(self.text[count:], self.number, self.column + count)

    def indent(self, *, after: int = 0) -> int:
        """Return the width of the white space in front, where the line begins `after` so many columns.

        A tab reaches to the next multiple of four.
        """
        width = after
        for character in self.text:
            if character not in " \t":
                break
            width += _step(character, width)
        return width - after

    def outdented(self, width: int | None = None, *, after: int = 0) -> "Line":
        """Take white space off the front: all of it, or at most `width` columns."""
        count, seen = 0, after
        for character in self.text:
            if character not in " \t" or (width is not None and seen - after >= width):
                break
            seen += _step(character, seen)
            count += 1
        return self.without(count)

    def spot(self) -> Spot:
        """Point at the words of the line."""
        lead = len(self.text) - len(self.text.lstrip(" \t"))
        return Spot(self.number, self.column + lead, max(1, len(self.words)))


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text of one or more lines: a paragraph, a heading, a cell. `starts` are its lines' offsets."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    def spot(self, start: int, end: int) -> Spot:
        """Point at a stretch of the text; of one that spans lines, at what stands on the first."""
        index = bisect_right(self.starts, start) - 1
        line = self.lines[index]
        offset = start - self.starts[index]
        return Spot(line.number, line.column + offset, max(1, min(end - start, len(line.text) - offset)))


def _step(character: str, column: int) -> int:
    return _TAB - column % _TAB if character == "\t" else 1


def passage(lines: Sequence[Line]) -> Passage:
    """Join lines into running text; the indentation of each is not part of it, two spaces at an end are."""
    bare = [line.outdented() for line in lines]
    starts: list[int] = []
    length = 0
    for line in bare:
        starts.append(length)
        length += len(line.text) + 1
    return Passage("\n".join(line.text for line in bare).rstrip(" \t"), tuple(bare), tuple(starts))


def tame(text: str) -> str:
    """Replace what no text needs, one character for one, so that every position stays true.

    Control characters and lone surrogates would upset what reads the HTML. The two private characters are
    ours: they mark in the HTML where a trusted fragment goes, so nobody who writes text can forge one.
    """
    return _UNWELCOME.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", " "))


def lines_of(text: str) -> tuple[Line, ...]:
    """Cut a text into its lines."""
    return tuple(Line(line, number, 1) for number, line in enumerate(tame(text).split("\n"), start=1))
