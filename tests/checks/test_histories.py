from datetime import date
from pathlib import Path

import pytest

from almanac.checks.histories import evidence_day
from tests.checks.tinysite import changed, library, problems

ONE = "models/acme/one.yaml"
OFFER = "    source: pricing\n    checked: 2026-05-31\n"
PROOF = "  offers.acme.price: {source: pricing, checked: 2026-05-31}\n"


@pytest.mark.parametrize(
    ("proof", "offer", "day"),
    [
        ("  offers.acme.price: {source: pricing, checked: 2026-03}\n", OFFER, date(2026, 3, 31)),
        ("  offers.acme: {source: tests}\n", OFFER, date(2026, 5, 1)),
        ("  offers.acme.price.input: {source: tests}\n", OFFER, date(2026, 5, 31)),
        ("", "    source: pricing\n    checked: 2026-02-01\n", date(2026, 2, 1)),
        ("", "    source: tests\n", date(2026, 5, 1)),
        ("", "", date(2026, 5, 30)),
        ("", "    source: pricing\n", None),
        ("", "    source: tests\n    checked: unknown\n", None),
    ],
)
def test_the_day_of_a_price_is_that_of_its_nearest_evidence(
    tmp_path: Path, proof: str, offer: str, day: date | None
) -> None:
    text = changed(ONE, PROOF, proof)[ONE].replace(OFFER, offer)
    found = library(tmp_path, {ONE: text})
    assert evidence_day(found, found.models["acme/one"], "acme") == day


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "- {from: 2026-01-16, input: 0.10, output: 0.40}",
            "- {from: 2026-01-16, price: free}",
            "The row of 2026-01-16 in force says free, and price input 0.1, output 0.4, cache_read 0.025.",
        ),
        (
            "- {from: 2026-01-16, input: 0.10, output: 0.40}",
            "- {from: 2026-01-16, input: {usd: 0.1, per: request}, output: free}",
            "The row of 2026-01-16 in force says input 0.1 per request, output free, and price input 0.1,",
        ),
        (
            "- {from: 2026-01-16, input: 0.10, output: 0.40}",
            "- {from: 2026-01-16, input: 0.10, audio_in: 3}",
            "The row of 2026-01-16 in force says input 0.1, audio_in 3, and price",
        ),
    ],
)
def test_the_row_in_force_and_the_price_say_the_same(tmp_path: Path, old: str, new: str, message: str) -> None:
    (found,) = problems(tmp_path, changed(ONE, old, new))
    assert found.code == "history-price"
    assert found.message.startswith(message)


def test_evidence_at_a_path_that_cannot_be_read_proves_no_price(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(ONE, PROOF, '  "offers..price": {source: tests}\n'))
    assert found.code == "evidence-path"


def test_an_unknown_price_does_not_agree_with_a_row_in_force(tmp_path: Path) -> None:
    text = changed(
        "models/acme/two.yaml", "price: {input: 1, output: 4}\n", "price_history: [{from: 2026-02-01, input: 1}]\n"
    )
    (found,) = problems(tmp_path, text)
    assert "and price nothing." in found.message


def test_a_price_that_is_a_word_agrees_with_a_row_of_the_same_word(tmp_path: Path) -> None:
    history = "price_history: [{from: 2026-01-01, price: free}]"
    text = f"price: free\n    {history}\n    source: pricing\n    checked: 2026-05-01"
    assert problems(tmp_path, changed(ONE, "price: free", text)) == ()


def test_a_row_of_the_whole_offer_gone_needs_the_offer_to_have_ended(tmp_path: Path) -> None:
    text = "price_history: [{from: 2026-05-01, price: gone}]\n    price: {input: 1, output: 4}"
    (found,) = problems(tmp_path, changed("models/acme/two.yaml", "price: {input: 1, output: 4}\n", f"{text}\n"))
    assert found.message.startswith("The row of 2026-05-01 in force says gone, and price input 1, output 4.")
