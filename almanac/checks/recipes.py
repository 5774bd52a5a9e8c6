"""Recipes: our own scores and preset jobs can be computed from what they ask for."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.checks.known import suggestion
from almanac.checks.rule import Rule, Steps
from almanac.problems import Problem
from almanac.reader.library import Library
from almanac.records import Result, Workload
from almanac.records.site import ScoreInput
from almanac.units.money import exact
from almanac.units.tokens import exact_count


def recipes_are_whole(library: Library) -> Iterator[Problem]:
    """An axis says in one way how it is computed: from benchmarks, from other axes, or from an axis and the price."""
    for axis, recipe in library.scores.record.axes.items():
        ways = [name for name in ("inputs", "axes", "worth") if getattr(recipe, name)]
        if len(ways) != 1:
            yield library.scores.problem(
                "score-recipe",
                "axes",
                axis,
                *ways[1:2],
                message=f"{recipe.name} has {' and '.join(ways) if ways else 'neither inputs nor axes nor worth'}.",
                hint="Write exactly one of inputs, axes and worth.",
                on="key",
            )


def floors_are_of_a_worth(library: Library) -> Iterator[Problem]:
    """Only an axis that is set against the price has a floor: a mean of results leaves nobody out for being low."""
    for axis, recipe in library.scores.record.axes.items():
        if recipe.floor is not None and not recipe.worth:
            yield library.scores.problem(
                "score-recipe",
                "axes",
                axis,
                "floor",
                message=f"{recipe.name} has a floor and is no score set against a price.",
                hint="Remove the floor, or name the axis whose score is set against the price in worth.",
                on="key",
            )


def bases_can_be_had(library: Library) -> Iterator[Problem]:
    """An axis rests only on axes that need no axis of their own kind: so no recipe goes round in a circle."""
    axes = library.scores.record.axes
    for axis, recipe in axes.items():
        for name in recipe.axes:
            if not (name in axes and axes[name].inputs):
                yield _no_base(library, name, "axes", axis, "axes", name)
        if recipe.worth and not (recipe.worth in axes and not axes[recipe.worth].worth):
            yield _no_base(library, recipe.worth, "axes", axis, "worth")


def _no_base(library: Library, name: str, *steps: str) -> Problem:
    known = library.scores.record.axes
    said = f'"{name}" is no axis of benchmarks.' if name in known else f'There is no axis "{name}".'
    hint = f"{suggestion(name, known)}Name an axis that has inputs."
    return library.scores.problem(
        "score-recipe", *steps, message=said, hint=hint, on="key" if name == steps[-1] else "value"
    )


def weights_are_positive(library: Library) -> Iterator[Problem]:
    """Each part of an axis has a weight above zero: one without weight is no part of it."""
    for axis, recipe in library.scores.record.axes.items():
        named: list[tuple[str, Decimal, Steps]] = [
            (part.benchmark, part.weight, ("inputs", index, "weight")) for index, part in enumerate(recipe.inputs)
        ]
        named += [(name, weight, ("axes", name)) for name, weight in recipe.axes.items()]
        for name, weight, steps in named:
            if weight <= 0:
                yield library.scores.problem(
                    "score-weight",
                    "axes",
                    axis,
                    *steps,
                    message=f"The weight of {name} is {exact(weight)}.",
                    hint="Write a weight above zero, or remove it from the axis.",
                )


def minimums_can_be_met(library: Library) -> Iterator[Problem]:
    """An axis asks for no more results than it has parts: no model could ever have the score."""
    for axis, recipe in library.scores.record.axes.items():
        parts = len(recipe.inputs) or len(recipe.axes) or 1
        if recipe.minimum > parts:
            yield library.scores.problem(
                "score-minimum",
                "axes",
                axis,
                "minimum",
                message=f"{recipe.name} asks for {recipe.minimum} results out of {parts}.",
                hint="Lower the minimum, or add benchmarks.",
            )


def anchors_differ(library: Library) -> Iterator[Problem]:
    """The result that counts 0 is another than the one that counts 100, or every result would count both."""
    for axis, index, part in _inputs(library):
        if part.low == part.high:
            yield library.scores.problem(
                "score-anchors",
                "axes",
                axis,
                "inputs",
                index,
                "high" if "high" in part.model_fields_set else "low",
                message=f"{exact(part.low)} on {part.benchmark} counts both 0 and 100.",
                hint="Write in low what guessing scores, and in high the full mark.",
            )


def inputs_have_results(library: Library) -> Iterator[Problem]:
    """An input names a group that has an independent result; a slip in one of its names would leave it empty."""
    groups = {_group(result) for model in library.models.values() for result in model.record.results}
    for axis, index, part in _inputs(library):
        is_known = part.benchmark in library.benchmarks and part.source in library.sources
        if is_known and _group(part) not in groups:
            yield library.scores.problem(
                "score-input-empty",
                "axes",
                axis,
                "inputs",
                index,
                "benchmark",
                message=f"No independent result on {part.benchmark} is of this version, variant, harness and data set.",
                hint="Name them as the results do, and leave out what they leave out.",
            )


def _group(named: Result | ScoreInput) -> tuple[str | None, ...]:
    by = named.by if isinstance(named, Result) else "independent"
    return (by, named.benchmark, named.source, named.version, named.variant, named.harness, named.dataset)


def _inputs(library: Library) -> Iterator[tuple[str, int, ScoreInput]]:
    for axis, recipe in library.scores.record.axes.items():
        yield from ((axis, index, part) for index, part in enumerate(recipe.inputs))


def inputs_differ(library: Library) -> Iterator[Problem]:
    """A benchmark stands once in an axis: twice would be a hidden second weight."""
    seen: set[tuple[str, str]] = set()
    for axis, index, part in _inputs(library):
        if (axis, part.benchmark) in seen:
            yield library.scores.problem(
                "score-input-duplicate",
                "axes",
                axis,
                "inputs",
                index,
                "benchmark",
                message=f"{part.benchmark} already stands in this axis.",
                hint="Keep one of the two, with the weight that is meant.",
            )
        seen.add((axis, part.benchmark))


def workloads_are_possible(library: Library) -> Iterator[Problem]:
    """The longest request of a job is no longer than the whole, and no shorter than the average request."""
    for workload in library.workloads.values():
        said = _impossible(workload.record)
        if said:
            steps = ("longest",) if workload.record.longest else ("input",)
            hint = "All tokens are those of the whole job; longest is that of its longest single request."
            yield workload.problem("workload-impossible", *steps, message=said, hint=hint)


def _impossible(job: Workload) -> str:
    total = job.input + job.cache_read + job.output
    if not total:
        return "This job reads and writes nothing."
    if job.longest and job.longest > total:
        return f"The longest request has {exact_count(job.longest)} tokens, and the whole job {exact_count(total)}."
    if job.longest and job.longest * job.requests < total:
        return (
            f"{job.requests} requests of at most {exact_count(job.longest)} tokens "
            f"cannot make up {exact_count(total)} in all."
        )
    return ""


RULES: tuple[Rule, ...] = (
    recipes_are_whole, floors_are_of_a_worth, bases_can_be_had, weights_are_positive, minimums_can_be_met,
    anchors_differ, inputs_have_results, inputs_differ, workloads_are_possible,
)  # fmt: skip
