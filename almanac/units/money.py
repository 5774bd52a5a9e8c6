"""Money: US dollars as exact decimals, and the words that stand where no number can."""

import re
from decimal import Decimal

WORDS = ("free", "included", "dynamic", "on-request")
"""What a price may be instead of a number; an absent price is unknown, and no word stands for that."""

DIGITS = 10
"""The most significant digits a price may have; upstream floats are rounded to it (spec/import.md)."""

_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")


def parse_money(text: str) -> Decimal:
    """Return the exact value of an unsigned plain decimal; ValueError with a sentence for anything else."""
    if not _PLAIN.fullmatch(text):
        message = f'"{text}" is not an amount in plain digits.'
        raise ValueError(message)
    value = Decimal(text)
    if significant_digits(value) > DIGITS:
        message = f"{text} has more than {DIGITS} significant digits."
        raise ValueError(message)
    return value


def significant_digits(value: Decimal) -> int:
    """Count the digits that carry the value: 1200 has two, 0.0250 has two."""
    return len("".join(map(str, value.as_tuple().digits)).strip("0")) or 1


def exact(value: Decimal) -> str:
    """Return the shortest plain decimal of the same value, never with an exponent: 0.1, 30, 0.000035."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def dollars(value: Decimal, places: int = 2) -> str:
    """Return the value with at least `places` decimals, never rounded, thousands grouped: 0.10, 0.025, 1,200.00."""
    text = exact(value)
    whole, _, fraction = text.partition(".")
    grouped = f"{int(whole):,}"
    return f"{grouped}.{fraction.ljust(places, '0')}" if places or fraction else grouped


def fraction_length(text: str) -> int:
    """Count the characters after the decimal point, so that a column can be padded to align its points."""
    return len(text.partition(".")[2])


def is_word(value: object) -> bool:
    """Say whether the value is one of the price words."""
    return isinstance(value, str) and value in WORDS
