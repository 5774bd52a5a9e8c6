"""What an outline finds, and where."""

import pytest

from almanac.markup import Call, Citation, Heading, Link, Outline, Question, Spot, fragment_of, inline_outline, outline

TEXT = """Intro [one](/a) and
  <https://b.org/c>.

## Costs and *limits*

> - at [x](#faq)[2] {{ price("a/b", "input") }}

{{ table("a/b") }}

| A | B [1] |
|---|---|
| \t`|` \\| | {{ context("a/b") }} |
"""


def test_links_are_found_at_their_addresses() -> None:
    assert outline(TEXT).links == (
        Link("/a", "one", image=False, spot=Spot(1, 13, 2)),
        Link("https://b.org/c", "https://b.org/c", image=False, spot=Spot(2, 4, 15)),
        Link("#faq", "x", image=False, spot=Spot(6, 12, 4)),
    )


def test_citations_and_calls_are_found_with_their_places() -> None:
    found = outline(TEXT)
    assert found.citations == (Citation(2, Spot(6, 17, 3)), Citation(1, Spot(10, 9, 3)))
    assert found.calls == (
        Call("price", ("a/b", "input"), block=False, spot=Spot(6, 21, 27)),
        Call("table", ("a/b",), block=True, spot=Spot(8, 1, 18)),
        Call("context", ("a/b",), block=False, spot=Spot(12, 13, 20)),
    )


def test_a_pipe_in_code_cuts_no_row() -> None:
    assert outline(TEXT).faults == ()


def test_positions_count_characters_not_bytes_and_survive_windows_line_ends() -> None:
    found = outline("é𝒳 [1]\r\n\tü [2]\x00[3]\r\n> \u200b[4]")
    assert [citation.spot for citation in found.citations] == [
        Spot(1, 4, 3),
        Spot(2, 4, 3),
        Spot(2, 8, 3),
        Spot(3, 4, 3),
    ]


def test_what_spans_lines_is_pointed_at_on_its_first() -> None:
    found = outline("> aa [b\n> c](javascript:x) ![d\n> e](f)")
    assert found.faults[0].spot == Spot(2, 6, 12)
    assert found.faults[1].spot == Spot(2, 20, 3)


def test_code_holds_no_links_no_citations_and_no_calls() -> None:
    found = outline("`[a](/b) [1] {{ c() }}`\n\n```\n[a](/b) [1]\n{{ c() }}\n# d\n```\n\n~~~\n{{\n~~~")
    assert found == Outline()


def test_headings_have_stable_fragments() -> None:
    text = "## Überblick: GPT‑4.1 & Co.\n## A\n## A\n## A-2\n## 模型\n### A\n\nSet-ext\n---\n#### `code` {{ x() }}[1]!"
    assert [(heading.level, heading.id) for heading in outline(text).headings] == [
        (2, "uberblick-gpt-4-1-co"),
        (2, "a"),
        (2, "a-2"),
        (2, "a-2-2"),
        (2, "section"),
        (3, "a-3"),
        (2, "set-ext"),
        (4, "code"),
    ]


def test_no_heading_takes_a_fragment_that_the_page_around_it_needs() -> None:
    text = "## Main\n## Sources\n## Sources\n## S1\n## ref-12\n## Contents\n## Models\n## F1\n## Mains"
    assert [heading.id for heading in outline(text).headings] == [
        *("main-2", "sources-2", "sources-3", "s1-2", "ref-12-2", "contents-2", "models-2", "f1-2", "mains"),
    ]


def test_a_heading_points_at_its_line() -> None:
    assert outline("a\n\n##  B  ##").headings == (Heading(2, "b", "B", Spot(3, 1, 9)),)


def test_fragments_are_ascii() -> None:
    assert fragment_of("Čeština — ½ price?") == "cestina-1-2-price"


QUESTIONS = """## Intro
### Not asked
text
## Frequently asked questions
### Is *it* cheap?

Yes. {{ price("a", "input") }} [1]

- really
#### Part
more

### And fast?
Yes.
## Questions:
Set?
---
## FAQ
### Last?
no
"""


def test_questions_are_the_headings_of_a_section_of_questions() -> None:
    assert outline(QUESTIONS).questions == (
        Question(
            "Is it cheap?",
            'Yes. {{ price("a", "input") }} [1]\n\n- really\n#### Part\nmore',
            Spot(5, 1, 18),
        ),
        Question("And fast?", "Yes.", Spot(13, 1, 13)),
        Question("Last?", "no", Spot(19, 1, 9)),
    )


def test_a_question_without_an_answer_is_a_fault() -> None:
    faults = outline("## FAQ\n### Why?\n\n### How?\nSo.").faults
    assert [(fault.code, fault.spot) for fault in faults] == [("markup-heading", Spot(2, 1, 8))]


@pytest.mark.parametrize(
    ("text", "codes", "links"),
    [
        ("a [b](/c) [1] [1, 2] [d](/e)", [], 2),
        ("a [b](javascript:c)", ["url-scheme"], 1),
        ("a {{ b() }}", ["markup-call"], 0),
        ("a {{ b }}", ["markup-call"], 0),
        ("a ![b](/c)", ["markup-structure"], 1),
        ("[" * 300_000, ["markup-size"], 0),
    ],
)
def test_a_summary_has_links_and_faults_and_no_facts(text: str, codes: list[str], links: int) -> None:
    found = inline_outline(text)
    assert [fault.code for fault in found.faults] == codes
    assert len(found.links) == links
    assert found.calls + found.citations == ()
