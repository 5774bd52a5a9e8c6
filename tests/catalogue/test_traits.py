"""Traits: what an offer inherits, what it overrides, and what its own statements imply."""

import pytest

from almanac.records.parameter import Parameter
from tests.catalogue.shelf import one

MODEL = """
limits: {context: 128000, max_output: 16000}
modalities: {input: [text, image], output: [text]}
capabilities: {reasoning: true, function_calling: true}
parameters: [temperature, {name: seed, type: integer}]
offers:
  acme: {model_id: a, price: {input: 1, output: 2, cache_read: 0.1}}
  poe:
    model_id: p
    limits: {max_output: 8000}
    modalities: {input: [text]}
    capabilities: {function_calling: false}
    parameters: [seed, {name: temperature, type: float, default: 1}, top_k]
  relay: {model_id: r, modalities: {output: [text, audio]}, capabilities: {prompt_caching: false}}
"""


def test_an_offer_with_another_context_does_not_take_over_what_does_not_hold_in_it() -> None:
    text = "limits: {context: 128000, max_input: 100000, max_output: 16000}\noffers:\n"
    text += "  poe: {model_id: a, limits: {context: 8000}}\n  relay: {model_id: b, limits: {context: 64000}}\n"
    offers = one(text).offers
    assert (offers["poe"].limits.max_input, offers["poe"].limits.max_output) == (None, None)
    assert (offers["relay"].limits.max_input, offers["relay"].limits.max_output) == (None, 16000)
    assert "limits.max_output" not in offers["poe"].facts
    assert "limits.max_output" in offers["relay"].facts


def test_limits_are_the_models_where_the_offer_states_none() -> None:
    offers = one(MODEL).offers
    assert (offers["acme"].limits.context, offers["acme"].limits.max_output) == (128000, 16000)
    assert (offers["poe"].limits.context, offers["poe"].limits.max_output) == (128000, 8000)


def test_a_list_of_modalities_stands_for_the_models() -> None:
    offers = one(MODEL).offers
    assert (offers["acme"].modalities.input, offers["acme"].modalities.output) == (("text", "image"), ("text",))
    assert (offers["poe"].modalities.input, offers["poe"].modalities.output) == (("text",), ("text",))
    assert (offers["relay"].modalities.input, offers["relay"].modalities.output) == (
        ("text", "image"),
        ("text", "audio"),
    )


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("acme", {"vision": True, "audio_output": False, "prompt_caching": True, "function_calling": True}),
        ("poe", {"vision": False, "audio_output": False, "prompt_caching": None, "function_calling": False}),
        ("relay", {"vision": True, "audio_output": True, "prompt_caching": False, "function_calling": True}),
    ],
)
def test_capabilities_follow_the_offers_own_statements_first(key: str, expected: dict[str, bool | None]) -> None:
    capabilities = one(MODEL).offers[key].capabilities
    assert {name: getattr(capabilities, name) for name in expected} == expected
    assert capabilities.reasoning is True


def test_parameters_of_an_offer_are_explained_by_the_models() -> None:
    offers = one(MODEL).offers
    temperature, seed = Parameter(name="temperature"), Parameter(name="seed", type="integer")
    assert offers["acme"].parameters == (temperature, seed)
    assert offers["poe"].parameters == (
        seed,
        Parameter(name="temperature", type="float", default=1),
        Parameter(name="top_k"),
    )
