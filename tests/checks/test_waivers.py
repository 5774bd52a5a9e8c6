from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from almanac.checks import check, waivers
from almanac.checks.rules import RULES
from almanac.checks.waivers import WAIVABLE, settle
from almanac.paths import parse_path
from almanac.problems import codes
from tests.checks.tinysite import SITE, TODAY, changed, checked, library

TWO = "models/acme/two.yaml"
SLIP = {**changed(TWO, "{input: 1.1, output: 4.4}", "{input: 7, output: 28}")}


def waiver(path: str, *, code: str = "price-currency-slip", until: str = "2026-12-31") -> dict[str, str]:
    line = f'- {{code: {code}, path: "{path}", why: Seen, until: {until}}}\n'
    return {"waivers.yaml": SITE["waivers.yaml"] + line}


def test_a_waived_finding_is_kept_apart_from_the_problems(tmp_path: Path) -> None:
    found = checked(tmp_path, SLIP | waiver("models/acme/two#offers.route.price.input"))
    assert found.problems == ()
    assert [problem.code for problem in found.waived] == ["price-cache-above-input", "price-currency-slip"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("models/acme/two#offers.route.price.output", "price-currency-slip"),
        ("models/acme/two#offers.route.price", "price-currency-slip"),
        ("models/acme/one#offers.route.price.input", "price-currency-slip"),
        ("models/acme/two#offers.route.price.input", "price-off-median"),
    ],
)
def test_a_waiver_of_something_else_silences_nothing_and_is_unused(tmp_path: Path, path: str, code: str) -> None:
    found = checked(tmp_path, SLIP | waiver(path, code=code))
    assert [problem.code for problem in found.problems] == ["price-currency-slip", "waiver-unused"]


@pytest.mark.parametrize(("until", "is_silent"), [("2026-05-30", False), ("2026-05-31", True), ("2026-05", True)])
def test_a_waiver_holds_until_the_end_of_its_last_day(tmp_path: Path, until: str, is_silent: bool) -> None:
    found = checked(tmp_path, SLIP | waiver("models/acme/two#offers.route.price.input", until=until))
    assert [problem.code for problem in found.problems] == (
        [] if is_silent else ["price-currency-slip", "waiver-expired"]
    )


def test_the_day_of_the_build_decides_whether_a_waiver_has_expired(tmp_path: Path) -> None:
    found = check(library(tmp_path, {}), today=date(2027, 1, 1), machine_today=TODAY)
    assert [problem.code for problem in found.problems] == ["price-cache-above-input", "waiver-expired"]


def test_a_list_item_answers_to_the_start_of_its_name(tmp_path: Path) -> None:
    broken = changed(TWO, "score: 88", "score: 880")
    path = "models/acme/two#results[quiz,launch,public].score"
    assert checked(tmp_path, broken | waiver(path, code="score-out-of-range")).problems == ()


def test_a_waiver_of_a_record_that_could_not_be_read_is_not_called_unused(tmp_path: Path) -> None:
    found = check(library(tmp_path, {TWO: "name: Two\n"}, is_sound=False), today=TODAY, machine_today=TODAY)
    assert [problem.code for problem in found.problems] == []


def test_a_waiver_with_two_mistakes_has_both_told(tmp_path: Path) -> None:
    found = checked(tmp_path, waiver("models/acme/two#[", code="price-too-hihg"))
    assert [problem.code for problem in found.problems] == ["waiver-code", "waiver-path"]
    assert found.problems[0].hint.startswith('Did you mean "price-too-high"?')


def test_only_codes_that_exist_may_be_waived() -> None:
    assert set(WAIVABLE) <= set(codes())


def test_a_waiver_is_held_only_against_findings_of_its_code_and_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def counted(path: str) -> tuple[str, ...]:
        parsed.append(path)
        return parse_path(path)

    lib = library(tmp_path, SLIP | waiver("models/acme/two#offers.route.price.input"))
    found = [problem for rule in RULES for problem in rule(lib)]
    monkeypatch.setattr(waivers, "parse_path", counted)
    others = [replace(problem, fact="models/acme/one#name") for problem in found for _ in range(50)]
    settle(lib, [*found, *others], today=TODAY)
    assert "name" not in parsed
