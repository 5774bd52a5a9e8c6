"""The project's own content: what its first page must say of GPT-4.1 nano, on two days."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from almanac.catalogue.assemble import assemble
from almanac.catalogue.catalogue import Catalogue, ModelEntry
from almanac.reader import Library, read

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).parents[2] / "content"
BEFORE, AFTER = date(2026, 6, 1), date(2026, 11, 20)


@cache
def content() -> Library:
    library, problems = read(str(CONTENT))
    assert problems == []
    assert library is not None
    return library


@cache
def catalogue(today: date) -> Catalogue:
    return assemble(content(), today=today)


def nano(today: date = BEFORE) -> ModelEntry:
    return catalogue(today).models["openai/gpt-4.1-nano"]


@pytest.mark.parametrize(
    ("today", "openai", "azure", "model"),
    [(BEFORE, "active", "active", "active"), (AFTER, "retired", "active", "retired")],
)
def test_nano_retires_at_openai_before_it_does_at_azure(today: date, openai: str, azure: str, model: str) -> None:
    entry = nano(today)
    assert (entry.offers["openai"].status.word, entry.offers["azure"].status.word) == (openai, azure)
    assert entry.status.word == model
    assert entry.sellers > 10


def test_nano_shows_the_labs_own_figures_with_their_rivals() -> None:
    entry = nano()
    assert entry.facts["limits.context"].value == 1047576
    assert {rival.value for rival in entry.facts["limits.context"].rivals} >= {32768}
    assert len(entry.facts["lifecycle.knowledge_cutoff"].rivals) >= 3
    assert len(entry.offers["azure"].facts["retires"].rivals) == 1
    assert "embedding" not in str(entry.offers["openai"].price)


def test_nano_is_cheapest_at_one_offers_own_pair() -> None:
    cheapest = nano().offers[nano().cheapest or ""]
    assert (cheapest.input, cheapest.output) == (Decimal("0.09"), Decimal("0.36"))
    assert not any(offer.is_paid for offer in nano().offers.values() if offer.price == "free")


def test_nano_has_two_aider_results_that_are_never_ranked_together() -> None:
    aider = [result for result in nano().results if result.record.benchmark == "aider-polyglot"]
    assert {(result.record.by, str(result.record.score)) for result in aider} >= {
        ("lab", "9.8"),
        ("independent", "8.9"),
    }


@pytest.mark.parametrize("today", [BEFORE, AFTER])
def test_every_claim_of_the_content_is_shown_once(today: date) -> None:
    for entry in catalogue(today).models.values():
        facts = [
            *entry.facts.values(),
            *entry.other_claims,
            *(f for o in entry.offers.values() for f in o.facts.values()),
        ]
        assert sum(len(fact.rivals) for fact in facts) == len(entry.record.claims)


def test_every_fact_of_the_content_names_its_source() -> None:
    quality = catalogue(AFTER).quality
    assert quality.unsourced == ()
    assert quality.sourced == quality.facts > 3000
    assert all(doubt.line > 1 for doubt in quality.disputed)


@pytest.mark.parametrize("today", [BEFORE, AFTER])
def test_every_question_of_the_content_is_asked_once_and_answered_in_full_sentences(today: date) -> None:
    for entry in catalogue(today).models.values():
        questions = [question.question for question in entry.questions]
        assert len(set(questions)) == len(questions)
        for question in entry.questions:
            assert question.answer.endswith((".", "!", ")"))
            assert question.proofs
            assert "None" not in question.answer
            assert "{" not in question.answer.replace("{`", "").split("`")[0]
