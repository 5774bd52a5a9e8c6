"""Dates: the precision written is the precision shown and compared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.units.dates import (
    Day,
    days_since,
    first_day,
    from_date,
    is_before,
    is_reached,
    last_day,
    long_date,
    month_date,
    on_date,
    parse_day,
    short_date,
    sort_key,
)


def test_a_month_stays_a_month() -> None:
    month = parse_day("2025-04")
    assert str(month) == "2025-04"
    assert (long_date(month), short_date(month), month_date(month)) == ("April 2025", "Apr 2025", "Apr 2025")


def test_a_day_is_written_in_words() -> None:
    day = parse_day("2025-04-14")
    assert (long_date(day), short_date(day), month_date(day)) == ("14 April 2025", "14 Apr 2025", "Apr 2025")


def test_a_date_in_a_sentence_has_its_preposition() -> None:
    assert on_date(parse_day("2025-04-14")) == "on 14 April 2025"
    assert on_date(parse_day("2025-04")) == "in April 2025"


@pytest.mark.parametrize("text", ["2025", "2025-4-1", "14.04.2025", "2025-04-14T00:00", "2025/04/14", "soon"])
def test_other_forms_are_not_dates(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2025-13-01", "2025-02-29", "2025-00", "0000-01-01"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="calendar"):
        parse_day(text)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2025-04-13", "2025-04-14", True),
        ("2025-04", "2025-04-14", False),
        ("2025-04-14", "2025-04", False),
        ("2025-03", "2025-04-14", True),
        ("2024-12-31", "2025-01", True),
    ],
)
def test_dates_are_compared_at_the_precision_both_have(one: str, other: str, *, before: bool) -> None:
    assert is_before(parse_day(one), parse_day(other)) is before


def test_a_month_is_reached_on_its_first_day_and_over_after_its_last() -> None:
    month = parse_day("2026-10")
    assert not is_reached(month, date(2026, 9, 30))
    assert is_reached(month, date(2026, 10, 1))
    assert (first_day(month), last_day(month)) == (date(2026, 10, 1), date(2026, 10, 31))
    assert days_since(month, date(2026, 11, 1)) == 1
    assert days_since(parse_day("2026-10-23"), date(2026, 10, 20)) == -3


@given(st.dates())
def test_every_day_survives_being_written(day: date) -> None:
    assert parse_day(str(from_date(day))) == Day(day.year, day.month, day.day)


def test_a_month_stands_before_its_days() -> None:
    assert sorted([Day(2025, 4, 1), Day(2025, 4), Day(2025, 3, 31)], key=sort_key)[1] == Day(2025, 4)
