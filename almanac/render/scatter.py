"""The scatter chart: what something costs against what it scores, with the frontier and labels that never touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import log10

from markupsafe import escape

from almanac.render.cells import Cell, safe
from almanac.render.labels import Box, Label, Placed, placed
from almanac.units.money import dollars

TOP, BOTTOM = 24.0, 528.0
"""The scores' range in pixels; places across are drawn in per cent, so the chart fills any width."""
LEFT, RIGHT = 12.0, 4.0
"""Per cent of the width that no dot stands in; the words of the score axis have the left."""
QUARTERS = 4
"""The score axis has a word at each of these."""
TIERS = ("", " m", " w")
"""The classes of what is shown everywhere, of what a phone leaves out, and of what only a wide chart has room for."""


@dataclass(frozen=True, slots=True)
class Point:
    """One dot: cost and score in their units, its name, and what is said of it."""

    cost: float
    score: float
    name: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Where costs (logarithmic) and scores stand."""

    low: float
    high: float
    best: float

    def across(self, cost: float) -> float:
        """Return the place in per cent of the width."""
        span = log10(self.high) - log10(self.low) or 1.0
        return LEFT + (100 - LEFT - RIGHT) * (log10(cost) - log10(self.low)) / span

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
    parts += [_label(one, subject) for one in labels_of(points, scale, subject)]
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
    for quarter in range(QUARTERS + 1):
        score = scale.best * quarter / QUARTERS
        y = scale.down(score)
        drawn += f'<line class="{"grid" if quarter else "zero"}" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>'
        if quarter:
            drawn += f'<text x="0" y="{y - 6:.1f}">{score:g}{f" {escape(unit)}" if quarter == QUARTERS else ""}</text>'
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


def labels_of(points: Sequence[Point], scale: Scale, subject: str) -> list[Placed]:
    """Return the labels that find a place, the subject's and the frontier's first, then those of the best."""
    best = frontier(points)
    order = sorted(points, key=lambda point: (point.name != subject, point not in best, -point.score, point.name))
    labels = [Label(point.name, scale.across(point.cost), scale.down(point.score)) for point in order]
    return placed(labels, lambda width: obstacles(points, scale, width), floor=BOTTOM + 8)


def obstacles(points: Sequence[Point], scale: Scale, width: float) -> list[Box]:
    """Return what no label may touch in a chart of a width in pixels: dots, words of the axis, and the frontier."""

    def at(point: Point) -> tuple[float, float]:
        return scale.across(point.cost) * width / 100, scale.down(point.score)

    dots = [Box(x - 5, y - 5, x + 5, y + 5) for x, y in map(at, points)]
    rows = {quarter: BOTTOM - (BOTTOM - TOP) * quarter / QUARTERS for quarter in range(1, QUARTERS + 1)}
    words = [Box(0, y - 20, 70 if quarter == QUARTERS else 40, y - 4) for quarter, y in rows.items()]
    corners = [at(point) for point in frontier(points)]
    ends = [*(x for x, _ in corners[1:]), width]
    level = [Box(x + 5, y - 1, end, y + 1) for (x, y), end in zip(corners, ends, strict=True)]
    steep = [Box(x - 1, y + 5, x + 1, below) for (_, below), (x, y) in pairwise(corners)]
    return dots + words + level + steep


def _label(one: Placed, subject: str) -> str:
    label, side = one.label, one.side
    css = f"lb halo{' lh' if label.text == subject else ''}{TIERS[one.tier]}"
    place = f'x="{label.across:.2f}%" y="{label.down:.1f}" dx="{side.dx:g}" dy="{side.dy:g}"'
    return f'<text paint-order="stroke" class="{css}" {place} text-anchor="{side.anchor}">{escape(label.text)}</text>'
