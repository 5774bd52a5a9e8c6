"""Guides: two halves with true lines, faults of the text as problems, and citations that fit the references."""

from pathlib import Path

import pytest

from almanac.reader.frontmatter import Halves, split
from tests.support.content import GUIDE, ContentTree

PATH = "guides/choosing.md"


def problems(folder: Path, old: str, new: str) -> list[str]:
    return ContentTree.tiny(folder).edit(PATH, old, new).problems()


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("---\na: 1\n---\nText\n", Halves("a: 1\n", "Text\n", 4)),
        ("--- \r\na: 1\r\n---\r\nText", Halves("a: 1\r\n", "Text", 4)),
        ("---\n---\n", Halves("\n", "", 3)),
        ("---\na: 1\n--- # no fence\n---\n\n---\n", Halves("a: 1\n--- # no fence\n", "\n---\n", 5)),
        ("a: 1\n---\n", None),
        ("---\na: 1\n", None),
        ("\n---\n---\n", None),
        (" ---\n---\n", None),
        ("", None),
    ],
)
def test_a_guide_is_taken_apart_at_its_lines_of_hyphens(text: str, halves: Halves | None) -> None:
    assert split(text) == halves


def test_a_fault_in_the_front_matter_has_its_line_in_the_file(tmp_path: Path) -> None:
    assert problems(tmp_path, "summary: How to choose a model.", "summary: a: b") == [f"{PATH}:3:11 yaml-syntax"]


def test_front_matter_and_text_are_both_told(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path).edit(PATH, "author:", "auhtor:").edit(PATH, "## Prices", "# Prices")
    assert tree.problems() == [f"{PATH}:5:1 key-unknown", f"{PATH}:14:1 markup-heading"]


def test_the_text_is_read_also_where_the_front_matter_cannot_be(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path).edit(PATH, "author:", "author: [").edit(PATH, "## Prices", "# Prices")
    assert [problem.partition(" ")[2] for problem in tree.problems()] == ["yaml-syntax", "markup-heading"]


def test_citations_are_compared_also_where_a_reference_has_a_fault(tmp_path: Path) -> None:
    assert problems(tmp_path, "  - acme-pricing", "  - ACME") == [f"{PATH}:8:5 path-name"]


@pytest.mark.parametrize("refs", ["refs: acme-pricing\n", "refs: {a: b}\n"])
def test_citations_are_left_alone_where_references_are_no_list(tmp_path: Path, refs: str) -> None:
    start, end = GUIDE.index("refs:"), GUIDE.index("---\n\n")
    tree = ContentTree.tiny(tmp_path).write(PATH, GUIDE[:start] + refs + GUIDE[end:])
    assert tree.problems() == [f"{PATH}:7:7 value-list"]


@pytest.mark.parametrize("refs", ["", "refs:\n", "refs: []\n"])
def test_each_citation_of_nothing_is_told(tmp_path: Path, refs: str) -> None:
    start, end = GUIDE.index("refs:"), GUIDE.index("---\n\n")
    tree = ContentTree.tiny(tmp_path).write(PATH, GUIDE[:start] + refs + GUIDE[end:])
    told = tree.read()[1]
    assert [problem.code for problem in told] == (["value-list"] if refs == "refs:\n" else []) + ["guide-citation"] * 2
    assert told[-1].message == "[2] cites nothing: the front matter lists no references."


def test_front_matter_that_is_no_mapping_is_told(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path).write(PATH, "---\n- a\n---\nText without citations.\n")
    assert tree.problems() == [f"{PATH}:2:1 value-mapping"]


def test_a_warning_leaves_the_guide_in_the_library(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path).edit(PATH, "## Prices", "One request costs $0.10.\n\n## Prices")
    library, (problem,) = tree.read()
    assert problem.severity == "warning"
    assert library is not None
    assert set(library.guides) == set(library.guide_texts) == {"choosing"}


def test_a_guide_with_a_misshapen_name_is_read_and_left_out(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path).rename(PATH, "guides/A Guide.md")
    assert tree.problems() == ["guides/A Guide.md:1:1 path-name"]
    library, _ = tree.read()
    assert library is not None
    assert (library.guides, library.guide_texts) == ({}, {})


@pytest.mark.parametrize(
    ("text", "told"),
    [("x" * 10_001, "14:10001 markup-structure"), ("![a](https://a.example)", "14:1 markup-structure")],
)
def test_a_text_that_could_not_be_read_whole_is_not_said_to_cite_nothing(tmp_path: Path, text: str, told: str) -> None:
    tree = ContentTree.tiny(tmp_path).edit(PATH, "Read the price list [1], then a book [2].\n\n", "")
    tree.edit(PATH, "## Prices\n\n", f"## Prices\n\n{text}\n\n")
    assert tree.problems() == [f"{PATH}:{told}"]
