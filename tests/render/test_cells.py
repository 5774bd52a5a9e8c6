"""Cells: one formatted value, as text and as HTML."""

from jinja2 import Environment

from almanac.render import cells


def test_a_cell_is_placed_as_html_and_read_as_text() -> None:
    template = Environment(autoescape=True).from_string("{{ cell }}|{{ cell.text }}")
    assert template.render(cell=cells.plain("a < b")) == "a &lt; b|a &lt; b"
    assert template.render(cell=cells.number("0.10", pad=1)) == '<span class="num p1">0.10</span>|0.10'


def test_text_from_records_is_escaped_in_every_kind_of_cell() -> None:
    nasty = '<script>"&'
    for make in (
        cells.plain,
        cells.number,
        cells.word,
        cells.age,
        cells.flag,
        cells.best,
        cells.bold,
        cells.small,
        cells.code,
        cells.gap,
    ):
        assert "<script>" not in make(nasty).html
    assert "<script>" not in cells.link(nasty, nasty, rel=nasty).html
    assert cells.mark(3, nasty).html == (
        '<a class="s" href="#s3" aria-label="3, source: &lt;script&gt;&#34;&amp;">3</a>'
    )


def test_an_absent_cell_is_false_and_leaves_no_gap() -> None:
    assert not cells.EMPTY
    assert cells.join((cells.plain("a"), cells.EMPTY, cells.plain("b")), ", ").text == "a, b"


def test_numbers_pad_by_no_more_than_the_style_sheet_knows() -> None:
    assert 'class="num p4"' in cells.number("1", pad=9).html
    assert 'class="num"' in cells.number("1", pad=0).html


def test_a_gap_is_a_dash_to_the_eye_and_words_to_the_ear() -> None:
    assert cells.gap().text == "not stated"
    assert cells.gap().html == '<span class="gap">not stated</span>', "one element: a long table has thousands"


def test_firm_words_are_told_from_gaps() -> None:
    assert cells.word("free", firm=True).html == '<span class="word free">free</span>'
    assert cells.word("dynamic").html == '<span class="word">dynamic</span>'
    assert cells.nowrap(cells.plain("x")).html == '<span class="pr">x</span>'
