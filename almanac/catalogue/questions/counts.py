"""Counts: whether two figures are one figure, written more or less exactly."""

from decimal import Decimal

from almanac.units.tokens import short_count

NEAR = Decimal("0.97")
"""Figures further apart than this share are not taken for one another."""
THOUSAND, KIBI = 1000, 1024


def is_same(one: int, other: int) -> bool:
    """Say whether two counts are one figure: 131,072 is also written as 131,000 and, 128 times 1,024, as 128,000."""
    small, large = sorted((one, other))
    if small < NEAR * large:
        return False
    return short_count(small) == short_count(large) or small in _cuts(large)


def _cuts(count: int) -> tuple[int, ...]:
    """Return what a count becomes where its last digits are cut off, or where 1,024 is called a thousand."""
    whole = count // THOUSAND * THOUSAND
    return (whole, count // KIBI * THOUSAND) if count % KIBI == 0 else (whole,)
