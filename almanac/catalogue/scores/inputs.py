"""Inputs: the one comparable group of independent results that a recipe names, and what it has of each model."""

from collections.abc import Iterable, Mapping, Sequence

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


def elsewhere(parts: Sequence[Part], benchmarks: Mapping[str, BenchmarkEntry]) -> dict[str, tuple[str, ...]]:
    """Return the models that the same evaluators measured with the same tests, but never in the groups that count.

    Each comes with the settings that set its results apart: variants, else versions, harnesses or data sets.
    """
    counted = {model for part in parts for model in part.taken}
    found: dict[str, set[str]] = {}
    for part in parts:
        entry = benchmarks.get(part.name) if part.input else None
        for group in entry.groups if entry else ():
            if part.input and group.source == part.input.source and group.by == INDEPENDENT:
                for result in group.results:
                    if result.model_id not in counted:
                        found.setdefault(result.model_id, set()).add(_setting(group))
    return {model: tuple(sorted(settings)) for model, settings in sorted(found.items())}


def _setting(group: Group) -> str:
    version = f"version {group.version}" if group.version else ""
    return group.variant or group.harness or group.dataset or version or "no setting stated"


def _is_meant(group: Group, recipe: ScoreInput) -> bool:
    """Say whether a group is the recipe's: what the recipe leaves open, the group leaves open too."""
    asked = (recipe.version, recipe.variant, recipe.harness, recipe.dataset)
    there = (group.version, group.variant, group.harness, group.dataset)
    is_same = tuple(name or "" for name in asked) == there
    return is_same and group.source == recipe.source and group.by == INDEPENDENT
