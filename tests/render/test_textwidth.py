import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from almanac.render.textwidth import KNOWN, SIZE, clamped, cleaned, is_known, shortened, width
from tests.support import widthtable
from tests.support.hostile import texts

ANY = st.text(st.characters(), max_size=120)
"""Any text whatever, lone surrogates too."""


@pytest.mark.skipif(widthtable.installed() is None, reason="DejaVu Sans is not installed (Debian: fonts-dejavu-core)")
def test_the_committed_table_is_what_the_font_gives() -> None:
    font = widthtable.installed()
    assert font is not None
    assert widthtable.table(font) == widthtable.TABLE.read_text(encoding="utf-8")


def test_the_table_holds_latin_greek_cyrillic_signs_and_nothing_further() -> None:
    assert set("Az09 éß–…€≤→ΩЯ") <= KNOWN
    assert not KNOWN & set("模ם\U0001f999\u0600")


@pytest.mark.parametrize(
    ("text", "ems"),
    [("模", 1.0), ("Ｆ", 1.0), ("🦙", 1.3), ("م", 0.82), ("\u0e31", 0.0), ("\u20dd", 0.0), ("❤\ufe0f", 2.15)],
)
def test_a_character_outside_the_table_is_taken_to_be_wide(text: str, ems: float) -> None:
    assert not is_known(text)
    assert width(text) == pytest.approx(ems * SIZE)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n lines\t here ", "two lines here"),
        ("bell\x07null\x00", "bell null"),
        ("\u202eevil\u202c", "evil"),
        ("zero\u200bwidth\u200djoined\ufeff", "zerowidthjoined"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\ud800b", "ab"),
        ("\ufffe\U000e0041x", "x"),
        ("e\u0301", "é"),
        ("\u00a0\u3000", "–"),
        ("", "–"),
        ("\u202e", "–"),
        ("a" + 9 * "\u0323", "ạ" + 4 * "\u0323"),
    ],
)
def test_what_cannot_be_seen_goes_and_nothing_becomes_a_dash(text: str, shown: str) -> None:
    assert cleaned(text) == shown


@given(ANY)
def test_a_cleaned_text_is_clean_and_stays_as_it_is(text: str) -> None:
    shown = cleaned(text)
    assert cleaned(shown) == shown
    assert shown == shown.strip() != ""
    assert "  " not in shown
    assert unicodedata.is_normalized("NFC", shown)
    assert not regex.search(r"[\p{C}\p{Zl}\p{Zp}]", shown)


@given(ANY, st.integers(0, 3000))
def test_a_clamped_text_fits_and_is_cut_between_graphemes(text: str, room: int) -> None:
    whole = cleaned(text)
    cut = clamped(whole, room)
    assert width(cut) <= max(room, width("…"))
    if cut != whole:
        kept = cut.removesuffix("…")
        starts = {"".join(regex.findall(r"\X", whole)[:count]).rstrip() for count in range(len(whole))}
        assert kept in starts


def test_a_text_that_fits_is_left_alone() -> None:
    assert clamped("GPT-4.1 nano", width("GPT-4.1 nano")) == "GPT-4.1 nano"
    assert clamped("GPT-4.1 nano", width("GPT-4.1 nano") - 1) == "GPT-4.1 na…"


def test_a_text_is_shortened_by_one_grapheme_at_a_time() -> None:
    assert shortened("abc") == "ab…"
    assert shortened("ab…") == "a…"
    assert shortened("…") == "…"
    assert shortened("क्षि") == "…"


@pytest.mark.parametrize("text", texts(60))
def test_hostile_texts_can_be_cleaned_and_measured(text: str) -> None:
    assert width(clamped(cleaned(text), 2000)) <= 2000
