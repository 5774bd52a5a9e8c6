"""Money: exact decimals and the words beside them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.units.money import dollars, exact, fraction_length, is_word, parse_money, significant_digits


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.1", "0.10"),
        ("0.10", "0.10"),
        ("0.025", "0.025"),
        ("3", "3.00"),
        ("1200", "1,200.00"),
        ("0.000035", "0.000035"),
    ],
)
def test_a_price_is_shown_with_two_decimals_or_more_and_never_rounded(text: str, shown: str) -> None:
    assert dollars(parse_money(text)) == shown


@pytest.mark.parametrize("text", ["-1", "+1", "1e3", "nan", "inf", "", " 1", "1_000", ".5", "5.", "$1", "1,000", "１"])
def test_only_plain_unsigned_decimals_are_money(text: str) -> None:
    with pytest.raises(ValueError, match="plain digits"):
        parse_money(text)


def test_more_than_ten_significant_digits_are_refused() -> None:
    assert parse_money("1234567.891") == Decimal("1234567.891")
    with pytest.raises(ValueError, match="more than 10 significant digits"):
        parse_money("1234567.8912")


@pytest.mark.parametrize(("text", "digits"), [("0", 1), ("0.0", 1), ("1200", 2), ("0.0250", 2), ("1.05", 3)])
def test_significant_digits_leave_out_zeros_at_either_end(text: str, digits: int) -> None:
    assert significant_digits(Decimal(text)) == digits


@given(st.decimals(min_value=0, max_value=10**6, places=6))
def test_writing_a_price_loses_nothing(value: Decimal) -> None:
    assert Decimal(exact(value)) == value
    assert Decimal(dollars(value).replace(",", "")) == value
    assert "E" not in exact(value)


def test_fraction_length_counts_behind_the_point() -> None:
    assert (fraction_length("0.025"), fraction_length("3")) == (3, 0)


def test_words_are_told_from_numbers() -> None:
    assert is_word("on-request")
    assert not is_word("gratis")
    assert not is_word(Decimal(0))
