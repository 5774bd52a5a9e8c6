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


def asked_of(**models: str) -> list[str]:
    """Return of whom a model is told apart, in order."""
    found = answers(**models)
    return [question.removeprefix("How does Nano differ from ")[:-1] for question in found if "differ" in question]


def test_readers_compare_with_what_many_sell_and_first_with_what_comes_before_or_after() -> None:
    def sold(name: str, *sellers: str, more: str = "") -> str:
        offers = "".join(f"  {key}: {{model_id: a, price: {{input: 2, output: 2}}}}\n" for key in sellers)
        head = f"name: {name}\nfamily: one\nlifecycle: {{released: unknown}}\nlimits: {{context: 2000}}\n"
        return f"{head}offers:\n{offers}{more}"

    nano = model("Nano", "1", "limits: {context: 1000}\nmodalities: {output: [text]}\n")
    nano = nano.replace("released: unknown", "released: unknown, successor: acme/next")
    found = asked_of(
        nano=nano,
        few=sold("Few", "acme"),
        many=sold("Many", "acme", "poe", "relay"),
        next=sold("Next", "poe"),
        paints=sold("Paints", "acme", "poe", "relay", more="modalities: {output: [image]}\n"),
        **{"nano-latest": sold("Latest", "acme", "poe", "relay")},
    )
    assert found == ["Next", "Many"]


def test_kin_of_another_time_come_last() -> None:
    def dated(name: str, released: str, size: int, more: str = "") -> str:
        text = model(name, "1", f"limits: {{context: {size}, max_output: 10}}\n")
        sellers = f"offers: {{{more}acme:"
        return text.replace("released: unknown", f"released: {released}").replace("offers: {acme:", sellers)

    found = asked_of(
        nano=dated("Nano", "2026-05-01", 1000),
        old=dated("Old", "2024-05-01", 2000, "poe: {model_id: p, price: {input: 1, output: 1}}, "),
        new=dated("New", "2026-05-01", 3000),
        month=dated("Month", "2025-01", 4000),
    )
    assert found == ["Month", "New"]


def test_kin_that_differ_in_nothing_make_room_for_others() -> None:
    limits = "limits: {context: 1000}\n"
    found = asked_of(
        nano=model("Nano", "1", limits),
        one=model("One", "1", limits),
        two=model("Two", "1", limits),
        three=model("Three", "2", "limits: {context: 2000}\n"),
    )
    assert found == ["Three"]


def test_a_figure_rounded_is_no_difference() -> None:
    one = "limits: {context: 131072, max_output: 10}\n"
    found = answers(nano=model("Nano", "1", one), mini=model("Mini", "2", one.replace("131072", "131000")))
    assert found["How does Nano differ from Mini?"] == (
        "It costs $1.00 and $1.00 per million tokens in and out at Acme, against $2.00 and $2.00. "
        "Its context window and longest answer are the same."
    )


def test_one_difference_is_told_only_beside_what_is_known_to_be_the_same() -> None:
    limits = "limits: {context: 1000}\n"
    assert asked_of(nano=model("Nano", "1", limits), mini=model("Mini", "2", limits)) == []
    longer = limits.replace("1000", "2000")
    assert asked_of(nano=model("Nano", "1", limits), mini=model("Mini", "1", longer)) == []


def test_the_price_is_told_where_it_is_the_same() -> None:
    found = answers(
        nano=model("Nano", "1", "limits: {context: 1000, max_output: 10}\n"),
        mini=model("Mini", "1", "limits: {context: 2000, max_output: 10}\n"),
    )
    assert found["How does Nano differ from Mini?"] == (
        "Its context window holds 1,000 tokens, against 2,000. Its price and longest answer are the same."
    )


def test_a_limit_of_what_writes_no_text_is_no_difference() -> None:
    draws = [model(name, price, f"mode: image\nlimits: {{context: {size}, max_output: {size}}}\n")
             for name, price, size in (("Nano", "1", 10), ("Mini", "2", 20))]  # fmt: skip
    assert asked_of(nano=draws[0], mini=draws[1]) == []


def test_a_guard_is_no_kin_of_what_it_guards() -> None:
    limits = "limits: {context: 2000}\n"
    models = {"nano": model("Nano", "1", "limits: {context: 1000}\n"), "nano-guard": model("Guard", "2", limits)}
    assert asked_of(**models) == []
    assert not any("cheaper" in question for question in answers(**models))


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
    hard = ", variant: hard, dataset: public"
    assert told(result("8.90", more=hard), result("52.4", more=hard), "riddles") == [
        "It scores 8.9 % on Riddles, hard, public, Mini 52.4 %."
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
