"""The short way past the parser gives what the parser would give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.markup import Anchor, drawing, inline, plaintext, reading
from almanac.markup.plaintext import plain

LETTERS = st.text(st.sampled_from("aZ09 .,;:?$%/()'\"+=–—×·’“”€£°−-"), min_size=1, max_size=60)


def the_long_way(text: str, patch: pytest.MonkeyPatch) -> tuple[str, str]:
    with patch.context() as patched:
        for module in (drawing, plaintext):
            patched.setattr(module, "is_bare", lambda _: False)
        return inline(text, link=Anchor), plain(text)


@pytest.mark.slow
@given(LETTERS.filter(str.strip))
def test_a_text_without_marks_is_drawn_alike_with_and_without_the_parser(text: str) -> None:
    assert reading.is_bare(text)
    assert (inline(text, link=Anchor), plain(text)) == the_long_way(text, pytest.MonkeyPatch())


@pytest.mark.parametrize("text", ["*a*", "a & b", "<a", "[a](b)", "`a`", "a_b", "a\\b", "a\nb", "{{ a }}", "a\u00a0b"])
def test_a_text_with_a_mark_goes_the_long_way(text: str) -> None:
    assert not reading.is_bare(text)
