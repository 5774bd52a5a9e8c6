"""Price spread: what one model costs from provider to provider, drawn as one strip and said in words."""

from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import defaults
from almanac.outputs.context import Context
from almanac.outputs.model.standing import FEWEST, Strip
from almanac.render.charts import positions, strip
from almanac.units.money import dollars


@dataclass(frozen=True, slots=True)
class Spread:
    """The strip, and what its places and its red tick mean."""

    strip: Strip
    note: str


def price_spread(context: Context, model: ModelEntry) -> Spread | None:
    """Return the strip of all paid providers, one offer each, or None where they are few or all ask the same.

    Compared is the blend of three tokens read for one written; the red tick is the lab's own offer, else the cheapest.
    """
    paid = [offer for offer in defaults(model.offers.values()) if offer.is_paid and offer.blend is not None]
    blends = sorted(offer.blend for offer in paid if offer.blend is not None)
    if len(blends) < FEWEST or blends[0] == blends[-1]:
        return None
    own = next((offer for offer in paid if offer.is_own), None) or model.offers[model.cheapest or paid[0].key]
    places = positions(map(float, blends), logarithmic=blends[-1] > _WIDE * blends[0])
    drawing = strip(places.values(), places[float(own.blend or 0)])
    low, middle, high = (_said(blend) for blend in (blends[0], median_low(blends), blends[-1]))
    whose = "the lab’s own offer" if own.is_own else f"{context.offer_name(own)}, the cheapest"
    return Spread(
        Strip(f"{len(blends)} providers", drawing, f"${low} to ${high}"),
        f"{_which(model, len(blends))} Three tokens read for one written, per 1M; half of them ask ${middle} or less. "
        f"Red is {whose}.",
    )


def _which(model: ModelEntry, count: int) -> str:
    """Say which providers are drawn, because the page counts others too."""
    if count == model.sellers:
        return "One offer of each provider that sells it."
    return f"One offer of each of the {count} that ask dollars both in and out; {model.sellers} sell it."


_WIDE = 10
"""From so many times the least to the greatest on, the strip counts in multiples."""


def _said(blend: Decimal) -> str:
    """Write a blend to three digits that count: it is a mean, not a price that anybody asks."""
    return dollars(Decimal(f"{blend:.3g}"))
