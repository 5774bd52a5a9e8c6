"""Results of a model: what one source tells again after another is one line, and whatever differs stays two."""

import pytest

from almanac.outputs.model.page import outputs
from tests.outputs.press import MODELS, context, shelf
from tests.outputs.seen import html, rows

HEAD = "name: One\nlifecycle: {released: 2026-01-01}\nsync: {source: register}\nresults:\n"
LAB = "  - {benchmark: riddles, score: 50.3, by: lab, source: lab-page}\n"
AGAIN = "  - {benchmark: riddles, score: 50.30, by: lab, source: register, date: 2026-02-01}\n"


def lines(*results: str) -> list[str]:
    """Return the rows of results as words, without their head."""
    built = context(shelf({**MODELS, "acme/one": HEAD + "".join(results)}))
    found = rows(html(outputs(built), "models/acme/one/index.html"), under="bench")
    return [row.partition("Riddles ")[2].partition("sense. ")[2] or row.partition("Riddles")[2] for row in found]


def test_a_labs_result_told_again_is_one_line_with_both_sources() -> None:
    for results in ((LAB, AGAIN), (AGAIN, LAB)):
        (line,) = lines(*results)
        assert line.strip().endswith("50.3 % [2] [1] Acme, the lab, 1 Feb 2026")


def test_a_repeated_result_stands_behind_whoever_measured_it() -> None:
    other = "  - {benchmark: riddles, score: 50.3, by: independent, source: other}\n"
    (line,) = lines(AGAIN.replace("by: lab", "by: republished"), other)
    assert "50.3 % [2] [1] Another page, 1 Feb 2026" in line


@pytest.mark.parametrize(
    "change",
    [
        ("score: 50.30", "score: 50.4"),
        ("by: lab", "by: independent"),
        ("date:", "variant: high, date:"),
        ("date:", 'version: "2", date:'),
        ("date:", "harness: own, date:"),
        ("date:", "dataset: half, date:"),
    ],
)
def test_whatever_differs_stays_a_line_of_its_own(change: tuple[str, str]) -> None:
    assert len(lines(LAB, AGAIN.replace(*change))) == 2


def test_two_days_are_two_runs() -> None:
    assert len(lines(LAB.replace("}", ", date: 2026-01-01}"), AGAIN)) == 2


def test_a_line_is_as_fresh_as_its_freshest_source() -> None:
    stale = AGAIN.replace("source: register", "source: undated")
    assert "†" in lines(stale)[0]
    assert "†" not in lines(LAB.replace("}", ", checked: 2026-05-30}"), stale)[0]
