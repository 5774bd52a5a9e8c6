from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from almanac.catalogue.catalogue import Change
from almanac.outputs.news import direction, headline
from almanac.records import Price, UnitPrice
from tests.outputs.press import change, context

SITE = context()


def price(**components: Any) -> Price:
    return Price(**{name: Decimal(value) if str(value)[0].isdigit() else value for name, value in components.items()})


def moved(before: Any, after: Any) -> Change:
    return change(offer="poe", before=before, after=after)


PAIR = price(input="0.10", output="0.40")


MOVES = [
    (PAIR, price(input="0.08", output="0.32"), "lowered One to $0.08 in, $0.32 out", "down 20 %"),
    (PAIR, price(input="0.20", output="0.50"), "raised One to $0.20 in, $0.50 out", "input up 100 %, output up 25 %"),
    (PAIR, price(input="0.05", output="0.50"), "changed One to $0.05 in, $0.50 out", "input down 50 %, output up 25 %"),
    (PAIR, price(input="0.10", output="0.20"), "lowered One to $0.10 in, $0.20 out", "output down 50 %"),
    (PAIR, price(input="0.1001", output="0.4004"), "raised One to $0.1001 in, $0.4004 out", "up under 1 %"),
    (PAIR, price(input="0.10", output="free"), "changed One to $0.10 in, free out", "output now free"),
    (PAIR, price(input="0.10", output="0.40", cache_read="0.05"), "changed the price of One", "changed"),
    (price(input="0.02"), price(input="0.03"), "raised One to $0.03 in", "up 50 %"),
    (price(input="1000"), price(input="0.001"), "lowered One to $0.001 in", "down 99 %"),
    (price(input="0.01"), price(input="1"), "raised One to $1.00 in", "up 9,900 %"),
    (
        price(input="1", cache_read="0.10", cache_write="2"),
        price(input="1", cache_read="0.05", cache_write="1"),
        "lowered One’s cached input to $0.05 and cache write to $1.00",
        "cached input down 50 %, cache write down 50 %",
    ),
    (
        price(cache_read="0"), price(cache_read="0.1"),
        "raised One’s cached input to $0.10", "cached input no longer free of charge",
    ),
    (
        price(cache_read="0.1"), price(cache_read="0"),
        "lowered One’s cached input to no charge", "cached input down 100 %",
    ),
    (PAIR, "gone", "withdrew One", "withdrawn"),
    (PAIR, None, "withdrew One", "withdrawn"),
    ("gone", PAIR, "offers One again, at $0.10 in, $0.40 out", "offered again"),
    ("gone", "free", "offers One again, free", "offered again"),
    ("free", PAIR, "now charges $0.10 in, $0.40 out for One", "no longer free"),
    ("free", price(audio_in="6"), "now charges $6.00 audio in for One", "no longer free"),
    ("free", price(), "now charges a price that is not stated for One", "no longer free"),
    (None, PAIR, "now charges $0.10 in, $0.40 out for One", "first price"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "sentence", "words"), MOVES)
def test_a_changed_price_is_a_sentence_and_a_few_words(before: Any, after: Any, sentence: str, words: str) -> None:
    assert headline(SITE, moved(before, after)) == f"Poe {sentence}"
    assert direction(moved(before, after)) == words


@pytest.mark.parametrize(
    ("word", "sentence", "words"),
    [
        ("free", "One is now free at Poe", "now free"),
        ("included", "One is now included at Poe", "now included"),
        ("dynamic", "One is now priced dynamically at Poe", "now dynamic"),
        ("on-request", "One is now priced on request at Poe", "now on request"),
    ],
)
def test_a_price_that_became_a_word_is_told_in_words(word: str, sentence: str, words: str) -> None:
    assert headline(SITE, moved(PAIR, word)) == sentence
    assert direction(moved(PAIR, word)) == words


def test_prices_in_the_same_other_unit_are_compared_and_those_in_different_units_are_not() -> None:
    minute, hour = UnitPrice(usd=Decimal(2), per="minute"), UnitPrice(usd=Decimal(60), per="hour")
    half = UnitPrice(usd=Decimal(1), per="minute")
    assert direction(moved(price(audio_in=minute), price(audio_in=half))) == "audio in down 50 %"
    assert direction(moved(price(audio_in=minute), price(audio_in=hour))) == "audio in now $60.00 per hour"


def test_the_arithmetic_is_exact() -> None:
    # As floats, both lie just under 6.5 % and would be written as 6 %.
    assert direction(moved(price(input="0.2"), price(input="0.213"))) == "up 7 %"
    assert direction(moved(price(input="1"), price(input="1.065"))) == "up 7 %"


@pytest.mark.parametrize(
    ("kind", "offer", "before_it", "after_it", "words"),
    [
        ("announced", "", "Acme announces One", "Acme announced One", "announced"),
        ("released", "", "Acme releases One", "Acme released One", "released"),
        ("deprecated", "azure", "Azure deprecates One", "Azure deprecated One", "deprecated"),
        ("retires", "azure", "Azure retires One", "Azure’s date to end One was 1 June 2026", "was to end"),
        (
            "ended",
            "relay@free",
            "Relay stops listing One (free)",
            "Relay no longer lists One (free)",
            "no longer listed",
        ),
        ("offered", "poe", "Poe begins to offer One", "Poe began to offer One", "new offer"),
    ],
)
def test_a_dated_fact_is_told_in_its_tense(kind: str, offer: str, before_it: str, after_it: str, words: str) -> None:
    assert headline(SITE, change("2026-06-02", kind, offer=offer)) == before_it
    assert headline(SITE, change("2026-06-01", kind, offer=offer)) == after_it
    assert direction(change("2026-06-01", kind, offer=offer)) == words


@pytest.mark.parametrize(
    ("on", "note", "sentence"),
    [
        ("2026-03-01", "Its snapshot one-1 is released.", "One’s snapshot one-1 was released"),
        ("2027-03-01", "Its snapshot one-1 is released.", "One’s snapshot one-1 is released"),
        ("2026-03-01", "It scores 8.9 % on Riddles.", "One scores 8.9 % on Riddles"),
        ("2026-03-01", "Somebody said so.", "One: Somebody said so"),
    ],
)
def test_a_note_is_told_with_the_name_of_the_model(on: str, note: str, sentence: str) -> None:
    assert headline(SITE, change(on, "result", note=note)) == sentence


def test_an_offer_that_the_model_no_longer_has_is_told_as_its_labs() -> None:
    assert headline(SITE, change(kind="retires", offer="nobody")) == "Acme’s date to end One was 1 May 2026"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("register", "A register found One gone at Poe"),
        ("lab-page", "Poe no longer lists One"),
        ("nobody", "Poe no longer lists One"),
    ],
)
def test_who_noticed_that_an_offer_is_gone_is_named(source: str, sentence: str) -> None:
    assert headline(SITE, change(kind="ended", offer="poe", source=source)) == sentence


def test_a_sellers_own_list_speaks_for_the_seller() -> None:
    poe = SITE.catalogue.sources["register"].model_copy(update={"title": "Poe, list of models"})
    site = context(replace(SITE.catalogue, sources={"register": poe}))
    assert headline(site, change(kind="ended", offer="poe", source="register")) == "Poe no longer lists One"
