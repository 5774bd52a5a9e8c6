"""Receipts: what a preset workload costs at one offer, line by line; a sum with an unknown in it is unknown."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from almanac.catalogue.catalogue import Amount, OfferEntry, Receipt, ReceiptLine
from almanac.catalogue.prices import component
from almanac.records import COMPONENTS, PriceRow, Workload

MILLION = Decimal(1_000_000)
NO_CHARGE = ("free", "included")
LINES = (("input", "Input"), ("cache_read", "Cached input"), ("output", "Output"))
"""Price components that a workload uses, and what each line says."""

Rates = Mapping[str, Amount | None]


def receipts(offer: OfferEntry, workloads: Mapping[str, Workload]) -> tuple[Receipt, ...]:
    """Return the receipt of every workload at one offer."""
    return tuple(receipt(key, workload=workload, offer=offer) for key, workload in workloads.items())


def receipt(key: str, *, workload: Workload, offer: OfferEntry) -> Receipt:
    """Return what the whole workload costs at an offer."""
    rates = rates_of(offer, workload)
    lines = lines_of(workload, rates)
    batch = rates_of(offer, workload, tier="batch") if workload.batch else {}
    return Receipt(
        workload=key,
        title=workload.title,
        about=workload.about,
        offer=offer.key,
        lines=lines,
        total=total(lines),
        batch_total=total(lines_of(workload, batch)) if batch else None,
        uncached_total=total(lines_of(_uncached(workload), rates)),
        fits=_fits(workload, offer.limits.context),
    )


def rates_of(offer: OfferEntry, workload: Workload, *, tier: str | None = None) -> Rates:
    """Return the price of each component for this workload; an empty mapping where the tier is not sold.

    All are unknown where some requests are long enough for a higher price and others are not: a workload does not say
    how its tokens are spread over its requests.
    """
    tiered = [row for row in offer.price_when.values() if conditions(row) == ({"tier"} if tier else set())]
    rows = {
        frozenset(conditions(row)): row for row in offer.price_when.values() if row.when.tier == tier and is_simple(row)
    }
    return {} if tiered and not rows else {}


def _uncached(workload: Workload) -> Workload:
    return workload.model_copy(update={"input": workload.input + workload.cache_read, "cache_read": 0})
