"""Wording: shares that say something, and names that are shown as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.questions.wording import escaped, less
from almanac.markup import plain
from almanac.units.money import parse_money


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        ("1", "4", "75 % less"),
        ("1", "3", "about 67 % less"),
        ("0", "3", ""),
        ("3", "3", ""),
        ("0.001", "3", ""),
        ("2.999", "3", ""),
    ],
)
def test_a_share_is_said_only_where_it_says_something(part: str, whole: str, said: str) -> None:
    assert less(parse_money(part), parse_money(whole)) == said


@given(st.text("aB1 *_[]`<{!\\.-", min_size=1).filter(lambda name: name == " ".join(name.split())))
def test_a_name_is_shown_as_it_is(name: str) -> None:
    assert plain(f"x{escaped(name)}x") == f"x{name}x"
