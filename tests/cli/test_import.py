"""The import command: what it says, where it says it, and how it ends."""

import json
from pathlib import Path

import pytest

from almanac.cli import main
from tests.cli.conftest import Ran
from tests.support.content import SOURCES, ContentTree

BOARD = """\
- {model: acme-one, pass_rate_2: 50.5, edit_format: whole, dirname: x, test_cases: 225, date: 2026-05-01}
- {model: nobody at all, pass_rate_2: 10, edit_format: diff, dirname: y, test_cases: 225}
"""
AIDER = "aider-leaderboard: {title: Aider, url: https://aider.example, kind: independent, at: 2026-05-01}\n"


@pytest.fixture
def content(tree: ContentTree, tmp_path: Path) -> ContentTree:
    """Return the tiny content with Aider's leaderboard among its sources and benchmarks, and a file of it."""
    (tmp_path / "board.yml").write_text(BOARD, encoding="utf-8")
    riddles = (tree.root / "benchmarks/riddles.yaml").read_text(encoding="utf-8")
    return tree.write("sources.yaml", SOURCES + AIDER).write("benchmarks/aider-polyglot.yaml", riddles)


def import_board(content: ContentTree, capsys: pytest.CaptureFixture[str], *more: str, at: str = "2026-06-14") -> Ran:
    board = str(content.root.parent / "board.yml")
    try:
        code = main(["import", "aider", board, "--at", at, "--content", str(content.root), *more])
    except SystemExit as ended:
        code = int(ended.code or 0)
    return Ran(code, *capsys.readouterr())


def test_an_import_writes_and_reports(content: ContentTree, capsys: pytest.CaptureFixture[str]) -> None:
    ran = import_board(content, capsys)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Import of aider-leaderboard as of 2026-06-14: 4 files changed.\n")
    assert "Added: 1\n" in ran.out
    assert "score: 50.5, by: independent" in (content.root / "models/acme/one.yaml").read_text(encoding="utf-8")
    assert content.problems() == []
    assert "nothing has changed" in import_board(content, capsys).out


def test_a_dry_run_only_reports(content: ContentTree, capsys: pytest.CaptureFixture[str]) -> None:
    before = (content.root / "models/acme/one.yaml").read_bytes()
    assert "files would change" in import_board(content, capsys, "--dry-run").out
    assert (content.root / "models/acme/one.yaml").read_bytes() == before
    assert not (content.root / ".sync").exists()


def test_the_report_is_written_where_and_how_it_is_asked_for(
    content: ContentTree, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ran = import_board(content, capsys, "--format", "json", "--report", str(tmp_path / "report.json"))
    assert ran.out == ""
    assert ran.err == "Import of aider-leaderboard as of 2026-06-14: 4 files changed.\n"
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["counts"]["unmapped"] == 1
    assert import_board(content, capsys, "--format", "markdown").out.startswith("## Import of aider-leaderboard\n")
    nowhere = import_board(content, capsys, "--report", str(tmp_path / "none" / "report"))
    assert (nowhere.code, "could not be written" in nowhere.err) == (3, True)


def test_an_import_that_is_refused_ends_with_1_and_shows_the_problems(
    content: ContentTree, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = import_board(content.append("models/acme/one.yaml", "nmae: x\n"), capsys)
    assert ran.code == 1
    assert "error[key-unknown]" in ran.err
    assert "nothing was written" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "x.json", "--at", "2026-01-01"], "There is no source nowhere"),
        (["aider", "missing.yml", "--at", "2026-01-01"], "missing.yml"),
        (["aider", "x.yml", "--at", "yesterday"], '"yesterday" is not a date'),
        (["aider", "x.yml"], "--at"),
    ],
)
def test_a_command_that_cannot_work_ends_with_2(
    content: ContentTree, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    try:
        code = main(["import", *arguments, "--content", str(content.root)])
    except SystemExit as ended:
        code = int(ended.code or 0)
    assert code == 2
    assert said in capsys.readouterr().err


def test_a_terminal_is_shown_a_bar(
    content: ContentTree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert "merge" in import_board(content, capsys).err
