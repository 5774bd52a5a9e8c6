"""The lint of figures: a number beside a unit wants a citation or a bound fact in its sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from xml.etree.ElementTree import Element

from almanac.markup.findings import Fault
from almanac.markup.reading import Parsed
from almanac.markup.spots import BACKED, BREAK, MARK, Source, marked_offset

# A number that is no part of a name (GPT-4.1), of a date, or of a unit itself (per 1M tokens, /1K).
_NUMBER = r"(?<![\w.,])(?<!\w[-‑])(?<!per\s)(?<!/)(?!(?:19|20)\d0s\b)\d[\d,]*(?:\.\d+)?"
_UNITS = (
    r"\s?[%×]",
    r"x\b",
    r"\s?(?:ms|s|seconds?|milliseconds?|minutes?)\b",
    r"\s?tok(?:en)?s?/s\b",
    r"\s?(?:per\s?cent|percentage\spoints?|points?|cents?|dollars?)\b",
    r"[\s-]?(?:[KMB][\s-]?|million\s|billion\s)?tokens?\b",
    r"[\s-]?[KM][\s-](?:context|window)\b",
    r"\sper\s(?:1\s?[KM]|million|thousand)\b",
)
_FIGURE = re.compile(rf"[$€£¥]\s?\d[\d,]*(?:\.\d+)?|{_NUMBER}(?:{'|'.join(_UNITS)})")
_SENTENCE_END = re.compile(rf"[.!?][\"'”’)]*(?:[\s{BACKED}]*{BACKED})?(?=\s|$)")
_DIGITS = re.compile(r"[\d,]*\d(?:\.\d+)?")
_RUNNING = frozenset({"a", "em", "strong", "br", "refused"})


def unbound_figures(read: Parsed) -> Iterator[Fault]:
    """Yield every figure whose sentence neither cites nor binds; a row of a table is one sentence."""
    for element in read.root.iter():
        if element.tag in {"p", "li"}:
            for piece in "".join(_shown(element)).split(BREAK):
                yield from _Run(read.source, piece).in_sentences()
        elif element.tag == "table":
            yield from _in_rows(read.source, element)


class _Run:
    """Running text with its marks taken out, and where each of them stood."""

    def __init__(self, source: Source, marked: str) -> None:
        parts = MARK.split(marked)
        self.source = source
        self.text = "".join(parts[::2])
        self.places = [*accumulate(len(words) for words in parts[:-1:2])]
        self.offsets = [marked_offset(mark) for mark in parts[1::2]]

    def in_sentences(self) -> Iterator[Fault]:
        start = 0
        for end in (*(match.end() for match in _SENTENCE_END.finditer(self.text)), len(self.text)):
            if BACKED not in self.text[start:end]:
                yield from self.figures(start, end)
            start = end

    def figures(self, start: int, end: int) -> Iterator[Fault]:
        seen = 0
        for match in _FIGURE.finditer(self.text, start, end):
            seen = self.place(match, seen)
            message = f'"{match[0]}" is a figure in a sentence that cites no source and binds no fact.'
            hint = "Bind it to the catalogue with {{ … }}, or cite where it comes from, like [1]."
            yield Fault(self.source.spot(seen, seen + len(match[0])), "figure-unbound", message, hint)
            seen += 1

    def place(self, figure: re.Match[str], seen: int) -> int:
        """Find a figure in the source: from the last mark before it, and behind the figure before it."""
        index = bisect_right(self.places, figure.start()) - 1
        last = self.offsets[index] if index >= 0 else 0
        digits = _DIGITS.search(figure[0])
        at = -1
        for words in (figure[0], digits[0] if digits else ""):
            at = self.source.text.find(words, max(last, seen)) if at < 0 else at
        return at if at >= 0 else last


def _in_rows(source: Source, table: Element) -> Iterator[Fault]:
    rows = [["".join(_shown(cell)) for cell in row] for row in table.iter("tr")]
    backed = [BACKED in cell for cell in rows[0]]
    last = ""
    for row in rows:
        for cell, column_is_backed in zip(row, backed, strict=True):
            run = _Run(source, last + cell)
            if not column_is_backed and BACKED not in "".join(row):
                yield from run.figures(0, len(run.text))
            last = "".join(MARK.findall(last + cell)[-1:])


def _shown(element: Element) -> Iterator[str]:
    """Yield the words of a block with their marks; code is blank, what backs a figure is marked."""
    yield element.text or ""
    for child in element:
        if child.tag in {"call", "cite"}:
            yield BACKED * len(child.text or "") + child.get("at", "")
        elif child.tag in _RUNNING:
            yield from _shown(child)
        else:
            yield " " if child.tag == "code" else BREAK
        yield child.tail or ""
