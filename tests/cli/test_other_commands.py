"""The schema, errors and publish-ids commands."""

from pathlib import Path

import pytest

from almanac.cli import main
from almanac.problems import codes
from tests.cli.conftest import ROOT, Run
from tests.support.content import ContentTree


def test_publish_ids_adds_what_is_published_and_never_removes(run: Run, tree: ContentTree) -> None:
    ledger = tree.root / "published.txt"
    ledger.write_text("model acme/one\n")
    ran = run("publish-ids")
    assert ran.code == 0, ran.out
    lines = ledger.read_text().splitlines()
    assert lines == sorted(lines)
    assert {"model acme/one", "offer acme/one relay@free", "lab acme", "provider relay", "benchmark riddles"} <= set(
        lines
    )
    assert {"guide choosing", "snapshot acme/acme-one-2026-01-15", "alias acme/acme-one-latest"} <= set(lines)
    assert run("publish-ids").err.count(" 0 ids added") == 1
    assert run("check").code == 0


def test_publish_ids_leaves_the_ledger_alone_where_the_content_has_errors(run: Run, tree: ContentTree) -> None:
    tree.edit("models/acme/one.yaml", "context: 128000", "context: 0")
    before = (tree.root / "published.txt").read_text()
    assert run("publish-ids").code == 1
    assert (tree.root / "published.txt").read_text() == before


def test_the_error_reference_explains_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["errors"]) == 0
    printed = capsys.readouterr().out
    for code in codes():
        assert f"## {code}\n" in printed


def test_schemas_are_written_where_asked(tmp_path: Path) -> None:
    assert main(["schema", "--output", str(tmp_path / "schema")]) == 0
    assert (tmp_path / "schema/model.schema.json").is_file()


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"]])
def test_help_ends_well(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0


def test_the_committed_error_reference_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["errors"]) == 0
    committed = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == committed, "write it anew: python build.py errors > docs/errors.md"
