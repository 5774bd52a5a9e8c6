"""Similar models on a model's page: why each is one, what it costs, what is gained and lost, how that was reckoned."""

from decimal import Decimal
from typing import Any

import pytest

from almanac.outputs.model.page import outputs
from almanac.outputs.model.tradeoffs import against
from tests.catalogue.test_similarity import catalogue, model
from tests.outputs.press import context
from tests.outputs.seen import html, links, rows, section, words

SCORE = "[{{benchmark: riddles, score: {}, by: independent, source: other, date: 2026-05-01}}]"


def page(one: dict[str, Any] | None = None, **models: str) -> str:
    """Return the section of the model `acme/one` among others."""
    found = catalogue(acme__one=model("One", **(one or {})), **models)
    return section(html(outputs(context(found)), "models/acme/one/index.html"), "similar")


def test_an_alternative_says_why_what_it_costs_and_how_that_stands() -> None:
    (row,) = set(rows_of(page(open__two=model("Two", price="{input: 2, output: 8}"))))
    assert row == (
        "Two Open Lab; same context, same features – side by side 1.3600 [1] 2.0 times "
        "nothing that we know of nothing that we know of"
    )


def rows_of(part: str) -> list[str]:
    """Return the rows of all lenses."""
    return rows(f'<main id="main">{part}</main>')


@pytest.mark.parametrize(
    ("one", "other", "gain", "lose"),
    [
        ({}, {"context": 200000}, "context of 200,000 tokens", "nothing that we know of"),
        ({}, {"context": 50000}, "nothing that we know of", "context of 50,000 tokens only"),
        ({}, {"context": 105000}, "nothing that we know of", "nothing that we know of"),
        ({}, {"reads": "[text, image, file]"}, "reads image, PDF", "nothing that we know of"),
        ({"reads": "[text, audio]"}, {}, "nothing that we know of", "cannot read audio"),
        ({}, {"can": "{reasoning: false, streaming: true}"}, "streaming", "no reasoning"),
        ({}, {"can": "{}"}, "nothing that we know of", "nothing that we know of"),
        ({}, {"weights": "{open: false}"}, "nothing that we know of", "weights are closed"),
        ({"weights": "{open: false}"}, {}, "open weights", "nothing that we know of"),
    ],
)
def test_what_is_gained_and_lost_is_only_what_both_state(
    one: dict[str, Any], other: dict[str, Any], gain: str, lose: str
) -> None:
    assert rows_of(page(one, acme__two=model("Two", **other)))[0].endswith(f" {gain} {lose}")


def test_scores_are_set_against_each_other_with_their_source() -> None:
    part = page({"results": SCORE.format(50)}, acme__two=model("Two", results=SCORE.format(62.5)))
    assert "12.5 points more on Riddles (62.5) [2]" in words(part)
    worse = page({"results": SCORE.format(50)}, acme__two=model("Two", results=SCORE.format(49)))
    assert "1 point less on Riddles (49) [2]" in words(worse)


def test_the_lenses_are_named_and_only_those_that_show_something() -> None:
    part = page(acme__two=model("Two", price="{input: 0.5, output: 2}"))
    assert words(part).count("Closest overall") == 2  # the head, and the caption of its table
    assert "Cheaper" in words(part)
    assert "Longer context" not in words(part)


def test_how_near_each_comes_is_told_part_by_part_with_the_recipe() -> None:
    told = words(page(acme__two=model("Two", context=None)))
    assert "price 100" in told
    assert "not known: context." in told
    assert "Likeness is the weighted mean of price × 4, context × 2" in told
    assert "what a model leaves open counts 30. Recipe 1 says" in told


def test_a_row_leads_to_the_page_that_sets_both_side_by_side() -> None:
    part = page(acme__two=model("Two"))
    assert links(part)["side by side"] == "/almanac/compare/acme/one/acme/two/"


def test_models_that_write_no_text_are_compared_by_what_they_read() -> None:
    embedding = {"mode": "embedding", "price": "{input: 1}"}
    part = page(embedding, acme__two=model("Two", **{**embedding, "price": "{input: 0.5}"}))
    assert "Input, $ per 1M (here: 1.00)" in words(part)
    assert "0.50 [1] 50 % less" in words(part)


def test_without_anything_near_there_is_no_section() -> None:
    assert page() == ""


@pytest.mark.parametrize(
    ("value", "other", "said"),
    [
        ("1", "1", "the same"), ("1.5", "1", "50 % more"), ("0.5", "1", "50 % less"), ("2", "1", "2.0 times"),
        ("4.04", "1", "4.0 times"), ("1.004", "1", "slightly more"), ("0.996", "1", "slightly less"),
        ("12345", "1", "12,345.0 times"), ("1", "0", ""), ("1.995", "1", "100 % more"),
    ],
)  # fmt: skip
def test_how_one_sum_stands_to_another(value: str, other: str, said: str) -> None:
    assert against(Decimal(value), Decimal(other)) == said
    assert against(None, Decimal(other)) == ""


def test_the_twin_lists_the_nearest_alternatives_too() -> None:
    found = catalogue(acme__one=model("One"), acme__two=model("Two", price="{input: 2, output: 8}"))
    twin = html(outputs(context(found)), "models/acme/one/index.md")
    assert "| Instead | Cost: The job, $ (here: 0.6800) |" in twin
    assert "| [Two](https://example.org/almanac/models/acme/two/), same family; same context, same features |" in twin
