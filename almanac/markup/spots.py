"""Positions: the line and column of every character of a text, and the marks that carry them through a parser.

A parser that knows no positions passes on the characters it does not know. So before it reads a text, a mark is put
behind whatever may have to be pointed at: one character that Unicode has not assigned and that says the offset.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

SLOT_OPEN, SLOT_CLOSE = "\ue000", "\ue001"
FENCE = "\ue002"
BACKED = "\ue003"
BREAK = "\ue004"

MARK = re.compile("([\U00040000-\U000dffff])")
_FIRST = 0x40000
_UNWELCOME = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ue000-\ue004\U00040000-\U000dffff]")
_PREFIX = r"^(?:[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t])))*[ \t]*"
_PLACES = re.compile(
    rf"{_PREFIX}(?:\#+[ \t]*|\[(?=[^\[\]\n]+\]:)|\|[ \t]*(?=.*[^|:\-\s])|[*_`\"'(“]*(?=[\w$€£¥]))"
    r"|\[(?=[0-9^])|!\[|\]\(|\{\{|<(?=(?i:https?)://)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A stretch of one line; line and column count from 1, columns and width in characters."""

    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the offsets at which its lines begin."""

    text: str
    starts: tuple[int, ...]

    def line(self, at: int) -> int:
        """Return the number of the line that holds an offset, counted from 0."""
        return bisect_right(self.starts, at) - 1

    def words(self, line: int) -> str:
        """Return a line, counted from 0."""
        end = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[line] : end]

    def spot(self, start: int, end: int) -> Spot:
        """Point at a stretch of the text; of one that spans lines, at what stands on the first."""
        line = self.line(start)
        column = start - self.starts[line]
        return Spot(line + 1, column + 1, max(1, min(end - start, len(self.words(line)) - column)))

    def rest(self, at: int) -> Spot:
        """Point from an offset to the last word of its line."""
        line = self.line(at)
        return self.spot(at, self.starts[line] + len(self.words(line).rstrip(" \t")))

    def line_at(self, at: int) -> Spot:
        """Point at the words of the line that holds an offset."""
        line = self.line(at)
        words = self.words(line)
        return self.rest(self.starts[line] + len(words) - len(words.lstrip(" \t")))

    def marked(self) -> str:
        """Return the text with a mark behind whatever may have to be pointed at."""
        return _PLACES.sub(lambda place: place[0] + chr(_FIRST + place.end()), self.text)


def source_of(text: str) -> Source:
    """Replace what no text needs, one character for one, so that every position stays true.

    Control characters and lone surrogates would upset what reads the HTML. The private characters are
    ours, so nobody who writes text can forge a mark or a place for a trusted fragment.
    """
    tame = _UNWELCOME.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", " "))
    return Source(tame, (0, *(match.end() for match in re.finditer("\n", tame))))


def marked_offset(mark: str) -> int:
    """Return the offset that a mark says."""
    return ord(mark) - _FIRST


def bare(text: str) -> str:
    """Return the text without marks."""
    return MARK.sub("", text)
