"""Which counts are one figure, written more or less exactly."""

import pytest

from almanac.catalogue.questions.counts import is_same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (131_072, 131_072, True),
        (131_072, 131_000, True),
        (65_536, 65_000, True),
        (1_047_576, 1_048_576, True),
        (131_072, 128_000, True),
        (131_072, 131_071, True),
        (204_800, 200_000, True),
        (32_768, 32_000, True),
        (131_072, 129_000, False),
        (131_072, 100_000, False),
        (200_000, 196_608, False),
        (1_048_576, 1_000_000, False),
        (131_072, 130_000, False),
        (7_000_000_000, 7_100_000_000, False),
        (1_000, 900, False),
    ],
)
def test_only_a_rounding_of_the_same_figure_is_the_same(one: int, other: int, *, same: bool) -> None:
    assert is_same(one, other) is is_same(other, one) is same
