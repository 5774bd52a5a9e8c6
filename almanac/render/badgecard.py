"""Cards: an SVG of 400 by 120 pixels that says a model's three main facts, for light pages and for dark ones."""

from dataclasses import dataclass
from math import floor

from almanac.render.badge import FONTS, escaped
from almanac.render.textwidth import SIZE as MEASURED
from almanac.render.textwidth import clamped, cleaned, is_known, width

SIZE = (400, 120)
BUDGET = 4000
"""The most bytes that a card may have."""
LEFT, RIGHT = 160, 3840
GAP = 80
"""The least space between two facts, in tenths of a pixel."""
LONGEST_TITLE = 700
"""The most bytes of the title, which is written twice."""
MOST_BYTES = 110
"""The most bytes of one drawn text; only a text that is hardly wide for its bytes comes near."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The look on one kind of page."""

    paper: str
    ink: str
    quiet: str
    accent: str
    rule: str


LIGHT = Colours("#fbf8f1", "#1e1a15", "#5b5448", "#9a2b1e", "#8b8272")
DARK = Colours("#13161a", "#e9e4d8", "#aca494", "#f0957d", "#666d72")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a card: what it is, and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: who made the model, its name, at most three facts, and a line at the foot."""

    lab: str
    name: str
    facts: tuple[Fact, ...]
    foot: str
    as_of: str
    colours: Colours = LIGHT


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text: where its end lies (its left one unless `is_end`), and what it looks like."""

    x: int
    y: int
    size: int
    fill: str
    room: int
    is_end: bool = False


def svg(card: Card) -> bytes:
    """Draw a card; any text whatever gives a well-formed picture within the budget of bytes."""
    title, colours = _title(card), card.colours
    wide, high = SIZE
    texts = "".join(_text(text, line) for text, line in _lines(card) if text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide}0 {high}0" '
        f'role="img" aria-label="{title}"><title>{title}</title>'
        f'<path fill="{colours.paper}" stroke="{colours.rule}" stroke-width="10" '
        'd="M35 5h3930a30 30 0 0 1 30 30v1130a30 30 0 0 1-30 30H35a30 30 0 0 1-30-30V35A30 30 0 0 1 35 5z"/>'
        f'<path fill="none" stroke="{colours.rule}" stroke-width="10" d="M{LEFT} 525H{RIGHT}M{LEFT} 555H{RIGHT}"/>'
        f'<g font-family="{FONTS}">{texts}</g></svg>\n'
    ).encode()


def _lines(card: Card) -> list[tuple[str, _Line]]:
    colours = card.colours
    lines = [
        (card.lab, _Line(LEFT, 190, 110, colours.quiet, RIGHT - LEFT)),
        (card.name, _Line(LEFT, 430, 200, colours.ink, RIGHT - LEFT)),
        (card.foot, _Line(LEFT, 1090, 100, colours.accent, 1900)),
        (card.as_of, _Line(RIGHT, 1090, 100, colours.quiet, 1700, is_end=True)),
    ]
    column = (RIGHT - LEFT + GAP) // max(1, len(card.facts))
    for place, fact in enumerate(card.facts):
        x = LEFT + column * place
        lines.append((fact.label, _Line(x, 710, 100, colours.quiet, column - GAP)))
        lines.append((fact.value, _Line(x, 890, 140, colours.ink, column - GAP)))
    return lines


def _text(text: str, line: _Line) -> str:
    scale = line.size / MEASURED
    shown = _cut(clamped(cleaned(text), line.room / scale), MOST_BYTES)
    anchor = ' text-anchor="end"' if line.is_end else ""
    length = f' textLength="{floor(width(shown) * scale)}" lengthAdjust="spacingAndGlyphs"' if is_known(shown) else ""
    place = f'x="{line.x}" y="{line.y}" font-size="{line.size}" fill="{line.fill}"'
    return f"<text {place}{anchor}{length}>{escaped(shown)}</text>"


def _title(card: Card) -> str:
    said = [f"{card.name} by {card.lab}" if card.lab else card.name]
    said += [f"{fact.label} {fact.value}" for fact in card.facts]
    return escaped(_cut(cleaned(f"{'; '.join(said)}; {card.foot}, {card.as_of}"), LONGEST_TITLE))


def _cut(text: str, most: int) -> str:
    """Cut a text that takes too many bytes at an even share of its characters."""
    while len(escaped(text).encode()) > most:
        text = clamped(text, width(text) * 0.9) if width(text) else "…"
    return text
