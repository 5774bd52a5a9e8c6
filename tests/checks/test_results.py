from pathlib import Path

import pytest

from tests.checks.tinysite import changed, problems

ONE, QUIZ = "models/acme/one.yaml", "benchmarks/quiz.yaml"


@pytest.mark.parametrize(
    ("unit", "score", "message"),
    [
        ("percent", "100.5", "Quiz goes from 0 to 100, and 100.5 lies outside."),
        ("seconds", "-1", "Quiz goes from 0 upward, and -1 lies outside."),
        ("usd", "-0.5", "Quiz goes from 0 upward, and -0.5 lies outside."),
    ],
)
def test_a_benchmark_without_a_range_has_that_of_its_unit(tmp_path: Path, unit: str, score: str, message: str) -> None:
    benchmark = changed(QUIZ, "unit: percent\nrange: [0, 100]", f"unit: {unit}")
    (found,) = problems(tmp_path, benchmark | changed(ONE, "score: 80.1", f"score: {score}"))
    assert (found.code, found.message) == ("score-out-of-range", message)


@pytest.mark.parametrize("unit", ["points", "elo"])
def test_points_have_no_bounds(tmp_path: Path, unit: str) -> None:
    benchmark = changed(QUIZ, "unit: percent\nrange: [0, 100]", f"unit: {unit}")
    assert problems(tmp_path, benchmark | changed(ONE, "score: 80.1", "score: -80000")) == ()


def test_one_other_result_does_not_make_a_score_a_fraction(tmp_path: Path) -> None:
    two = {"models/acme/two.yaml": "name: Two\nlifecycle: {released: unknown}\n", "waivers.yaml": "[]\n"}
    assert problems(tmp_path, two | changed(ONE, "score: 80.1", "score: 0.801")) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value: 0.5, unit: s", "value: -0.5, unit: s", "ttft cannot be -0.5."),
        ("value: 99.9", "value: 101", "uptime cannot be 101 percent."),
        ("value: 2, of: 2", "value: 3, of: 2", "3 is more than the 2 that it is part of."),
        ("value: 2, of: 2", "value: -1", "endpoints_up cannot be -1."),
    ],
)
def test_an_impossible_figure_is_told_in_its_unit(tmp_path: Path, old: str, new: str, message: str) -> None:
    (found,) = problems(tmp_path, changed(ONE, old, new))
    assert found.message == message
