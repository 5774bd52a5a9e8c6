"""Facts: what a page shows of a model and its offers, and what follows from it."""

import pytest

from almanac.records import Price, PriceRow
from tests.catalogue.shelf import one

FULL = """
tokenizer: gpt
limits: {context: 128000}
modalities: {input: [text, image], output: [text]}
capabilities: {reasoning: false, audio_input: false}
weights: {open: true, licence: MIT, parameters: 7000000000, url: https://acme.example/one}
endpoints: [responses]
parameters: [seed]
ids: {aliases: [{id: one-latest, since: 2026-01-15}], snapshots: [{id: one-1}]}
"""


def test_a_model_shows_what_it_states_and_what_follows() -> None:
    entry = one(FULL)
    assert {path: fact.value for path, fact in entry.facts.items() if fact.derived} == {
        "family.name": "One",
        "capabilities.vision": True,
        "capabilities.video_input": False,
        "capabilities.pdf_input": False,
        "capabilities.audio_output": False,
        "status": "active",
    }
    assert [path for path, fact in entry.facts.items() if not fact.derived] == [
        "lifecycle.released", "limits.context", "modalities.input", "modalities.output", "capabilities.reasoning",
        "capabilities.audio_input", "weights.open", "weights.licence", "weights.parameters", "weights.url", "endpoints",
        "parameters", "tokenizer", "ids.snapshots", "ids.aliases",
    ]  # fmt: skip


def test_a_model_that_states_little_shows_little() -> None:
    entry = one(base="name: One\nlifecycle: {released: unknown}\n")
    assert {path: fact.value for path, fact in entry.facts.items()} == {
        "lifecycle.released": "unknown",
        "status": "active",
    }
    assert entry.family_name == ""


OFFER = """
limits: {context: 128000}
offers:
  acme:
    model_id: one
    price: {input: 0.10, output: free, web_search: {usd: 10, per: 1000-requests}}
    price_when: [{when: {tier: batch, region: eu}, input: 0.05}]
    price_history: [{from: 2026-01-15, input: 0.10, output: free}]
    modalities: {input: [text]}
    capabilities: {reasoning: true}
    via: [azure]
    retires: 2027-01-01
  poe: {model_id: poe/one, price: free}
  relay: {model_id: relay/one}
"""


def test_an_offer_shows_its_price_as_a_whole_and_by_component() -> None:
    facts = one(OFFER).offers["acme"].facts
    own = [below for below, fact in facts.items() if fact.path == f"offers.acme.{below}"]
    assert own == [
        "model_id", "price", "price.input", "price.output", "price.web_search", "price_when[tier=batch,region=eu]",
        "price_when[tier=batch,region=eu].input", "modalities.input", "capabilities.reasoning", "retires",
        "price_history", "via", "status",
    ]  # fmt: skip
    assert isinstance(facts["price"].value, Price)
    assert isinstance(facts["price_when[tier=batch,region=eu]"].value, PriceRow)
    assert facts["price.output"].value == "free"
    assert facts["limits.context"].path == "limits.context"


@pytest.mark.parametrize(("key", "price"), [("poe", "free"), ("relay", None)])
def test_a_price_word_is_one_fact_and_an_unknown_price_none(key: str, price: str | None) -> None:
    facts = one(OFFER).offers[key].facts
    assert [(below, fact.value) for below, fact in facts.items() if below.startswith("price")] == (
        [("price", price)] if price else []
    )


@pytest.mark.parametrize(
    ("offers", "source"),
    [
        ("{poe: {model_id: p, price: {cache_read: 1}, source: other}}", "other"),
        (
            (
                "{acme: {model_id: a, price: {cache_write: 1}, source: lab-page},"
                " azure: {model_id: b, price: {cache_read: 1}, source: other}}"
            ),
            "lab-page",
        ),
        ("{poe: {model_id: p, price: {input: 1, output: 1}}}", None),
        ("{poe: {model_id: p, price: free}}", None),
    ],
)
def test_prompt_caching_follows_from_a_price_and_its_proof_is_that_prices(offers: str, source: str | None) -> None:
    entry = one(f"offers: {offers}\n")
    fact = entry.facts.get("capabilities.prompt_caching")
    assert (fact.proof.source if fact and fact.proof else None) == source
    assert entry.capabilities.prompt_caching is (True if source else None)


def test_what_is_written_is_not_derived_again() -> None:
    entry = one(
        "modalities: {input: [text, file], output: [text]}\n"
        "capabilities: {pdf_input: true, prompt_caching: false}\n"
        "offers: {poe: {model_id: p, price: {cache_read: 1}}}\n"
    )
    assert not entry.facts["capabilities.pdf_input"].derived
    assert entry.facts["capabilities.prompt_caching"].value is False
    assert entry.capabilities.prompt_caching is False
