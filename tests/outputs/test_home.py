"""The front page: what it claims, its data proves."""

from decimal import Decimal

import pytest

from almanac.outputs.home import changed_days, home_view, outputs
from almanac.outputs.plate import plate, statement
from almanac.render.scatter import Point
from tests.outputs.press import MODELS, context, file, shelf


def _point(cost: float, score: float) -> Point:
    return Point(cost, score, f"{cost}", f"{cost}: {score}")


@pytest.mark.parametrize(
    ("frontier", "said"),
    [
        ([(0.05, 74), (0.7, 87)], "The last thirteen points cost fourteen times as much"),
        ([(1, 10), (2, 60), (30, 80)], "The last twenty points cost fifteen times as much"),
        ([(1, 50), (2, 51)], "Price against score"),
        ([(1, 50)], "Price against score"),
        ([(1, 60), (100, 80)], "The last twenty points cost 100 times as much"),
    ],
)
def test_the_heading_says_only_what_the_frontier_proves(frontier: list[tuple[float, float]], said: str) -> None:
    assert statement([_point(cost, score) for cost, score in frontier]) == said


def drawn_plate() -> object:
    """Return the chart of the small shelf."""
    built = context()
    return plate(built, built.marks())


def test_too_few_priced_results_draw_no_chart() -> None:
    assert drawn_plate() is None


def test_enough_comparable_results_draw_one_group_only() -> None:
    models = {
        f"acme/m{number}": f"""
name: M{number}
lifecycle: {{released: 2026-01-0{number + 1}}}
offers:
  poe: {{model_id: m{number}, price: {{input: 0.{number + 1}, output: {number + 1}.00}}}}
results:
  - {{benchmark: riddles, score: {number * 10 + 5}, by: independent, source: other, date: 2026-02-01}}
  - {{benchmark: riddles, score: 99, by: lab, source: lab-page, variant: best, date: 2026-02-01}}
sync: {{source: register}}
"""
        for number in range(8)
    }
    built = context(shelf({**MODELS, **models}))
    drawn = plate(built, built.marks())
    assert drawn is not None
    assert drawn.chart.html.count("<circle") == 8
    assert "8 models, one setting" in drawn.caption
    assert drawn.table.href == "/almanac/benchmarks/riddles/"


def test_changes_are_past_ones_newest_first_and_results_are_left_to_their_pages() -> None:
    days = changed_days(context())
    assert days
    assert all(item.href.startswith("/almanac/models/acme/") for day in days for item in day.items)
    prices = [item.small for day in days for item in day.items if "→" in item.small]
    assert prices == ["$0.20 → $0.10 in, $0.80 → $0.40 out per 1M tokens; says A register"]


def test_the_page_counts_what_it_has_and_lists_what_ends_next() -> None:
    view = home_view(context())
    ways = {item.text: item.value for item in view.ways}
    assert ways["All models"] == "2"
    assert [item.small for item in view.ending] == ["Azure", "Acme"]
    assert all(Decimal(row.input.text) > 0 for row in view.cheap)


def test_it_is_drawn() -> None:
    html = file(outputs(context()), "index.html").decode()
    assert html.count("<h1>") == 1
    assert "What changed lately" in html


def test_a_long_context_is_priced_at_an_offer_that_has_it() -> None:
    model = (
        "name: Long\nlifecycle: {released: 2026-01-01}\nlimits: {context: 2000000}\noffers:\n"
        "  poe: {model_id: a, price: {input: 1, output: 1}, limits: {context: 8000}}\n"
        "  relay: {model_id: b, price: {input: 5, output: 5}}\n"
    )
    (row,) = home_view(context(shelf({"acme/one": model}))).cheap
    assert (row.input.text, row.output.text) == ("5.00", "5.00")
