"""Receipts: what a preset workload costs at one offer, line by line; a sum with an unknown in it is unknown."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from almanac.catalogue.catalogue import Amount, OfferEntry, Receipt, ReceiptLine
from almanac.catalogue.prices import component
from almanac.records import PriceRow, Workload

MILLION = Decimal(1_000_000)
NO_CHARGE = ("free", "included")
LINES = (
    ("input", "Input"),
    ("cache_write", "Input, kept in the cache"),
    ("cache_read", "Cached input"),
    ("output", "Output"),
)
"""Price components that a workload uses, and what each line says."""

Rates = Mapping[str, Amount | None]


def receipts(offer: OfferEntry, workloads: Mapping[str, Workload]) -> tuple[Receipt, ...]:
    """Return the receipt of every workload at one offer."""
    return tuple(receipt(workload, offer=offer) for workload in workloads.values())


def receipt(workload: Workload, *, offer: OfferEntry) -> Receipt:
    """Return what the whole workload costs at an offer."""
    rates = rates_of(offer, workload)
    lines = lines_of(workload, rates)
    batch = rates_of(offer, workload, tier="batch") if workload.batch else {}
    return Receipt(
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
    """Return the price of each component for this workload; an empty mapping where the tier is not listed.

    All are unknown where some of the requests are long enough for another price and others are not, or a tier does not
    say what its long requests cost: a workload does not tell how its tokens are spread.
    """
    rows = {(row.when.tier, row.when.context_above): row for row in offer.price_when.values() if is_plain(row)}
    listed = {name: component(offer.price, name) for name, _ in LINES}
    if tier and (tier, None) not in rows:
        return {}
    rates = _over(listed, rows[tier, None]) if tier else listed
    crossed = [above for kind, above in rows if above and kind in {None, tier} and reaches_over(workload, above)]
    if not crossed:
        return _kept(rates)
    row = rows.get((tier, max(crossed)))
    if row is None or row.marginal or row.when.marginal or not _is_over(workload, max(crossed)):
        return dict.fromkeys(listed)
    return _kept(_over(rates, row))


def _kept(rates: Rates) -> Rates:
    """Price what is kept in the cache as other input where the offer asks nothing of its own for it."""
    return {**rates, "cache_write": rates["input"]} if rates["cache_write"] is None else rates


def is_plain(row: PriceRow) -> bool:
    """Say whether a row holds for everybody at any time: nothing but the tier and the length matters."""
    when = row.when
    return not (when.region or when.utc or when.from_ or when.until)


def reaches_over(workload: Workload, tokens: int) -> bool:
    """Say whether the longest request holds more; the average one stands for it where the workload does not say."""
    return workload.longest > tokens if workload.longest else _is_over(workload, tokens)


def _is_over(workload: Workload, tokens: int) -> bool:
    """Say whether the average request holds more."""
    return _read(workload) > tokens * workload.requests


def _read(workload: Workload) -> int:
    return workload.input + workload.cache_write + workload.cache_read


def _over(rates: Rates, row: PriceRow) -> Rates:
    return {name: value if (stated := getattr(row, name)) is None else stated for name, value in rates.items()}


def lines_of(workload: Workload, rates: Rates) -> tuple[ReceiptLine, ...]:
    """Return a line for every kind of token that the workload uses."""
    tokens = {name: getattr(workload, name) for name, _ in LINES}
    return tuple(
        ReceiptLine(
            tokens=tokens[name], what=what, component=name, rate=rates[name], amount=_amount(tokens[name], rates[name])
        )
        for name, what in LINES
        if tokens[name]
    )


def _amount(tokens: int, rate: Amount | None) -> Decimal | None:
    if isinstance(rate, Decimal):
        return tokens * rate / MILLION
    return Decimal(0) if rate in NO_CHARGE else None


def total(lines: Iterable[ReceiptLine]) -> Decimal | None:
    """Return the sum, or None as soon as one amount is unknown."""
    amounts = [line.amount for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _fits(workload: Workload, context: int | None) -> bool | None:
    return None if workload.longest is None or context is None else workload.longest <= context


def _uncached(workload: Workload) -> Workload:
    return workload.model_copy(update={"input": _read(workload), "cache_write": 0, "cache_read": 0})
