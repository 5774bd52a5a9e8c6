"""The check command: everything a build does, short of writing."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.content import ContentTree


def test_content_without_a_problem_ends_with_one_line_on_stale_facts(run: Run, tmp_path: Path) -> None:
    ran = run("check")
    assert ran.code == 0, ran.out
    assert ran.out.count("\n") == 1
    assert ran.out.endswith("without a date: /quality/\n")
    assert not (tmp_path / "site").exists()


def test_stale_facts_are_listed_on_request(run: Run) -> None:
    listed = run("check", "--stale").out.splitlines()
    assert len(listed) > 1
    assert all(Path(line.split(":")[0]).is_file() for line in listed[:-1])
    assert any("measurements" in line and "without a date" in line for line in listed)


def test_all_problems_of_all_files_come_in_one_run_sorted_by_file_and_line(run: Run, tree: ContentTree) -> None:
    tree.edit("labs/acme.yaml", "name: Acme", "nam: Acme").edit("models/acme/one.yaml", "context: 128000", "context: 0")
    tree.edit("guides/choosing.md", "[2]", "[3]").write("benchmarks/riddles.yaml", "name: [")
    ran = run("check", "--format", "json")
    assert ran.code == 1
    found = [json.loads(line) for line in ran.out.splitlines()]
    places = [(problem["path"], problem["line"], problem["column"]) for problem in found]
    assert places == sorted(places)
    assert {Path(path).name for path, *_ in places} >= {"acme.yaml", "one.yaml", "choosing.md", "riddles.yaml"}


def test_github_gets_annotations(run: Run, tree: ContentTree) -> None:
    tree.edit("models/acme/one.yaml", "context: 128000", "context: 0")
    assert run("check", "--format", "github").out.startswith("::error file=")


def test_a_broken_internal_link_is_found_at_its_place(run: Run, tree: ContentTree) -> None:
    tree.append("guides/choosing.md", "\nSee [it](/models/acme/won/) and [there](/models/acme/one/#nowhere).\n")
    ran = run("check")
    assert ran.code == 1
    assert "error[link-broken]" in ran.out
    assert "Did you mean /models/acme/one/?" in ran.out
    assert "error[link-fragment]" in ran.out
    assert "#offers" in ran.out


def test_a_published_url_that_would_no_longer_answer_is_refused(run: Run, tree: ContentTree) -> None:
    tree.write("published.txt", "model acme/gone\nmodel acme/one\n")
    ran = run("check")
    assert ran.code == 1
    assert "published.txt:1:1: error[ledger-url-missing]" in ran.out
    assert "/models/acme/gone/" in ran.out


@pytest.mark.slow
def test_status_follows_today(run: Run, tree: ContentTree, tmp_path: Path) -> None:
    tree.edit("models/acme/one.yaml", "    source: acme-pricing", "    retires: 2026-10-23\n    source: acme-pricing")
    for today, word in (("2026-06-01", "in 144 days"), ("2026-11-20", "Retired at Acme")):
        assert run("build", "--today", today).code == 0
        assert word in (tmp_path / "site/models/acme/one/index.html").read_text()
