"""Amounts: upstream numbers as ours, after the change of unit, rounded once and exactly as the format says."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from almanac.importers.findings import Note, Plain
from almanac.units.money import DIGITS, exact

MILLION = 10**6
"""Tokens that our prices are for; a price per token is taken this many times."""

NOTED = Decimal("1e-9")
"""A rounding that moves an amount by more than this is counted in the report."""

_ROUNDED = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_EXACT = Context(prec=60)
_LARGEST, _SMALLEST = 12, -30


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in our unit, with no more digits than a price may have; `stated` is the same before rounding."""

    value: Decimal
    stated: Decimal

    @property
    def is_moved(self) -> bool:
        """Say whether rounding changed the amount by more than 1e-9."""
        return abs(self.value - self.stated) > NOTED


def amount(stated: object, *, times: int = 1) -> Amount | None:
    """Return a stated number, `times` as large, as an amount; None for what is no finite number of 0 or more.

    Takes Decimal, int and text of digits ("0.0000001", "1e-07"), never a float: a float has already lost the figure.
    """
    number = _number(stated)
    if number is None or number < 0 or not _SMALLEST <= number.adjusted() <= _LARGEST:
        return None
    scaled = _EXACT.multiply(number, Decimal(times))
    return Amount(value=shortest(_ROUNDED.plus(scaled)), stated=scaled)


def shortest(value: Decimal) -> Decimal:
    """Return the same value without trailing zeros and without an exponent: 0.10 → 0.1, 3E+1 → 30."""
    return Decimal(exact(value))


def rounding_note(found: Amount, subject: str) -> tuple[Note, ...]:
    """Return the note that the report counts where rounding moved the amount, else nothing."""
    if not found.is_moved:
        return ()
    return (
        Note("rounded", subject, "rounded to 10 significant digits", f"{exact(found.stated)} → {exact(found.value)}"),
    )


def count(stated: object) -> int | None:
    """Return a stated limit as a whole number of 1 or more; None for 0 (unknown), nothing and fractions."""
    number = _number(stated)
    if number is None or number < 1 or number.adjusted() > _LARGEST or number != number.to_integral_value():
        return None
    return int(number)


def with_zero_word(components: Mapping[str, Plain], zero_means: str) -> Plain:
    """Return a price with words where upstream wrote 0, or None where nothing is known.

    Only input and output take a word. Where no component costs anything, the word is what a 0 means at this provider;
    beside a component that costs something, a 0 says that there is no charge: `included`.
    """
    if not components:
        return None
    if not any(_costs(value) for value in components.values()):
        return None if zero_means == "unknown" else zero_means
    return with_included(components)


def with_included(components: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return the components of a paid price, `included` where input or output costs nothing beside the others."""
    return {name: "included" if _is_zero(value) and name in _WORDED else value for name, value in components.items()}


_WORDED = frozenset({"input", "output"})


def _costs(value: Plain) -> bool:
    return not _is_zero(value)


def _is_zero(value: Plain) -> bool:
    figure = value.get("usd") if isinstance(value, Mapping) else value
    return isinstance(figure, Decimal | int) and figure == 0


def _number(stated: object) -> Decimal | None:
    if isinstance(stated, bool) or not isinstance(stated, Decimal | int | str):
        return None
    try:
        number = Decimal(stated.strip() if isinstance(stated, str) else stated)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
