"""The code table: every code that reading and the fields of records give has its entry, and every entry is given."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import almanac
from almanac.problems import codes
from tests.reader.test_broken_variants import VARIANTS

ROOMS = ("reader", "records", "markup")
CODE = re.compile(
    r"(?:yaml|path|file|ledger|guide|key|value|price|date|url|markup|figure|tombstone|model|upstream|offer|env)-[a-z-]+"
)
ELSEWHERE = {
    "file-missing", "path-unknown", "path-symlink", "yaml-size", "yaml-encoding", "yaml-bom",  # test_broken_files.py
    "markup-size", "markup-structure", "markup-citation",  # tests/markup
}  # fmt: skip
"""Codes that no replaced piece of one file can earn."""


def used() -> Iterator[str]:
    """Yield every text in the rooms that has the form of a code."""
    folder = Path(almanac.__file__).parent
    for room in ROOMS:
        for file in sorted((folder / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                    yield node.value


def test_every_code_that_is_given_has_its_entry() -> None:
    assert {code for code in used() if code not in codes()} == set()


def test_every_entry_is_given_somewhere() -> None:
    ours = {name for name, code in codes().items() if code.group in {"reading", "values"}}
    assert ours - set(used()) == set()


def test_every_entry_has_a_broken_variant() -> None:
    ours = {name for name, code in codes().items() if code.group in {"reading", "values"}}
    assert ours - {variant.code for variant in VARIANTS.values()} == ELSEWHERE


@pytest.mark.parametrize("name", [name for name, code in codes().items() if code.group in {"reading", "values"}])
def test_an_entry_says_in_full_sentences_what_it_means_and_what_to_do(name: str) -> None:
    code = codes()[name]
    assert code.meaning.endswith(".")
    assert code.action
    assert code.bad
