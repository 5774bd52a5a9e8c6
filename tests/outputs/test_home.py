"""The front page: what it claims, its data proves."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from almanac.outputs.home import changed_days, home_view, outputs
from almanac.outputs.plate import Plate, climb, plate, statement
from almanac.render.scatter import Point
from tests.outputs.press import MODELS, change, context, file, shelf


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


def test_the_sentence_has_the_two_points_and_the_figures_of_the_heading() -> None:
    best = [_point(0.015, 27.5), _point(0.0626, 67), _point(6, 87)]
    assert statement(best) == "The last twenty points cost 96 times as much"
    found = climb(best)
    assert found is not None
    assert found.sentence(verb="scores", unit="%") == (
        "0.0626, in red, scores 67 % at $0.0626; 6 scores 87 %, twenty points more, at $6.00, 96 times as much."
    )


def test_without_a_heading_that_is_worth_it_no_two_points_are_set_against_each_other() -> None:
    assert climb([_point(1, 50), _point(2, 51)]) is None


def drawn_plate() -> object:
    """Return the chart of the small shelf."""
    built = context()
    return plate(built, built.marks())


def test_too_few_priced_results_draw_no_chart() -> None:
    assert drawn_plate() is None


def plate_of(growth: int) -> Plate:
    """Return the chart of eight models, each of which costs `growth` times as much as the one before."""
    models = {
        f"acme/m{number}": f"""
name: M{number}
lifecycle: {{released: 2026-01-0{number + 1}}}
offers:
  poe: {{model_id: m{number}, price: {{input: {growth**number / 100}, output: {growth**number / 100}}}}}
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
    return drawn


def test_enough_comparable_results_draw_one_group_only() -> None:
    drawn = plate_of(1)
    assert drawn.chart.html.count("<circle") == 8
    assert "8 models, one setting" in drawn.caption
    assert drawn.table.href == "/almanac/benchmarks/riddles/"


def test_the_chart_marks_the_point_from_which_its_heading_counts() -> None:
    drawn = plate_of(4)
    assert drawn.title == "The last ten points cost four times as much"
    assert (
        "M6, in red, scores 65 % at $41.00; M7 scores 75 %, ten points more, at $164.00, four times" in drawn.standfirst
    )
    assert re.findall(r'<circle class="hot"[^>]*><title>(M\d)', drawn.chart.html) == ["M6"]


def test_changes_are_past_ones_newest_first_and_results_are_left_to_their_pages() -> None:
    days = changed_days(context())
    assert days
    assert all(item.href.startswith("/almanac/models/acme/") for day in days for item in day.items)
    prices = [item.small for day in days for item in day.items if "→" in item.small]
    assert prices == ["$0.20 → $0.10 in, $0.80 → $0.40 out per 1M tokens; says A register"]


def test_an_end_is_told_with_its_day_and_what_the_day_means() -> None:
    lone = replace(shelf(), changes=(change(on="2026-05-01", kind="retires", offer="azure", source="other"),))
    (day,) = changed_days(context(lone))
    assert [(item.text, item.value, item.small) for item in day.items] == [
        ("One at Azure", "was to end", "planned for 1 May 2026; says Another page")
    ]
    gone = replace(shelf(), changes=(change(on="2026-05-01", kind="ended", offer="azure"),))
    (item,) = changed_days(context(gone))[0].items
    assert (item.value, item.small) == ("no longer listed", "gone since 1 May 2026")


def test_what_befell_many_models_of_one_seller_on_one_day_is_one_line() -> None:
    sold = (
        "name: M{0}\nlifecycle: {{released: unknown}}\nsync: {{source: register}}\n"
        "offers: {{azure: {{model_id: m{0}, retires: 2026-05-01}}}}\n"
    )
    many = {f"acme/m{number}": sold.format(number) for number in range(6)}
    days = {day.day: day.items for day in changed_days(context(shelf({**MODELS, **many})))}
    (item,) = days["1 May 2026"][:1]
    assert (item.text, item.value) == ("6 models at Azure", "were to end")
    assert item.small == "M0, M1, M2, M3 and 2 more; planned for 1 May 2026; says A register"
    assert item.href == "/almanac/changes/"
    assert [item.text for item in days["1 May 2026"][1:]] == ["One at Acme"], "a price stays by itself"


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
