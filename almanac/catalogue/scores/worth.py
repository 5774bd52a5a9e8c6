"""Worth: what a score costs beside the cheapest model that scores at least as much; no point is ever priced."""

from collections.abc import Mapping
from decimal import Decimal

from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import blend_of

FULL = Decimal(100)


def prices(models: Mapping[str, ModelEntry]) -> dict[str, Decimal]:
    """Return the blended price of every model that can be bought: at its lab, else at the cheapest paid offer."""
    return {id_: blend for id_, model in models.items() if (blend := blend_of(model)) is not None}


def least(scores: Mapping[str, Decimal], floor: Decimal | None) -> Decimal:
    """Return the lowest score that is set against its price: the share `floor` of the best one, of any model."""
    return (floor or Decimal(0)) * max(scores.values(), default=Decimal(0))


def rivals(scores: Mapping[str, Decimal], asked: Mapping[str, Decimal]) -> dict[str, str]:
    """Return, for each model with a score and a price, the cheapest one that scores at least as much.

    A model that nothing undercuts is its own; of several that ask the same the best counts.
    """

    def undercuts(other: str, model: str) -> bool:
        is_less = (asked[other], -scores[other]) < (asked[model], -scores[model])
        return other == model or (is_less and scores[other] >= scores[model])

    by_price = sorted((model for model in scores if model in asked), key=lambda one: (asked[one], -scores[one], one))
    return {model: next(other for other in by_price if undercuts(other, model)) for model in by_price}


def worth(scores: Mapping[str, Decimal], asked: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return of every 100 cents that each model costs those that its score needs."""
    return {model: FULL * asked[rival] / asked[model] for model, rival in rivals(scores, asked).items()}
