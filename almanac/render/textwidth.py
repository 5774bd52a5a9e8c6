"""Text width: what may be drawn of a text of strangers, and how wide it surely is, without asking any font."""

import json
import unicodedata
from collections.abc import Callable
from importlib.resources import files
from math import ceil

import regex

SIZE = 110
"""The size of the letters of a badge in tenths of a pixel, the unit in which everything here is measured."""
ELLIPSIS = "…"
EMPTY = "–"
"""What stands for a text of which nothing can be drawn."""
MOST_MARKS = 4
"""How many marks one character may carry: more cover the lines around it, and cost bytes without taking width."""

_UNSEEN = regex.compile(r"\p{C}+")
"""Control, format (bidirectional and zero-width ones among them), surrogate, private and unassigned characters."""
_SPACES = regex.compile(r"[\p{Z}\s\p{Cc}]+")
_PILED = regex.compile(rf"(\p{{M}}{{{MOST_MARKS}}})\p{{M}}+")
_GRAPHEMES = regex.compile(r"\X")
_MARK = regex.compile(r"\p{Mn}|\p{Me}")
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}")
_WIDE = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")
_AS_EMOJI = "\ufe0f"


def _table() -> dict[str, float]:
    """Return the advances of DejaVu Sans; a character that it lacks is not in it."""
    data = json.loads(files("almanac.render").joinpath("advances.json").read_text(encoding="utf-8"))
    return {
        chr(first + place): advance * SIZE / data["per_em"]
        for first, advances in data["ranges"]
        for place, advance in enumerate(advances)
        if advance is not None
    }


class _Widths(dict[str, float]):
    """Widths by character; one outside the table is estimated once and remembered."""

    def __missing__(self, char: str) -> float:
        width = self[char] = SIZE * _estimate(char)
        return width


KNOWN = frozenset(_table())
"""The characters of which the width is known, and not estimated."""
_UNFIT = regex.compile(r"[\p{C}\p{Z}\p{M}]")
_SIMPLE = frozenset(
    char for char in KNOWN if char == " " or not (_UNFIT.match(char) or unicodedata.normalize("NFC", char) != char)
)
"""The characters that need no cleaning in whatever company; of these almost all texts consist."""
_width_of: Callable[[str], float] = _Widths(_table()).__getitem__


def _estimate(char: str) -> float:
    """Return in em how wide a character outside the table may be in whatever font a reader has."""
    if char == _AS_EMOJI:
        return 0.85  # by so much the narrowest character that can become an emoji grows
    if _MARK.match(char):
        return 0
    if _EMOJI.match(char):
        return 1.3
    return 1.0 if _WIDE.match(char) else 0.82


def cleaned(text: str) -> str:
    """Return a text on one line with nothing in it that cannot be seen; `–` where nothing is left."""
    if _SIMPLE.issuperset(text):
        is_single = "  " not in text and text.strip(" ") == text != ""
        return text if is_single else " ".join(text.split()) or EMPTY
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", _SPACES.sub(" ", text)))
    return _PILED.sub(r"\1", " ".join(composed.split())) or EMPTY


def width(text: str) -> float:
    """Return how wide a cleaned text is at the size of badges, in tenths of a pixel."""
    return sum(map(_width_of, text))


def is_known(text: str) -> bool:
    """Say whether the width of every character is known, so that the text may be set to exactly that width."""
    return KNOWN.issuperset(text)


def clamped(text: str, most: float) -> str:
    """Return a cleaned text cut at a grapheme and ended by an ellipsis, where it is wider than `most`."""
    if width(text) <= most:
        return text
    room, kept = most - width(ELLIPSIS), 0
    for grapheme in _GRAPHEMES.findall(text):
        room -= width(grapheme)
        if room < 0:
            break
        kept += len(grapheme)
    return f"{text[:kept].rstrip()}{ELLIPSIS}"


def shortened(text: str) -> str:
    """Return a text without its last grapheme, ended by an ellipsis."""
    parts: list[str] = _GRAPHEMES.findall(text.removesuffix(ELLIPSIS))
    return f"{''.join(parts[:-1]).rstrip()}{ELLIPSIS}"


def pixels(length: float) -> int:
    """Return whole pixels that hold a length in tenths."""
    return ceil(length / 10)
