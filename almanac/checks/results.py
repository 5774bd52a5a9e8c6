"""Results and measurements: scores in their benchmark's range and unit, figures in their metric's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median

from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Benchmark, Measurement, Model
from almanac.records.result import METRICS
from almanac.units.money import exact

RANGES: Mapping[str, tuple[Decimal | None, Decimal | None]] = {
    "percent": (Decimal(0), Decimal(100)),
    "usd": (Decimal(0), None),
    "seconds": (Decimal(0), None),
}
"""The range of a unit, for benchmarks that state none."""

IDENTITY = ("benchmark", "source", "variant", "version", "harness", "dataset", "date")
"""What tells one result of a model from another."""

FEWEST_OTHERS = 2
NEAR = Decimal(3)
HUNDRED = Decimal(100)


def scores_are_in_range(library: Library) -> Iterator[Problem]:
    """A score lies in the range of its benchmark, which is also the range of the bar that shows it."""
    for model in library.models.values():
        for index, result in enumerate(model.record.results):
            benchmark = library.benchmarks.get(result.benchmark)
            low, high = bounds(benchmark.record) if benchmark else (None, None)
            if benchmark and not _lies(result.score, low, high):
                yield model.problem(
                    "score-out-of-range",
                    "results",
                    index,
                    "score",
                    message=f"{benchmark.record.name} goes {_span(low, high)}, and {exact(result.score)} lies outside.",
                    hint="Write the score in the benchmark's own unit, or correct the range of the benchmark.",
                )


def ratings_are_in_range(library: Library) -> Iterator[Problem]:
    """Another site's rating lies in the range that it is said to have."""
    for model in library.models.values():
        for index, rating in enumerate(model.record.ratings):
            if rating.range and rating.range[0] < rating.range[1] and not _lies(rating.value, *rating.range):
                yield model.problem(
                    "score-out-of-range",
                    "ratings",
                    index,
                    "value",
                    message=f"This rating goes {_span(*rating.range)}, and {exact(rating.value)} lies outside.",
                    hint="Correct the value or the range.",
                )


def bounds(benchmark: Benchmark) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and highest score of a benchmark: its own range, else that of its unit."""
    given = benchmark.range
    if given is None:
        return RANGES.get(benchmark.unit, (None, None))
    return given if given[0] < given[1] else (None, None)  # a range that is none has its own finding


def _lies(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


def _span(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None:
        return f"from {exact(low)} to {exact(high)}"
    return f"from {exact(low or Decimal(0))} upward"


def ranges_ascend(library: Library) -> Iterator[Problem]:
    """A range leads from its lowest to its highest value."""
    for benchmark in library.benchmarks.values():
        given = benchmark.record.range
        if given and given[0] >= given[1]:
            yield _reversed(benchmark, "range", span=given)
    for model in library.models.values():
        for index, rating in enumerate(model.record.ratings):
            if rating.range and rating.range[0] >= rating.range[1]:
                yield _reversed(model, "ratings", index, "range", span=rating.range)


def _reversed(entry: Entry[object], *steps: str | int, span: tuple[Decimal, Decimal]) -> Problem:
    return entry.problem(
        "range-order",
        *steps,
        message=f"The range begins at {exact(span[0])} and ends at {exact(span[1])}, which is not above it.",
        hint="Write the lowest value first, then the highest.",
    )


def scores_are_percentages(library: Library) -> Iterator[Problem]:
    """A percentage is written from 0 to 100: 0.65 among scores near 60 is a fraction that should read 65.

    It is reported where a hundred times the score lies near the median of the others, and the score does not.
    """
    for benchmark_id, found in _percentages(library).items():
        for model, index, score in found:
            if not 0 < score < 1:
                continue
            others = [other for entry, at, other in found if (entry.id, at) != (model.id, index)]
            middle = median(others) if len(others) >= FEWEST_OTHERS else Decimal(0)
            if middle > 1 and middle / NEAR <= score * HUNDRED <= middle * NEAR:
                yield model.problem(
                    "score-fraction",
                    "results",
                    index,
                    "score",
                    message=(
                        f"{exact(score)} looks like a fraction: the other {len(others)} results of "
                        f"{benchmark_id} are {exact(middle)} in the median."
                    ),
                    hint=f"Write {exact(score * HUNDRED)} if that is what the source means.",
                )


def _percentages(library: Library) -> dict[str, list[tuple[Entry[Model], int, Decimal]]]:
    found = defaultdict(list)
    for model in library.models.values():
        for index, result in enumerate(model.record.results):
            benchmark = library.benchmarks.get(result.benchmark)
            if benchmark and benchmark.record.unit == "percent":
                found[result.benchmark].append((model, index, result.score))
    return found


def results_differ(library: Library) -> Iterator[Problem]:
    """Two results differ in benchmark, source, variant, version, harness, dataset or date: else it is one twice."""
    for model in library.models.values():
        seen: set[object] = set()
        for index, result in enumerate(model.record.results):
            name = tuple(getattr(result, key) for key in IDENTITY)
            if name in seen:
                yield model.problem(
                    "result-duplicate",
                    "results",
                    index,
                    message=f"A result of {result.benchmark} from {result.source} already stands above.",
                    hint="Remove one, or write the variant, version, harness, dataset or date in which they differ.",
                )
            seen.add(name)


def measurements_have_their_unit(library: Library) -> Iterator[Problem]:
    """A metric has one unit, so that figures can stand in one column."""
    for model in library.models.values():
        for index, measurement in enumerate(model.record.measurements):
            unit = METRICS[measurement.metric]
            if measurement.unit != unit:
                yield model.problem(
                    "measurement-unit",
                    "measurements",
                    index,
                    "unit",
                    message=f'{measurement.metric} is measured in {unit}, not in "{measurement.unit}".',
                    hint=f"Convert the value and write unit: {unit}.",
                )


def measurements_are_possible(library: Library) -> Iterator[Problem]:
    """A time or speed is above zero, a share at most 100 percent, and a part no more than its whole."""
    for model in library.models.values():
        for index, measurement in enumerate(model.record.measurements):
            said = _impossible(measurement)
            if said:
                hint = "Compare with the source; percent are written from 0 to 100."
                yield model.problem("measurement-value", "measurements", index, "value", message=said, hint=hint)


def _impossible(measurement: Measurement) -> str:
    value, shown = measurement.value, exact(measurement.value)
    if value < 0 or (value == 0 and METRICS[measurement.metric] in {"s", "tok/s"}):
        return f"{measurement.metric} cannot be {shown}."
    if METRICS[measurement.metric] == "%" and value > HUNDRED:
        return f"{measurement.metric} cannot be {shown} percent."
    if measurement.of is not None and value > measurement.of:
        return f"{shown} is more than the {exact(measurement.of)} that it is part of."
    return ""


RULES: tuple[Rule, ...] = (
    scores_are_in_range, ratings_are_in_range, ranges_ascend, scores_are_percentages, results_differ,
    measurements_have_their_unit, measurements_are_possible,
)  # fmt: skip
