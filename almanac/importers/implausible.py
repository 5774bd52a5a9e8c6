"""Implausible: prices that stand against another price as a slip of unit, of currency or of columns would."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, median_high, median_low

from almanac.checks.comparisons import COMPONENTS, FACTOR, FEWEST_OTHERS, SLIP

UNIT = "price-off-median: fifty times off on every component, as another unit would be"
CURRENCY = "price-currency-slip: about seven times off on every component, as yuan taken for dollars would be"
SWAPPED = "price-output-low: input and output have changed places"


@dataclass(frozen=True, slots=True)
class Pair:
    """What a price asks for input and output, each above zero; None where it says nothing in numbers."""

    input: Decimal | None
    output: Decimal | None

    @property
    def is_whole(self) -> bool:
        """Say whether both are numbers."""
        return self.input is not None and self.output is not None


def pair_of(price: object) -> Pair:
    """Return the pair of a price as a record holds it."""
    found = price if isinstance(price, Mapping) else {}
    return Pair(*(_amount(found.get(name)) for name in COMPONENTS))


def _amount(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or value <= 0:
        return None
    return Decimal(value)


def against(known: Pair, new: Pair) -> str:
    """Say why a price cannot be right beside one that is known; the empty string where it can."""
    known_amounts, new_amounts = (known.input, known.output), (new.input, new.output)
    both = zip(new_amounts, known_amounts, strict=True)
    ratios = [one / other for one, other in both if one is not None and other is not None]
    if not ratios:
        return ""
    if _all_one_way(ratios, lambda ratio: ratio >= FACTOR):
        return UNIT
    if _all_one_way(ratios, lambda ratio: SLIP[0] <= ratio <= SLIP[1]):
        return CURRENCY
    is_swapped = new_amounts == known_amounts[::-1] and new.input != new.output
    return SWAPPED if is_swapped else ""


def _all_one_way(ratios: list[Decimal], test: Callable[[Decimal], bool]) -> bool:
    return all(map(test, ratios)) or all(test(1 / ratio) for ratio in ratios)


def astray(pairs: Mapping[str, Pair]) -> dict[str, str]:
    """Return the offers of one model whose price cannot be right beside the others', each with the cause.

    The rules are those of the checks: of two offers nobody can say which is wrong.
    """
    whole = {key: pair for key, pair in pairs.items() if pair.is_whole}
    if len(whole) <= FEWEST_OTHERS or not any(_spreads(whole, name) for name in COMPONENTS):
        return {}
    found = {}
    for key, pair in whole.items():
        others = [other for name, other in whole.items() if name != key]
        if cause := _cause(pair, others):
            found[key] = cause
    return found


def _cause(pair: Pair, others: list[Pair]) -> str:
    if all(_is_far(getattr(pair, name), _column(others, name)) for name in COMPONENTS):
        return UNIT
    middle = Pair(*(median(_column(others, name)) for name in COMPONENTS))
    cause = against(middle, pair)
    return cause if cause != UNIT else ""


def _is_far(value: Decimal, others: list[Decimal]) -> bool:
    middles = (median_low(others), median_high(others))
    return all(value >= FACTOR * middle or middle >= FACTOR * value for middle in middles)


def _column(pairs: list[Pair], name: str) -> list[Decimal]:
    return [getattr(pair, name) for pair in pairs]


def _spreads(pairs: Mapping[str, Pair], name: str) -> bool:
    column = _column(list(pairs.values()), name)
    return max(column) >= 2 * min(column)
