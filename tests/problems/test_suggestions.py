"""Suggestions: the nearest known word, whatever its case and hyphens, and none where none is near."""

import pytest

from almanac.problems.suggestions import did_you_mean, nearest

KNOWN = ("input", "output", "cache_read", "max_output", "Model")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("inptu", "input"), ("Input", "input"), ("cache-read", "cache_read"), ("CACHE READ", "cache_read"),
        ("models", "Model"),        ("outputs", "output"), ("zebra", None), ("", None), ("input" * 20, None),
    ],
)  # fmt: skip
def test_the_nearest_known_word_is_suggested(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


def test_the_question_is_asked_only_where_there_is_one() -> None:
    assert did_you_mean("inptu", KNOWN) == 'Did you mean "input"?'
    assert did_you_mean("zebra", KNOWN) == ""
    assert did_you_mean("zebra", ()) == ""


def test_the_first_of_words_that_differ_in_case_alone_is_kept() -> None:
    assert nearest("a-b", ["A_b", "a_B"]) == "A_b"
