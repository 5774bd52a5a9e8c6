"""Answers about money: one offer's own pair at a time, and no word taken for a number."""

import pytest

from tests.catalogue.shelf import answers, offered

PRICE = "How much does Nano cost?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "offers: {acme: {model_id: a, price: {input: 1, output: 2}}}",
            "At Acme, $1.00 per million input tokens and $2.00 per million output tokens.",
        ),
        (
            (
                "offers: {acme: {model_id: a, price: {input: 1, output: 2}}, poe: {model_id: p, price: "
                "{input: 1, output: 3}}}"
            ),
            (
                "At Acme, $1.00 per million input tokens and $2.00 per million output tokens. No "
                "paid offer that we know asks "
                "less."
            ),
        ),
        (
            # cheaper on the blend, yet another asks less for output: nothing is said
            (
                "offers: {acme: {model_id: a, price: {input: 1, output: 2}}, poe: {model_id: p, price: "
                "{input: 2, output: 1}}}"
            ),
            "At Acme, $1.00 per million input tokens and $2.00 per million output tokens.",
        ),
        (
            "offers: {poe: {model_id: p, price: free}, relay: {model_id: r, price: free}}",
            "It is free of charge at Poe and Relay.",
        ),
        ("offers: {poe: {model_id: p, price: included}}", "It is part of a plan at Poe."),
        (
            (
                "mode: embedding\noffers: {acme: {model_id: a, price: {input: 0.02}}, poe: {model_id: p, "
                "price: {input: 0.01}}}"
            ),
            "At Acme, $0.02 per million tokens. The cheapest paid offer that we know is at Poe: $0.01.",
        ),
        ("offers: {poe: {model_id: p, price: dynamic}}", None),
        ("offers: {acme: {model_id: a, price: {input: 1}}}", None),
        (
            "offers: {poe@eu.fast: {model_id: p, price: {input: 1, output: 2}}}",
            (
                "The cheapest paid offer that we know is at Poe (eu fast): $1.00 per million input "
                "tokens and $2.00 per "
                "million output tokens."
            ),
        ),
    ],
)
def test_the_price_is_told_offer_by_offer(text: str, answer: str | None) -> None:
    assert offered(text).get(PRICE) == answer


@pytest.mark.parametrize(
    ("price", "answer"),
    [
        ("{input: 1, output: 2, cache_read: 0.25}", "$0.25 per million tokens at Acme, 75 % less than new input."),
        (
            "{input: 1, output: 2, cache_read: 0.333}",
            "$0.333 per million tokens at Acme, about 67 % less than new input.",
        ),
        ("{input: 1, output: 2, cache_read: 0}", "Nothing at Acme."),
        ("{input: 1, output: 2, cache_read: 2}", "$2.00 per million tokens at Acme."),
        ("{input: 1, output: 2, cache_read: included}", None),
        ("{input: 1, output: 2}", None),
    ],
)
def test_the_cached_price_is_compared_with_the_full_one(price: str, answer: str | None) -> None:
    found = offered(f"offers: {{acme: {{model_id: a, price: {price}}}}}")
    assert found.get("How much does cached input of Nano cost?") == answer


@pytest.mark.parametrize(
    ("price", "answer"),
    [
        (
            "{input: 0.20, output: 0.80}",
            (
                "Yes: Mini costs $0.20 per million input tokens and $0.80 per million output tokens "
                "at Acme, against $1.00 and "
                "$2.00."
            ),
        ),
        ("{input: 1, output: 2}", "No, but Mini costs the same."),
        ("{input: 1, output: 3}", "No. Of the 2 models of this family whose price we know, it is the cheapest."),
        ("free", None),
    ],
)
def test_the_family_is_searched_for_a_cheaper_model(price: str, answer: str | None) -> None:
    head = "lifecycle: {released: unknown}\nfamily: one\n"
    found = answers(
        nano=f"name: Nano\n{head}offers: {{acme: {{model_id: a, price: {{input: 1, output: 2}}}}}}\n",
        mini=f"name: Mini\n{head}offers: {{acme: {{model_id: m, price: {price}}}}}\n",
    )
    assert found.get("Is there a cheaper model than Nano in the One family?") == answer


def test_the_retired_and_models_of_another_mode_are_no_relatives() -> None:
    head = "lifecycle: {released: unknown}\nfamily: one\n"
    offer = "offers: {acme: {model_id: a, price: {input: 1, output: 2}}}\n"
    found = answers(
        nano=f"name: Nano\n{head}{offer}",
        old=f"name: Old\n{head.replace('unknown', 'unknown, retires: 2026-01-01')}{offer}",
        embed=f"name: Embed\n{head}mode: embedding\n{offer}",
    )
    assert not any("cheaper" in question or "differ" in question for question in found)
