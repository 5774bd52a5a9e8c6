"""Frames: the line of a file under a problem, and none where there is no such line."""

import os
from pathlib import Path

import pytest

from almanac.reader import line_reader


def test_a_line_is_found_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfname: A\r\nurl: \xff\n")
    line_of = line_reader()
    assert [line_of(str(file), number) for number in (0, 1, 2, 3, 4)] == [None, "name: A", "url: \ufffd", "", None]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("one\n")
    line_of = line_reader()
    assert line_of(str(file), 1) == "one"
    file.unlink()
    assert line_of(str(file), 1) == "one"


def test_a_folder_a_missing_file_and_a_name_that_is_none_have_no_lines(tmp_path: Path) -> None:
    line_of = line_reader()
    assert [line_of(path, 1) for path in (str(tmp_path), str(tmp_path / "gone"), "a\x00b")] == [None, None, None]


def test_a_link_and_a_pipe_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret\n")
    (tmp_path / "link").symlink_to("secret")
    os.mkfifo(tmp_path / "pipe")
    line_of = line_reader()
    assert [line_of(str(tmp_path / name), 1) for name in ("link", "pipe")] == [None, None]


def test_a_file_that_the_disk_does_not_give_has_no_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x").write_text("one\n")
    monkeypatch.setattr(Path, "open", refuse)
    assert line_reader()(str(tmp_path / "x"), 1) is None
