"""What Markdown becomes: every kind of block and of running text, drawn."""

import pytest

from almanac.markup import Anchor, Call, inline, render


def drawn(text: str) -> str:
    return render(text, call=called, link=led, cite=lambda number: f"<sup>{number}</sup>").strip()


def called(call: Call) -> str:
    arguments = ",".join(call.arguments)
    return f"<figure>{call.name}({arguments})</figure>" if call.block else f"<b>{call.name}({arguments})</b>"


def led(href: str) -> Anchor:
    return Anchor(f"/base{href}", "") if href.startswith("/") else Anchor(href)


RUNNING = [
    ("plain", "plain"),
    ("*a* and **b** and ***c***", "<em>a</em> and <strong>b</strong> and <strong><em>c</em></strong>"),
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
    ("`a *b* [1] {{ c() }} <d>`", "<code>a *b* [1] {{ c() }} &lt;d&gt;</code>"),
    ("``a ` b`` and `` ` ``", "<code>a ` b</code> and <code>`</code>"),
    ("a lone ` and ``two`", "a lone <code>and ``two</code>"),
    ("an open `` one", "an open `` one"),
    (r"\*a\* \[1] \{{ a() }} C:\dir", r"*a* [1] {{ a() }} C:\dir"),
    ("AT&T &amp; <b>x</b> <!-- y --> \"q\" 'p'", "AT&amp;T &amp;amp; &lt;b&gt;x&lt;/b&gt; &lt;!-- y --&gt; \"q\" 'p'"),
    ("one  \ntwo\\\nthree\nfour", "one<br>\ntwo<br>\nthree\nfour"),
    ("see [1][2].", "see <sup>1</sup><sup>2</sup>."),
    ("well![1]", "well!<sup>1</sup>"),
    ('now {{ price("a/b", "input") }}.', "now <b>price(a/b,input)</b>."),
    ("{{edition()}}", "<figure>edition()</figure>"),
    ("[in](/models/)", '<a href="/base/models/">in</a>'),
    ("[here](#a-b)", '<a href="#a-b" rel="nofollow ugc noopener">here</a>'),
    (
        "[o*u*t](https://e.org/a_(b)?c=1&d=2)",
        '<a href="https://e.org/a_(b)?c=1&amp;d=2" rel="nofollow ugc noopener">o<em>u</em>t</a>',
    ),
    ("*[a* b](/c)", '*<a href="/base/c">a* b</a>'),
    ("<https://e.org/?a=b>", '<a href="https://e.org/?a=b" rel="nofollow ugc noopener">https://e.org/?a=b</a>'),
    ("[a [b](/c) d](/e)", '[a <a href="/base/c">b</a> d](/e)'),
    ("[a <https://b.org> c](/d)", '<a href="/base/d">a &lt;https://b.org&gt; c</a>'),
    ("[a [b] c](/d)", '<a href="/base/d">a [b] c</a>'),
    ("_a_[1] *b*[2] **[3]**", "<em>a</em><sup>1</sup> <em>b</em><sup>2</sup> <strong><sup>3</sup></strong>"),
    ("**:* *\n_a _b", "*<em>:</em> *\n_a _b"),
    ("_=__\\\n_word", "_=__<br>\n_word"),
    ("[a](/&#47;b) and &copy;", '<a href="/base/&amp;#47;b">a</a> and &amp;copy;'),
    ("[x] task, [b] (c) and ]", "[x] task, [b] (c) and ]"),
    ("a < b, {c}, hi! <https:x", "a &lt; b, {c}, hi! &lt;https:x"),
]


@pytest.mark.parametrize(("text", "html"), RUNNING)
def test_running_text_is_drawn(text: str, html: str) -> None:
    expected = html if html.startswith("<figure>") else f"<p>{html}</p>"
    assert drawn(text) == expected


