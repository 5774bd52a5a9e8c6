"""Inputs: the one comparable group of independent results that a recipe names, and what it has of each model."""

from collections.abc import Iterable, Mapping

from almanac.catalogue.boards import Part, Taken
from almanac.catalogue.catalogue import BenchmarkEntry, Group, ResultEntry
from almanac.catalogue.rankings import newest
from almanac.catalogue.scores.means import points
from almanac.records.site import ScoreInput

INDEPENDENT = "independent"
"""Whose results count: never a lab's own, and none that somebody only repeats."""


def part_of(recipe: ScoreInput, benchmarks: Mapping[str, BenchmarkEntry]) -> Part:
    """Return an input with the result of every model in its group."""
    entry = benchmarks.get(recipe.benchmark)
    groups = [group for group in entry.groups if _is_meant(group, recipe)] if entry else []
    return taken(recipe, (result for group in groups for result in group.results))


def taken(recipe: ScoreInput, results: Iterable[ResultEntry]) -> Part:
    """Return an input with the newest of the given results of each model."""
    found = {
        model: Taken(points(entry.record.score, recipe), entry.record, entry.proof)
        for model, entry in sorted(newest(results).items())
    }
    return Part(recipe.benchmark, recipe.weight, recipe, found)


def _is_meant(group: Group, recipe: ScoreInput) -> bool:
    """Say whether a group is the recipe's: what the recipe leaves open, the group leaves open too."""
    asked = (recipe.version, recipe.variant, recipe.harness, recipe.dataset)
    there = (group.version, group.variant, group.harness, group.dataset)
    is_same = tuple(name or "" for name in asked) == there
    return is_same and group.source == recipe.source and group.by == INDEPENDENT
