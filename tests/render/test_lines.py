import csv
import io
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from almanac.render import lines

LINE_ENDS = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_writer_refuses_a_line_end_in_a_value(end: str) -> None:
    value = f"a{end}b"
    writers = (
        lambda: lines.one_line(value),
        lambda: lines.fields([("Allow", value)]),
        lambda: lines.header_rules([("/*", [("X-Name", value)])]),
        lambda: lines.header_rules([(value, [])]),
        lambda: lines.redirect_rules([(value, "/b", 301)]),
        lambda: lines.redirect_rules([("/a", value, 301)]),
        lambda: lines.table(["x"], [[value]]),
        lambda: lines.table([value], []),
        lambda: lines.content_lines([("SUMMARY", value)]),
    )
    for write in writers:
        with pytest.raises(ValueError, match=r"line end|white space"):
            write()


@pytest.mark.parametrize("name", ["", "X Name", "X:", "X\nY", "É"])
def test_a_field_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name of a field"):
        lines.fields([(name, "x")])


@pytest.mark.parametrize("path", ["", "/a b", "/a#b", "/a\tb", "/a\u00a0b"])
def test_a_path_that_would_end_its_rule_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a rule"):
        lines.redirect_rules([(path, "/b", 301)])


def test_header_rules_are_blocks_of_a_pattern_and_its_headers() -> None:
    rules = [("/*", [("A", "1"), ("B", "2")]), ("/x/*", [("C", "3")])]
    assert lines.header_rules(rules) == b"/*\n  A: 1\n  B: 2\n\n/x/*\n  C: 3\n"


def test_redirects_are_lines_of_from_to_and_status() -> None:
    assert lines.redirect_rules([("/a", "/b", 301), ("/c", "/d", 302)]) == b"/a /b 301\n/c /d 302\n"


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1", "@cf/meta/llama", "\tx"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert rows(lines.table(["id"], [[cell]])) == [["id"], [f"'{cell}"]]


@pytest.mark.parametrize("cell", ["a=b", "0.1", "", "'x", " =x", 'say "so"', "one, two", "🦙", "مرحبا", "\u202ex"])
def test_any_other_cell_comes_back_as_it_was(cell: str) -> None:
    assert rows(lines.table(["id", "x"], [[cell, "y"]])) == [["id", "x"], [cell, "y"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_a_table_holds_as_many_cells_and_rows_as_were_given(cells: list[str]) -> None:
    assume(not any(re.search("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", cell) for cell in cells))
    (_, found) = rows(lines.table(["a", "b"], [cells]))
    assert [cell.removeprefix("'") for cell in found] == [cell.removeprefix("'") for cell in cells]


def rows(data: bytes) -> list[list[str]]:
    assert data.count(b"\r\n") == data.count(b"\n")
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])))
def test_calendar_lines_are_folded_at_75_octets_and_unfold_to_themselves(value: str) -> None:
    data = lines.content_lines([("SUMMARY", value)])
    written = data.split(b"\r\n")
    assert written[-1] == b""
    assert all(len(line) <= 75 for line in written)
    assert all(line.decode() is not None for line in written)
    assert data.replace(b"\r\n ", b"") == f"SUMMARY:{value}\r\n".encode()


@pytest.mark.parametrize(("length", "parts"), [(65, 1), (66, 1), (67, 2), (140, 2), (141, 3)])
def test_a_line_is_broken_only_where_it_is_too_long(length: int, parts: int) -> None:
    assert lines.content_lines([("ABCDEFGH", "x" * length)]).count(b"\r\n") == parts


@pytest.mark.parametrize(
    ("given_text", "written"),
    [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"),
        ("one\ntwo\r\nthree", "one\\ntwo\\nthree"),
        ("colon: kept", "colon: kept"),
        ("bell\x07here", "bell here"),
        ("a\u2028b\rc", "a b c"),
        ("🦙 \u202eevil", "🦙 \u202eevil"),
    ],
)
def test_calendar_text_is_escaped_after_rfc_5545(given_text: str, written: str) -> None:
    assert lines.calendar_text(given_text) == written
    lines.content_lines([("SUMMARY", written)])


@given(st.text())
def test_flattened_text_passes_every_writer(value: str) -> None:
    assert lines.one_line(lines.flat(value)) == lines.flat(value)
    assert lines.content_lines([("SUMMARY", lines.calendar_text(value))])


def test_flattening_keeps_the_words_apart() -> None:
    assert lines.flat(" a\r\n\tb\x00c  d ") == "a b c d"
