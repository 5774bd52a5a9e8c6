"""Fact paths: parsed, formatted and followed."""

import pytest

from almanac.paths import child, follow, format_path, item_name, parse_path

DATA = {
    "offers": {
        "wafer.ai": {"price": {"input": 1}},
        "openai": {"price_when": [{"when": {"tier": "batch"}, "input": 2}]},
    },
    "ids": {"snapshots": [{"id": "gpt-4.1-nano-2025-04-14"}]},
    "results": [
        {"benchmark": "mmlu", "source": "launch", "score": 80},
        {"benchmark": "mmlu", "source": "hub", "variant": "cot"},
    ],
    "modalities": {"input": ["text", "image"]},
}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("limits.context", ("limits", "context")),
        ("offers.[wafer.ai].price.input", ("offers", "wafer.ai", "price", "input")),
        ("offers[wafer.ai].price", ("offers", "wafer.ai", "price")),
        ("ids.snapshots[gpt-4.1-nano-2025-04-14]", ("ids", "snapshots", "gpt-4.1-nano-2025-04-14")),
        ("price_when[tier=batch].input", ("price_when", "tier=batch", "input")),
        ("results[mmlu,launch]", ("results", "mmlu,launch")),
    ],
)
def test_a_path_is_read_into_steps(text: str, steps: tuple[str, ...]) -> None:
    assert parse_path(text) == steps


@pytest.mark.parametrize("text", ["", ".", "a..b", ".a", "a.", "a[b", "a]b", "a[]", "[a]b"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"path"):
        parse_path(text)


@pytest.mark.parametrize(
    "text",
    [
        "offers.[wafer.ai].price.input",
        "offers.openai.price_when[tier=batch].input",
        "ids.snapshots[gpt-4.1-nano-2025-04-14]",
        "results[mmlu,launch]",
        "modalities.input[text]",
    ],
)
def test_writing_a_path_is_the_opposite_of_reading_it(text: str) -> None:
    assert format_path(parse_path(text), DATA) == text


def test_following_a_path_finds_the_value_or_nothing() -> None:
    assert follow(DATA, ("offers", "openai", "price_when", "tier=batch", "input")) == 2
    assert follow(DATA, ("results", "mmlu,hub", "variant")) == "cot"
    assert follow(DATA, ("results", "mmlu", "score")) == 80
    assert follow(DATA, ("results", "gpqa")) is None
    assert follow(DATA, ("limits", "context")) is None
    assert child("text", "t") is None


def test_list_items_are_named_by_what_tells_them_apart() -> None:
    assert item_name({"from": "2025-06-05", "input": 3}) == "2025-06-05"
    assert item_name({"offer": "openai", "metric": "ttft", "stat": "p50"}) == "openai,ttft,p50"
    assert item_name({"when": {"tier": "batch", "region": "eu"}}) == "tier=batch,region=eu"
    assert item_name({"other": 1}) == ""
    assert item_name("text") == "text"
