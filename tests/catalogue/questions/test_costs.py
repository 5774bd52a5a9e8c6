"""Answers about money: one offer's own pair at a time, and no word taken for a number."""

import pytest

from almanac.catalogue.questions import Asked, costs
from tests.catalogue.shelf import answers, many, offered

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
                "The only paid offer that we know is at Poe (eu fast): $1.00 per million input "
                "tokens and $2.00 per "
                "million output tokens."
            ),
        ),
    ],
)
def test_the_price_is_told_offer_by_offer(text: str, answer: str | None) -> None:
    assert offered(text).get(PRICE) == answer


def test_a_program_at_home_is_no_seller() -> None:
    offers = "offers: {poe: {model_id: p, price: free}, relay: {model_id: r, price: free}}"
    catalogue = many(nano=f"name: Nano\nlifecycle: {{released: unknown}}\n{offers}\n")
    providers = {key: entry.record for key, entry in catalogue.providers.items()}
    providers["poe"] = providers["poe"].model_copy(update={"kind": "local"})
    found = costs.price(Asked(catalogue.models["acme/nano"], catalogue.models, providers, "Acme"))
    assert found is not None
    assert found.answer == "It is free of charge at Relay. It runs on your own machine with Poe, free of charge."


@pytest.mark.parametrize(
    ("mode", "offers", "answer"),
    [
        ("image", "{poe: {model_id: p, price: {image_out: {usd: 0.04, per: image}}}}", "At Poe, $0.04 per image."),
        (
            "transcription",
            (
                "{poe: {model_id: p, price: {audio_in: {usd: 0.006, per: minute}}}, "
                "relay: {model_id: r, price: {audio_in: {usd: 0.004, per: minute}}}}"
            ),
            "At Relay, $0.004 per minute of audio.",
        ),
        (
            "image",
            (
                "{acme: {model_id: a, price: {input: included, image_out: {usd: 0.04, per: image}}}, "
                "relay: {model_id: r, price: {image_out: {usd: 0.01, per: image}}}}"
            ),
            "At Acme, $0.04 per image.",
        ),
        (
            "rerank",
            (
                "{poe: {model_id: p, price: {input: {usd: 2, per: 1000-requests}}}, "
                "relay: {model_id: r, price: {input: {usd: 0.001, per: request}}}}"
            ),
            "At Poe, $2.00 per 1,000 requests.",
        ),
        ("image", "{poe: {model_id: p, price: {input: 1, image_out: {usd: 0.04, per: image}}}}", None),
        ("image", "{poe: {model_id: p, price: {web_search: {usd: 0.04, per: request}}}}", None),
        ("chat", "{poe: {model_id: p, price: {image_out: {usd: 0.04, per: image}}}}", None),
        ("image", "{poe: {model_id: p, price: {image_out: {usd: 0.04, per: image}}, ended: 2026-01-01}}", None),
    ],
)
def test_what_is_not_sold_by_the_token_is_told_by_its_unit(mode: str, offers: str, answer: str | None) -> None:
    assert offered(f"mode: {mode}\noffers: {offers}").get(PRICE) == answer


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
