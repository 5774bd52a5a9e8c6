"""Variants: the words of offer keys, and one key for each id."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.importers.identities import Identity
from almanac.importers.identity import resolve
from almanac.importers.names import Known, Names
from almanac.importers.readings import read_id
from almanac.importers.variants import offer_keys, variant_of

OFFER_KEY = re.compile(r"[a-z0-9][a-z0-9.-]*(@[a-z0-9-]+(\.[a-z0-9-]+)*)?")
NAMES = Names.build([Known("openai/gpt-oss-120b"), Known("alibaba/qwen3-32b"), Known("google/gemini-2.0-flash")])


@pytest.mark.parametrize(
    ("upstream_id", "model", "variant"),
    [
        ("eu.anthropic.claude-opus-4@20250514:thinking", "anthropic/claude-opus-4", "20250514.eu.thinking"),
        ("us.acme.one:free", "acme/one", "free"),
        ("kimi-k2:thinking", "moonshotai/kimi-k2", "thinking"),
        ("kimi-k2-thinking:thinking", "moonshotai/kimi-k2-thinking", ""),
        ("qwen3@20250428", "alibaba/qwen3-20250428", ""),
    ],
)
def test_words_stand_in_their_order_and_say_nothing_twice(upstream_id: str, model: str, variant: str) -> None:
    assert variant_of(read_id(upstream_id), model) == variant


@pytest.mark.parametrize(
    ("model_ids", "keys"),
    [
        (["qwen3-32b-fp8"], ["acme"]),
        (["qwen3-32b", "qwen3-32b-fp8"], ["acme", "acme@fp8"]),
        (["openai.gpt-oss-120b", "openai.gpt-oss-120b-1:0"], ["acme", "acme@1-0"]),
        (["openai/gpt-oss-120b", "TEE/gpt-oss-120b"], ["acme", "acme@tee"]),
        (["gpt-oss-120b", "relay/gpt-oss-120b"], ["acme", "acme@relay"]),
        (["gpt-oss-120b", "gpt_oss_120b"], ["acme", "acme@id-2"]),
        (["gpt-oss-120b:free", "openai/gpt-oss-120b:free"], ["acme@free", "acme@free.openai"]),
        (["gemini-2.0-flash", "gemini-2.0-flash-001"], ["acme", "acme@001"]),
    ],
)
def test_the_plainest_id_has_the_plain_key(model_ids: list[str], keys: list[str]) -> None:
    identities = {model_id: resolve(NAMES, model_id) for model_id in model_ids}
    assert offer_keys("acme", identities) == dict(zip(model_ids, keys, strict=True))


def test_a_key_that_stands_is_kept() -> None:
    identities = {model_id: resolve(NAMES, model_id) for model_id in ("qwen3-32b", "qwen3-32b-fp8")}
    keys = offer_keys("acme", identities, kept={"qwen3-32b-fp8": "acme", "gone": "acme@gone"})
    assert keys == {"qwen3-32b-fp8": "acme", "qwen3-32b": "acme@id-2"}


def test_an_id_without_a_model_has_no_key() -> None:
    assert offer_keys("acme", {"mystery": Identity(None)}) == {}


@pytest.mark.slow
@given(st.sets(st.from_regex(r"(TEE/|pro/|Ä/)?qwen3-32b(-fp8|-hf|:free|:nitro|_x)?", fullmatch=True), min_size=1))
def test_every_id_has_its_own_key_and_that_in_any_order(model_ids: set[str]) -> None:
    identities = {model_id: Identity("alibaba/qwen3-32b") for model_id in model_ids}
    keys = offer_keys("acme", identities)
    assert keys == offer_keys("acme", dict(reversed(identities.items())))
    assert all(OFFER_KEY.fullmatch(key) for key in keys.values())
    assert all(one != other for one, other in pairwise(sorted(keys.values())))
