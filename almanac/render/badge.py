"""Badges: small SVG pictures of two or three texts side by side, for pages that are not ours.

Drawn from texts and colours alone: the same badge gives the same bytes on any day and any machine. Only presentation
attributes, nothing that a page's policy could block, and no ids, so that many may stand in one page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from almanac.render.textwidth import clamped, cleaned, is_known, pixels, shortened, width

PRICE, CONTEXT, LATENCY, SCORE = "#1a7f37", "#0969da", "#9a6700", "#8250df"
PROVIDER, WARNING, RETIRED, LABEL = "#0e7490", "#bc4c00", "#656d76", "#3d444d"
"""White text stands at least 4.5 to 1 on each, so that one file serves light and dark pages (spec/badges.md)."""
FONTS = "Verdana,Geneva,DejaVu Sans,sans-serif"
HEIGHT = 20
BUDGET = {2: 900, 3: 1200}
"""The most bytes that a badge of so many texts may have."""
FRAME = {2: 575, 3: 705}
"""The most bytes of it that are neither a text nor a title."""
BYTES = {2: 90, 3: 145}
"""The most bytes of all drawn texts together: each is written once as a text and twice in titles."""
LABEL_ROOM, MESSAGE_ROOM = 2000, 2600
"""How wide the first text and the others may be, in tenths of a pixel."""
PAD = 6
"""Pixels between a text and either end of its ground."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One text on its ground."""

    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Badge:
    """Two or three texts. `subject` is what they are about, `as_of` the day of the fact; both are only spoken."""

    segments: tuple[Segment, ...]
    subject: str
    as_of: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        return sum(box.width for box in boxes(self)), HEIGHT


class Box(NamedTuple):
    """A text as it is drawn, in a ground `width` pixels wide that begins at `left`.

    `whole` and `drawn` are escaped, `drawn` cut to its room; `length` is its known width in tenths, or 0.
    """

    whole: str
    drawn: str
    text: str
    colour: str
    left: int
    width: int
    length: int


def svg(badge: Badge) -> bytes:
    """Draw a badge; any text whatever gives a well-formed picture within the budget of bytes."""
    drawn = boxes(badge)
    total = drawn[-1].left + drawn[-1].width
    title = _title(badge, drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{total}" height="20" viewBox="0 0 {total}0 200" '
        f'role="img" aria-label="{title}"><title>{title}</title>{_grounds(drawn)}'
        f'<g fill="#fff" font-family="{FONTS}" font-size="110" text-anchor="middle">{_texts(drawn)}</g></svg>\n'
    ).encode()


def boxes(badge: Badge) -> list[Box]:
    """Return the texts as they are drawn, side by side."""
    whole = [cleaned(segment.text) for segment in badge.segments]
    shown = [clamped(text, MESSAGE_ROOM if place else LABEL_ROOM) for place, text in enumerate(whole)]
    most = BYTES[len(shown)]
    if 6 * sum(map(len, shown)) > most:  # an escaped character takes six bytes at most
        shown = _within(shown, most)
    left, found = 0, []
    for segment, full, text in zip(badge.segments, whole, shown, strict=True):
        length = width(text)
        box = pixels(length) + 2 * PAD
        drawn = escaped(text)
        said = drawn if text is full else escaped(full)
        found.append(Box(said, drawn, text, segment.colour, left, box, round(length) if is_known(text) else 0))
        left += box
    return found


def escaped(text: str) -> str:
    """Write a text so that it may stand in an element or an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _within(texts: Sequence[str], most: int) -> list[str]:
    """Shorten the text that takes the most bytes until all together fit."""
    found = list(texts)
    while sum(map(_bytes, found)) > most:
        longest = max(range(len(found)), key=lambda place: _bytes(found[place]))
        found[longest] = shortened(found[longest])
    return found


def _bytes(text: str) -> int:
    return len(escaped(text).encode())


def _title(badge: Badge, drawn: Sequence[Box]) -> str:
    """Return every drawn word in full with its subject and day; where that is too long, the words as they are drawn."""
    as_of = escaped(badge.as_of)
    label, *messages = drawn
    head = f"{escaped(cleaned(badge.subject))}, {label.whole}" if badge.subject else label.whole
    whole = f"{head}: {', '.join([box.whole for box in messages])}, {as_of}"
    count = len(drawn)
    if 2 * len(whole.encode()) <= BUDGET[count] - FRAME[count] - len("".join([box.drawn for box in drawn]).encode()):
        return whole
    return f"{label.drawn}: {', '.join([box.drawn for box in messages])}, {as_of}"


def _grounds(drawn: Sequence[Box]) -> str:
    first, *between, last = drawn
    plain = [f'<path fill="{box.colour}" d="M{box.left}0 0h{box.width}0v200h-{box.width}0z"/>' for box in between]
    return (
        f'<path fill="{first.colour}" d="M{first.width}0 0v200H30a30 30 0 0 1-30-30V30A30 30 0 0 1 30 0z"/>'
        f'{"".join(plain)}<path fill="{last.colour}" d="M{last.left}0 0h{last.width - 3}0a30 30 0 0 1 30 30v140'
        f'a30 30 0 0 1-30 30h-{last.width - 3}0z"/>'
    )


def _texts(drawn: Sequence[Box]) -> str:
    """Set each text to its known width; one with guessed characters keeps its own: stretching tears letters apart."""
    return "".join(
        [f'<text x="{10 * box.left + 5 * box.width}" y="140"{_length(box)}>{box.drawn}</text>' for box in drawn]
    )


def _length(box: Box) -> str:
    return f' textLength="{box.length}" lengthAdjust="spacingAndGlyphs"' if box.length else ""
