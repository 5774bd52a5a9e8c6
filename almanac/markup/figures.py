"""The lint of figures: a number beside a unit wants a citation or a bound fact in its sentence."""

import re
from collections.abc import Iterator, Sequence

from almanac.markup.findings import Fault
from almanac.markup.inlines import Prose
from almanac.markup.tokens import Called, Cited, Words
from almanac.markup.tree import Block, Paragraph, Table, walk

_BACKED = "\ue000"  # stands where a citation or a call stands; nobody can write this character

# A number that is no part of a name (GPT-4.1), of a date, or of a unit itself (per 1M tokens, /1K).
_NUMBER = r"(?<![\w.,])(?<!\w[-‑])(?<!per\s)(?<!/)(?!(?:19|20)\d0s\b)\d[\d,]*(?:\.\d+)?"
_UNITS = (
    r"\s?[%×]",
    r"x\b",
    r"\s?(?:ms|s|seconds?|milliseconds?|minutes?)\b",
    r"\s?tok(?:en)?s?/s\b",
    r"\s?(?:percent|percentage\spoints?|points?)\b",
    r"[\s-]?(?:[KMB][\s-]?|million\s|billion\s)?tokens?\b",
    r"[\s-]?[KM][\s-](?:context|window)\b",
    r"\sper\s(?:1\s?[KM]|million|thousand)\b",
)
_FIGURE = re.compile(rf"[$€£¥]\s?\d[\d,]*(?:\.\d+)?|{_NUMBER}(?:{'|'.join(_UNITS)})")
_SENTENCE_END = re.compile(rf"[.!?][\"'”’)]*(?:[\s{_BACKED}]*{_BACKED})?(?=\s|$)")


def unbound_figures(blocks: Sequence[Block]) -> Iterator[Fault]:
    """Yield every figure whose sentence neither cites nor binds; a row of a table is one sentence."""
    for block in walk(blocks):
        if isinstance(block, Paragraph):
            yield from _in_sentences(block.prose)
        elif isinstance(block, Table):
            yield from _in_rows(block)


def _in_sentences(prose: Prose) -> Iterator[Fault]:
    shown = _shown(prose)
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(shown)), len(shown)):
        if _BACKED not in shown[start:end]:
            yield from _figures(prose, shown, start, end)
        start = end


def _in_rows(table: Table) -> Iterator[Fault]:
    backed = [_BACKED in _shown(cell) for cell in table.header]
    for row in (table.header, *table.rows):
        texts = [_shown(cell) for cell in row]
        if any(_BACKED in text for text in texts):
            continue
        for cell, text, column_is_backed in zip(row, texts, backed, strict=True):
            if not column_is_backed:
                yield from _figures(cell, text, 0, len(text))


def _figures(prose: Prose, shown: str, start: int, end: int) -> Iterator[Fault]:
    for match in _FIGURE.finditer(shown, start, end):
        message = f'"{match[0]}" is a figure in a sentence that cites no source and binds no fact.'
        hint = "Bind it to the catalogue with {{ … }}, or cite where it comes from, like [1]."
        yield Fault(prose.source.spot(match.start(), match.end()), "figure-unbound", message, hint)


def _shown(prose: Prose) -> str:
    """Return the words at their own offsets; code and marks are blank, what backs a figure is marked."""
    canvas = [" "] * len(prose.source.text)
    for token in prose.tokens:
        if isinstance(token, Words):
            canvas[token.end - len(token.text) : token.end] = token.text
        elif isinstance(token, Cited | Called):
            canvas[token.start : token.end] = _BACKED * (token.end - token.start)
    return "".join(canvas)
