"""Plain scalars: numbers from their own text, words as words, and which of them other programs misread."""

from decimal import Decimal

import pytest

from almanac.reader.scalars import value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True), ("false", False), ("null", None), ("", None), ("0", 0), ("12", 12), ("-3", -3),
        ("0.10", Decimal("0.10")), ("-0.5", Decimal("-0.5")), ("1047576", 1047576), ("9" * 30, int("9" * 30)),
    ],
)  # fmt: skip
def test_a_plain_word_or_number_has_its_value(text: str, value: object) -> None:
    assert value_of(text) == (value, "")
    assert type(value_of(text)[0]) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "gpt-4.1", "2025-04-14", "2024-04", "16:30-00:30", "1.0.0", "7d", "4o", "o1", "-", "+", ".", "...", "-a", "_1", "1,000",
        "<<", "=", "nor", "yess", "truely", "$0.10", "80%", "1e", "e3", "0x", "1" * 101, "no" * 100,
    ],
)  # fmt: skip
def test_other_text_is_itself(text: str) -> None:
    assert value_of(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("no", "as true or false"), ("Yes", "as true or false"), ("ON", "as true or false"), ("off", "as true or false"),
        ("y", "as true or false"), ("N", "as true or false"), ("~", "as nothing"),
        ("True", "as a word in lower case"), ("NULL", "as a word in lower case"),
        ("1:30", "as a number to the base of 60"), ("190:20:30.15", "as a number to the base of 60"),
        ("012", "as an octal number"), ("00", "as an octal number"), ("0711", "as an octal number"),
        ("0x1f", "as a number in another base"), ("0o7", "as a number in another base"), ("0b1", "as a number in another base"),
        ("1e3", "as a number with an exponent"), ("1.5E+3", "as a number with an exponent"), (".5e3", "as a number with an exponent"),
        ("1_000", "as a number in an unusual form"), ("+1", "as a number in an unusual form"), (".5", "as a number in an unusual form"),
        ("5.", "as a number in an unusual form"), ("-0", "as a number in an unusual form"), ("9" * 31, "as a number in an unusual form"),
        (".inf", "as infinity or as no number"), ("-.INF", "as infinity or as no number"), (".nan", "as infinity or as no number"),
    ],
)  # fmt: skip
def test_what_programs_read_differently_is_kept_as_text_and_said(text: str, taken: str) -> None:
    assert value_of(text) == (text, taken)
