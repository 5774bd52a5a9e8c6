from pathlib import Path

import pytest

from tests.checks.tinysite import Seen, changed, problems, seen

ONE, TWO = "models/acme/one.yaml", "models/acme/two.yaml"
BATCH = "      - {when: {tier: batch}, input: 0.05, output: 0.20}\n"


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("{when: {context_above: 1000}, input: 0.2}|{when: {context_above: 1000, tier: batch}, input: 0.15}", []),
        (
            "{when: {context_above: 1000}, input: 0.2}|{when: {context_above: 1000, tier: batch}, input: 0.3}",
            ["price-batch-above-list"],
        ),
        ("{when: {context_above: 1000, tier: batch}, input: 0.15}", ["price-batch-above-list"]),
        ("{when: {tier: flex}, input: 0.15}", []),
        ("{when: {tier: batch}, output: {usd: 9, per: request}}", []),
    ],
)
def test_a_batch_is_compared_with_the_same_condition_without_waiting(
    tmp_path: Path, rows: str, codes: list[str]
) -> None:
    text = "".join(f"      - {row}\n" for row in rows.split("|"))
    assert [problem.code for problem in problems(tmp_path, changed(ONE, BATCH, text))] == codes


def test_a_past_price_is_held_to_the_same_bounds(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(ONE, "2025-04-14, input: 0.20, output: 0.80", "2025-04-14, input: 2000"))
    assert seen(found, tmp_path) == [Seen(ONE, 26, 35, "price-too-high")]


def test_a_price_in_another_currency_is_judged_in_dollars(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(ONE, "{input: 0.80, output: 3.20}", "{input: 1429, output: 3.20}"))
    assert [problem.code for problem in found] == ["price-too-high", "price-output-low"]
    assert found[0].message.startswith("$200.06 per 1M tokens is above $200")


def test_one_wrong_price_of_three_does_not_put_the_right_ones_in_the_wrong(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(TWO, "{input: 1.1, output: 4.4}", "{input: 100, output: 400}"))
    assert [problem.fact for problem in found] == ["models/acme/two#offers.route.price.input"]
    assert found[0].message == ("route asks $100 in and $400 out, and the 2 other offers $1 and $4 in the median.")


@pytest.mark.parametrize(
    ("mode", "price", "is_wrong"),
    [
        ("rerank", "{input: {usd: 2, per: 1000-requests}}", False),
        ("rerank", "{input: 1, output: 1}", True),
        ("transcription", "{input: {usd: 0.006, per: minute}}", False),
        ("transcription", "{image_out: 1}", True),
        ("speech", "{input: {usd: 15, per: 1m-characters}}", False),
        ("speech", "{video_in: 1}", True),
        ("image", "{output: {usd: 0.04, per: image}}", False),
        ("image", "{audio_out: 1}", True),
        ("ocr", "{input: {usd: 0.001, per: page}}", False),
        ("ocr", "{audio_in: 1}", True),
        ("video", "{output: {usd: 0.5, per: second}}", False),
        ("realtime", "{input: {usd: 0.5, per: hour}}", True),
    ],
)
def test_a_mode_has_prices_of_its_own_kind(tmp_path: Path, mode: str, price: str, is_wrong: bool) -> None:
    text = changed("models/acme/vectors.yaml", "price: {input: 0.02}", f"price: {price}")
    text = {name: old.replace("mode: embedding", f"mode: {mode}") for name, old in text.items()}
    assert [problem.code for problem in problems(tmp_path, text)] == (["price-wrong-mode"] if is_wrong else [])
