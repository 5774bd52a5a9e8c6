import os
from pathlib import Path

import pytest

from almanac import addresses
from almanac.problems import MachineError
from almanac.publish import plan
from almanac.publish.ledger import missing, save, with_added
from almanac.reader.library import LedgerLine
from tests.publish.sites import page

LEDGER = "content/published.txt"


def test_a_published_url_that_would_not_answer_is_named_with_its_id() -> None:
    planned, _ = plan([page("models/openai/gpt-4o/index.html")])
    entries = [
        LedgerLine("model", ("openai/gpt-4o",), 1),
        LedgerLine("model", ("openai/gpt-5",), 2),
        LedgerLine("offer", ("openai/gpt-4o", "azure@eu"), 3),
    ]
    found = missing(planned, entries, urls_of=addresses.published, path=LEDGER)
    assert [(problem.code, problem.path, problem.line, problem.column) for problem in found] == [
        ("ledger-url-missing", LEDGER, 2, 1),
        ("ledger-url-missing", LEDGER, 3, 1),
    ]
    assert found[0].message.startswith("/models/openai/gpt-5/ was published for “model openai/gpt-5”")
    assert found[1].message.startswith("/models/openai/gpt-4o/azure--eu/ was published for “offer openai/gpt-4o")
    assert found[0].width == len("model openai/gpt-5")


def test_each_missing_url_of_one_entry_is_a_problem() -> None:
    planned, _ = plan([page("b.svg")])
    entries = [LedgerLine("badge", ("x", "y"), 7)]
    found = missing(planned, entries, urls_of=lambda kind, ids: ("/a.svg", "/b.svg", "/c.svg"), path=LEDGER)
    assert [problem.message.split()[0] for problem in found] == ["/a.svg", "/c.svg"]


def test_a_ledger_that_is_kept_gives_no_problem() -> None:
    planned, _ = plan([page("labs/openai/index.html")])
    assert missing(planned, [LedgerLine("lab", ("openai",), 1)], urls_of=addresses.published, path=LEDGER) == []


def test_new_ids_are_inserted_by_code_point_and_none_is_removed() -> None:
    lines = ["lab a", "model a/b", "model a/é"]
    assert with_added(lines, ["model a/b", "model a/Z", "alias a/x", "lab a.b"]) == [
        "alias a/x",
        "lab a",
        "lab a.b",
        "model a/Z",
        "model a/b",
        "model a/é",
    ]


def test_adding_nothing_only_sorts_and_drops_repetitions_and_empty_lines() -> None:
    assert with_added(["b", "", "a", "b"], []) == ["a", "b"]


def test_the_ledger_is_written_with_a_line_end_after_every_line(tmp_path: Path) -> None:
    save(tmp_path / "published.txt", ["lab a", "lab ü"])
    assert (tmp_path / "published.txt").read_bytes() == "lab a\nlab ü\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["published.txt"]


def test_the_ledger_keeps_its_mode_and_gets_a_new_inode(tmp_path: Path) -> None:
    path = tmp_path / "published.txt"
    path.write_text("lab a\n")
    path.chmod(0o640)
    before = path.stat()
    with path.open() as reader:
        save(path, ["lab a", "lab b"])
        assert reader.read() == "lab a\n"
    assert path.stat().st_mode == before.st_mode
    assert path.stat().st_ino != before.st_ino


@pytest.mark.parametrize("call", ["fsync", "fchmod", "replace"])
def test_a_ledger_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "published.txt"
    path.write_text("lab a\n")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(MachineError, match=r"published\.txt could not be written \(No space"):
            save(path, ["lab b"])
    assert path.read_text() == "lab a\n"
    assert [file.name for file in tmp_path.iterdir()] == ["published.txt"]
