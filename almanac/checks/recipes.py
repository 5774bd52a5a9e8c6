"""Recipes: our own scores and preset jobs can be computed from what they ask for."""

from collections.abc import Iterator

from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.library import Library
from almanac.records import Workload
from almanac.units.money import exact
from almanac.units.tokens import exact_count


def weights_are_positive(library: Library) -> Iterator[Problem]:
    """Each benchmark of an axis has a weight above zero: one without weight is no part of it."""
    for axis, recipe in library.scores.record.axes.items():
        for index, part in enumerate(recipe.inputs):
            if part.weight <= 0:
                yield library.scores.problem(
                    "score-weight",
                    "axes",
                    axis,
                    "inputs",
                    index,
                    "weight",
                    message=f"The weight of {part.benchmark} is {exact(part.weight)}.",
                    hint="Write a weight above zero, or remove the benchmark from the axis.",
                )


def minimums_can_be_met(library: Library) -> Iterator[Problem]:
    """An axis asks for no more results than it has benchmarks: no model could ever have the score."""
    for axis, recipe in library.scores.record.axes.items():
        if recipe.minimum > len(recipe.inputs):
            yield library.scores.problem(
                "score-minimum",
                "axes",
                axis,
                "minimum",
                message=f"{recipe.name} asks for {recipe.minimum} results out of {len(recipe.inputs)} benchmarks.",
                hint="Lower the minimum, or add benchmarks.",
            )


def inputs_differ(library: Library) -> Iterator[Problem]:
    """A benchmark stands once in an axis: twice would be a hidden second weight."""
    for axis, recipe in library.scores.record.axes.items():
        seen: set[str] = set()
        for index, part in enumerate(recipe.inputs):
            if part.benchmark in seen:
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
            seen.add(part.benchmark)


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


RULES: tuple[Rule, ...] = (weights_are_positive, minimums_can_be_met, inputs_differ, workloads_are_possible)
