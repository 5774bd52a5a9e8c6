"""The scatter chart: what something costs against what it scores, with the frontier and labels that never touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log10

from markupsafe import escape

from almanac.render.cells import Cell, safe
from almanac.units.money import dollars

WIDTH, NARROW, TOP, BOTTOM = 800.0, 328.0, 24.0, 528.0
"""The chart is laid out for these widths in pixels; places across are drawn in per cent, so it fills any other."""
LETTER = 7.4
"""Pixels a letter of a label takes on average at 15 px serif, generously."""
LINE = 17.0
MOST_LABELS, MOST_NARROW = 15, 8
INSET = 4.0


@dataclass(frozen=True, slots=True)
class Point:
    """One dot: cost and score in their units, its short name and a full one, and whether it is worth a label."""

    cost: float
    score: float
    name: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a label or a dot takes, in pixels of the laid-out chart."""

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
class Scale:
    """Where costs (logarithmic) and scores stand."""

    low: float
    high: float
    best: float

    def across(self, cost: float) -> float:
        """Return the place in per cent of the width."""
        span = log10(self.high) - log10(self.low) or 1.0
        return INSET + (100 - 2 * INSET) * (log10(cost) - log10(self.low)) / span

    def down(self, score: float) -> float:
        """Return the place in pixels from the top."""
        return BOTTOM - (BOTTOM - TOP) * score / self.best


def frontier(points: Sequence[Point]) -> list[Point]:
    """Return the points that nothing cheaper beats, cheapest first."""
    found: list[Point] = []
    for point in sorted(points, key=lambda point: (point.cost, -point.score)):
        if not found or point.score > found[-1].score:
            found.append(point)
    return found


def scatter(points: Sequence[Point], *, unit: str, subject: str, spoken: str) -> Cell:
    """Draw the chart 560 px high. `unit` stands at the top of the score axis; `subject` is the name drawn in red."""
    best = frontier(points)
    scale = Scale(min(p.cost for p in points), max(p.cost for p in points), _ceiling(max(p.score for p in points)))
    parts = [_grid(scale, unit), _steps(best, scale), _costs(scale)]
    parts += [_label(placed, scale) for placed in _placed(points, best, scale, subject)]
    parts += [_dot(point, scale, _kind(point, best, subject)) for point in points]
    return safe(
        f'<svg class="chart" height="560" role="img" aria-label="{escape(spoken)}">{"".join(parts)}</svg>',
        spoken,
    )


