"""Epoch: its table of benchmark runs as results."""

from decimal import Decimal

import pytest

from almanac.importers import epoch
from almanac.importers.findings import Harvest
from almanac.importers.ground import Ground
from tests.importers.harvests import causes, given, ground, made, said

MODELS = ("openai/gpt-4.1-nano", "openai/gpt-4o", "openai/o3-mini", "anthropic/claude-opus-4")
ROW = {
    "task": "GPQA diamond", "model": "gpt-4.1-nano-2025-04-14", "Best score (across scorers)": "0.489",
    "started_at": "14 April 2025 6:49pm", "Status": "Success", "task version": "1.0.0",
}  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("content"), *MODELS, benchmarks="gpqa-diamond frontiermath")


@pytest.fixture(scope="module")
def found(known: Ground) -> Harvest:
    return epoch.harvest(given("epoch", "benchmarks_runs.csv"), known)


def of(known: Ground, **row: str) -> Harvest:
    return epoch.harvest(made("epoch-runs", [{**ROW, **row}, "no row"]), known)


def test_a_fraction_becomes_per_cent_with_version_and_date(known: Ground) -> None:
    found = said(of(known), "models/openai/gpt-4.1-nano")
    assert found["results gpqa-diamond,epoch,1.0.0,2025-04-14"] == {
        "benchmark": "gpqa-diamond", "score": Decimal("48.9"), "by": "independent", "version": "1.0.0",
        "date": "2025-04-14", "source": "epoch",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("model", "result"),
    [
        ("openai/gpt-4.1-nano", "frontiermath,epoch,1.0.0,2025-02-28-private,2025-04-14"),
        ("anthropic/claude-opus-4", "frontiermath,epoch,thinking-27k,1.0.0,2025-02-28-private,2025-08-05"),
        ("openai/o3-mini", "gpqa-diamond,epoch,high,1.0.0,2025-02-13"),
        ("openai/o3-mini", "frontiermath-tier-4,epoch,high,1.0.0,2025-07-01-private,2025-07-01"),
        ("openai/gpt-4o", "gpqa-diamond,epoch,1.0.0,2025-02-05"),
        ("openai/gpt-4o", "gpqa-diamond,epoch,2024-08-06,1.0.0,2025-01-26"),
    ],
)
def test_effort_dataset_and_older_snapshots_are_told_apart(found: Harvest, model: str, result: str) -> None:
    assert f"results {result}" in said(found, f"models/{model}")


def test_a_benchmark_that_does_not_exist_yet_is_made(found: Harvest) -> None:
    tier = said(found, "benchmarks/frontiermath-tier-4")
    assert (tier["name"], tier["category"], tier["unit"], tier["higher_is_better"]) == (
        "FrontierMath Tier 4", "math", "percent", True,
    )  # fmt: skip
    assert tier["range"] == [0, 100]


@pytest.mark.parametrize(
    ("row", "subject", "cause"),
    [
        ({"Status": "Error"}, "gpt-4.1-nano", "its status is Error, not Success"),
        ({"Status": ""}, "gpt-4.1-nano", "its status is not stated, not Success"),
        ({"task": "Chess"}, "Chess", "a task that is in no table of benchmarks"),
        ({"model": "nobody-1"}, "nobody-1", "no base model of ours"),
        ({"Best score (across scorers)": "48.9"}, "gpt-4.1-nano", "its score is no fraction of one"),
        ({"Best score (across scorers)": ""}, "gpt-4.1-nano", "its score is no fraction of one"),
        ({"mood": "good"}, "mood", "a column that nobody has looked at"),
    ],
)
def test_what_is_not_carried_over_is_told(known: Ground, row: dict[str, str], subject: str, cause: str) -> None:
    assert cause in causes(of(known, **row), subject)


@pytest.mark.parametrize("started", ["", "31 February 2025 1:00pm", "yesterday"])
def test_a_run_without_a_day_has_none(known: Ground, started: str) -> None:
    found = said(of(known, started_at=started), "models/openai/gpt-4.1-nano")
    assert list(found) == ["results gpqa-diamond,epoch,1.0.0"]


def test_every_column_is_accounted_for(found: Harvest) -> None:
    assert len(found.fields) == 12
    assert "not known" not in found.fields.values()


def test_a_file_that_is_no_list_says_nothing(known: Ground) -> None:
    assert epoch.harvest(made("epoch-runs", {}), known).findings == ()
