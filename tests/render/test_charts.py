"""Charts: geometry from plain numbers, always inside the drawing."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.render.charts import Axis, Series, positions, step_chart, strip
from almanac.render.labels import box, shown_at
from almanac.render.scatter import BOTTOM, Point, Scale, frontier, labels_of, obstacles, scatter


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


def scale_of(points: list[Point]) -> Scale:
    return Scale(min(point.cost for point in points), max(point.cost for point in points), 100)


@given(POINTS)
def test_no_label_touches_a_dot_the_frontier_or_a_word_of_the_axis_at_any_width(points: list[Point]) -> None:
    scale = scale_of(points)
    for one in labels_of(points, scale, ""):
        for width in shown_at(one.tier):
            place = box(one, width)
            assert not any(place.touches(other) for other in obstacles(points, scale, width))
            assert place.bottom <= BOTTOM + 8


def test_the_frontier_stands_in_the_way_with_its_level_and_its_steep_stretches() -> None:
    points = [Point(0.1, 40, "A", "A"), Point(10, 80, "B", "B")]
    found = [(one.right - one.left, one.bottom - one.top) for one in obstacles(points, scale_of(points), 1000)]
    assert [height for width, height in found if width == 2] == pytest.approx([504 * 0.4 - 5])
    assert [width for width, height in found if height == 2] == pytest.approx([835, 35])


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
