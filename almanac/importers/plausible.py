"""Plausible: amounts that no provider asks, kept out of the content and told to the report instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from almanac.checks.prices import HIGHEST
from almanac.importers.findings import Note, Plain
from almanac.units.money import exact

Figure = TypeVar("Figure", bound=Plain)
Amounts = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Sound:
    """The amounts that stand up to the rules, and a note about each that does not."""

    sound: Mapping[str, Plain]
    notes: tuple[Note, ...] = ()


def doubts(stated: Amounts[Plain], amounts: Amounts[Plain], *, subject: str, when: Plain = None) -> Sound:
    """Sort out amounts by the rules of spec/content.md section 7 that one price line can break by itself.

    `stated` is what the line says, `amounts` what holds when it does: a conditional row leaves components out.
    """
    causes = {name: cause for name in stated if (cause := _cause(name, amounts))}
    if "output" in causes and causes["output"] == _SWAPPED:
        causes["input"] = _SWAPPED
    where = f"{subject} when {_said(when)}" if when else subject
    notes = tuple(
        Note("suspicious", f"{where} {name}", cause, _written(stated[name]))
        for name, cause in causes.items()
        if name in stated
    )
    return Sound({name: value for name, value in stated.items() if name not in causes}, notes)


_SWAPPED = "price-output-low: output below a tenth of input, so the two may have changed places"
_CACHE = "price-cache-above-input: reading from the cache costs more than reading anew"
_HIGH = "price-too-high: above what anybody asks per 1M tokens"


def _cause(name: str, amounts: Amounts[Plain]) -> str:
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


def _figure(amounts: Amounts[Plain], name: str) -> Decimal | None:
    value = amounts.get(name)
    return Decimal(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


def _written(value: Plain) -> str:
    return exact(Decimal(value)) if isinstance(value, Decimal | int) else str(value)


def _said(when: Plain) -> str:
    return ", ".join(f"{key}={value}" for key, value in when.items()) if isinstance(when, Mapping) else str(when)
