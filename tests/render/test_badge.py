import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.render import badge
from almanac.render.badge import Badge, Segment, boxes, svg
from almanac.render.textwidth import cleaned, is_known
from tests.support.hostile import texts

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "path", "g", "text"}
ATTRIBUTES = {
    "svg": {"width", "height", "viewBox", "role", "aria-label"},
    "title": set(),
    "path": {"fill", "d"},
    "g": {"fill", "font-family", "font-size", "text-anchor"},
    "text": {"x", "y", "textLength", "lengthAdjust"},
}
COLOURS = (
    badge.PRICE, badge.CONTEXT, badge.LATENCY, badge.SCORE, badge.PROVIDER, badge.WARNING, badge.RETIRED, badge.LABEL,
)  # fmt: skip
ANY = st.text(st.characters(), max_size=400)
BADGES = st.builds(
    Badge,
    st.lists(st.builds(Segment, ANY, st.sampled_from(COLOURS)), min_size=2, max_size=3).map(tuple),
    ANY,
    st.sampled_from(["as of 2026-05-31", "as of 2026-05", "date unknown"]),
)


def two(label: str, message: str, *, subject: str = "", as_of: str = "as of 2026-05-31") -> Badge:
    return Badge((Segment(label, badge.LABEL), Segment(message, badge.PRICE)), subject, as_of)


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data.decode("utf-8"))


def attribute(element: ET.Element, name: str) -> str:
    found = element.get(name)
    assert found is not None
    return found


@given(BADGES)
def test_any_text_gives_a_well_formed_picture_of_listed_elements_within_its_budget(made: Badge) -> None:
    data = svg(made)
    root = parsed(data)
    assert len(data) <= badge.BUDGET[len(made.segments)]
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert name in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES[name]
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext(f"{SVG}title") != ""


@pytest.mark.slow
@given(BADGES)
def test_any_text_lies_inside_its_own_ground(made: Badge) -> None:
    drawn, right = boxes(made), 0
    root = parsed(svg(made))
    for box, text in zip(drawn, root.iter(f"{SVG}text"), strict=True):
        assert box.left == right
        right += box.width
        assert int(attribute(text, "x")) == 10 * box.left + 5 * box.width
        assert box.length <= 10 * (box.width - 2 * badge.PAD)
        assert (text.get("textLength") == str(box.length)) == is_known(box.text)
    assert int(attribute(root, "width")) == right == made.size[0]
    assert root.get("viewBox") == f"0 0 {10 * right} 200"


@pytest.mark.slow
@given(BADGES)
def test_the_same_badge_gives_the_same_bytes(made: Badge) -> None:
    assert svg(made) == svg(Badge(made.segments, made.subject, made.as_of))


@given(BADGES)
def test_every_drawn_word_is_spoken_with_the_day(made: Badge) -> None:
    title = parsed(svg(made)).get("aria-label") or ""
    assert title.endswith(made.as_of)
    for box in boxes(made):
        assert box.text.removesuffix("…").rstrip() in title


@pytest.mark.parametrize("text", texts(60))
def test_a_hostile_text_stays_text(text: str) -> None:
    root = parsed(svg(two(text, text, subject=text)))
    assert [element.tag.removeprefix(SVG) for element in root.iter()] == [
        "svg",
        "title",
        "path",
        "path",
        "g",
        "text",
        "text",
    ]


def test_a_badge_is_as_small_as_it_can_be() -> None:
    assert len(svg(two("price", "$0.10 in · $0.40 out /1M"))) <= 700


def test_a_title_says_in_full_what_is_drawn_in_part() -> None:
    name = "A model with a name that is longer than any badge would show"
    root = parsed(svg(two(name, "$0.10 in", subject="One at Acme")))
    assert root.get("aria-label") == f"One at Acme, {name}: $0.10 in, as of 2026-05-31"
    assert next(root.iter(f"{SVG}text")).text == "A model with a name that is long…"


def test_a_title_that_would_burst_the_budget_holds_the_words_as_they_are_drawn() -> None:
    root = parsed(svg(two("模型" * 150, "$0.10 in")))
    label = next(root.iter(f"{SVG}text")).text or ""
    assert label.endswith("…")
    assert root.get("aria-label") == f"{label}: $0.10 in, as of 2026-05-31"


def test_letters_whose_width_is_guessed_are_not_stretched() -> None:
    known, guessed = parsed(svg(two("Яндекс", "نموذج"))).iter(f"{SVG}text")
    assert known.get("lengthAdjust") == "spacingAndGlyphs"
    assert guessed.get("textLength") is None


@pytest.mark.parametrize("colour", COLOURS)
def test_white_stands_at_least_four_and_a_half_to_one_on_every_ground(colour: str) -> None:
    def light(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (light(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_grounds_meet_without_a_gap_and_only_the_ends_are_round() -> None:
    made = Badge(tuple(Segment(text, badge.LABEL) for text in ("one", "two", "three")), "", "")
    paths = [attribute(path, "d") for path in parsed(svg(made)).iter(f"{SVG}path")]
    first, second, third = boxes(made)
    assert paths[0].startswith(f"M{first.width}0 0v200H30a30 30")
    assert paths[1] == f"M{second.left}0 0h{second.width}0v200h-{second.width}0z"
    assert paths[2].startswith(f"M{third.left}0 0h{third.width - 3}0a30 30")
    assert re.search("a30", paths[1]) is None


def test_an_empty_text_is_a_dash() -> None:
    assert [box.text for box in boxes(two("", "\u200b"))] == ["–", "–"]
    assert cleaned("") == "–"
