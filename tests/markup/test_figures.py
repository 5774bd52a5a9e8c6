"""The lint of figures: which numbers count, and what backs them."""

import pytest

from almanac.markup import Spot, outline


def figures(text: str) -> list[str]:
    return [fault.message.split('"')[1] for fault in outline(text).figures]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs $0.10 per 1M tokens.", ["$0.10"]),
        ("About € 1,200.50 a month.", ["€ 1,200.50"]),
        ("It scores 80.1% and then 50 percent.", ["80.1%", "50 percent"]),
        ("A 1,047,576-token window.", ["1,047,576-token"]),
        ("It has 128K tokens, or 1M tokens, or 2 million tokens.", ["128K tokens", "1M tokens", "2 million tokens"]),
        ("A 128K context and a 1M-token window.", ["128K context", "1M-token"]),
        (
            "It takes 350 ms, 1.5s or 2 seconds at 90 tok/s and 80 tokens/s.",
            ["350 ms", "1.5s", "2 seconds", "90 tok/s", "80 tokens/s"],
        ),
        ("It is 3× or 2.5x cheaper, by 4 points.", ["3×", "2.5x", "4 points"]),
        ("It gets 80 per cent for 3 cents, or 0.03 dollars.", ["80 per cent", "3 cents", "0.03 dollars"]),
        ("Priced at 0.40 per 1M.", ["0.40 per 1M"]),
        ("- costs $1\n- costs $2 [1]", ["$1"]),
        ("> it took **5 ms**", ["5 ms"]),
    ],
)
def test_a_number_beside_a_unit_is_a_figure(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Released on 2025-04-14, in 2025, after 3 models and 12 offers.",
        "Prices are per 1M tokens, or $/1M tokens.",
        "GPT-4.1 tokens, GPT‑5 points, o3 s.",
        "In the 1990s and 2020s.",
        "1. First\n2. Second",
        "## Under $1 per 1M tokens",
        "Use `max_tokens: 100 tokens` or 0x10.",
        "```\n$5\n```",
    ],
)
def test_years_names_and_counts_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It costs $1 [1].",
        "It costs $1.[1]",
        "It costs $1. [1] [2] Then more.",
        'It costs {{ price("a", "input") }}, not $5.',
        "According to [2], it takes\n5 ms e.g. at noon?",
        'He said "it costs $1." [1]',
    ],
)
def test_a_citation_or_a_call_backs_the_figures_of_its_sentence(text: str) -> None:
    assert figures(text) == []


def test_a_citation_backs_no_figure_of_another_sentence() -> None:
    assert figures("It costs $1. That is cheap [1]. It takes 5 ms! Good.") == ["$1", "5 ms"]


def test_a_row_of_a_table_is_one_sentence_and_a_cited_header_backs_its_column() -> None:
    text = "| A | B [1] | C |\n|-|-|-|\n| $1 | $2 | $3 |\n| $4 [2] | $5 | $6 |\n| {{ x() }} | $7 | $8 |"
    assert figures(text) == ["$1", "$3"]


def test_a_figure_is_pointed_at_where_it_stands() -> None:
    (fault,) = outline("> a \\* `b`\n> *c* costs $0.10 now").figures
    assert (fault.code, fault.spot) == ("figure-unbound", Spot(2, 13, 5))
