"""The guides of the real content: nothing in them is unproved, leads nowhere or could be changed unnoticed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from almanac.problems import Problem
from almanac.reader.folder import Found
from almanac.reader.guidefiles import read_guide_file
from almanac.reader.library import GuideText
from almanac.records.fields import slug_fault
from tests.site.pages import Html

GUIDES = Path(__file__).parents[2] / "content" / "guides"
FILES = sorted(GUIDES.glob("*.md"))
CALL = re.compile(r"\{\{.*?\}\}")
MONEY = re.compile(r"[$€£¥]\s?\d")
WORDS = (900, 2200)
COLUMNS = 4
"""How many columns of figures stand side by side at 360 pixels."""
WANTED = (
    "choosing-a-small-model", "context-windows-in-practice", "gpt-4.1-nano-in-depth", "open-weights-or-hosted",
    "planning-for-retirements", "reading-a-price-list", "router-or-direct", "what-benchmarks-measure-and-miss",
)  # fmt: skip


def read(file: Path, text: str | None = None, folder: Path | None = None) -> tuple[list[Problem], GuideText]:
    """Read a guide as the build does, or the same guide with another text."""
    if text is not None and folder is not None:
        file = folder / file.name
        file.write_text(text, encoding="utf-8")
    outcome, guide = read_guide_file(Found("guides", file.stem, file, file.name))
    assert guide is not None
    return [*outcome.problems], guide


def sentences(text: str) -> Iterator[str]:
    """Yield the paragraphs of running text in which a figure could be planted."""
    for block in text.split("\n\n"):
        if block[:1].isalpha() and "\n" not in block:
            yield block


def test_the_guides_that_were_promised_are_there() -> None:
    assert {file.stem for file in FILES} >= set(WANTED)
    assert not any(slug_fault(file.stem) for file in FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_guide_has_no_figure_without_proof_no_false_number_and_no_fault(file: Path) -> None:
    problems, guide = read(file)
    assert [problem.message for problem in problems] == []
    assert WORDS[0] <= len(CALL.sub("1", guide.text).split()) <= WORDS[1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_price_in_a_guide_is_always_bound_and_never_written_by_hand(file: Path) -> None:
    _, guide = read(file)
    assert [line for line in CALL.sub("", guide.text).split("\n") if MONEY.search(line)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_table_of_a_guide_has_no_more_columns_than_a_phone_is_wide(file: Path) -> None:
    _, guide = read(file)
    rows = [line for line in guide.text.split("\n") if line.startswith("|")]
    assert [row for row in rows if row.count("|") > COLUMNS + 1] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_guide_says_when_not_to_and_answers_questions(file: Path) -> None:
    _, guide = read(file)
    said = [heading.text.casefold() for heading in guide.outline.headings]
    assert any(" not " in f" {title} " or "wrong place" in title or "are enough" in title for title in said)
    assert len(guide.outline.questions) >= 3


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("planted", ["It costs $9.99.", "It scores 99.9 %.", "It reads 3,000,000 tokens."])
def test_a_wrong_figure_that_somebody_plants_is_found_where_it_stands(tmp_path: Path, file: Path, planted: str) -> None:
    text = file.read_text(encoding="utf-8")
    block = next(sentences(text.split("---\n", 2)[2]))
    problems, _ = read(file, text.replace(block, f"{block} {planted}", 1), tmp_path)
    (found,) = problems
    assert (found.code, found.severity) == ("figure-unbound", "warning")
    line = text[: text.index(block)].count("\n") + 1
    assert (found.line, found.column) == (line, len(block) + 2 + planted.index(re.search(r"[$\d]", planted)[0]))  # type: ignore[index]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_number_that_cites_nothing_and_a_source_that_is_never_cited_are_found(tmp_path: Path, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    block = next(sentences(text.split("---\n", 2)[2]))
    problems, _ = read(file, text.replace(block, f"{block} Says who? [77]", 1), tmp_path)
    assert [problem.code for problem in problems] == ["guide-citation"]
    problems, _ = read(file, text.replace("refs:\n", "refs:\n  - modelsdev\n", 1), tmp_path)
    assert "guide-ref-unused" in {problem.code for problem in problems}


@pytest.mark.slow
def test_every_mark_link_and_fragment_of_a_built_guide_resolves(pages: dict[str, Html]) -> None:
    for slug in WANTED:
        page = pages[f"guides/{slug}/index.html"]
        assert {href[1:] for href in page.links if href.startswith("#")} <= set(page.ids)
        assert len([id_ for id_ in page.ids if id_.startswith("ref-")]) >= 3
        (questions,) = [data for text in page.data for data in json.loads(text)["@graph"] if data["@type"] == "FAQPage"]
        for asked in questions["mainEntity"]:
            assert asked["name"] in page.text
