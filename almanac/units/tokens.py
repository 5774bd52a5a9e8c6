"""Tokens and other counts: exact on a model's page, three digits where space is short."""

from decimal import ROUND_HALF_UP, Decimal

_STEPS = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "K"))


def exact_count(value: int) -> str:
    """Write every digit, grouped: 1,047,576."""
    return f"{value:,}"


def short_count(value: int) -> str:
    """Round to three significant digits, the one rounding rule of the site: 1.05M, 32.8K, 128K, 1M, 950."""
    for size, letter in _STEPS:
        if value >= size:
            return f"{_three_digits(Decimal(value) / size)}{letter}"
        if value >= size - size // 2000:  # 999,950 is 1M in three digits, not 1000K
            return f"1{letter}"
    return str(value)


_ONE_DIGIT, _TWO_DIGITS = 10, 100


def _three_digits(value: Decimal) -> str:
    places = 2 if value < _ONE_DIGIT else 1 if value < _TWO_DIGITS else 0
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
