"""The plate: price against score for the largest comparable group, under a heading that its frontier proves."""

from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry, Group, ResultEntry
from almanac.catalogue.offers import reference
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.results import UNIT_TEXT
from almanac.outputs.shell import Link
from almanac.render.cells import Cell
from almanac.render.scatter import Point, frontier, scatter
from almanac.units.dates import long_date
from almanac.units.money import dollars

FEWEST_POINTS = 8
UNITS = ("percent", "points")
"""Scores of which a difference may be called points."""
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one", "twenty-two",
    "twenty-three", "twenty-four",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plate:
    """The chart with its proven heading."""

    title: str
    standfirst: str
    chart: Cell
    caption: str
    mark: Cell
    table: Link


def plate(context: Context, marks: Marks) -> Plate | None:
    """Return the chart of the comparable group with the most priced models, or None where none has enough."""
    groups = [
        (len(priced), group.by == "independent", benchmark.id, benchmark, priced)
        for benchmark in context.catalogue.benchmarks.values()
        for group in benchmark.groups
        if benchmark.record.higher_is_better and benchmark.record.unit in UNITS
        if len(priced := priced_results(context, group)) >= FEWEST_POINTS
    ]
    if not groups:
        return None
    *_, benchmark, results = max(groups, key=lambda found: found[:3])
    points = [_point(context, result, blend) for result, blend in results]
    best, unit = frontier(points), UNIT_TEXT[benchmark.record.unit]
    last_step = climb(best)
    proof = results[0][0].proof
    checked = f"checked {long_date(proof.checked)}" if proof.checked else "date unknown"
    return Plate(
        title=statement(best),
        standfirst=_standfirst(benchmark, best, unit),
        chart=scatter(
            points,
            unit=unit,
            subject=last_step.start.name if last_step else "",
            spoken=_spoken(benchmark, best, unit),
        ),
        caption=f"{benchmark.record.name} as run by {context.catalogue.sources[proof.source].title}, {checked}: "
        f"{len(points)} models, one setting. Price in dollars per million tokens, input and output "
        "weighed three to one, at the lab or else the cheapest paid offer.",
        mark=marks.mark(proof),
        table=Link("The results as a table", context.shell.href(addresses.benchmark(benchmark.id))),
    )


def priced_results(context: Context, group: Group) -> list[tuple[ResultEntry, Decimal]]:
    """Return the results of one comparable group with each model's blended price; one without a price is left out."""
    found = []
    for result in group.results:
        offer = reference(context.catalogue.models[result.model_id])
        if result.rank and offer is not None and offer.blend is not None:
            found.append((result, offer.blend))
    return found


def _point(context: Context, result: ResultEntry, blend: Decimal) -> Point:
    name = context.catalogue.models[result.model_id].record.name
    spoken = f"{name}: {result.record.score:f}, at ${three_digits(blend)} per million tokens"
    return Point(float(blend), float(result.record.score), name, spoken)


def three_digits(value: Decimal) -> str:
    """Write a blend, which is no listed price, with three digits: 0.0476, 0.70."""
    return dollars(Decimal(f"{value:.3g}").quantize(Decimal("0.0001")).normalize())


@dataclass(frozen=True, slots=True)
class Climb:
    """The two points that a heading is of: the cheapest that has three quarters of the best score, and the best."""

    start: Point
    end: Point

    @property
    def points(self) -> int:
        """How many points the best has more."""
        return round(self.end.score - self.start.score)

    @property
    def times(self) -> int:
        """How many times as much it costs."""
        return round(self.end.cost / self.start.cost)

    def sentence(self, *, verb: str, unit: str) -> str:
        """Say both points with the figures of the heading: `verb` is what a model does with its score."""
        start, end = self.start, self.end
        more, times = _word(self.points), _word(self.times)
        return (
            f"{start.name}, in red, {verb} {_scored(start, unit)} at {_asked(start)}; {end.name} {verb} "
            f"{_scored(end, unit)}, {more} points more, at {_asked(end)}, {times} times as much."
        )


def climb(best: list[Point]) -> Climb | None:
    """Return the last stretch of a frontier, or None where it is not worth a heading."""
    last = best[-1]
    good = next((point for point in best if point.score >= 0.75 * last.score), last)
    found = Climb(good, last)
    return found if found.points >= 2 and found.times >= 3 else None  # noqa: PLR2004 - not worth a headline


def statement(best: list[Point]) -> str:
    """Return a heading that the frontier proves, or a plain one where it proves nothing worth saying."""
    last_step = climb(best)
    if last_step is None:
        return "Price against score"
    return f"The last {_word(last_step.points)} points cost {_word(last_step.times)} times as much"


def _word(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def _standfirst(benchmark: BenchmarkEntry, best: list[Point], unit: str) -> str:
    last_step = climb(best)
    ends = [best[0]] if len(best) == 1 else [best[0], best[-1]]
    said = (
        last_step.sentence(verb="scores", unit=unit)
        if last_step
        else f"{'; '.join(_named(point, unit) for point in ends)}."
    )
    what = f"{benchmark.record.name}, against what a million tokens cost."
    return f"{what} {said} Filled points: nothing cheaper scores more."


def _named(point: Point, unit: str) -> str:
    return f"{point.name} scores {_scored(point, unit)} at {_asked(point)}"


def _scored(point: Point, unit: str) -> str:
    return f"{point.score:g} {unit}".rstrip()


def _asked(point: Point) -> str:
    return f"${three_digits(Decimal(str(point.cost)))}"


def _spoken(benchmark: BenchmarkEntry, best: list[Point], unit: str) -> str:
    ends = "; ".join(_named(point, unit) for point in best)
    return f"Scatter chart of {benchmark.record.name} against price. The frontier: {ends}."
