"""The shape of records: which paths may be claimed, what stands at their end, all read off the classes."""

import pytest

from almanac.paths import parse_path
from almanac.records import Benchmark, Offer, Price, PriceRow, Provider, UnitPrice
from almanac.records.price import TIERS
from almanac.records.shape import is_derived, is_legal, keys_at, records_at, words_at

LEGAL = """
name limits limits.context lifecycle.knowledge_cutoff modalities.input modalities.input[image] capabilities.reasoning
ids.snapshots[gpt-4.1-nano-2025-04-14].released ids.keys.litellm offers offers.openai.price offers.openai.price.input
offers.[wafer.ai].price.input offers.[openai@20250929.eu].limits.max_output offers.openai.price.input.usd
offers.openai.price_when[tier=batch].input offers.openai.price_history[2025-06-05].from
results[mmlu,openai-launch].score
parameters[max_tokens].default weights.licence
"""
ILLEGAL = """
price price.embedding limits.contxt offers.OpenAI.price offers.openai.price.embedding offers.openai.price.input.usd.x
name.first tags[efficient].x id lab status family.name
"""


@pytest.mark.parametrize("path", LEGAL.split())
def test_a_path_that_a_record_could_hold_is_legal(path: str) -> None:
    assert is_legal(parse_path(path))


@pytest.mark.parametrize("path", ILLEGAL.split())
def test_a_path_that_no_record_can_hold_is_not(path: str) -> None:
    assert not is_legal(parse_path(path))


def test_no_path_at_all_is_not_legal() -> None:
    assert not is_legal(())


@pytest.mark.parametrize("path", ["status", "offers.openai.status", "family.name"])
def test_a_name_that_we_derive_may_be_claimed(path: str) -> None:
    assert is_derived(parse_path(path))


@pytest.mark.parametrize("path", ["limits.context", "offers.openai.price", "family", "offers.status.x.y"])
def test_a_fact_is_not_derived(path: str) -> None:
    assert not is_derived(parse_path(path))


def test_the_keys_of_a_mapping_are_those_of_its_record() -> None:
    assert keys_at(("limits",)) == ["context", "max_input", "max_output"]
    assert keys_at(("offers", "openai")) == list(Offer.model_fields)
    assert keys_at(("offers", "openai", "price_history", 0))[-2:] == ["from", "price"]
    assert keys_at(("range",), root=Benchmark) == []
    assert keys_at(("offers",)) == []


def test_a_value_of_two_shapes_has_the_record_of_one() -> None:
    assert records_at(("offers", "openai", "price")) == [Price]
    assert records_at(("offers", "openai", "price", "input")) == [UnitPrice]
    assert records_at(("offers", "openai", "price_when", 3)) == [PriceRow]
    assert records_at(("name",)) == []


def test_words_are_those_of_a_closed_list() -> None:
    assert words_at(("data", "trains"), root=Provider) == ("no", "yes", "opt-out")
    assert words_at(("offers", "openai", "price_when", 0, "when", "tier")) == TIERS
    assert words_at(("modalities", "input", 0)) == ("text", "image", "audio", "video", "file")
    assert words_at(("name",)) == ()
    assert words_at(("range", 0), root=Benchmark) == ()
