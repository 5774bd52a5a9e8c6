"""Tokens: exact, and in three digits."""

import pytest

from almanac.units.tokens import exact_count, short_count


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (950, "950"), (1000, "1K"), (4096, "4.1K"), (32_768, "32.8K"), (128_000, "128K"), (131_072, "131K"),
        (999_400, "999K"),
        (999_950, "1M"), (1_000_000, "1M"), (1_047_576, "1.05M"), (41_500_000_000, "41.5B"), (2_000_000_000_000, "2T"),
        (40_800, "40.8K"),
    ],
)  # fmt: skip
def test_counts_are_rounded_to_three_digits(value: int, shown: str) -> None:
    assert short_count(value) == shown


def test_exact_counts_keep_every_digit() -> None:
    assert exact_count(1_047_576) == "1,047,576"
