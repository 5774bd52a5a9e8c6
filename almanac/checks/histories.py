"""Histories: price rows and exchange rates in the order of their dates, ending in what the record says today."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from almanac.checks.rule import Rule, Steps
from almanac.paths import Steps as Names
from almanac.paths import parse_path
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import HistoryRow, Model, Offer, Price, UnitPrice
from almanac.units.dates import Day, first_day, is_before, last_day
from almanac.units.money import exact


def histories_ascend(library: Library) -> Iterator[Problem]:
    """Rows of a history stand in strict order of their dates: which of two is in force must never be a guess."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            days = [row.from_ for row in offer.price_history]
            yield from _unordered(model, days, ("offers", key, "price_history"), "from")
    for currency in library.currencies.values():
        yield from _unordered(currency, [rate.on for rate in currency.record.rates], ("rates",), "on")


def _unordered(entry: Entry[object], days: Sequence[Day], steps: Steps, name: str) -> Iterator[Problem]:
    for index in range(1, len(days)):
        before, day = days[index - 1], days[index]
        if not is_before(before, day):
            yield entry.problem(
                "history-order",
                *steps,
                index,
                name,
                message=f"The row of {day} does not come after that of {before}, which stands above it.",
                hint="Order the rows by date, one for each date, written equally precisely.",
            )


def histories_end_in_the_price(library: Library) -> Iterator[Problem]:
    """The row in force on the day the price was checked says what the price says: else one of the two is stale."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            day = evidence_day(library, model, key) if offer.price_history else None
            index = _in_force(offer, day) if day else None
            if index is not None and not _agrees(offer.price_history[index], offer):
                row = offer.price_history[index]
                yield model.problem(
                    "history-price",
                    "offers",
                    key,
                    "price_history",
                    index,
                    message=f"The row of {row.from_} in force says {_said(row)}, and price {_said(offer.price)}.",
                    hint="Add a row for the day of the change, or correct the price.",
                )


def evidence_day(library: Library, model: Entry[Model], key: str) -> date | None:
    """Return the last day on which an offer's price is known to have held; None where nobody noted it."""
    offer = model.record.offers[key]
    checked, source_id = offer.checked, offer.source or (model.record.sync.source if model.record.sync else None)
    proof = _evidence(model, ("offers", key, "price"))
    if proof:
        evidence = model.record.evidence[proof]
        checked, source_id = evidence.checked, evidence.source
    source = library.sources.get(source_id or "")
    if checked is None and source is not None:
        checked = source.record.at
    return last_day(checked) if isinstance(checked, Day) else None


def _evidence(model: Entry[Model], steps: Names) -> str:
    """Return the longest path in `evidence` that covers the steps; the empty string where none does."""
    covering = [path for path in model.record.evidence if _covers(path, steps)]
    return max(covering, key=len, default="")


def _covers(path: str, steps: Names) -> bool:
    try:
        found = parse_path(path)
    except ValueError:  # a path that cannot be read is the finding of another rule
        return False
    return steps[: len(found)] == found


def _in_force(offer: Offer, day: date) -> int | None:
    begun = [index for index, row in enumerate(offer.price_history) if first_day(row.from_) <= day]
    return begun[-1] if begun else None


def _agrees(row: HistoryRow, offer: Offer) -> bool:
    """Compare what the row states; a row may leave components out, for few sources record all of them."""
    if row.price == "gone":
        return bool(offer.ended or offer.retires)
    if row.price is not None:
        return bool(row.price == offer.price)
    now = offer.price.components() if isinstance(offer.price, Price) else {}
    return all(now.get(name) == amount for name, amount in row.components().items())


def _said(price: Price | str | None) -> str:
    """Write a price as a record does."""
    if isinstance(price, HistoryRow) and price.price:
        return str(price.price)
    if not isinstance(price, Price):
        return price or "nothing"
    parts = price.components().items()
    return ", ".join(f"{name} {_amount(value)}" for name, value in parts) or "nothing"


def _amount(value: Decimal | str | UnitPrice) -> str:
    if isinstance(value, UnitPrice):
        return f"{exact(value.usd)} per {value.per}"
    return value if isinstance(value, str) else exact(value)


RULES: tuple[Rule, ...] = (histories_ascend, histories_end_in_the_price)
