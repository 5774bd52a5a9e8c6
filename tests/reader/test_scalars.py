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


OTHER = """gpt-4.1 2025-04-14 2024-04 16:30-00:30 1.0.0 7d 4o o1 - + . ... -a _1 1,000 << = nor yess truely $0.10 80% 1e
e3 0x 0.1.2 v1.5 1-2 1/2"""


@pytest.mark.parametrize("text", [*OTHER.split(), "1" * 101, "no" * 100])
def test_other_text_is_itself(text: str) -> None:
    assert value_of(text) == (text, "")


TAKEN = {
    "as true or false": "no Yes ON off y N YES",
    "as nothing": "~",
    "as a word in lower case": "True NULL False",
    "as a number to the base of 60": "1:30 190:20:30.15 -1:00",
    "as an octal number": "012 00 0711 -07",
    "as a number in another base": "0x1f 0o7 0b1 0XFF",
    "as a number with an exponent": "1e3 1.5E+3 .5e3 1_0e1",
    "as a number in an unusual form": f"1_000 +1 .5 5. -0 -.5 {'9' * 31} 1.{'0' * 61}",
    "as infinity or as no number": ".inf -.INF .nan",
}


@pytest.mark.parametrize(("text", "taken"), [(text, taken) for taken, texts in TAKEN.items() for text in texts.split()])
def test_what_programs_read_differently_is_kept_as_text_and_said(text: str, taken: str) -> None:
    assert value_of(text) == (text, taken)
