"""Social cards: the picture of 1200 by 630 pixels that others show beside a link to one model's page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from almanac.render.raster import SANS, Bar, Inks, Text, fitting, picture, width, wrapped

SIZE = (1200, 630)
INKS = Inks(paper=(0xFB, 0xF8, 0xF1), first=(0x1E, 0x1A, 0x15), second=(0x9A, 0x2B, 0x1E))
"""Paper, ink and the one accent of the look."""
MARGIN = 80
WITHIN = SIZE[0] - 2 * MARGIN
RULES = (Bar(MARGIN, 244, WITHIN, 2), Bar(MARGIN, 250, WITHIN, 2))
"""The double rule under the name: the base of every card."""
NAME_SIZES, TWO_LINES = (120, 108, 96, 86, 78), 64
"""The sizes of a name on one line; one that fits none of them is set on two lines, smaller."""
STATEMENT = 52
LABEL, SMALL, NOTE = 27, 29, 24
COLUMNS, GAP = 6, 36
"""Facts stand on a grid of six columns: three to a row, or one of two thirds and one of a third."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what it is, its value and a remark under it; `columns` of the grid of six are its own."""

    label: str
    value: str
    columns: int = 2
    note: str = ""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a card says. A `statement` stands where the first row of facts would: that the model has ended."""

    lab: str
    name: str
    statement: str
    facts: tuple[Fact, ...]
    scores: tuple[Fact, ...]
    foot: str
    as_of: str


def png(card: ModelCard) -> bytes:
    """Draw a card. Every text must consist of characters that the fonts have."""
    return picture(SIZE, INKS, marks=tuple(_marks(card)), base=RULES)


def _marks(card: ModelCard) -> Iterator[Text | Bar]:
    yield from _head(card)
    if card.statement:
        lines = wrapped(card.statement, STATEMENT, within=WITHIN, most=1 if card.scores else 2)
        yield from (Text(MARGIN, 350 + 66 * place, STATEMENT, line) for place, line in enumerate(lines))
    else:
        yield from _row(card.facts, 304, (62, 56, 50, 44, 38, 32))
    yield from _row(card.scores, 438, (46, 42, 38, 34))
    yield Text(MARGIN, 588, SMALL, card.foot, second=True)
    yield Text(SIZE[0] - MARGIN - round(width(card.as_of, SMALL - 2, SANS)), 588, SMALL - 2, card.as_of, voice=SANS)


def _head(card: ModelCard) -> Iterator[Text]:
    size = fitting(card.name, NAME_SIZES, within=WITHIN)
    if width(card.name, size) <= WITHIN:
        yield Text(MARGIN, 90, SMALL, card.lab, voice=SANS)
        yield Text(MARGIN, 204, size, card.name)
        return
    lines = wrapped(card.name, TWO_LINES, within=WITHIN, most=2)
    yield Text(MARGIN, 74, SMALL, card.lab, voice=SANS)
    yield from (Text(MARGIN, 212 - 72 * (len(lines) - 1 - place), TWO_LINES, line) for place, line in enumerate(lines))


def _row(facts: tuple[Fact, ...], top: int, sizes: tuple[int, ...]) -> Iterator[Text]:
    """Set a row of facts, the value under its label; all values in the size that the longest needs."""
    rooms = [round(WITHIN * fact.columns / COLUMNS) - GAP for fact in facts]
    placed = list(zip(facts, rooms, accumulate([MARGIN, *(room + GAP for room in rooms)]), strict=False))
    size = min((fitting(fact.value, sizes, within=room) for fact, room, _ in placed), default=0)
    for fact, room, x in placed:
        (label,) = wrapped(fact.label, LABEL, within=room, most=1, voice=SANS)
        (value,) = wrapped(fact.value, size, within=room, most=1)
        yield Text(x, top, LABEL, label, voice=SANS)
        yield Text(x, top + 16 + round(size * 0.86), size, value)
        if fact.note:
            yield Text(x, top + 52 + round(size * 0.86), NOTE, fact.note, voice=SANS)
