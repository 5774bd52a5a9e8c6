"""The same text without its marks."""

import pytest

from almanac.markup import Call, bound, plain, plain_guide

TOO_MUCH = "a" * 300_000


def said(call: Call) -> str:
    return f"<{call.name} {' '.join(call.arguments)}>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It *reads* **text** and `code`.", "It reads text and code."),
        ("One [link](/a) and\n <https://b.org>  \nmore.", "One link and https://b.org more."),
        (r"\*kept\* [1] {{ a() }} <b> ![c](d)", "*kept* [1] {{ a() }} <b> ![c](d)"),
        ("# kept\n- kept", "# kept - kept"),
    ],
)
def test_a_summary_in_words(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_guide_in_words() -> None:
    text = (
        'It costs {{ price("a") }} [1].[2] Good [3] value.\n\n[1] begins.\n\n## *Head*\n\n'
        "- a\n- b\n\n  c\n\n> q\n\n---\n\n"
        '{{ table("a") }}\n\n| A | B |\n|-|-|\n| c | |\n| `d` | e [1] |\n\n```\nx = 1\n```\n\n[r]: s'
    )
    assert plain_guide(text, call=said).split("\n\n") == [
        "It costs <price a>. Good value.",
        "begins.",
        "Head",
        "a\nb",
        "c",
        "q",
        "<table a>",
        "A, B\nc\nd, e",
        "x = 1",
        "[r]: s",
    ]


def test_a_twin_keeps_its_markdown_and_binds_its_facts() -> None:
    text = '# *A* {{ a() }} and {{ b("c") }} [1]\r\n\n{{ d() }}\n\n`{{ e() }}` {{ f }}'
    assert bound(text, call=said) == "# *A* <a > and <b c> [1]\n\n<d >\n\n`{{ e() }}` {{ f }}"


def test_a_text_over_the_budget_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="256 KiB"):
        plain(TOO_MUCH)
    with pytest.raises(ValueError, match="256 KiB"):
        plain_guide(TOO_MUCH, call=said)
    with pytest.raises(ValueError, match="256 KiB"):
        bound(TOO_MUCH, call=said)