BLOCKS = [
    ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>"),
    ("    indented is no code", "<p>indented is no code</p>"),
    ("## A *b* ##\n### C#\n#### D", '<h2 id="a-b">A <em>b</em></h2>\n<h3 id="c">C</h3>\n<h4 id="d">D</h4>'),
    ("Set\n---\nText", '<h2 id="set">Set</h2>\n<p>Text</p>'),
    ("a\n\n---\n\n* * *", "<p>a</p>\n<hr>\n<hr>"),
    ("- a\n- b\n  c\nd", "<ul>\n<li>a</li>\n<li>b\nc\nd</li>\n</ul>"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
    ("- a\n\n  b\n- c", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
    (
        "1. a\n   - b\n     1) c\n2. d",
        "<ol>\n<li>a<ul>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ol>",
    ),
    ("-\ta\n\t- b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
    ("7. a\n8. b", '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("in\n2024. A year\n\n1. a\n- b", "<p>in\n2024. A year</p>\n<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"),
    ("-\n- a\n\n\nb", "<ul>\n<li></li>\n<li>a</li>\n</ul>\n<p>b</p>"),
    ("- a\n* * *\n- b", "<ul>\n<li>a</li>\n</ul>\n<hr>\n<ul>\n<li>b</li>\n</ul>"),
    ("-      far", "<ul>\n<li>far</li>\n</ul>"),
    (
        "> a\nb\n>\n> > c\n\nd",
        "<blockquote>\n<p>a\nb</p>\n<blockquote>\n<p>c</p>\n</blockquote>\n</blockquote>\n<p>d</p>",
    ),
    ("> a\n- b", "<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n</ul>"),
    ("> **Note:** a", '<blockquote class="callout">\n<p><strong>Note:</strong> a</p>\n</blockquote>'),
    ("> **Warning:** a", '<blockquote class="callout">\n<p><strong>Warning:</strong> a</p>\n</blockquote>'),
    (
        "> **Note:** a\n\n> **Warning:** b\n\nc",
        (
            '<blockquote class="callout">\n<p><strong>Note:</strong> a</p>\n</blockquote>\n'
            '<blockquote class="callout">\n<p><strong>Warning:</strong> b</p>\n</blockquote>\n<p>c</p>'
        ),
    ),
    ("- a\n  > b\n- c", "<ul>\n<li>a<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n<li>c</li>\n</ul>"),
    ("- a\n> b", "<ul>\n<li>a</li>\n</ul>\n<blockquote>\n<p>b</p>\n</blockquote>"),
    ("> ```\n> a\n> ```\nb", '<blockquote>\n<pre tabindex="0"><code>a\n</code></pre>\n</blockquote>\n<p>b</p>'),
    ("- a\n\n  - b\n- c", "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
    ("- a\n---\nb", "<ul>\n<li>a</li>\n</ul>\n<hr>\n<p>b</p>"),
    ("In:\n1. a\n2. b\n- c", "<p>In:</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>"),
    ("- a\n\n      b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>"),
    ("> **Notes:** a", "<blockquote>\n<p><strong>Notes:</strong> a</p>\n</blockquote>"),
    (
        "```py\n<a> {{ b() }} [1]\n  c\n\n```\nd",
        '<pre tabindex="0"><code>&lt;a&gt; {{ b() }} [1]\n  c\n\n</code></pre>\n<p>d</p>',
    ),
    ("~~~\n```\n~~~~", '<pre tabindex="0"><code>```\n</code></pre>'),
    (
        "- a\n  ```\n  b\n    c\n  ```",
        '<ul>\n<li>\n<p>a</p>\n<pre tabindex="0"><code>b\n  c\n</code></pre>\n</li>\n</ul>',
    ),
    ("a\n{{ table() }}\nb", "<p>a</p>\n<figure>table()</figure>\n<p>b</p>"),
    ("- {{ table() }}", "<ul>\n<li><figure>table()</figure></li>\n</ul>"),
]


@pytest.mark.parametrize(("text", "html"), BLOCKS)
def test_blocks_are_drawn(text: str, html: str) -> None:
    assert drawn(text) == html


def test_a_table_scrolls_by_itself_and_its_header_names_columns() -> None:
    text = "Prices:\n| Model | Input | |\n|:--|--:|:-:|\n| a \\| b | $1 [1] | `c` |\n| *d* |\n\nEnd"
    assert drawn(text) == (
        '<p>Prices:</p>\n<section class="scroll" tabindex="0" aria-label="Table 1"><table>\n<thead>\n'
        '<tr>\n<th scope="col">Model</th>\n<th scope="col" class="r">Input</th>\n'
        '<th scope="col" class="c"></th>\n</tr>\n'
        "</thead>\n<tbody>\n"
        '<tr>\n<td>a | b</td>\n<td class="r">$1 <sup>1</sup></td>\n<td class="c"><code>c</code></td>\n</tr>\n'
        '<tr>\n<td><em>d</em></td>\n<td class="r"></td>\n<td class="c"></td>\n</tr>\n'
        "</tbody>\n</table></section>\n<p>End</p>"
    )


def test_tables_are_told_apart_and_may_have_no_rows_and_no_outer_pipes() -> None:
    html = drawn("a|b\n-|-\n\ntext\n\n|c|\n|-|\n\nno row")
    assert 'aria-label="Table 1"' in html
    assert 'aria-label="Table 2"' in html
    assert "<tbody>" not in html
    assert html.endswith("<p>no row</p>")


@pytest.mark.parametrize("text", ["a | b\n--- | --- | ---", "a | b\n- - | -", "a | b\n| |", "a\n:-:"])
def test_what_is_no_row_of_dashes_makes_no_table(text: str) -> None:
    assert "<table>" not in drawn(text)


def test_callbacks_are_asked_in_the_order_of_the_text() -> None:
    asked: list[str] = []

    def note(word: str) -> str:
        asked.append(word)
        return word

    render(
        "[1]\n\n- {{ a() }} [b](/b)\n\n> [2]",
        call=lambda call: note(call.name),
        link=lambda href: Anchor(note(href)),
        cite=lambda number: note(str(number)),
    )
    assert asked == ["1", "a", "/b", "2"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("It *reads* [images](/a).", 'It <em>reads</em> <a href="/base/a">images</a>.'),
        ("# no heading\n- no list", "# no heading\n- no list"),
        ("`a` [1] {{ b() }} <c>", "<code>a</code> [1] {{ b() }} &lt;c&gt;"),
        ("", ""),
    ],
)
def test_inline_text_has_no_block_around_it(text: str, html: str) -> None:
    assert inline(text, link=led) == html


def test_what_is_refused_is_shown_as_it_was_written() -> None:
    text = "![a](b) [c](javascript:d) {{ e [1, 2] [f](g\n\n# H\n\n[x]: y\n\n- ## Z"
    assert drawn(text) == (
        "<p>![a](b) [c](javascript:d) {{ e [1, 2] [f](g</p>\n<p>H</p>\n<p>[x]: y</p>\n"
        "<ul>\n<li>\n<p>Z</p>\n</li>\n</ul>"
    )
