"""Bargains: which seller of a model is the cheapest for a job, and the few who can be that for any job."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Amount, ModelEntry, OfferEntry, Receipt
from almanac.catalogue.offers import defaults, reference
from almanac.catalogue.prices import component
from almanac.catalogue.receipts import LINES, NO_CHARGE, is_plain, receipt
from almanac.records import PriceRow, Workload


@dataclass(frozen=True, slots=True)
class Bargain:
    """A job at the seller who asks least for it: in a batch where the job may wait and the seller lists one."""

    offer: OfferEntry
    receipt: Receipt
    total: Decimal
    is_batch: bool


def contenders(model: ModelEntry) -> tuple[OfferEntry, ...]:
    """Return the paid offers of which one is the cheapest for any job; the one that stands for the model comes first.

    As for the cheapest offer, only the default offer of each provider counts. An offer is left out where another asks
    no more for any kind of token, at once, in a batch and for long requests, and holds no less.
    """
    first = reference(model)
    paid = defaults(offer for offer in model.offers.values() if offer.is_paid)
    left = [offer for offer in paid if offer is not first and not _is_beaten(offer, paid)]
    return (first, *left) if first is not None else tuple(left)


def bargain(offers: Iterable[OfferEntry], workload: Workload) -> Bargain | None:
    """Return the job at the cheapest of some offers; None where none of them both fits it and says what it costs."""
    found = [one for offer in offers if (one := _bargain(offer, workload)) and one.receipt.fits is not False]
    return min(found, key=lambda one: one.total, default=None)


def _bargain(offer: OfferEntry, workload: Workload) -> Bargain | None:
    made = receipt(workload, offer=offer)
    if made.batch_total is not None and (made.total is None or made.batch_total < made.total):
        return Bargain(offer, made, made.batch_total, is_batch=True)
    return None if made.total is None else Bargain(offer, made, made.total, is_batch=False)


def _is_beaten(offer: OfferEntry, others: Iterable[OfferEntry]) -> bool:
    return any(
        other is not offer
        and _holds(other, offer)
        and _asks_no_more(_rates(other), _rates(offer))
        and not (_asks_no_more(_rates(offer), _rates(other)) and _holds(offer, other) and offer.key < other.key)
        for other in others
    )


def _holds(one: OfferEntry, other: OfferEntry) -> bool:
    """Say whether one offer takes every request that the other takes; nobody knows of one that states no context."""
    mine, theirs = one.limits.context, other.limits.context
    return mine is None or (theirs is not None and mine >= theirs)


Rates = Mapping[tuple[str | None, int | None, str], Decimal | None]
"""What is asked for each kind of token, by tier and by the length above which it holds."""


def _rates(offer: OfferEntry) -> Rates:
    """Return every price that a receipt can use; where a tier or a length states none, the plain one holds."""
    listed = {name: component(offer.price, name) for name, _ in LINES}
    found: dict[tuple[str | None, int | None, str], Decimal | None]
    found = {(None, None, name): _asked(name, listed, {}) for name in listed}
    for row in offer.price_when.values():
        if is_plain(row):
            stated = _stated(row)
            found |= {(row.when.tier, row.when.context_above, name): _asked(name, listed, stated) for name in listed}
    return found


def _stated(row: PriceRow) -> dict[str, Amount]:
    return {name: value for name, _ in LINES if (value := getattr(row, name)) is not None}


def _asked(name: str, listed: Mapping[str, Amount | None], stated: Mapping[str, Amount]) -> Decimal | None:
    rates = {**listed, **stated}
    rate = rates[name] if rates[name] is not None or name != "cache_write" else rates["input"]
    if isinstance(rate, Decimal):
        return rate
    return Decimal(0) if rate in NO_CHARGE else None


def _asks_no_more(one: Rates, other: Rates) -> bool:
    """Say whether the first asks no more than the second for anything; lengths must be the same to be compared."""
    if {key[:2] for key in one if key[1]} != {key[:2] for key in other if key[1]}:
        return False
    for tier, above, name in {**one, **other}:
        mine = one.get((tier, above, name), one[None, None, name])
        theirs = other.get((tier, above, name), other[None, None, name])
        if theirs is not None and (mine is None or mine > theirs):
            return False
    return True
