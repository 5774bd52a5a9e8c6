"""Plausible: amounts that no provider asks, kept out of the content and told to the report instead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, median_high, median_low

from almanac.checks.comparisons import FACTOR, FEWEST_OTHERS, SLIP
from almanac.checks.prices import HIGHEST, NEVER
from almanac.importers.findings import Note, Plain
from almanac.paths import item_name
from almanac.units.money import exact

Amounts = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Sound:
    """The amounts that stand up to the rules, and a note about each that does not."""

    sound: Mapping[str, Plain]
    notes: tuple[Note, ...] = ()


def doubts(
    stated: Amounts, amounts: Amounts, *, subject: str, when: Mapping[str, Plain] | None = None, mode: str = "chat"
) -> Sound:
    """Sort out amounts by the rules of spec/content.md section 7 that one price line can break by itself.

    `stated` is what the line says, `amounts` what holds when it does: a conditional row leaves components out.
    """
    causes = {name: cause for name in stated if (cause := _cause(name, amounts, mode))}
    if causes.get("output") == _SWAPPED and "input" in stated:
        causes["input"] = _SWAPPED
    where = f"{subject} when {item_name({'when': when})}" if when else subject
    notes = tuple(
        Note("suspicious", f"{where} {name}", cause, _written(stated[name])) for name, cause in causes.items()
    )
    return Sound({name: value for name, value in stated.items() if name not in causes}, notes)


_SWAPPED = "price-output-low: output below a tenth of input, so the two may have changed places"
_CACHE = "price-cache-above-input: reading from the cache costs more than reading anew"
_MODE = "price-wrong-mode: a model of the mode {} has no such price"
_HIGH = "price-too-high: above what anybody asks per 1M tokens"


def _cause(name: str, amounts: Amounts, mode: str) -> str:
    if name in NEVER.get(mode, ()) and not isinstance(amounts[name], str):
        return _MODE.format(mode)
    figure = _figure(amounts, name)
    if figure is None:
        return ""
    if name in HIGHEST and figure > HIGHEST[name]:
        return _HIGH
    read = _figure(amounts, "input")
    if name == "cache_read" and read and figure > read:
        return _CACHE
    if name == "output" and read and 0 < figure < read / 10:
        return _SWAPPED
    return ""


def _figure(amounts: Amounts, name: str) -> Decimal | None:
    value = amounts.get(name)
    return Decimal(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


def _written(value: Plain) -> str:
    return exact(Decimal(value)) if isinstance(value, Decimal | int) else str(value)


def astray(prices: Mapping[str, Plain]) -> dict[str, str]:
    """Return the offers of one model whose list price is another unit's or currency's, with the reason.

    `prices` are those of all its offers by key. The rule is that of the checks: both components, against the others.
    """
    pairs = {key: pair for key, price in prices.items() if (pair := _pair(price))}
    found: dict[str, str] = {}
    for key, pair in pairs.items():
        others = [other for name, other in pairs.items() if name != key]
        if len(others) < FEWEST_OTHERS:
            continue
        columns = list(zip(pair, zip(*others, strict=True), strict=True))
        if all(_is_far(value, column) for value, column in columns):
            found[key] = "price-off-median: 50 times off the other offers of the model, on both components"
        elif any(all(_is_slip(ratio) for ratio in ratios) for ratios in _ratios(columns)):
            found[key] = "price-currency-slip: about seven times off the other offers, as yuan taken for dollars"
    return found


def _pair(price: Plain) -> tuple[Decimal, Decimal] | None:
    amounts = price if isinstance(price, Mapping) else {}
    read, written = _figure(amounts, "input"), _figure(amounts, "output")
    return (read, written) if read and written else None


def _is_far(value: Decimal, others: Sequence[Decimal]) -> bool:
    middles = (median_low(others), median_high(others))
    return all(value >= FACTOR * middle or middle >= FACTOR * value for middle in middles)


def _ratios(columns: Sequence[tuple[Decimal, Sequence[Decimal]]]) -> Iterator[list[Decimal]]:
    yield [value / median(others) for value, others in columns]
    yield [median(others) / value for value, others in columns]


def _is_slip(ratio: Decimal) -> bool:
    return SLIP[0] <= ratio <= SLIP[1]
