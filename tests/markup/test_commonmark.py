"""Editors preview their text elsewhere, so plain Markdown must read here as CommonMark reads it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from almanac.markup import Anchor, outline, render

LINES = ["a", "- a", "  - b", "    c", "", "> q", "1. x", "   y", "## h", "---", "```", "* z", "2) k", "  ", "> - l"]


def made_of(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=12).map("".join)


def ours(text: str) -> str:
    return render(text, call=lambda call: call.name, link=lambda href: Anchor(href, ""), cite=str)


def theirs(text: str) -> str:
    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table")
    html: str = reader.disable(["entity", "html_block", "html_inline", "code", "reference"]).render(text)
    return html


def folded(html: str) -> str:
    """Take away what we add on purpose, and white space that no reader sees."""
    html = re.sub(r'<section class="scroll"[^>]*>|</section>|<tbody></tbody>', "", html)
    html = re.sub(r' (?:scope|tabindex|id|style|class)="[^"]*"', "", html).replace("&quot;", '"')
    return re.sub(r"\s+(?=<)|(?<=>)\s+", "", re.sub(r"\s*\n\s*", "\n", html)).strip()


@pytest.mark.parametrize(
    "strategy",
    [
        made_of("a", "*", "_", " ", ".", "**", "__"),
        made_of("a", "`", "``", "*", " "),
        made_of("a", "[", "]", "(/b)", "*", " ", "\\"),
        made_of(*(f"{line}\n" for line in LINES)),
        made_of("|a|b|\n", "|-|-|\n", "x | y\n", ":-|-:\n", "\n", "p\n", "|a\\|b|c|\n", "## l\n"),
    ],
    ids=["emphasis", "code", "links", "blocks", "tables"],
)  # fmt: skip
def test_plain_markdown_reads_as_in_commonmark(strategy: st.SearchStrategy[str]) -> None:
    @given(strategy)
    @settings(max_examples=300, deadline=None, derandomize=True)
    def compare(text: str) -> None:
        if not outline(text).faults:
            assert folded(ours(text)) == folded(theirs(text))

    compare()
