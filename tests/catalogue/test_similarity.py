"""Similarity: how near models come part by part, what is one model under several names, what a lens shows."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from almanac.catalogue.catalogue import Catalogue, Neighbour
from almanac.catalogue.similarity import LENSES
from almanac.catalogue.similarity.sameness import Words, name_of
from almanac.records import Scores
from tests.catalogue.shelf import assembled, data, library, record

RECIPE = """
version: 1
similarity:
  parts:
    price: {weight: 4, reach: 10, about: Price.}
    context: {weight: 2, reach: 16, about: Context.}
    modalities: {weight: 2, about: Kinds.}
    features: {weight: 2, about: Features.}
    scores: {weight: 2, reach: 0.5, about: Results.}
    released: {weight: 1, reach: 100, about: Release.}
    kin: {weight: 1, about: Family.}
    sellers: {weight: 1, reach: 3, about: Sellers.}
    size: {weight: 1, reach: 4, about: Parameters.}
  unknown: 0.3
  minimum: 3
  floor: 0.1
  dearest: 10
  cheaper: 0.9
  longer: 1.25
  among: 100
  kept: 3
  moving: [latest]
  silent: [latest, preview, instruct, chat]
  modes: [fast, thinking]
"""
BASE = {
    "family": "one", "released": "2026-01-15", "context": 100000, "price": "{input: 1, output: 4}", "reads": "[text]",
    "can": "{reasoning: true, streaming: false}", "results": "[]", "weights": "{open: true, parameters: 1000}",
    "mode": "chat", "seller": "azure",
}  # fmt: skip


def model(name: str, **changed: Any) -> str:
    """Return a model in YAML; what is None is not stated."""
    said = {**BASE, **changed}
    lines = {
        "family": "family: {family}", "context": "limits: {{context: {context}}}", "mode": "mode: {mode}",
        "reads": "modalities: {{input: {reads}, output: [text]}}", "can": "capabilities: {can}",
        "results": "results: {results}", "weights": "weights: {weights}",
        "price": "offers: {{{seller}: {{model_id: id, price: {price}}}}}",
    }  # fmt: skip
    stated = [line.format(**said) for key, line in lines.items() if said[key] is not None]
    released = said["released"] or "unknown"
    return "\n".join([f"name: {name}", f"lifecycle: {{released: {released}}}", "sync: {source: register}", *stated, ""])


def catalogue(recipe: str = RECIPE, **models: str) -> Catalogue:
    """Return the catalogue of some models, `acme__one` standing for `acme/one`."""
    lib = library({key.replace("__", "/").replace("_", "-"): text for key, text in models.items()})
    scores = record(Scores, "", recipe, "scores")
    return assembled(type(lib)(**{**{name: getattr(lib, name) for name in lib.__slots__}, "scores": scores}))


def near(recipe: str = RECIPE, *, lens: str = "overall", **models: str) -> dict[str, Neighbour]:
    """Return the alternatives to the model `acme/one`, nearest first."""
    found = catalogue(recipe, acme__one=models.pop("acme__one", model("One")), **models)
    return {one.id: one for one in found.similar["acme/one"].lenses.get(lens, ())}


def test_the_same_in_every_part_is_alike_by_a_hundred() -> None:
    result = "[{benchmark: riddles, score: 50, by: lab, source: lab-page}]"
    both = {"acme__one": model("One", results=result), "acme__two": model("Two", results=result)}
    (found,) = near(**both).values()
    # one shared result counts as if two more were unknown: (1 + 2 × 0.3) / 3
    assert found.parts == {
        "price": 100, "context": 100, "modalities": 100, "features": 100, "scores": 53, "released": 100, "kin": 100,
        "sellers": 50, "size": 100,
    }  # fmt: skip
    assert found.likeness == round((4 + 2 + 2 + 2 + 2 * 1.6 / 3 + 1 + 1 + 0.5 + 1) / 16 * 100)


@pytest.mark.parametrize(
    ("part", "changed", "expected"),
    [
        ("price", {"price": "{input: 2, output: 8}"}, 70),
        ("price", {"price": "{input: 10, output: 40}"}, 0),
        ("price", {"price": "{input: 0.5, output: 2}"}, 70),
        ("price", {"price": "dynamic"}, None),
        ("context", {"context": 50000}, 75),
        ("context", {"context": 400000}, 75),
        ("context", {"context": None}, None),
        ("modalities", {"reads": "[text, image]"}, 83),
        ("modalities", {"reads": None}, None),
        ("features", {"can": "{reasoning: false, streaming: false}"}, 50),
        ("features", {"can": "{reasoning: true}"}, 65),
        ("features", {"can": "{}"}, None),
        ("released", {"released": "2025-11-26"}, 50),
        ("released", {"released": None}, None),
        ("kin", {"family": None}, 50),
        ("size", {"weights": "{open: true, parameters: 2000}"}, 50),
        ("size", {"weights": None}, None),
        ("scores", {"results": "[]"}, None),
    ],
)
def test_each_part_falls_with_what_is_unlike(part: str, changed: dict[str, Any], expected: int | None) -> None:
    measured = "[{benchmark: riddles, score: 50, by: lab, source: lab-page}]"
    one = model("One", results=measured)
    third = model("Three", results=measured)
    found = near(acme__one=one, acme__two=model("Two", **changed), open__three=third)
    assert found["acme/two"].parts[part] == expected


def test_another_labs_model_is_no_kin() -> None:
    assert near(open__two=model("Two"))["open/two"].parts["kin"] == 0


def test_what_the_model_itself_does_not_state_sets_nobody_apart() -> None:
    found = near(acme__one=model("One", context=None, weights=None), acme__two=model("Two"))
    assert not {"context", "size"} & set(found["acme/two"].parts)


def test_results_of_another_variant_are_never_compared() -> None:
    whole = "[{benchmark: riddles, score: 50, by: lab, source: lab-page, variant: whole}]"
    half = whole.replace("whole", "half")
    found = near(acme__one=model("One", results=whole), acme__two=model("Two", results=half))
    assert found["acme/two"].parts.get("scores") is None


def test_with_little_stated_nothing_is_looked_for() -> None:
    bare = {"context": None, "price": None, "reads": None, "can": None, "weights": None, "released": None}
    strict = RECIPE.replace("minimum: 3", "minimum: 4")
    assert near(strict, acme__one=model("One", **bare), acme__two=model("Two")) == {}
    assert near(RECIPE.replace("floor: 0.1", "floor: 1"), acme__two=model("Two", context=1)) == {}


def test_without_a_recipe_there_are_no_alternatives() -> None:
    assert near("version: 1", acme__two=model("Two")) == {}


@pytest.mark.parametrize("changed", [{"price": None}, {"mode": "image"}, {"price": "{input: 11, output: 44}"}])
def test_no_alternative_is_what_nobody_sells_what_does_something_else_or_is_too_dear(changed: dict[str, Any]) -> None:
    assert "acme/two" not in near(acme__two=model("Two", **changed))


@pytest.mark.parametrize(
    "twin", ["acme__one_latest", "open__one", "acme__one_2026_01_15", "acme__one_instruct", "open__azure_one"]
)
def test_the_model_itself_under_another_name_is_no_alternative(twin: str) -> None:
    assert list(near(acme__two=model("Two"), **{twin: model("Twin")})) == ["acme/two"]


def test_of_one_model_under_two_names_only_the_nearer_is_listed() -> None:
    assert list(near(acme__two=model("Two"), open__two=model("Two", context=50000))) == ["acme/two"]


def test_a_moving_name_is_nobodys_alternative_and_has_none() -> None:
    assert near(acme__new=model("Newest Latest")) == {}
    assert near(acme__one=model("One Latest"), acme__two=model("Two")) == {}


def test_a_way_of_running_is_another_model_only_where_its_lab_sells_it_and_released_it_another_day() -> None:
    assert near(acme__one_fast=model("Fast", seller="acme")) == {}
    assert near(acme__one_fast=model("Fast", released="2026-02-01")) == {}
    assert "acme/one-fast" in near(acme__one_fast=model("Fast", released="2026-02-01", seller="acme"))


@pytest.mark.parametrize(
    ("model_id", "strict"),
    [
        ("xai/grok-4-0709", "grok 4"),
        ("xai/grok-4-07-09", "grok 4"),
        ("alibaba/qwen3-235b-a22b-2507", "qwen 3 235 b a 22"),
        ("openai/gpt-4-1106-preview", "gpt 4"),
        ("openai/gpt-4.1", "gpt 4 1"),
        ("meta/llama-meta-llama-3.1-8b-instruct", "llama 3 1 8 b"),
        ("cohere/command-r-08-2024", "command r"),
        ("openai/2024", "2024"),
        ("acme/latest", "latest"),
    ],
)
def test_a_name_leaves_out_dates_sellers_and_words_that_name_no_weights(model_id: str, strict: str) -> None:
    words = Words(frozenset({"latest", "preview", "instruct"}), frozenset({"fast"}), frozenset({"meta", "xai"}))
    assert " ".join(name_of(model_id, words).strict) == strict


def test_every_lens_lets_through_only_what_is_better_in_its_respect() -> None:
    score = "[{{benchmark: riddles, score: {}, by: lab, source: lab-page}}]"
    models = {
        "acme__one": model("One", results=score.format(50)),
        "acme__two": model("Two", price="{input: 0.9, output: 3.6}", results=score.format(60)),
        "acme__three": model("Three", price="{input: 0.91, output: 3.64}", context=125000),
        "acme__four": model("Four", context=124999, can="{reasoning: false}", results=score.format(40)),
    }
    found = {lens: sorted(near(lens=lens, **models)) for lens in LENSES}
    assert found == {
        "overall": ["acme/four", "acme/three", "acme/two"],
        "cheaper": ["acme/two"],
        "longer": ["acme/three"],
        "features": ["acme/three", "acme/two"],
        "scores": ["acme/two"],
    }


def test_a_lens_keeps_no_more_than_the_recipe_says_and_equals_stand_by_name() -> None:
    names = ["beta", "alpha", "delta", "gamma"]
    found = near(**{f"acme__{name}": model(name) for name in names})
    assert list(found) == ["acme/alpha", "acme/beta", "acme/delta"]


def test_the_recipe_of_the_content_can_be_read_and_weighs_every_part() -> None:
    text = (Path(__file__).parents[2] / "content/scores.yaml").read_text(encoding="utf-8")
    recipe = Scores.model_validate(data(text)).similarity
    assert recipe is not None
    assert len(recipe.parts) == 9
    assert recipe.unknown < Decimal(1)
