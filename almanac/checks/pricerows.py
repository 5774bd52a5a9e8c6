"""Price rows: what stands under a condition says under which, says something, and says it once."""

from collections.abc import Iterator

from almanac.checks.pricelines import conditions
from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Offer, PriceRow
from almanac.units.dates import is_before


def _rows(library: Library) -> Iterator[tuple[Entry[Model], str, Offer]]:
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            yield model, key, offer


def rows_say_something(library: Library) -> Iterator[Problem]:
    """A row has a condition and a price; without the one it is the list price, without the other it is nothing."""
    for model, key, offer in _rows(library):
        for index, row in enumerate(offer.price_when):
            lacking = _lacking(row)
            if lacking:
                yield model.problem(
                    "price-when-empty",
                    "offers",
                    key,
                    "price_when",
                    index,
                    message=f"This row has no {lacking}.",
                    hint="Write when: {tier: …} or another condition, and the components that differ under it.",
                )


def _lacking(row: PriceRow) -> str:
    if not [name for name, _ in conditions(row) if name != "marginal"]:
        return "condition"
    return "" if row.components() else "price"


def rows_differ(library: Library) -> Iterator[Problem]:
    """Two rows under the same condition would be two prices for one request."""
    for model, key, offer in _rows(library):
        seen: set[object] = set()
        for index, row in enumerate(offer.price_when):
            if conditions(row) in seen:
                yield model.problem(
                    "price-when-duplicate",
                    "offers",
                    key,
                    "price_when",
                    index,
                    message="A row above holds under the same condition.",
                    hint="Join the two rows, or add the condition in which they differ.",
                )
            seen.add(conditions(row))


def rows_begin_before_they_end(library: Library) -> Iterator[Problem]:
    """A row that ends before it begins never holds."""
    for model, key, offer in _rows(library):
        for index, row in enumerate(offer.price_when):
            begin, end = row.when.from_, row.when.until
            if begin and end and is_before(end, begin):
                yield model.problem(
                    "price-when-dates",
                    "offers",
                    key,
                    "price_when",
                    index,
                    "when",
                    "until",
                    message=f"This row ends on {end}, before it begins on {begin}.",
                    hint="Correct one of the two dates.",
                )


RULES: tuple[Rule, ...] = (rows_say_something, rows_differ, rows_begin_before_they_end)
