"""Labels: they touch nothing in a chart of any width, and the first ones have the first choice."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from almanac.render.labels import MOST, SIDES, TIERS, Box, Label, box, placed, shown_at, text_width

FLOOR = 500.0
NAMES = ("GPT-4.1 nano", "Claude Opus 4.5", "o1", "Llama 3.3 Nemotron Super 49B v1.5", "通義千問", "Grok 4")
LABELS = st.lists(
    st.builds(
        Label, st.sampled_from(NAMES), st.floats(min_value=0, max_value=100), st.floats(min_value=0, max_value=FLOOR)
    ),
    max_size=30,
)


def nothing(_width: float) -> list[Box]:
    return []


@given(LABELS)
def test_no_label_touches_another_or_leaves_the_chart_at_any_width_that_shows_it(labels: list[Label]) -> None:
    found = placed(labels, nothing, floor=FLOOR)
    for tier, widths in enumerate(TIERS):
        for width in widths:
            boxes = [box(one, width) for one in found if one.tier <= tier]
            assert not any(one.touches(other) for one, other in combinations(boxes, 2))
            assert all(one.left >= 0 and one.right <= width and one.bottom <= FLOOR for one in boxes)


@given(LABELS)
def test_each_tier_shows_no_more_than_its_share_and_no_text_twice(labels: list[Label]) -> None:
    found = placed(labels, nothing, floor=FLOOR)
    for tier, most in enumerate(MOST):
        assert sum(one.tier <= tier for one in found) <= most
    assert len({one.label.text for one in found}) == len(found)


def test_of_two_at_one_place_the_first_has_its_choice_and_the_other_gives_way() -> None:
    one, other = placed([Label("First", 50, 100), Label("Second", 50, 100)], nothing, floor=FLOOR)
    assert (one.label.text, one.side) == ("First", SIDES[0])
    assert other.side != SIDES[0]


def test_a_label_that_a_phone_has_no_room_for_waits_for_a_wider_chart() -> None:
    def crowded(width: float) -> list[Box]:
        return [Box(0, 0, width, FLOOR)] if width < TIERS[1][0] else []

    (only,) = placed([Label("Waits", 50, 100)], crowded, floor=FLOOR)
    assert only.tier == 1
    assert shown_at(1) == [*TIERS[1], *TIERS[2]]


def test_a_label_that_fits_nowhere_is_left_out() -> None:
    assert placed([Label("Nowhere", 50, 100)], lambda width: [Box(0, 0, width, FLOOR)], floor=FLOOR) == []
    assert placed([Label("Deep", 50, FLOOR + 40)], nothing, floor=FLOOR) == []


def test_every_side_is_clear_of_its_own_dot() -> None:
    dot = Box(495, 95, 505, 105)
    for side in SIDES:
        (one,) = placed([Label("A name", 50, 100)], lambda width: [], floor=FLOOR)
        assert not box(type(one)(one.label, side, 2), 1000).touches(dot)


def test_a_wide_letter_counts_for_more_than_a_narrow_one() -> None:
    assert text_width("WWWW") > 2 * text_width("iiii")
    assert text_width("通義") >= 2 * 15
