"""Charts: geometry from plain numbers, always inside the drawing."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from almanac.render.charts import Axis, Series, positions, step_chart, strip
from almanac.render.scatter import (
    NARROW,
    SIDES,
    WIDTH,
    Field,
    Point,
    Scale,
    _around,
    _box,
    _obstacles,
    _placed,
    frontier,
    scatter,
)


@given(st.sets(st.floats(min_value=0.001, max_value=1e9), min_size=1, max_size=50), st.booleans())
def test_places_lie_within_the_strip_and_keep_their_order(values: set[float], logarithmic: bool) -> None:
    places = positions(values, logarithmic=logarithmic)
    assert all(0 <= place <= 100 for place in places.values())
    ordered = [places[value] for value in sorted(values)]
    assert ordered == sorted(ordered)


def test_a_lone_value_stands_in_the_middle() -> None:
    assert positions([7.0], logarithmic=True) == {7.0: 50.0}


def test_a_strip_draws_each_place_once_and_the_subject_in_its_own_class() -> None:
    drawn = ET.fromstring(strip([1.0, 1.2, 50.0], 50.0).html)
    ticks = drawn.findall("path")[1].attrib["d"]
    assert ticks == "M1 11V24M50 11V24"
    assert drawn.findall("path")[2].attrib["class"] == "me"


def _chart() -> ET.Element:
    series = [
        Series("Output 0.40", "out", ((0.0, 0.5), (40.0, 0.4))),
        Series("Input 0.10", "in", ((0.0, 0.1),)),
        Series("Cached <input>", "c", ((0.0, 0.09),)),
    ]
    axis = Axis(top=0.5, grid=((0.0, "$0.00"), (0.5, "$0.50")), times=((0.0, "Jun 2025", False), (50.0, "Dec", True)))
    return ET.fromstring(step_chart(series, axis, spoken="It fell.").html)


def test_a_step_chart_says_in_words_what_it_shows() -> None:
    chart = _chart()
    assert (chart.attrib["role"], chart.attrib["aria-label"]) == ("img", "It fell.")


def test_a_step_chart_steps_at_the_day_of_the_change_and_runs_to_the_end() -> None:
    line = next(path for path in _chart().iter("path") if path.attrib["class"] == "l-out")
    assert line.attrib["d"] == "M0.00 0.00H40.00V20.00H100"


def test_labels_of_close_lines_are_pushed_apart() -> None:
    labels = [text for text in _chart().iter("text") if text.attrib.get("class", "").startswith("t-")]
    places = [int(label.attrib["y"]) for label in labels]
    assert [label.text for label in labels] == ["Output 0.40", "Input 0.10", "Cached <input>"]
    assert all(below - above >= 15 for above, below in pairwise(places))


POINTS = st.lists(
    st.builds(
        Point,
        cost=st.floats(min_value=0.01, max_value=100),
        score=st.floats(min_value=0, max_value=100),
        name=st.sampled_from(["GPT-4.1 nano", "Claude Opus 4.5", "o1", "Llama 3.3 Nemotron Super 49B v1.5"]),
        spoken=st.just("said"),
    ),
    min_size=1,
    max_size=25,
)


@given(POINTS)
def test_nothing_on_the_frontier_is_beaten_by_something_cheaper(points: list[Point]) -> None:
    best = frontier(points)
    assert best
    for point in best:
        assert not any(other.cost <= point.cost and other.score > point.score for other in points)
    assert [point.score for point in best] == sorted({point.score for point in best})


@given(POINTS)
def test_no_label_touches_another_a_dot_or_the_frontier_at_either_width(points: list[Point]) -> None:
    best = frontier(points)
    scale = Scale(min(p.cost for p in points), max(p.cost for p in points), 100)
    placed = _placed(points, best, scale, "")
    for width in (WIDTH, NARROW):
        field = Field(scale, width)
        boxes = [_box(one.point, one.side, field) for one in placed if width == WIDTH or not one.is_optional]
        for number, box in enumerate(boxes):
            assert not any(box.touches(other) for other in boxes[:number])
            assert box.left >= 0
            assert box.right <= width
        shown = [one for one in placed if width == WIDTH or not one.is_optional]
        for one, box in zip(shown, boxes, strict=True):
            others = [taken for taken in _obstacles(points, best, field) if taken != _around(one.point, field)]
            assert not any(box.touches(other) for other in others)


@given(POINTS)
def test_no_label_stands_on_the_words_of_the_score_axis(points: list[Point]) -> None:
    scale = Scale(min(p.cost for p in points), max(p.cost for p in points), 100)
    for width in (WIDTH, NARROW):
        shown = [one for one in _placed(points, frontier(points), scale, "") if width == WIDTH or not one.is_optional]
        for one in shown:
            box = _box(one.point, one.side, Field(scale, width))
            rows = [scale.down(score) - 6 for score in (25, 50, 75, 100)]  # where scatter writes them
            assert box.left >= 66 or not any(box.top < row and row - 10 < box.bottom for row in rows)


def test_a_narrow_chart_names_every_other_cost() -> None:
    points = [Point(0.1, 40, "A", "A"), Point(10, 80, "B", "B")]
    drawn = scatter(points, unit="%", subject="", spoken="Two models.").html
    assert set(re.findall(r'y="548" text-anchor="middle">\$([\d.]+)<', drawn)) == {"0.30", "1.00", "3.00", "10.00"}
    assert set(re.findall(r'class="m" x="[\d.]+%" y="548" text-anchor="middle">\$([\d.]+)<', drawn)) == {"0.30", "3.00"}


def test_a_scatter_chart_names_its_axis_once_and_escapes_names() -> None:
    points = [Point(0.1, 40, "<b>", "<b>: 40"), Point(1, 80, "B", "B: 80"), Point(10, 60, "C", "C: 60")]
    drawn = scatter(points, unit="%", subject="C", spoken="Three models.")
    assert drawn.text == "Three models."
    assert drawn.html.count("100 %") == 1
    assert "<b>" not in drawn.html
    classes = re.findall(r'<circle class="(\w+)"', drawn.html)
    assert classes == ["best", "best", "hot"]


def test_every_side_is_tried_with_its_anchor() -> None:
    assert {side.anchor for side in SIDES} == {"start", "middle", "end"}
