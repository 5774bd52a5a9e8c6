"""Alternatives in the real catalogue, judged by what somebody who knows the field would expect of each.

The expectations were written before the recipe was tuned. ALMANAC_CONTENT names another content folder than ours; an
expectation about models that the content does not hold is skipped.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from almanac.catalogue.assemble import assemble
from almanac.catalogue.catalogue import Catalogue, ModelEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.status import SOLD
from almanac.reader import read
from almanac.units.dates import first_day

pytestmark = pytest.mark.slow
CONTENT = os.environ.get("ALMANAC_CONTENT", str(Path(__file__).parents[2] / "content"))

EXPECTED = (
    # the model, how far down one looks, and of which at least one stands there
    ("openai/gpt-4.1-nano", 6, "openai/gpt-5-nano"),
    ("openai/gpt-4.1-nano", 10, "openai/gpt-4.1-mini"),
    ("openai/gpt-4.1-nano", 5, "google/gemini-2.5-flash-lite google/gemini-2.0-flash-lite google/gemini-2.0-flash"),
    ("openai/gpt-5-nano", 6, "openai/gpt-5.4-nano openai/gpt-5-mini"),
    ("openai/gpt-5-mini", 8, "google/gemini-2.5-flash google/gemini-3-flash-preview openai/gpt-5.4-mini"),
    ("openai/gpt-4o-mini", 8, "openai/gpt-4.1-mini openai/gpt-4.1-nano google/gemini-2.0-flash amazon/nova-lite"),
    ("openai/gpt-4o", 8, "openai/gpt-4.1 anthropic/claude-sonnet-4-5 amazon/nova-pro"),
    ("openai/gpt-4.1", 8, "openai/gpt-4o openai/o3 openai/gpt-5 openai/gpt-4.1-mini"),
    ("openai/o3-mini", 8, "openai/o4-mini openai/gpt-5-mini openai/gpt-5.4-mini"),
    (
        "openai/gpt-5.5",
        8,
        "anthropic/claude-opus-4-8 anthropic/claude-opus-4-7 openai/gpt-5.4 anthropic/claude-opus-4-6",
    ),
    (
        "openai/gpt-oss-120b",
        10,
        "openai/gpt-oss-20b zhipuai/glm-4.5-air alibaba/qwen3-235b-a22b alibaba/qwen3-next-80b",
    ),
    ("anthropic/claude-opus-4-5", 6, "anthropic/claude-opus-4-6 anthropic/claude-opus-4-7 anthropic/claude-opus-4-1"),
    ("anthropic/claude-haiku-4-5", 10, "openai/gpt-5.4-mini google/gemini-3-flash-preview google/gemini-3.5-flash"),
    ("anthropic/claude-sonnet-4-5", 8, "anthropic/claude-sonnet-4 anthropic/claude-sonnet-4-6"),
    (
        "google/gemini-2.5-pro",
        10,
        "openai/gpt-5 google/gemini-3-pro-preview google/gemini-3.1-pro-preview openai/gpt-5.1",
    ),
    (
        "google/gemini-2.5-flash",
        8,
        "google/gemini-3-flash-preview google/gemini-3.5-flash google/gemini-2.5-flash-lite",
    ),
    (
        "google/gemini-2.5-flash-lite",
        8,
        "google/gemini-2.0-flash google/gemini-2.0-flash-lite google/gemini-3.1-flash-lite",
    ),
    (
        "meta/llama-3.3-70b-instruct",
        10,
        "alibaba/qwen2.5-72b-instruct meta/llama-3.1-70b-instruct meta/llama-3.1-70b",
    ),
    (
        "deepseek/deepseek-v3.2",
        10,
        "moonshotai/kimi-k2 zhipuai/glm-4.6 deepseek/deepseek-chat-v3.1 deepseek/deepseek-v3.1",
    ),
    (
        "xai/grok-3-mini",
        10,
        "xai/grok-4-fast xai/grok-4-fast-non-reasoning xai/grok-4-fast-reasoning openai/gpt-5-mini openai/o4-mini",
    ),
    ("amazon/nova-micro", 8, "amazon/nova-lite meta/llama-3.1-8b-instruct mistral/ministral-8b mistral/ministral-3b"),
    (
        "microsoft/phi-4",
        10,
        "microsoft/phi-4-mini-instruct microsoft/phi-4-mini google/gemma-3-12b-it alibaba/qwen3-14b",
    ),
    (
        "alibaba/qwen3-coder-plus",
        8,
        "alibaba/qwen3-coder-480b-a35b-instruct alibaba/qwen3-coder-flash alibaba/qwen3-max",
    ),
    ("openai/text-embedding-3-small", 6, "openai/text-embedding-3-large openai/text-embedding-ada-002"),
    ("cohere/rerank-v3.5", 4, "cohere/rerank-v4-fast cohere/rerank-v4-pro"),
    ("google/imagen-4", 6, "google/imagen-4-fast google/imagen-4-ultra google/imagen-3"),
)

STRANGERS = (
    # the model, and what would make a reader laugh among the first six
    ("openai/gpt-4.1-nano", "openai/o1-pro openai/gpt-5.5-pro anthropic/claude-opus-4-8 openai/gpt-4.5-preview"),
    ("anthropic/claude-opus-4-5", "openai/gpt-4.1-nano amazon/nova-micro meta/llama-3.2-1b-instruct"),
    ("meta/llama-3.1-8b-instruct", "meta/llama-3.1-8b meta/llama-3.1-8b-instant meta/llama-meta-llama-3.1-8b-instruct"),
    ("anthropic/claude-opus-4", "anthropic/claude-opus-4-reasoning anthropic/claude-opus-4-search"),
    ("xai/grok-4", "xai/grok-4-0709 xai/grok-4-07-09"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return the catalogue of the content."""
    library, _ = read(CONTENT)
    assert library is not None
    return assemble(library, today=first_day(library.site.record.edition))


