"""Charts: inline SVG drawn from plain numbers; geometry by attributes, colours by class, text never scaled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log10

from markupsafe import escape

from almanac.render.cells import Cell, safe

INSET = 1.0
"""Per cent kept free at both ends of a strip, so that the outermost tick is not cut."""


def positions(values: Iterable[float], *, logarithmic: bool) -> dict[float, float]:
    """Return where each distinct value stands between its least and greatest, in per cent; a lone one in the middle."""
    distinct = sorted(set(values))
    scaled = {value: log10(value) if logarithmic else value for value in distinct}
    low, high = min(scaled.values(), default=0.0), max(scaled.values(), default=0.0)
    span = high - low
    room = 100 - 2 * INSET
    return {value: INSET + room * (at - low) / span if span else 50.0 for value, at in scaled.items()}


def strip(ticks: Iterable[float], own: float) -> Cell:
    """Draw one thin tick for each distinct place and a red one for the subject; places are in per cent."""
    drawn = "".join(f"M{tick} 11V24" for tick in sorted({round(tick) for tick in ticks}))
    return safe(
        '<svg class="strip" aria-hidden="true" viewBox="0 0 100 26" preserveAspectRatio="none">'
        '<path class="ax" vector-effect="non-scaling-stroke" d="M0 24H100"/>'
        f'<path vector-effect="non-scaling-stroke" d="{drawn}"/>'
        f'<path class="me" vector-effect="non-scaling-stroke" d="M{own:.1f} 2V26"/></svg>',
        "",
    )


Step = tuple[float, float | None]
"""A place in per cent and the value from there on; None where there is none, which breaks the line."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a step chart: its label, its class (in, out, c) and its steps as (place in per cent, value)."""

    label: str
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The value axis of a step chart: its top, the gridlines with their labels, and the labels of the time axis."""

    top: float
    grid: tuple[tuple[float, str], ...]
    times: tuple[tuple[float, str, bool], ...]
    """Place in per cent, text, and whether it may be left out on a narrow screen."""


HEIGHT = 196
HEAD = 14
LABEL_GAP = 15


def step_chart(series: Sequence[Series], axis: Axis, *, spoken: str) -> Cell:
    """Draw a step chart 240 px high that fills its width; `spoken` says in words what it shows."""
    grid = "".join(
        f'<path vector-effect="non-scaling-stroke" class="{"grid" if value else "zero"}" '
        f'd="M0 {_y(value, axis.top):.1f}H100"/>'
        for value, _ in axis.grid
    )
    lines = "".join(_line(line, axis.top) for line in series)
    marks = "".join(
        f'<text x="0" y="{HEAD + _y(value, axis.top) * HEIGHT / 100 - 4:.0f}">{escape(text)}</text>'
        for value, text in axis.grid
        if value
    )
    times = "".join(
        f'<text x="{at:.1f}%" y="230" text-anchor="{_anchor(at)}"{_maybe(optional)}>{escape(text)}</text>'
        for at, text, optional in axis.times
    )
    return safe(
        f'<svg class="chart" height="240" role="img" aria-label="{escape(spoken)}">'
        f'<svg x="0" y="{HEAD}" width="100%" height="{HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none">'
        f"{grid}{lines}</svg>"
        f"{marks}{times}{_labels(series, axis.top)}</svg>",
        spoken,
    )


def _y(value: float, top: float) -> float:
    return 100 - 100 * value / top


def _line(line: Series, top: float) -> str:
    """Draw one line: level to the next step, then up or down; a gap stays blank, and only today's price runs on."""
    path, drawing = "", False
    for at, value in line.steps:
        if value is None:
            path += f"H{at:.2f}" if drawing else ""
        else:
            path += f"H{at:.2f}V{_y(value, top):.2f}" if drawing else f"M{at:.2f} {_y(value, top):.2f}"
        drawing = value is not None
    return f'<path vector-effect="non-scaling-stroke" class="l-{line.name}" d="{path}{"H100" if drawing else ""}"/>'


def _last(line: Series) -> float:
    return [value for _, value in line.steps if value is not None][-1]


def _labels(series: Sequence[Series], top: float) -> str:
    """Label each line at its right end, above it; labels that would touch are pushed apart, lowest line last."""
    said, floor = "", -1000.0
    for line in sorted(series, key=lambda line: -_last(line)):
        floor = max(HEAD + _y(_last(line), top) * HEIGHT / 100 - 6, floor + LABEL_GAP)
        place = f'x="100%" y="{floor:.0f}" text-anchor="end"'
        said += f'<text paint-order="stroke" class="t-{line.name} halo" {place}>{escape(line.label)}</text>'
    return said


def _anchor(at: float) -> str:
    return "start" if at < 8 else "end" if at > 92 else "middle"  # noqa: PLR2004 - near the edges


def _maybe(optional: bool) -> str:  # noqa: FBT001 - a private formatter of one attribute
    return ' class="m"' if optional else ""