def _ceiling(score: float) -> float:
    """Return the next round value above the best score: 100 for percentages over 80."""
    step = 25.0
    while step < score / 4.5:
        step *= 2
    return step * -(-score // step)


def _kind(point: Point, best: list[Point], subject: str) -> str:
    return "hot" if point.name == subject else "best" if point in best else "dot"


def _grid(scale: Scale, unit: str) -> str:
    drawn = ""
    for quarter in range(5):
        score = scale.best * quarter / 4
        y = scale.down(score)
        drawn += f'<line class="{"grid" if quarter else "zero"}" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>'
        if quarter:
            drawn += f'<text x="0" y="{y - 6:.1f}">{score:g}{f" {escape(unit)}" if quarter == 4 else ""}</text>'  # noqa: PLR2004
    return drawn


def _costs(scale: Scale) -> str:
    drawn, power = '<text class="m" x="0" y="548">Cost</text>', -4
    while 10.0**power <= scale.high:
        for factor in (1, 3):
            cost = factor * 10.0**power
            if scale.low * 1.15 <= cost <= scale.high:
                said = dollars(Decimal(str(round(cost, 6))))
                optional = ' class="m"' if factor > 1 else ""
                drawn += f'<text{optional} x="{scale.across(cost):.1f}%" y="548" text-anchor="middle">${said}</text>'
        power += 1
    return drawn


def _steps(best: list[Point], scale: Scale) -> str:
    drawn = ""
    for here, after in zip(best, [*best[1:], None], strict=True):
        x, y = scale.across(here.cost), scale.down(here.score)
        end = scale.across(after.cost) if after else 100.0
        drawn += f'<line class="front" x1="{x:.2f}%" x2="{end:.2f}%" y1="{y:.1f}" y2="{y:.1f}"/>'
        if after:
            drawn += (
                f'<line class="front" x1="{end:.2f}%" x2="{end:.2f}%" y1="{y:.1f}" y2="{scale.down(after.score):.1f}"/>'
            )
    return drawn


def _dot(point: Point, scale: Scale, kind: str) -> str:
    size = 3.5 if kind == "dot" else 5
    place = f'cx="{scale.across(point.cost):.2f}%" cy="{scale.down(point.score):.1f}" r="{size}"'
    return f'<circle class="{kind}" {place}><title>{escape(point.spoken)}</title></circle>'


@dataclass(frozen=True, slots=True)
class Side:
    """Where a label stands about its dot: its shift in pixels and its anchor."""

    dx: float
    dy: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that found its place; one of the later ones is left out on a narrow screen."""

    point: Point
    side: Side
    is_subject: bool
    is_optional: bool


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


def _placed(points: Sequence[Point], best: list[Point], scale: Scale, subject: str) -> list[Placed]:
    """Choose labels greedily, the subject and the frontier first; one that fits nowhere is left out.

    Each is also tried at the width of a phone, and marked as optional where it would touch another there.
    """
    taken = {width: _obstacles(points, best, Field(scale, width)) for width in (WIDTH, NARROW)}
    order = sorted(points, key=lambda point: (point.name != subject, point not in best, -point.score, point.name))
    found: list[Placed] = []
    for point in order:
        if len(found) == MOST_LABELS or any(placed.point.name == point.name for placed in found):
            continue
        side = _side(point, scale, taken)
        if side is None:
            continue
        taken[WIDTH].append(_box(point, side, Field(scale, WIDTH)))
        shown = sum(not placed.is_optional for placed in found)
        is_optional = shown == MOST_NARROW or not _fits(point, side, Field(scale, NARROW), taken[NARROW])
        if not is_optional:
            taken[NARROW].append(_box(point, side, Field(scale, NARROW)))
        found.append(Placed(point, side, point.name == subject, is_optional))
    return found


def _side(point: Point, scale: Scale, taken: dict[float, list[Box]]) -> Side | None:
    """Return the first side on which the label fits at both widths, else the first on which it fits the wide chart."""
    wide = [side for side in SIDES if _fits(point, side, Field(scale, WIDTH), taken[WIDTH])]
    both = (side for side in wide if _fits(point, side, Field(scale, NARROW), taken[NARROW]))
    return next(both, wide[0] if wide else None)


@dataclass(frozen=True, slots=True)
class Field:
    """The chart at one width in pixels."""

    scale: Scale
    width: float

    def at(self, point: Point) -> tuple[float, float]:
        """Return where a point stands in pixels."""
        return self.scale.across(point.cost) * self.width / 100, self.scale.down(point.score)


def _obstacles(points: Sequence[Point], best: list[Point], field: Field) -> list[Box]:
    """Return what no label may touch: dots, words of the axis, and the level stretches of the frontier, thin boxes."""
    dots = [_around(point, field) for point in points]
    corners = [field.at(point) for point in best]
    ends = [x for x, _ in corners[1:]] + [field.width]
    return dots + _ticks() + [Box(x + 5, y - 1, end, y + 1) for (x, y), end in zip(corners, ends, strict=True)]


def _ticks() -> list[Box]:
    """Return the places of the words on the score axis."""
    return [Box(0, y - LINE - 6, 70, y - 4) for y in (BOTTOM - (BOTTOM - TOP) * quarter / 4 for quarter in range(1, 5))]


def _around(point: Point, field: Field) -> Box:
    x, y = field.at(point)
    return Box(x - 5, y - 5, x + 5, y + 5)


def _box(point: Point, side: Side, field: Field) -> Box:
    x, y = field.at(point)
    x, y, width = x + side.dx, y + side.dy, LETTER * len(point.name)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[side.anchor]
    return Box(left, y - LINE + 4, left + width, y + 4)


def _fits(point: Point, side: Side, field: Field, taken: list[Box]) -> bool:
    box, own = _box(point, side, field), _around(point, field)
    if box.left < 0 or box.right > field.width or box.bottom > BOTTOM + 8:
        return False
    return not any(box.touches(other) for other in taken if other != own)


def _label(placed: Placed, scale: Scale) -> str:
    point, side = placed.point, placed.side
    css = f"lb halo{' lh' if placed.is_subject else ''}{' m' if placed.is_optional else ''}"
    place = f'x="{scale.across(point.cost):.2f}%" y="{scale.down(point.score):.1f}" dx="{side.dx:g}" dy="{side.dy:g}"'
    return f'<text paint-order="stroke" class="{css}" {place} text-anchor="{side.anchor}">{escape(point.name)}</text>'
