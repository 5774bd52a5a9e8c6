"""Amounts: the change of unit, the one rounding, words for zeros, and what no provider asks."""

from decimal import Decimal

import pytest

from almanac.importers.amounts import MILLION, amount, count, rounding_note, with_included, with_zero_word
from almanac.importers.findings import Plain
from almanac.importers.plausible import astray, doubts

D = Decimal


@pytest.mark.parametrize(
    ("stated", "times", "value"),
    [
        (D("0.09999999999999999"), 1, "0.1"),
        (D("1e-07"), MILLION, "0.1"),
        ("0.0000001", MILLION, "0.1"),
        ("0.00000008333333333333334", MILLION, "0.08333333333"),
        (D("3.0"), 1, "3"),
        (30, 1, "30"),
        (D("12345678.905"), 1, "12345678.9"),
        (D("12345678.915"), 1, "12345678.92"),
        ("0", MILLION, "0"),
        (D("0.014"), 1000, "14"),
    ],
)
def test_an_amount_changes_its_unit_and_is_rounded_once(stated: object, times: int, value: str) -> None:
    found = amount(stated, times=times)
    assert found is not None
    assert f"{found.value:f}" == value


@pytest.mark.parametrize("stated", [None, True, "", "free", "-1", D("-0.1"), D("NaN"), D("1e400"), 0.1, [], D("1e-40")])
def test_what_is_no_amount_of_money_is_none(stated: object) -> None:
    assert amount(stated) is None


def test_a_rounding_is_noted_where_it_moves_an_amount() -> None:
    small, large = amount(D("0.09999999999999999")), amount(D("12.345678901234"))
    assert small is not None
    assert large is not None
    assert rounding_note(small, "a") == ()
    (note,) = rounding_note(large, "acme/one input")
    assert (note.kind, note.value) == ("rounded", "12.345678901234 → 12.3456789")


@pytest.mark.parametrize(
    ("stated", "value"),
    [(128000, 128000), (0, None), ("8192", 8192), (D("1.5"), None), (D("1E+6"), 1000000), (-1, None)],
)
def test_a_limit_of_0_is_unknown(stated: object, value: int | None) -> None:
    assert count(stated) == value


@pytest.mark.parametrize(
    ("components", "meaning", "price"),
    [
        ({"input": D(0), "output": D(0)}, "free", "free"),
        ({"input": D(0), "output": D(0), "cache_read": D(0)}, "included", "included"),
        ({"input": D(0), "output": D(0)}, "unknown", None),
        ({}, "free", None),
        ({"input": D(0), "output": D(2)}, "free", {"input": "included", "output": D(2)}),
        (
            {"input": D(1), "output": D(2), "cache_read": D(0)},
            "free",
            {"input": D(1), "output": D(2), "cache_read": D(0)},
        ),
        ({"input": {"usd": D(0), "per": "image"}}, "dynamic", "dynamic"),
    ],
)
def test_a_zero_becomes_the_word_that_it_means(components: dict[str, Plain], meaning: str, price: Plain) -> None:
    assert with_zero_word(components, meaning) == price


def test_beside_a_paid_component_a_zero_is_included() -> None:
    assert with_included({"input": D(0), "audio_in": D(1)}) == {"input": "included", "audio_in": D(1)}


@pytest.mark.parametrize(
    ("stated", "mode", "left", "cause"),
    [
        ({"input": D(201), "output": D(300)}, "chat", {"output"}, "price-too-high"),
        ({"input": D(1), "output": D(701)}, "chat", {"input"}, "price-too-high"),
        ({"input": D(1), "output": D(2), "cache_read": D(3)}, "chat", {"input", "output"}, "price-cache-above-input"),
        ({"input": D(3), "output": D("0.2")}, "chat", set(), "price-output-low"),
        ({"input": D(1), "output": D(2)}, "embedding", {"input"}, "price-wrong-mode"),
        ({"input": D(1), "output": D(2), "cache_read": D(1)}, "chat", {"input", "output", "cache_read"}, ""),
        ({"input": "included", "output": D(2)}, "chat", {"input", "output"}, ""),
    ],
)
def test_what_nobody_asks_stays_out_and_is_noted(
    stated: dict[str, Plain], mode: str, left: set[str], cause: str
) -> None:
    found = doubts(stated, stated, subject="acme/one", mode=mode)
    assert set(found.sound) == left
    assert all(note.cause.startswith(cause) and note.kind == "suspicious" for note in found.notes)
    assert bool(found.notes) == bool(cause)


def test_a_row_is_compared_with_what_holds_when_it_does() -> None:
    found = doubts(
        {"cache_read": D(2)},
        {"input": D(1), "cache_read": D(2)},
        subject="acme/one",
        when={"tier": "batch"},
    )
    assert found.notes[0].subject == "acme/one when tier=batch cache_read"
    assert found.sound == {}


def test_an_offer_in_another_unit_or_currency_is_seen_beside_the_others() -> None:
    prices: dict[str, Plain] = {
        "a": {"input": D(1), "output": D(2)},
        "b": {"input": D("1.1"), "output": D("2.1")},
        "c": {"input": D(1), "output": D(2)},
        "thousand": {"input": D(1000), "output": D(2000)},
        "yuan": {"input": D(7), "output": D(14)},
        "word": "free",
    }
    found = astray(prices)
    assert found.keys() == {"thousand", "yuan"}
    assert found["thousand"].startswith("price-off-median")
    assert found["yuan"].startswith("price-currency-slip")
    assert astray({"a": prices["a"], "thousand": prices["thousand"]}) == {}
