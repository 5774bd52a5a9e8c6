"""Markdown: whatever a text template places shows just itself."""

import pytest

from almanac.markup import plain, render
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.markdown import Markdown, code, link, markdown

PLACE = "https://example.org/almanac/models/acme/one/"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("a\\", r"a\\"),
        ("*a* __b__ `c` ~~d~~", r"\*a\* \_\_b\_\_ \`c\` \~\~d\~\~"),
        ("snake_case", "snake_case"),
        ("<b>", r"\<b>"),
        ("a < b & c", "a < b & c"),
        ("&lt;", r"\&lt;"),
        ("# a", r"\# a"),
        ("#1 of 3", "#1 of 3"),
        ("- a", r"\- a"),
        ("-5", "-5"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("> a", r"\> a"),
        ("12. a", r"12\. a"),
        ("12.5", "12.5"),
        ("two\nlines\r\n# here\x00", "two lines # here "),
    ],
)
def test_text_shows_just_itself(text: str, written: str) -> None:
    assert markdown(text) == written


@pytest.mark.parametrize(
    "text",
    ["[x](https://evil.example)", "`a` *b* **c**", "a\\*b", "_x_ y_z_", "a [1]: b", "a\\", "<https://x.example>"],
)
def test_our_own_reader_finds_nothing_but_the_words(text: str) -> None:
    assert plain(markdown(text)) == text


def test_what_is_markdown_already_is_not_escaped_again() -> None:
    once = markdown("a|b")
    assert markdown(once) is once
    assert markdown(Markdown("[a](/b/)"), PLACE) == "[a](/b/)"


@pytest.mark.parametrize(
    "cell",
    [
        cells.EMPTY,
        cells.plain("a < b"),
        cells.number("0.10", pad=2),
        cells.word("dynamic"),
        cells.gap(),
        cells.mark(3, "The | page"),
        cells.age("9 days old"),
        cells.flag("disputed by 1"),
        cells.best("longest"),
        cells.small("in"),
        cells.code("gpt_4.1"),
        cells.nowrap(cells.join((cells.plain("1"), cells.mark(2, "x")))),
    ],
)
def test_a_harmless_cell_reads_as_its_text(cell: Cell) -> None:
    assert markdown(cell) == cell.text


def test_a_hostile_cell_is_escaped_in_every_kind() -> None:
    for make in (cells.plain, cells.number, cells.word, cells.gap, cells.age, cells.flag, cells.small, cells.code):
        assert r"\|\[x\](javascript:y)" in markdown(make("|[x](javascript:y)"))


def test_links_are_written_by_their_full_address() -> None:
    assert markdown(cells.link("a|b]", "/almanac/models/two/"), PLACE) == (
        r"[a\|b\]](https://example.org/almanac/models/two/)"
    )
    assert markdown(cells.link("a", "https://x.example/(b)", rel="nofollow")) == "[a](https://x.example/%28b%29)"
    assert link("[a]", "/labs/acme/", PLACE) == r"[\[a\]](https://example.org/labs/acme/)"
    assert link("a", "https://x.example/a b|c", PLACE) == "[a](https://x.example/a%20b%7Cc)"


def test_prose_keeps_its_emphasis_and_code() -> None:
    html = 'A <em>small</em> <strong>one</strong>,<br>as <code>a&lt;b_</code> in <a href="/x/" rel="y">x</a>.'
    assert markdown(cells.safe(html, ""), PLACE) == ("A *small* **one**, as `a<b_` in [x](https://example.org/x/).")
    assert markdown(cells.bold("Active.")) == "**Active.**"
    assert markdown(cells.safe('<a name="x">a</a>', "")) == "[a]()"


def test_an_id_that_code_cannot_hold_stands_as_text() -> None:
    assert (code("a_b"), code("a|b"), code("`a`")) == ("`a_b`", r"a\|b", r"\`a\`")


def test_a_page_drawn_from_it_holds_no_link() -> None:
    text = markdown("<javascript:x> ![x](y) [a][b]")
    drawn = render(text, call=lambda call: "", link=pytest.fail, cite=str)
    assert "<a" not in drawn
