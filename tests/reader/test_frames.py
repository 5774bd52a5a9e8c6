"""Frames: the line of a file under a problem, and none where there is no such line."""

from pathlib import Path

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
