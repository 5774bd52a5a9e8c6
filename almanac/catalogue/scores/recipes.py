"""Recipes: each axis of scores.yaml worked out for all models, as a board."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from almanac.catalogue.boards import Board, Part, Place, Taken, rounded
from almanac.catalogue.catalogue import BenchmarkEntry, ModelEntry
from almanac.catalogue.scores.inputs import elsewhere, part_of
from almanac.catalogue.scores.means import bands, in_order, means, ranks, variations
from almanac.catalogue.scores.moves import moves
from almanac.catalogue.scores.worth import least, prices, rivals, worth
from almanac.records import Scores
from almanac.records.site import Axis

Found = Mapping[str, Decimal]
"""Scores by model, not yet rounded."""


@dataclass(frozen=True, slots=True)
class Worked:
    """One axis worked out: its scores, and those that every variation of its recipe gives instead."""

    parts: tuple[Part, ...]
    scores: Found
    others: tuple[Found, ...]
    among: Found
    """Of an axis of worth: the models that are set against their price, with the score that is; else nobody."""
    least: Decimal | None = None
    """The lowest score that is."""


def boards(
    recipes: Scores, *, benchmarks: Mapping[str, BenchmarkEntry], models: Mapping[str, ModelEntry]
) -> dict[str, Board]:
    """Return the board of every axis, in the order of the file."""
    asked = prices(models)
    worked: dict[str, Worked] = {}
    for id_ in sorted(recipes.axes, key=lambda name: _floor(recipes.axes[name])):
        axis = recipes.axes[id_]
        if axis.worth:
            worked[id_] = _worth(worked[axis.worth], axis, asked)
        else:
            parts = tuple(part_of(recipe, benchmarks) for recipe in axis.inputs) or _axes(axis, worked)
            worked[id_] = _mean(axis, parts, recipes.vary)
    made = {id_: _board(id_, worked, recipes, asked) for id_ in recipes.axes}
    return {id_: replace(board, elsewhere=elsewhere(board.parts, benchmarks)) for id_, board in made.items()}


def _floor(axis: Axis) -> int:
    """Return how many kinds of axis must be worked out before this one."""
    return 2 if axis.worth else 1 if axis.axes else 0


def _axes(axis: Axis, worked: Mapping[str, Worked]) -> tuple[Part, ...]:
    """Return the parts of an axis that is the mean of others."""
    return tuple(
        Part(name, weight, None, {model: Taken(score) for model, score in worked[name].scores.items()})
        for name, weight in axis.axes.items()
    )


def _mean(axis: Axis, parts: tuple[Part, ...], vary: Decimal) -> Worked:
    weights = tuple(part.weight for part in parts)
    scores = means(parts, weights, minimum=axis.minimum)
    others = (
        means(parts, other, minimum=minimum) for other, minimum in variations(weights, minimum=axis.minimum, vary=vary)
    )
    # Where the part that is left out is all that a model has, its score stays what it is.
    filled = tuple({model: other.get(model, scores[model]) for model in scores} for other in others)
    return Worked(parts, scores, filled, among={})


def _worth(base: Worked, axis: Axis, asked: Found) -> Worked:
    """Set an axis against the price; its variations are those of the axis, for the same models at the same prices."""
    part = Part(axis.worth or "", Decimal(1), None, {model: Taken(score) for model, score in base.scores.items()})
    lowest = least(base.scores, axis.floor)
    among = {model: score for model, score in base.scores.items() if score >= lowest}
    others = ({model: other[model] for model in among} for other in base.others)
    return Worked((part,), worth(among, asked), tuple(worth(other, asked) for other in others), among, lowest)


def _board(id_: str, worked: Mapping[str, Worked], recipes: Scores, asked: Found) -> Board:
    axis, found = recipes.axes[id_], worked[id_]
    is_ranked = len(found.scores) >= recipes.fewest
    board = Board(
        id=id_,
        recipe=axis,
        parts=found.parts,
        places=_places(found, is_ranked=is_ranked),
        partial=_partial(found),
        is_ranked=is_ranked,
        variations=len(found.others),
        rivals=rivals(found.among, asked),
        least=found.least,
    )
    dated = is_ranked and bool(axis.inputs)
    return replace(board, moves=moves(board, fewest=recipes.fewest)) if dated else board


def _places(found: Worked, *, is_ranked: bool) -> tuple[Place, ...]:
    ordered = in_order(found.scores, then=found.among)
    if not is_ranked:
        return tuple(Place(model, rounded(found.scores[model])) for model in ordered)
    ranked, band = ranks(found.scores), bands(found.scores, found.others)
    return tuple(Place(model, rounded(found.scores[model]), ranked[model], *band[model]) for model in ordered)


def _partial(found: Worked) -> tuple[str, ...]:
    """Return the models with a part and without the score, those with the most parts first."""
    counted = _counted(found.parts)
    return tuple(sorted(counted.keys() - found.scores.keys(), key=lambda model: (-counted[model], model)))


def _counted(parts: Sequence[Part]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for part in parts:
        for model in part.taken:
            counted[model] = counted.get(model, 0) + 1
    return counted
