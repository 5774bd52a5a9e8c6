"""Positions: every value, key and list item is found where it stands, and what is absent at the nearest thing above."""

from typing import Literal

import pytest

from almanac.reader.positions import find, lines

TEXT = """\
name: "GPT 4"
limits: {context: 128000, max_output: 16000}
family:
offers:
  wafer.ai:
    price: {input: 0.10}
    price_when:
      - {when: {tier: batch, marginal: true}, input: 0.05}
      - when: {tier: flex}
        input: 0.07
summary: >-
  One
  two.
tags: [é𝒳, b, [c]]
results:
- {benchmark: mmlu, source: one, score: 1}
- {benchmark: mmlu, source: two, score: 2}
"""


@pytest.mark.parametrize(
    ("steps", "on", "spot"),
    [
        (("name",), "value", (1, 7, 7)),
        (("name",), "key", (1, 1, 4)),
        (("limits",), "value", (2, 9, 36)),
        (("limits", "max_output"), "value", (2, 39, 5)),
        (("limits", "max_output"), "key", (2, 27, 10)),
        (("limits", "max_input"), "value", (2, 9, 36)),
        (("family",), "value", (3, 1, 6)),
        (("offers",), "value", (5, 3, 9)),
        (("offers", "wafer.ai"), "key", (5, 3, 8)),
        (("offers", "openai", "price"), "value", (5, 3, 9)),
        (("offers", "wafer.ai", "price_when", 0, "input"), "value", (8, 54, 4)),
        (("offers", "wafer.ai", "price_when", 1), "value", (9, 9, 18)),
        (("offers", "wafer.ai", "price_when", "tier=flex", "input"), "value", (10, 16, 4)),
        (("offers", "wafer.ai", "price_when", "tier=batch,marginal=true"), "value", (8, 9, 50)),
        (("offers", "wafer.ai", "price_when", "tier=priority"), "value", (8, 7, 52)),
        (("summary",), "value", (11, 10, 2)),
        (("tags", 1), "value", (14, 12, 1)),
        (("tags", "b"), "key", (14, 12, 1)),
        (("tags", 2, 0), "value", (14, 16, 1)),
        (("tags", 7), "value", (14, 7, 12)),
        (("results", "mmlu,two", "score"), "value", (17, 41, 1)),
        (("results", "mmlu"), "value", (16, 3, 40)),
        (("name", "deeper"), "value", (1, 7, 7)),
        ((), "value", (1, 1, 13)),
        (("nothing",), "value", (1, 1, 13)),
    ],
)
def test_a_fact_is_found(steps: tuple[str | int, ...], on: Literal["key", "value"], spot: tuple[int, int, int]) -> None:
    assert find(TEXT, steps, on=on) == spot


@pytest.mark.parametrize("text", ["", "# nothing\n", "a: [", "[" * 30_000, "[" * 100 + "]" * 100, "a: \x00"])
def test_a_text_that_holds_nothing_or_cannot_be_read_has_its_start(text: str) -> None:
    assert find(text, ("a",), on="value") == (1, 1, 1)


def test_keys_that_are_no_text_and_aliases_have_places_too() -> None:
    assert find("? [a]\n: 1\nb: *c\n", ("b",), on="value") == (3, 4, 2)


def test_lines_list_what_stands_below_the_thing_that_holds_it() -> None:
    text = "# a comment\na: {b: 1,\n    c: 2}\nlist:\n  - {id: x,\n     n: 1}\n  - {id: x,\n     n: 2}\n"
    assert lines(text) == {
        (): 2,
        ("a", "c"): 3,
        ("list",): 4,
        ("list", "x"): 5,
        ("list", "x", "n"): 6,
    }


@pytest.mark.parametrize("text", ["", "a: ["])
def test_a_text_that_holds_nothing_has_the_line_of_its_start(text: str) -> None:
    assert lines(text) == {(): 1}
