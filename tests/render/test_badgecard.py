import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.render.badgecard import BUDGET, DARK, LIGHT, Card, Fact, svg
from almanac.render.textwidth import SIZE, width

SVG = "{http://www.w3.org/2000/svg}"
ANY = st.text(st.characters(), max_size=300)
CARD = Card(
    "OpenAI",
    "GPT-4.1 nano",
    (Fact("price", "$0.10 · $0.40"), Fact("context", "1,047,576")),
    "Almanac",
    "as of 2026-05-31",
)


@pytest.mark.slow
@given(ANY, ANY, st.lists(st.builds(Fact, ANY, ANY), max_size=3), ANY)
def test_any_text_gives_a_well_formed_card_within_its_budget(lab: str, name: str, facts: list[Fact], foot: str) -> None:
    data = svg(Card(lab, name, tuple(facts), foot, "as of 2026-05-31"))
    root = ET.fromstring(data.decode())
    assert len(data) <= BUDGET
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "path", "g", "text"}
    assert root.get("aria-label") == root.findtext(f"{SVG}title")
    for text in root.iter(f"{SVG}text"):
        size, x = int(text.get("font-size") or 0), int(text.get("x") or 0)
        wide = width(text.text or "") * size / SIZE
        left = x - wide if text.get("text-anchor") == "end" else x
        assert left >= 0
        assert left + wide <= 4000


def test_a_card_says_who_what_and_when() -> None:
    root = ET.fromstring(svg(CARD))
    drawn = [text.text for text in root.iter(f"{SVG}text")]
    assert drawn == [
        "OpenAI", "GPT-4.1 nano", "Almanac", "as of 2026-05-31", "price", "$0.10 · $0.40", "context", "1,047,576",
    ]  # fmt: skip
    assert root.get("aria-label") == (
        "GPT-4.1 nano by OpenAI; price $0.10 · $0.40; context 1,047,576; Almanac, as of 2026-05-31"
    )


def test_the_dark_card_differs_in_nothing_but_its_colours() -> None:
    light, dark = svg(CARD).decode(), svg(replace(CARD, colours=DARK)).decode()
    for name in ("paper", "ink", "quiet", "accent", "rule"):
        light = light.replace(getattr(LIGHT, name), getattr(DARK, name))
    assert light == dark
