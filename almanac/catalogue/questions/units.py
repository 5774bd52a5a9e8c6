"""What a model costs that is sold by the picture, the second or the request, and not by the token."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.catalogue.catalogue import OfferEntry
from almanac.catalogue.questions.subject import Asked
from almanac.catalogue.questions.wording import listed, money
from almanac.records import Price, UnitPrice

COMPONENTS = {
    "input": "",
    "output": "",
    "image_in": "",
    "image_out": "",
    "video_in": "",
    "audio_in": " of audio",
    "audio_out": " of audio",
}
"""Components that are what one pays for, and what is said behind their unit; a search beside them is an extra."""
PER = {"1000-requests": "1,000 requests", "1m-characters": "million characters"}

Rates = tuple[tuple[str, str, Decimal], ...]
"""The component, the unit and the amount in US dollars of each price."""


def by_unit(asked: Asked) -> tuple[str, OfferEntry] | None:
    """Tell the price at the lab, else at the cheapest of those that sell by the same units, with the offer it is of.

    What chats is paid by the token: a price of anything else beside it is one of an extra.
    """
    priced = [(rates, offer) for offer in asked.sellers() if (rates := _rates(offer))]
    if not priced or asked.entry.record.mode == "chat":
        return None
    own = [(rates, offer) for rates, offer in priced if offer.is_own]
    first = (own or priced)[0][0]
    same = [(rates, offer) for rates, offer in own or priced if _units(rates) == _units(first)]
    rates, offer = min(same, key=lambda pair: [amount for _, _, amount in pair[0]])
    return f"At {asked.seller(offer)}, {listed(list(_told(rates)))}.", offer


def _rates(offer: OfferEntry) -> Rates:
    """Return what an offer asks, where it asks nothing by the token."""
    found = offer.price.components() if isinstance(offer.price, Price) else {}
    if any(isinstance(value, Decimal) and value for value in found.values()):
        return ()
    return tuple(
        (name, value.per, value.usd)
        for name, value in found.items()
        if isinstance(value, UnitPrice) and name in COMPONENTS
    )


def _units(rates: Rates) -> list[tuple[str, str]]:
    return [(name, per) for name, per, _ in rates]


def _told(rates: Rates) -> Iterator[str]:
    yield from (f"{money(amount)} per {PER.get(per, per)}{COMPONENTS[name]}" for name, per, amount in rates)
