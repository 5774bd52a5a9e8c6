"""Comparisons: an offer against the other offers of its model, where a slip of unit or currency shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, median_high, median_low

from almanac.checks.pricelines import rate
from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Price
from almanac.units.money import exact

FEWEST_OTHERS = 2
"""Of two offers nobody can say which is wrong."""

FACTOR = Decimal(50)
SLIP = (Decimal("6.5"), Decimal("7.5"))
"""What a price in yuan is to the same in dollars."""

COMPONENTS = ("input", "output")


@dataclass(frozen=True, slots=True)
class Pair:
    """The two list prices of one offer in US dollars per 1M tokens, both above zero."""

    key: str
    input: Decimal
    output: Decimal


def far_from_the_others(library: Library) -> Iterator[Problem]:
    """No offer is fifty times off the others on both components: that is another unit, not another price."""
    for model, pair, others in _compared(library):
        if all(_is_far(getattr(pair, name), _column(others, name)) for name in COMPONENTS):
            yield _off(model, pair, others, code="price-off-median")


def slipped_in_currency(library: Library) -> Iterator[Problem]:
    """No offer is about seven times off the others on both components: that is yuan taken for dollars, or back."""
    for model, pair, others in _compared(library):
        ratios = [getattr(pair, name) / median(_column(others, name)) for name in COMPONENTS]
        if all(_within(ratio) for ratio in ratios) or all(_within(1 / ratio) for ratio in ratios):
            yield _off(model, pair, others, code="price-currency-slip")


def _compared(library: Library) -> Iterator[tuple[Entry[Model], Pair, tuple[Pair, ...]]]:
    for model in library.models.values():
        pairs = tuple(_pairs(library, model))
        if len(pairs) > FEWEST_OTHERS and all(_spreads(_column(pairs, name)) for name in COMPONENTS):
            for pair in pairs:
                yield model, pair, tuple(other for other in pairs if other is not pair)


def _spreads(column: list[Decimal]) -> bool:
    """Say whether any of the values can be far from the others, which saves most models the comparing."""
    return max(column) >= SLIP[0] * min(column)


def _pairs(library: Library, model: Entry[Model]) -> Iterator[Pair]:
    for key, offer in model.record.offers.items():
        price = offer.price
        if isinstance(price, Price) and isinstance(price.input, Decimal) and isinstance(price.output, Decimal):
            worth = rate(library, offer)
            if worth and price.input and price.output:
                yield Pair(key, price.input * worth, price.output * worth)


def _column(pairs: tuple[Pair, ...], name: str) -> list[Decimal]:
    return [getattr(pair, name) for pair in pairs]


def _is_far(value: Decimal, others: list[Decimal]) -> bool:
    """Compare with both middle values: of two others, the wrong one alone must not put the right ones in the wrong."""
    middles = (median_low(others), median_high(others))
    return all(value >= FACTOR * middle or middle >= FACTOR * value for middle in middles)


def _within(ratio: Decimal) -> bool:
    return SLIP[0] <= ratio <= SLIP[1]


_HINTS = {
    "price-off-median": "Write the price per 1M tokens; if it really is the price, accept it in waivers.yaml.",
    "price-currency-slip": "Look which currency the source lists; name it in currency if it is not US dollars.",
}


def _off(model: Entry[Model], pair: Pair, others: tuple[Pair, ...], *, code: str) -> Problem:
    middle = [exact(round(median(_column(others, name)), 6)) for name in COMPONENTS]
    return model.problem(
        code,
        "offers",
        pair.key,
        "price",
        "input",
        message=(
            f"{pair.key} asks ${exact(pair.input)} in and ${exact(pair.output)} out, "
            f"and the {len(others)} other offers ${middle[0]} and ${middle[1]} in the median."
        ),
        hint=_HINTS[code],
    )


RULES: tuple[Rule, ...] = (far_from_the_others, slipped_in_currency)
