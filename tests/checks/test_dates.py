from datetime import date
from pathlib import Path

import pytest

from tests.checks.tinysite import Seen, changed, checked, problems, seen


@pytest.mark.parametrize(
    ("machine_today", "is_future"),
    [(date(2026, 5, 29), True), (date(2026, 5, 30), False), (date(2026, 5, 31), False), (date(2030, 1, 1), False)],
)
def test_the_edition_may_be_one_day_ahead_of_the_machine(tmp_path: Path, machine_today: date, is_future: bool) -> None:
    found = checked(tmp_path, {}, machine_today=machine_today).problems
    assert seen(found, tmp_path) == ([Seen("site.yaml", 4, 10, "date-after-edition")] if is_future else [])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "models/acme/one.yaml",
            "80.1, by: lab, source: launch, checked: 2026-05-31",
            "80.1, by: lab, source: launch, checked: 2026-06-01",
        ),
        ("models/acme/one.yaml", "window: 7d, at: 2026-05-01", "window: 7d, at: 2026-06-01"),
        ("models/acme/one.yaml", "source: tests, checked: unknown}", "source: tests, checked: 2027-01}"),
        (
            "models/acme/one.yaml",
            "limits.context: {source: launch, checked: 2026-05-31",
            "limits.context: {source: launch, checked: 2026-06-01",
        ),
        ("models/acme/one.yaml", "verdict: wrong}", "verdict: wrong, checked: 2026-06-01}"),
        ("models/acme/two.yaml", "model_id: two", "model_id: two\n    ended: 2026-06-01"),
        ("providers/acme.yaml", "checked: 2026-05-01", "checked: 2026-06-01"),
        ("currencies.yaml", "2026-04-01", "2026-06-01"),
    ],
)
def test_nothing_was_looked_at_after_the_edition(tmp_path: Path, name: str, old: str, new: str) -> None:
    found = problems(tmp_path, changed(name, old, new))
    assert [problem.code for problem in found] == ["date-after-edition"]
    assert "after the edition of 2026-05-31" in found[0].message


@pytest.mark.parametrize(
    ("offer", "code"),
    [
        ("acme", "retired-before-released"),
        ("acme@eu", "offer-retired-before-released"),
        ("cloud", "offer-retired-before-released"),
    ],
)
def test_the_labs_own_offer_decides_the_models_status_and_no_other(tmp_path: Path, offer: str, code: str) -> None:
    text = f"name: X\nlifecycle: {{released: 2026-02-01}}\noffers: {{{offer}: {{model_id: x, retires: 2026-01-31}}}}\n"
    found = problems(tmp_path, {"models/acme/x.yaml": f"{text}sync: {{source: feed}}\n"})
    assert [problem.code for problem in found] == [code]


@pytest.mark.parametrize(("updated", "is_told"), [("2026-04-30", True), ("2026-05-01", False), ("2026-05", False)])
def test_a_guide_is_updated_after_it_is_published(tmp_path: Path, updated: str, *, is_told: bool) -> None:
    dates = f"published: 2026-05-01\nupdated: {updated}"
    found = problems(tmp_path, changed("guides/small.md", "published: 2026-05-01", dates))
    assert [problem.code for problem in found] == (["guide-dates-order"] if is_told else [])


@pytest.mark.parametrize(("at", "is_told"), [("", True), (", at: unknown", False)])
def test_a_catalogue_says_when_it_was_read(tmp_path: Path, at: str, *, is_told: bool) -> None:
    found = problems(tmp_path, changed("sources.yaml", ", at: 2026-05-30", at))
    assert [problem.code for problem in found] == (["source-undated"] if is_told else [])
