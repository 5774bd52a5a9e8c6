"""Answers about how a model differs from those that are nearest to it."""

import pytest

from almanac.catalogue.questions import Asked, kin
from tests.catalogue.shelf import answers, many


def test_alike_models_are_no_question() -> None:
    text = "lifecycle: {released: 2026-01-15}\nfamily: one\nlimits: {context: 1000, max_output: 10}\n"
    assert not any("differ" in question for question in answers(nano=f"name: Nano\n{text}", mini=f"name: Mini\n{text}"))


def model(name: str, price: str, more: str = "") -> str:
    offer = f"offers: {{acme: {{model_id: a, price: {{input: {price}, output: {price}}}}}}}\n"
    return f"name: {name}\nfamily: one\nlifecycle: {{released: unknown}}\n{offer}{more}"


def test_the_nearest_in_price_are_compared_by_what_differs_alone() -> None:
    reads = "modalities: {input: [text], output: [text]}\n"
    sees = "modalities: {input: [text, image], output: [text]}\n"
    found = answers(
        nano=model("Nano", "1", f"limits: {{context: 1000}}\n{sees}"),
        far=model("Far", "9", f"limits: {{context: 2000}}\n{reads}"),
        same=model("Same", "1", f"limits: {{context: 2000}}\n{reads}"),
        near=model("Near", "2", f"limits: {{context: 1000}}\n{reads}"),
    )
    assert {question: answer for question, answer in found.items() if "differ" in question} == {
        "How does Nano differ from Same?": (
            "Its context window holds 1,000 tokens, against 2,000. It reads text and images, while Same reads text."
        ),
        "How does Nano differ from Near?": (
            "It costs $1.00 and $1.00 per million tokens in and out at Acme, against $2.00 and $2.00. "
            "It reads text and images, while Near reads text."
        ),
    }


def test_a_figure_rounded_is_no_difference() -> None:
    one = "limits: {context: 131072, max_output: 10}\n"
    found = answers(nano=model("Nano", "1", one), mini=model("Mini", "2", one.replace("131072", "131000")))
    assert not any("differ" in question for question in found)


def result(score: str, source: str = "other", benchmark: str = "riddles", more: str = "") -> str:
    return f"  - {{benchmark: {benchmark}, score: {score}, by: lab, source: {source}, date: 2026-01-01{more}}}\n"


def told(nano: str, mini: str, *benchmarks: str) -> list[str]:
    """Return what is said of the difference of two models that differ in price and in the given results."""
    catalogue = many(nano=model("Nano", "1", f"results:\n{nano}"), mini=model("Mini", "2", f"results:\n{mini}"))
    known = {key: entry.record for key, entry in catalogue.benchmarks.items() if key in benchmarks}
    providers = {key: entry.record for key, entry in catalogue.providers.items()}
    asked = Asked(catalogue.models["acme/nano"], catalogue.models, providers, "Acme", known)
    return [question.answer.partition("$2.00 and $2.00. ")[2] for question in kin.differences(asked)]


def test_a_score_of_the_same_kind_is_compared() -> None:
    hard = ", variant: hard"
    assert told(result("8.90", more=hard), result("52.4", more=hard), "riddles") == [
        "It scores 8.9 % on Riddles, hard, Mini 52.4 %."
    ]


@pytest.mark.parametrize(
    ("nano", "mini", "benchmarks"),
    [
        (result("1"), result("2"), ()),
        (result("1"), result("1"), ("riddles",)),
        (result("1"), result("2", source="lab-page"), ("riddles",)),
        (result("1"), result("2", more=", variant: hard"), ("riddles",)),
    ],
)
def test_scores_that_do_not_compare_or_do_not_differ_are_not_told(
    nano: str, mini: str, benchmarks: tuple[str, ...]
) -> None:
    assert told(nano, mini, *benchmarks) == []
