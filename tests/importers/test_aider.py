"""Aider: its polyglot leaderboard as results."""

from decimal import Decimal
from typing import Any

import pytest

from almanac.importers import aider
from almanac.importers.findings import Harvest
from almanac.importers.ground import Ground
from tests.importers.harvests import causes, given, ground, made, said

MODELS = (
    "openai/gpt-4.1-nano", "openai/gpt-4o", "openai/gpt-5", "openai/o3", "anthropic/claude-opus-4", "xai/grok-3-mini",
    "google/gemini-2.5-pro", "google/gemma-3-27b-it", "deepseek/deepseek-v3.2-exp",
)  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("content"), *MODELS)


@pytest.fixture(scope="module")
def found(known: Ground) -> Harvest:
    return aider.harvest(given("aider", "polyglot_leaderboard.yml"), known)


def of(row: dict[str, Any], known: Ground) -> Harvest:
    whole = {"model": "gpt-5", "edit_format": "diff", "pass_rate_2": Decimal("50.0"), "date": "2025-08-23", **row}
    return aider.harvest(made("aider-polyglot", [whole, "no row"]), known)


def test_a_row_is_a_result_with_its_format_date_and_cost(found: Harvest) -> None:
    result = said(found, "models/openai/gpt-4.1-nano")["results aider-polyglot,aider-leaderboard,whole,2025-04-14"]
    assert result == {
        "benchmark": "aider-polyglot", "score": Decimal("8.9"), "by": "independent", "variant": "whole",
        "date": "2025-04-14", "cost": Decimal("0.4281"), "source": "aider-leaderboard",
    }  # fmt: skip
    assert isinstance(result, dict)
    assert list(result) == ["benchmark", "score", "by", "variant", "date", "cost", "source"]


@pytest.mark.parametrize(
    ("model", "variant"),
    [
        ("anthropic/claude-opus-4", "diff no-thinking,2025-05-25"),
        ("anthropic/claude-opus-4", "diff thinking-32k,2025-05-25"),
        ("openai/gpt-5", "diff high,2025-08-23"),
        ("google/gemini-2.5-pro", "diff-fenced thinking-default,2025-06-06"),
        ("google/gemini-2.5-pro", "diff-fenced preview-05-06,2025-05-07"),
        ("openai/gpt-4o", "diff,2024-12-30"),
        ("openai/gpt-4o", "diff 2024-08-06,2024-12-30"),
        ("xai/grok-3-mini", "whole high,2025-04-10"),
        ("deepseek/deepseek-v3.2-exp", "diff no-thinking,2025-10-03"),
    ],
)
def test_effort_and_older_snapshots_stand_in_the_variant(found: Harvest, model: str, variant: str) -> None:
    assert f"results aider-polyglot,aider-leaderboard,{variant}" in said(found, f"models/{model}")


def test_a_cost_of_zero_is_unknown(found: Harvest) -> None:
    result = said(found, "models/google/gemma-3-27b-it")["results aider-polyglot,aider-leaderboard,whole,2025-03-15"]
    assert isinstance(result, dict)
    assert "cost" not in result


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("o3 (high) + gpt-4.1", "a run of two models is a result of neither"),
        ("Quasar Alpha", "no base model of ours"),
    ],
)
def test_what_is_no_result_of_ours_is_a_note(found: Harvest, name: str, cause: str) -> None:
    assert causes(found, name) == [cause]


@pytest.mark.parametrize("score", ["many", Decimal(101), None])
def test_a_score_that_is_no_percentage_is_told(known: Ground, score: object) -> None:
    found = of({"pass_rate_2": score}, known)
    assert causes(found, "gpt-5") == ["pass_rate_2 is no number from 0 to 100"]
    assert found.findings == ()


def test_a_date_that_is_none_is_left_out(known: Ground) -> None:
    assert "results aider-polyglot,aider-leaderboard,diff" in said(of({"date": "soon"}, known), "models/openai/gpt-5")


def test_a_second_row_of_the_same_run_is_told(known: Ground) -> None:
    row = {"model": "gpt-5", "edit_format": "diff", "pass_rate_2": Decimal(50), "date": "2025-08-23"}
    found = aider.harvest(made("aider-polyglot", [row, {**row, "pass_rate_2": Decimal(51)}]), known)
    assert [one.cause.split(" for ")[0] for one in found.notes] == ["a second figure"]
    assert len(found.findings) == 1


def test_every_field_is_accounted_for(found: Harvest, known: Ground) -> None:
    assert "not known" not in found.fields.values()
    assert found.source == "aider-leaderboard"
    assert causes(of({"mood": "good"}, known), "mood") == ["a field that nobody has looked at"]


def test_a_file_that_is_no_list_says_nothing(known: Ground) -> None:
    assert aider.harvest(made("aider-polyglot", "nothing"), known).findings == ()
