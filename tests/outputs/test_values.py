"""Values: how each kind of fact is written, the same everywhere."""

from decimal import Decimal

import pytest

from almanac.outputs.values import NOT_STATED, amount, column, day, listed, modalities, ordinal, plural, priced, tokens
from almanac.records import UnitPrice

MINUTE = UnitPrice.model_validate({"usd": Decimal("0.006"), "per": "minute"})
BULK = UnitPrice.model_validate({"usd": Decimal(10), "per": "1000-requests"})


@pytest.mark.parametrize(
    ("value", "cell", "sentence"),
    [
        (Decimal("0.1"), "0.10", "$0.10"),
        (Decimal(0), "no charge", "no charge"),
        (MINUTE, "0.006 per minute", "$0.006 per minute"),
        (BULK, "10.00 per 1,000 requests", "$10.00 per 1,000 requests"),
        ("free", "free", "free"),
        ("on-request", "on request", "on request"),
        (None, "not stated", "not stated"),
    ],
)
def test_a_price_is_a_number_a_word_or_not_stated(
    value: Decimal | str | UnitPrice | None, cell: str, sentence: str
) -> None:
    assert amount(value).text == cell
    assert priced(value) == sentence


def test_the_points_of_a_column_align() -> None:
    cells = column([Decimal("0.1"), Decimal("0.025"), None, "free"])
    assert [cell.html for cell in cells[:2]] == ['<span class="num p1">0.10</span>', '<span class="num">0.025</span>']
    assert cells[2] == NOT_STATED


def test_counts_dates_and_lists_are_written_for_people() -> None:
    assert tokens(None) == day(None) == NOT_STATED
    assert tokens(1_047_576).text == "1,047,576"
    assert plural(1, "model") == "1 model"
    assert plural(1200, "model") == "1,200 models"
    assert plural(2, "entry", "entries") == "2 entries"
    assert listed([]) == ""
    assert listed(["one"]) == "one"
    assert listed(["one", "two", "three"]) == "one, two and three"
    assert modalities(["text", "file"]) == "text, PDF"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st"), (112, "112th")],
)
def test_ordinals_end_as_they_are_spoken(number: int, said: str) -> None:
    assert ordinal(number) == said
