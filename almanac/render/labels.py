"""Labels: where the names of dots stand in a chart of any width, so that they touch nothing and nobody misreads one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from almanac.render import textwidth

SIZE = 15.0
LINE, DEPTH = 17.0, 4.0
"""Pixels that a label takes in height, and how many of them lie under its base line."""
TIERS = ((288.0, 328.0, 376.0, 430.0), (440.0, 505.0, 580.0, 660.0, 712.0), (656.0, 742.0, 816.0, 930.0, 1048.0))
"""Widths in pixels at which labels are tried: on phones, between, and wide. A tier's labels stand in wider ones too."""
MOST = (8, 11, 15)
"""How many labels each tier shows at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a label, a dot, a line or a word takes, in pixels of the chart."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Say whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A text and the dot that it names: its place in per cent from the left, and in pixels from the top."""

    text: str
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Side:
    """Where a label stands about its dot: its shift in pixels and its anchor."""

    dx: float
    dy: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that found its place; `tier` is the narrowest that shows it."""

    label: Label
    side: Side
    tier: int


SIDES = (
    Side(9, 5, "start"),
    Side(-4, -10, "end"),
    Side(4, 20, "start"),
    Side(0, 20, "middle"),
    Side(-9, 5, "end"),
    Side(0, -10, "middle"),
    Side(7, -8, "start"),
    Side(-7, -8, "end"),
)


def placed(labels: Sequence[Label], obstacles: Callable[[float], list[Box]], *, floor: float) -> list[Placed]:
    """Place labels greedily in the order given; one that fits nowhere is left out, and no text is written twice.

    `obstacles` returns what no label may touch at a width, and `floor` is how far down one may reach, both in pixels.
    A label shown in a tier fits at every width of that tier and of all wider ones.
    """
    taken = {width: obstacles(width) for widths in TIERS for width in widths}
    found: list[Placed] = []
    for label in labels:
        if any(one.label.text == label.text for one in found):
            continue
        tiers = [tier for tier in range(len(MOST)) if _has_room(tier, found)]
        tried = (Placed(label, side, tier) for tier in tiers for side in SIDES)
        fitting = next((one for one in tried if _fits(one, taken, floor)), None)
        if fitting is None:
            continue
        found.append(fitting)
        for width in shown_at(fitting.tier):
            taken[width].append(box(fitting, width))
    return found


def shown_at(tier: int) -> list[float]:
    """Return the widths at which a label of a tier is shown."""
    return [width for widths in TIERS[tier:] for width in widths]


def box(one: Placed, width: float) -> Box:
    """Return the rectangle of a placed label in a chart of a width."""
    x, y = one.label.across * width / 100 + one.side.dx, one.label.down + one.side.dy
    length = text_width(one.label.text)
    left = {"start": x, "middle": x - length / 2, "end": x - length}[one.side.anchor]
    return Box(left, y - LINE + DEPTH, left + length, y + DEPTH)


def text_width(text: str) -> float:
    """Return the pixels that a label surely takes: DejaVu Sans is wider than the serifs that a reader may have."""
    return textwidth.width(textwidth.cleaned(text)) * SIZE / textwidth.SIZE


def _has_room(tier: int, found: Sequence[Placed]) -> bool:
    """Say whether a label of a tier may be added: it counts in all wider ones too."""
    return all(sum(one.tier <= wider for one in found) < MOST[wider] for wider in range(tier, len(MOST)))


def _fits(one: Placed, taken: dict[float, list[Box]], floor: float) -> bool:
    return all(_is_free(box(one, width), width, taken[width], floor) for width in shown_at(one.tier))


def _is_free(place: Box, width: float, taken: list[Box], floor: float) -> bool:
    if place.left < 0 or place.right > width or place.bottom > floor:
        return False
    return not any(place.touches(other) for other in taken)
