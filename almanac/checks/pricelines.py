"""Price lines: every price that a record states, the list price, the rows under a condition and the past ones alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.checks.rule import Steps
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Offer, Price, PriceRow, UnitPrice
from almanac.units.dates import sort_key

Amounts = Mapping[str, Decimal | str | UnitPrice]


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price of one offer. `stated` is what the line itself says, `amounts` what holds when it does."""

    model: Entry[Model]
    key: str
    steps: Steps
    stated: Amounts
    amounts: Amounts

    @property
    def offer(self) -> Offer:
        """The offer whose price it is."""
        return self.model.record.offers[self.key]

    def tokens(self, component: str) -> Decimal | None:
        """Return the price of a component per 1M tokens in the offer's own currency; None for words and other units."""
        amount = self.amounts.get(component)
        return amount if isinstance(amount, Decimal) else None


def list_line(model: Entry[Model], key: str) -> PriceLine:
    """Return the list price of an offer; without amounts where a word stands for all of it."""
    price = model.record.offers[key].price
    amounts = price.components() if isinstance(price, Price) else {}
    return PriceLine(model, key, ("offers", key, "price"), amounts, amounts)


def row_lines(model: Entry[Model], key: str) -> Iterator[PriceLine]:
    """Yield the rows under a condition; what a row leaves out stays as in the list price."""
    base = list_line(model, key).amounts
    for index, row in enumerate(model.record.offers[key].price_when):
        stated = row.components()
        yield PriceLine(model, key, ("offers", key, "price_when", index), stated, {**base, **stated})


def past_lines(model: Entry[Model], key: str) -> Iterator[PriceLine]:
    """Yield the rows of the price history."""
    for index, row in enumerate(model.record.offers[key].price_history):
        stated = row.components()
        yield PriceLine(model, key, ("offers", key, "price_history", index), stated, stated)


def lines(library: Library) -> Iterator[PriceLine]:
    """Yield every price line of every offer."""
    for model in library.models.values():
        for key in model.record.offers:
            yield list_line(model, key)
            yield from row_lines(model, key)
            yield from past_lines(model, key)


def conditions(row: PriceRow, *, without: str = "") -> tuple[tuple[str, str], ...]:
    """Return what must hold for a row, as comparable text."""
    names = ("tier", "context_above", "marginal", "region", "utc", "from_", "until")
    stated = ((name, getattr(row.when, name)) for name in names if name != without)
    return tuple((name, str(value)) for name, value in stated if value is not None)


def rate(library: Library, offer: Offer) -> Decimal | None:
    """Return what one unit of the offer's currency is worth in US dollars by its newest rate, if there is one."""
    if offer.currency in {None, "USD"}:
        return Decimal(1)
    currency = library.currencies.get(offer.currency or "")
    if currency is None or not currency.record.rates:
        return None
    return max(currency.record.rates, key=lambda rate: sort_key(rate.on)).usd


def dollars_of(library: Library, line: PriceLine, component: str) -> Decimal | None:
    """Return a component in US dollars per 1M tokens; None where it is unknown, a word or in another unit."""
    amount, worth = line.tokens(component), rate(library, line.offer)
    return None if amount is None or worth is None else amount * worth
