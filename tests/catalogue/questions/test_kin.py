"""Answers about how a model differs from those that are nearest to it."""

from tests.catalogue.shelf import answers


def test_alike_models_are_no_question() -> None:
    text = "lifecycle: {released: 2026-01-15}\nfamily: one\nlimits: {context: 1000, max_output: 10}\n"
    assert not any("differ" in question for question in answers(nano=f"name: Nano\n{text}", mini=f"name: Mini\n{text}"))


def test_the_nearest_in_price_are_compared_and_a_same_price_said_once() -> None:
    def model(name: str, price: str, context: int) -> str:
        offer = f"offers: {{acme: {{model_id: a, price: {{input: {price}, output: {price}}}}}}}\n"
        return f"name: {name}\nfamily: one\nlifecycle: {{released: unknown}}\nlimits: {{context: {context}}}\n{offer}"

    found = answers(
        nano=model("Nano", "1", 1000),
        far=model("Far", "9", 2000),
        same=model("Same", "1", 2000),
        near=model("Near", "2", 2000),
    )
    assert [question for question in found if "differ" in question] == [
        "How does Nano differ from Same?",
        "How does Nano differ from Near?",
    ]
    assert found["How does Nano differ from Same?"].startswith(
        "Both cost $1.00 and $1.00 per million tokens in and out."
    )
