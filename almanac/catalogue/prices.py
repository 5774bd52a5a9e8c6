"""Prices: in US dollars, compared without ever mixing two offers, and a word or a gap never taken for a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from almanac.catalogue.catalogue import Amount
from almanac.records import COMPONENTS, Currency, Offer, Price, Rate
from almanac.units.dates import Day, first_day, is_reached

INPUT_SHARE, OUTPUT_SHARE = 3, 1
"""The blend by which prices are compared: three tokens read for each one written, the custom of this field."""

ONE_SIDED = ("embedding", "rerank")
"""Modes that are priced by what they read alone."""

P = TypeVar("P", bound=Price)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The rates of the currencies, and the day on which they are wanted."""

    currencies: Mapping[str, Currency]
    today: date

    def rate(self, currency: str | None, *, at: Day | None = None) -> Rate | None:
        """Return the last rate of a currency on a day, or today; None for dollars and where there is none."""
        record = self.currencies.get(currency or "USD")
        if record is None:
            return None
        day = first_day(at) if at else self.today
        return next((rate for rate in reversed(record.rates) if is_reached(rate.on, day)), None)

    def dollars(self, offer: Offer, price: P, *, at: Day | None = None) -> P | None:
        """Return an offer's price in US dollars; None where it has another currency and no rate is known."""
        if offer.currency in {None, "USD"}:
            return price
        rate = self.rate(offer.currency, at=at)
        return None if rate is None else price.model_copy(update=_converted(price, rate.usd))


def _converted(price: Price, rate: Decimal) -> dict[str, Decimal]:
    values = ((name, getattr(price, name)) for name in COMPONENTS)
    return {name: value * rate for name, value in values if isinstance(value, Decimal)}


def component(price: Price | str | None, name: str) -> Amount | None:
    """Return one component; a word for the whole price stands for each."""
    if isinstance(price, Price):
        value: Amount | None = getattr(price, name)
        return value
    return price


def blended(price: Price | str | None, *, mode: str) -> Decimal | None:
    """Return the one number by which a price is compared; None where a side of it is no number of dollars."""
    read, written = component(price, "input"), component(price, "output")
    if not isinstance(read, Decimal):
        return None
    if mode in ONE_SIDED:
        return read
    if not isinstance(written, Decimal):
        return None
    return (INPUT_SHARE * read + OUTPUT_SHARE * written) / (INPUT_SHARE + OUTPUT_SHARE)


def word_of(price: Price | str | None) -> str:
    """Return the word that stands where the input price would, or the empty string."""
    value = component(price, "input")
    return value if isinstance(value, str) else ""
