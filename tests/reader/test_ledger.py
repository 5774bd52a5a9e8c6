"""The ledger: each line of a known kind with ids of its form, in order, once."""

import pytest

from almanac.addresses import LEDGER as ADDRESSED
from almanac.reader.ledger import KINDS, read_ledger
from almanac.reader.library import LedgerLine

GOOD = """\
alias acme/one-latest
badge acme/one score-riddles
benchmark riddles
guide choosing
lab acme
model acme/one
offer acme/one acme@20250929.eu
pair acme/one acme/two
provider acme
snapshot acme/Vendor/One:Free@2026
"""


def told(text: str) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in read_ledger(text, path="p")[1]]


def test_a_good_ledger_is_read_whole() -> None:
    lines, problems = read_ledger(GOOD, path="p")
    assert problems == []
    assert len(lines) == 10
    assert lines[7] == LedgerLine("pair", ("acme/one", "acme/two"), 8)


def test_every_kind_has_urls_and_every_kind_with_urls_is_read() -> None:
    assert set(KINDS) == set(ADDRESSED)
    assert {line.kind for line in read_ledger(GOOD, path="p")[0]} == set(KINDS)


def test_an_empty_ledger_and_one_without_a_last_line_end_are_read() -> None:
    assert read_ledger("", path="p") == ((), [])
    assert told(GOOD.rstrip("\n")) == []
    assert told(GOOD.replace("\n", "\r\n")) == []


BAD = """
models acme/one|model|model acme|model acme/one x|model  acme/one| model acme/one|model acme/one |lab Acme
offer acme/one Acme|offer acme/one acme@|snapshot acme/a b|pair acme/two acme/one|pair acme/one acme/one
badge acme/one|badge acme/one ../x|# comment|snapshot acme/../../x y|snapshot acme/../x
"""


@pytest.mark.parametrize("line", ["", *BAD.strip("\n").replace("\n", "|").split("|")])
def test_a_line_that_is_none_is_told_and_left_out(line: str) -> None:
    lines, _ = read_ledger(f"lab acme\n{line}\nprovider acme\n", path="p")
    assert told(f"lab acme\n{line}\nprovider acme\n") == ["2:1 ledger-syntax"]
    assert [read.kind for read in lines] == ["lab", "provider"]


def test_a_line_that_stands_too_late_is_one_problem() -> None:
    assert told("guide b\nlab a\nguide a\nlab b\n") == ["3:1 ledger-order"]


def test_lines_are_in_the_order_of_code_points() -> None:
    assert told("snapshot a/B\nsnapshot a/a\n") == []
    assert told("snapshot a/a\nsnapshot a/B\n") == ["2:1 ledger-order"]


def test_a_line_that_stands_twice_names_the_first() -> None:
    _, (problem,) = read_ledger("lab a\nlab a\n", path="p")
    assert (problem.line, problem.width, problem.message) == (2, 5, "This line stands on line 1 already.")