def overall(catalogue: Catalogue, model_id: str) -> list[str]:
    """Return the alternatives to a model, nearest first."""
    if model_id not in catalogue.models:
        pytest.skip(f"The content does not hold {model_id}.")
    return [neighbour.id for neighbour in catalogue.similar[model_id].lenses.get("overall", ())]


@pytest.mark.parametrize(("model_id", "within", "named"), EXPECTED)
def test_what_somebody_would_expect_is_near_the_top(
    catalogue: Catalogue, model_id: str, within: int, named: str
) -> None:
    found = overall(catalogue, model_id)
    living = {name for name, model in catalogue.models.items() if model.sellers and model.status.word in SOLD}
    known = living.intersection(named.split())
    if not known:
        pytest.skip("The content holds none of the models that would be expected, or nobody sells them.")
    assert known & set(found[:within]), f"{found} holds none of {known}"


@pytest.mark.parametrize(("model_id", "named"), STRANGERS)
def test_what_would_make_a_reader_laugh_is_not_there(catalogue: Catalogue, model_id: str, named: str) -> None:
    assert set(named.split()) & set(overall(catalogue, model_id)[:6]) == set()


def test_no_alternative_is_fifty_times_dearer_and_none_is_of_another_kind(catalogue: Catalogue) -> None:
    for model, other in neighbours(catalogue):
        assert other.record.mode == model.record.mode
        assert other.sellers > 0
        own, asked = reference(model), reference(other)
        if own and asked and own.blend and asked.blend:
            assert asked.blend < 50 * own.blend, (model.id, other.id)


def test_each_lens_shows_only_what_is_better_in_its_respect(catalogue: Catalogue) -> None:
    for model_id, found in catalogue.similar.items():
        model = catalogue.models[model_id]
        for other in (catalogue.models[one.id] for one in found.lenses.get("cheaper", ())):
            own, asked = reference(model), reference(other)
            assert own is not None
            assert asked is not None
            assert (asked.blend or 0) < (own.blend or 0)
        for other in (catalogue.models[one.id] for one in found.lenses.get("longer", ())):
            assert (other.record.limits.context or 0) > (model.record.limits.context or 0)
        for other in (catalogue.models[one.id] for one in found.lenses.get("features", ())):
            assert all(
                getattr(other.capabilities, name) is True
                for name, value in model.capabilities
                if value is True and name not in {"vision", "audio_input", "audio_output", "video_input", "pdf_input"}
            )


def test_most_models_that_are_sold_have_alternatives(catalogue: Catalogue) -> None:
    sold = [model for model in catalogue.models.values() if model.sellers and model.record.mode == "chat"]
    served = [model for model in sold if catalogue.similar[model.id].lenses.get("overall")]
    assert len(served) >= 0.9 * len(sold)


def neighbours(catalogue: Catalogue) -> list[tuple[ModelEntry, ModelEntry]]:
    """Return every model with each of its alternatives."""
    models: Mapping[str, ModelEntry] = catalogue.models
    return [
        (models[model_id], models[one.id])
        for model_id, found in catalogue.similar.items()
        for lens in found.lenses.values()
        for one in lens
    ]
