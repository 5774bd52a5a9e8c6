"""Questions about the site: the page, its twin and its data say the same, and what the program knows is filled in."""

import re

import pytest

from almanac.outputs import faq
from tests.outputs.press import context
from tests.outputs.seen import data, headings, html, links, main, words


def page() -> str:
    return html(faq.outputs(context()), "faq/index.html")


def twin() -> str:
    return html(faq.outputs(context()), "faq/index.md")


def test_every_question_is_told_to_machines_in_the_words_of_the_page() -> None:
    asked = data(page())["FAQPage"]["mainEntity"]
    assert len(asked) >= 12
    told = words(main(page()))
    for each in asked:
        assert f"{each['name']} {each['acceptedAnswer']['text']}" in told
    assert [each["name"] for each in asked] == [heading for heading in headings(page()) if heading.endswith("?")]


def test_a_reader_finds_what_the_task_of_such_a_page_is() -> None:
    asked = " ".join(headings(page()))
    for subject in ("prices come from", "two values", "not stated", "fresh", "reuse", "correct", "missing", "claim",
                    "scores mean"):  # fmt: skip
        assert subject in asked


@pytest.mark.slow
def test_every_section_and_question_can_be_linked_to() -> None:
    output, _ = faq.outputs(context())
    assert all(f'id="{fragment}"' in page() for fragment in output.fragments())
    assert {fragment for fragment in re.findall(r'id="([^"]+)"', main(page())) if not fragment.endswith("-h")} == {
        fragment for fragment in output.fragments() if fragment != "main"
    }


def test_what_the_program_knows_is_filled_in() -> None:
    told = words(main(page()))
    assert "All 4 sources stand in the register" in told
    assert "not checked for 90 days" not in told
    assert "that nobody has checked for 90 days" in told
    assert "three tokens read for one written" in told
    assert "{" not in told


def test_links_stand_under_the_base_path_and_the_twin_gives_them_in_full() -> None:
    assert links(main(page()))["register"] == "/almanac/sources/"
    assert "[register](https://example.org/almanac/sources/)" in twin()
    assert "[add it](https://example.org/almanac/faq/#how-do-i-correct-something)" in twin()
    assert "](/" not in twin()
