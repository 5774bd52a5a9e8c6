"""Raster: PNG pictures in a few steps between paper and two inks, drawn with the font that Pillow brings along."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from PIL import Image, ImageDraw, ImageFont

STEPS = 8
"""Shades from paper to one ink; two inks of eight shades fill the 16 colours of a 4-bit palette."""
BITS = 4
NOTDEF = "\uffff"
"""No font has it: what is drawn for it is drawn for every missing character."""
GLYPH_SIZE = 32
"""Large enough that no character looks like the missing one."""
STAND_INS = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "×": "x", "≥": ">=", "≤": "<="}
)
"""What is written instead of common characters that the font lacks."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Inks:
    """The paper and the two inks on it."""

    paper: Colour
    first: Colour
    second: Colour


@dataclass(frozen=True, slots=True)
class Text:
    """One run of text: its left end and its base line in pixels, its size, and which of the two inks."""

    x: int
    y: int
    size: int
    written: str
    second: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle, right and lower edge excluded."""

    x: int
    y: int
    width: int
    height: int
    second: bool = False


def picture(size: tuple[int, int], inks: Inks, *, marks: Sequence[Text | Bar]) -> bytes:
    """Return a palette PNG; the same marks give the same bytes."""
    image = Image.new("P", size, 0)
    image.putpalette([channel for colour in _palette(inks) for channel in colour])
    for second in (False, True):
        layer = Image.new("L", size, 0)
        pen = ImageDraw.Draw(layer)
        for mark in marks:
            if mark.second is second:
                _draw(pen, mark)
        shades = layer.point([STEPS * second + round(level * (STEPS - 1) / 255) for level in range(256)])
        image.paste(shades, mask=layer.point([255 * (level > 0) for level in range(256)]))
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=BITS)
    return stream.getvalue()


def drawable(text: str) -> str:
    """Return a text on one line, common signs that the font lacks in plain letters; empty if more is missing.

    A sentence with gaps in it would say something else than was written, so none is drawn.
    """
    kept = "".join(char if has_glyph(char) else char.translate(STAND_INS) for char in " ".join(text.split()))
    return kept if all(map(has_glyph, kept)) else ""


def has_glyph(char: str) -> bool:
    """Say whether the font draws a character."""
    font = _font(GLYPH_SIZE)
    return char == " " or bytes(font.getmask(char)) != bytes(font.getmask(NOTDEF))


def width(text: str, size: int) -> float:
    """Return how many pixels a text takes."""
    return float(_font(size).getlength(text))


def wrapped(text: str, size: int, *, within: int, most: int) -> list[str]:
    """Break a text into at most so many lines of a width; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= within or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [_shortened(lines[most - 1], size, within)]
    return [_cut(line, size, within) for line in lines]


def fitting(text: str, sizes: Sequence[int], *, within: int) -> int:
    """Return the largest of the sizes (given largest first) at which a text fits, else the smallest."""
    return next((size for size in sizes if width(text, size) <= within), sizes[-1])


def _shortened(line: str, size: int, within: int) -> str:
    """End a line in an ellipsis, and leave out as many of its last words as that takes."""
    words = line.split()
    while len(words) > 1 and width(f"{' '.join(words)}…", size) > within:
        words.pop()
    return f"{' '.join(words).rstrip(' .,;:')}…"


def _cut(line: str, size: int, within: int) -> str:
    if width(line, size) <= within:
        return line
    starts = [start for start in accumulate(line) if width(f"{start}…", size) <= within]
    return f"{starts[-1].rstrip(' .,;:…') if starts else ''}…"


def _draw(pen: ImageDraw.ImageDraw, mark: Text | Bar) -> None:
    if isinstance(mark, Text):
        pen.text((mark.x, mark.y), mark.written, fill=255, font=_font(mark.size), anchor="ls")
    else:
        pen.rectangle((mark.x, mark.y, mark.x + mark.width - 1, mark.y + mark.height - 1), fill=255)


def _palette(inks: Inks) -> list[Colour]:
    return [_between(inks.paper, ink, step) for ink in (inks.first, inks.second) for step in range(STEPS)]


def _between(paper: Colour, ink: Colour, step: int) -> Colour:
    red, green, blue = (round(low + (high - low) * step / (STEPS - 1)) for low, high in zip(paper, ink, strict=True))
    return red, green, blue


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Load the font laid out by the simplest rules: the richer ones depend on libraries that machines may lack."""
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise OSError("this Pillow was built without FreeType and cannot draw text")
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)
