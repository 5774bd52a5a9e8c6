"""Raster: PNG pictures in a few steps between paper and two inks, drawn in the two voices of the site."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import as_file, files
from itertools import accumulate, chain, repeat
from math import ceil
from typing import NamedTuple
from unicodedata import category

from PIL import Image, ImageDraw, ImageFont, features

STEPS = 8
"""Shades from paper to one ink; two inks of eight shades fill the 16 colours of a 4-bit palette."""
BITS = 4
PACKING = {"compress_level": 6, "compress_type": 3}
"""How zlib packs: by runs alone, which for flat drawings takes half the time of its default for a few bytes more."""
WHITE = 255
"""The level of grey that is drawn with: all of the ink."""
NOTDEF = "\uffff"
"""No font has it: what is drawn for it is drawn for every missing character."""
GLYPH_SIZE = 32
"""Large enough that no character looks like the missing one."""
STAND_INS = str.maketrans({"‑": "-", "\u00a0": " ", "\u202f": " ", "≥": ">=", "≤": "<="})
"""What is written instead of common characters that a font may lack."""
SERIF, SANS = "serif", "sans"
FILES = {
    SERIF: ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf"),
    SANS: ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
}
"""Where the fonts of the two voices lie: the serif speaks, the sans counts."""

_BREAKS = re.compile(r"(?<=[\w.]-)(?=\w)")
"""Where a word may be broken."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Inks:
    """The paper and the two inks on it."""

    paper: Colour
    first: Colour
    second: Colour


@dataclass(frozen=True, slots=True)
class Text:
    """One run of text: its left end and its base line in pixels, its size, which of the two inks and which voice."""

    x: int
    y: int
    size: int
    written: str
    second: bool = False
    voice: str = SERIF


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle, right and lower edge excluded."""

    x: int
    y: int
    width: int
    height: int
    second: bool = False


def picture(size: tuple[int, int], inks: Inks, *, marks: Sequence[Text | Bar], base: Sequence[Bar] = ()) -> bytes:
    """Return a palette PNG; the same marks give the same bytes. What many pictures share is given as their `base`."""
    image = _prepared(size, inks, tuple(base)).copy()
    for mark in marks:
        _draw(image, mark)
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=BITS, **PACKING)
    return stream.getvalue()


@cache
def _prepared(size: tuple[int, int], inks: Inks, base: tuple[Bar, ...]) -> Image.Image:
    image = Image.new("P", size, 0)
    image.putpalette([channel for colour in _palette(inks) for channel in colour])
    for bar in base:
        _draw(image, bar)
    return image


def makers() -> str:
    """Return what pictures depend on beside their marks: the versions of the fonts and of the library that draws."""
    fonts = [version(package) for package, _ in FILES.values()]
    return " ".join((version("pillow"), str(features.version("freetype2")), str(features.version("zlib")), *fonts))


def drawable(text: str) -> str:
    """Return a text on one line, common signs that the font lacks in plain letters; empty if more is missing.

    A sentence with gaps in it would say something else than was written, so none is drawn.
    """
    kept = "".join(char if has_glyph(char) else char.translate(STAND_INS) for char in " ".join(text.split()))
    return kept if all(map(has_glyph, kept)) else ""


@cache
def has_glyph(char: str) -> bool:
    """Say whether both fonts draw a character; one that cannot be seen is none."""
    if char == " ":
        return True
    return not category(char).startswith("C") and all(_mask(char, voice) != _mask(NOTDEF, voice) for voice in FILES)


def _mask(char: str, voice: str) -> bytes:
    return bytes(font(GLYPH_SIZE, voice).getmask(char))


@lru_cache(maxsize=4096)
def width(text: str, size: int, voice: str = SERIF) -> float:
    """Return how many pixels a text takes."""
    return float(font(size, voice).getlength(text))


def wrapped(text: str, size: int, *, within: int, most: int, voice: str = SERIF) -> list[str]:
    """Break a text at spaces and after hyphens into at most so many lines of a width; the rest becomes an ellipsis."""
    lines = [""]
    for word in text.split():
        for part, glue in zip(_BREAKS.split(word), chain(" ", repeat("")), strict=False):
            longer = f"{lines[-1]}{glue}{part}".strip()
            if width(longer, size, voice) <= within or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(part)
    if len(lines) > most:
        lines[most - 1 :] = [_shortened(lines[most - 1], within, Set(size, voice))]
    return [_cut(line, within, Set(size, voice)) for line in lines]


def fitting(text: str, sizes: Sequence[int], *, within: int) -> int:
    """Return the largest of the sizes (given largest first) at which a text fits, else the smallest."""
    return next((size for size in sizes if width(text, size) <= within), sizes[-1])


class Set(NamedTuple):
    """The size and the voice in which a text is set."""

    size: int
    voice: str


def _shortened(line: str, within: int, how: Set) -> str:
    """End a line in an ellipsis, and leave out as many of its last words as that takes."""
    words = line.split()
    while len(words) > 1 and width(f"{' '.join(words)}…", *how) > within:
        words.pop()
    return f"{' '.join(words).rstrip(' .,;:')}…"


def _cut(line: str, within: int, how: Set) -> str:
    if width(line, *how) <= within:
        return line
    starts = [start for start in accumulate(line) if width(f"{start}…", *how) <= within]
    return f"{starts[-1].rstrip(' .,;:…') if starts else ''}…"


def _draw(image: Image.Image, mark: Text | Bar) -> None:
    """Lay a mark over what is there, as places in the palette."""
    first = STEPS * mark.second
    if isinstance(mark, Text):
        letters, mask, left, top = _letters(mark.written, font(mark.size, mark.voice), first)
        image.paste(letters, (mark.x + left, mark.y + top), mask)
    else:
        image.paste(first + STEPS - 1, (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height))


@lru_cache(maxsize=512)
def _letters(written: str, face: ImageFont.FreeTypeFont, first: int) -> tuple[Image.Image, Image.Image, int, int]:
    """Return a text with its mask, and where it lies about the left end of its base line: most pictures repeat some.

    The box is taken from the advances and the height of the font, with room for letters that lean out of it.
    """
    ascent, descent = face.getmetrics()
    room = ascent // 3
    grey = Image.new("L", (ceil(face.getlength(written)) + 2 * room, ascent + descent), 0)
    ImageDraw.Draw(grey).text((room, ascent), written, fill=WHITE, font=face, anchor="ls")
    return grey.point(_shades(first)), grey.point(_SEEN), -room, -ascent


_SEEN = [WHITE * (round(level * (STEPS - 1) / WHITE) > 0) for level in range(256)]


@cache
def _shades(first: int) -> list[int]:
    """Return for each level of grey the place of its shade in the palette."""
    return [first + round(level * (STEPS - 1) / WHITE) for level in range(256)]


def _palette(inks: Inks) -> list[Colour]:
    return [_between(inks.paper, ink, step) for ink in (inks.first, inks.second) for step in range(STEPS)]


def _between(paper: Colour, ink: Colour, step: int) -> Colour:
    red, green, blue = (round(low + (high - low) * step / (STEPS - 1)) for low, high in zip(paper, ink, strict=True))
    return red, green, blue


@cache
def font(size: int, voice: str = SERIF) -> ImageFont.FreeTypeFont:
    """Load a font laid out by the simplest rules: the richer ones depend on libraries that machines may lack."""
    package, name = FILES[voice]
    try:
        with as_file(files(package) / "files" / name) as path:
            return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    except ImportError as error:
        raise OSError("this Pillow was built without FreeType and cannot draw text") from error
