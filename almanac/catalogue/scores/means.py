"""Means: points between two anchors, their weighted mean, and the same under every variation of the weights."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, product

from almanac.catalogue.boards import Part, rounded
from almanac.records.site import ScoreInput

FULL = Decimal(100)
Weights = tuple[Decimal, ...]
Ranks = Mapping[str, int]


def points(score: Decimal, recipe: ScoreInput) -> Decimal:
    """Return where a result stands between its anchors, from 0 to 100. Nothing but the result and the recipe counts."""
    share = FULL * (score - recipe.low) / (recipe.high - recipe.low)
    return max(Decimal(0), min(FULL, share))


def means(parts: Sequence[Part], weights: Weights, *, minimum: int) -> dict[str, Decimal]:
    """Return the weighted mean of the points of every model that has at least `minimum` of the parts.

    A part that a model lacks is left out of its mean; a part of weight 0 is left out of everybody's.
    """
    weighted = [(part, weight) for part, weight in zip(parts, weights, strict=True) if weight]
    found = {}
    for model in {model for part, _ in weighted for model in part.taken}:
        had = [(part.taken[model].points, weight) for part, weight in weighted if model in part.taken]
        if len(had) >= minimum:
            total = sum((value * weight for value, weight in had), Decimal(0))
            found[model] = total / sum((weight for _, weight in had), Decimal(0))
    return found


def variations(weights: Weights, *, minimum: int, vary: Decimal) -> Iterator[tuple[Weights, int]]:
    """Yield other weights with their minimum: each one moved up or down in every combination, then each left out.

    A comparison of two means turns at most once while one weight moves, so the corners hold the extremes of every
    pair. Where a part is left out, one result less is asked for.
    """
    if len(weights) == 1:
        return
    for signs in product((1 - vary, 1 + vary), repeat=len(weights)):
        yield tuple(weight * sign for weight, sign in zip(weights, signs, strict=True)), minimum
    for left_out in range(len(weights)):
        kept = tuple(Decimal(0) if place == left_out else weight for place, weight in enumerate(weights))
        yield kept, max(1, minimum - 1)


def ranks(scores: Mapping[str, Decimal]) -> dict[str, int]:
    """Rank scores, the highest first, as they are shown: rounded, and equal ones share a rank."""
    found: dict[str, int] = {}
    for _, tied in groupby(in_order(scores), key=lambda model: rounded(scores[model])):
        rank = len(found) + 1
        found |= dict.fromkeys(tied, rank)
    return found


def in_order(scores: Mapping[str, Decimal], *, then: Mapping[str, Decimal] | None = None) -> list[str]:
    """Return the models by score, the highest first; where that is the same when rounded by `then`, then by id."""
    after = then or {}
    return sorted(scores, key=lambda model: (-rounded(scores[model]), -after.get(model, Decimal(0)), model))


def bands(scores: Mapping[str, Decimal], others: Sequence[Mapping[str, Decimal]]) -> dict[str, tuple[int, int]]:
    """Return the best and the worst rank of each model, in its own scores and in all others of the same models."""
    all_ranks = [ranks(scores), *(ranks({model: other[model] for model in scores}) for other in others)]
    return {model: (min(one[model] for one in all_ranks), max(one[model] for one in all_ranks)) for model in scores}
