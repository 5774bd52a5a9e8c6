"""Fuzzing: whatever stands in a file, reading ends in problems inside the file, never in an exception."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.problems import Problem
from almanac.problems.formats import FORMATS
from almanac.reader import line_reader
from almanac.reader.folder import Found
from almanac.reader.guidefiles import read_guide_file
from almanac.reader.ledger import read_ledger
from almanac.reader.positions import find
from almanac.reader.recordfiles import MAPS, RECORDS, read_record_file
from almanac.reader.textfile import decode
from almanac.reader.yamlfile import parse
from tests.support.content import GUIDE, LEDGER, MODEL

KINDS = [*RECORDS, *MAPS, "waivers"]
PARTS = """
[ ] { } , : - ? & * ! | > ' " % @ ` # ~ a input << no 1e3 0.10 true null offers: &a *a !t name: x
é 𝒳 \\u0000 \u202e \ufeff
"""
SPACES = (" ", "  ", "\n", "\n  ", "\n\n", "\t", "\r\n", "- ", ": ", "---\n", "...\n")
YAML_LIKE = st.lists(st.sampled_from([*PARTS.split(), *SPACES]), max_size=60).map("".join)
PIECES = st.tuples(st.integers(0, len(MODEL)), st.integers(0, 12), YAML_LIKE)


def mutated(text: str, pieces: list[tuple[int, int, str]]) -> str:
    """Replace a few stretches of a text."""
    for start, length, new in pieces:
        text = text[:start] + new + text[start + length :]
    return text


def check(problems: list[Problem], text: str) -> None:
    """Every problem lies inside the text, and can be printed in each form."""
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert "\n" not in problem.message + problem.hint
        for form in FORMATS.values():
            form(problem, lambda _path, line: lines[line - 1])


def read_as(kind: str, data: bytes, folder: Path) -> list[Problem]:
    """Write and read one file as a record of a kind, or as a guide."""
    file = folder / "x"
    file.write_bytes(data)
    found = Found(kind, "a/b", file, str(file))
    outcome = read_guide_file(found)[0] if kind == "guides" else read_record_file(found)
    return outcome.problems


@given(kind=st.sampled_from([*KINDS, "guides"]), data=st.binary(max_size=200))
def test_any_bytes_can_be_read_as_any_kind(tmp_path_factory: pytest.TempPathFactory, kind: str, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    for problem in read_as(kind, data, folder):
        line_reader()(problem.path, problem.line)


@given(kind=st.sampled_from([*KINDS, "guides"]), text=YAML_LIKE)
def test_any_text_like_yaml_can_be_read_as_any_kind(
    tmp_path_factory: pytest.TempPathFactory, kind: str, text: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    check(read_as(kind, text.encode(), folder), text.removeprefix("\ufeff"))
    guide = f"---\n{text}\n---\n{text}"
    check(read_as("guides", guide.encode(), folder), guide)


@pytest.mark.slow
@given(pieces=st.lists(PIECES, min_size=1, max_size=4))
def test_any_change_of_a_record_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[tuple[int, int, str]]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    record, guide = mutated(MODEL, pieces), mutated(GUIDE, pieces)
    check(read_as("models", record.encode(), folder), record.removeprefix("\ufeff"))
    check(read_as("guides", guide.encode(), folder), guide.removeprefix("\ufeff"))


@pytest.mark.slow
@given(
    text=st.one_of(
        st.text(max_size=100), st.lists(st.sampled_from([*LEDGER.splitlines(), "", "x", " "])).map("\n".join)
    )
)
def test_any_ledger_can_be_read(text: str) -> None:
    check(read_ledger(text, path="p")[1], text)


@pytest.mark.slow
@given(text=st.one_of(YAML_LIKE, st.text()), steps=st.lists(st.one_of(st.integers(), st.text(max_size=3)), max_size=4))
def test_any_position_can_be_asked_for(text: str, steps: list[str | int]) -> None:
    readable, _ = decode(text.encode("utf-8", "replace"), path="p")
    if readable is None:
        return
    parsed = parse(readable, path="p")
    check(list(parsed.problems), readable)
    line, column, width = find(readable, steps, on="key")
    assert min(line, column, width) >= 1
