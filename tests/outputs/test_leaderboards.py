"""Leaderboards: rankings with what each rank is worth, the recipe in words and numbers, and what is not ranked."""

import json
from collections.abc import Mapping

from almanac.catalogue.catalogue import Catalogue
from almanac.outputs import api
from almanac.outputs.leaderboards import outputs
from almanac.outputs.model.page import model_view
from tests.catalogue.shelf import BENCHMARKS, assembled, library
from tests.outputs.press import context, files
from tests.outputs.seen import description, figures, headings, html, links, main, rows, section, words
from tests.support import recomputed

RIDDLES = "{benchmark: riddles, source: other, weight: 2, low: 20, high: 100, why: Five options.}"
PUZZLES = '{benchmark: puzzles, source: lab-page, version: "1", variant: hard, weight: 1}'
AXES = f"""
version: 3
versions: [{{version: 3, about: Puzzles came in.}}]
fewest: 3
axes:
  both: {{name: Both, about: Wit beside calm., minimum: 2, axes: {{wit: 3, calm: 1}}}}
  wit:
    name: Wit
    about: Quick answers. Nothing long.
    misses: Anything *slow*.
    why: Riddles are harder.
    minimum: 2
    inputs: [{RIDDLES}, {PUZZLES}]
  calm: {{name: Calm, about: Slow answers., minimum: 1, inputs: [{{benchmark: golf, source: other, weight: 1}}]}}
  thrift: {{name: Thrift, about: Wit for money., misses: Length., worth: wit}}
"""
PUZZLE = "puzzles: {name: Puzzles, category: math, unit: percent, range: [0, 100], higher_is_better: true}\n"


def record(name: str, riddles: str, puzzles: str, price: str = "", more: str = "") -> str:
    """Return a model with two results, each written as `score, date`, at one price in and out."""
    results = [
        ("riddles", riddles, "source: other"),
        ("puzzles", puzzles, 'source: lab-page, version: "1", variant: hard'),
    ]
    lines = [
        f"  - {{benchmark: {benchmark}, score: {said.partition(', ')[0]}, by: independent, {group}"
        f"{', date: ' + said.partition(', ')[2] if ', ' in said else ''}}}\n"
        for benchmark, said, group in results
        if said
    ]
    offers = f"offers: {{wafer.ai: {{model_id: x, price: {{input: {price}, output: {price}}}}}}}\n" if price else ""
    head = f"name: {name}\nlifecycle: {{released: 2026-01-15}}\nsync: {{source: register}}\n{offers}"
    return f"{head}results:\n{''.join(lines)}{more}"


MODELS = {
    "acme/best": record("Best", "100, 2026-03-01", "90, 2026-03-01", "4"),
    "acme/good": record("Good", "80, 2026-01-01", "60, 2026-01-01", "2"),
    "acme/fair": record("Fair", "60, 2026-01-01", "70, 2026-01-01", "4"),
    "acme/poor": record("Poor", "20, 2026-01-01", "10, 2026-01-01"),
    "acme/part": record("Part", "99", "", more="  - {benchmark: golf, score: 5, by: independent, source: other}\n"),
}


def site(models: Mapping[str, str] = MODELS, *, axes: str = AXES) -> Catalogue:
    return assembled(library(models, scores=axes, benchmarks=BENCHMARKS + PUZZLE))


def page(axis: str = "wit", *, axes: str = AXES) -> str:
    return html(outputs(context(site(axes=axes))), f"leaderboards/{axis}/index.html")


def test_the_ranking_gives_rank_band_score_results_and_price() -> None:
    assert rows(page(), under="ranking") == [
        "1 Best 1st under other weights too 96.7 100 [1] †date unknown 90 [2] †date unknown 4.00 [3]",
        "2 Good 2nd to 3rd under other weights 70.0 80 [1] †date unknown 60 [2] †date unknown 2.00 [3]",
        "3 Fair 2nd to 3rd under other weights 56.7 60 [1] †date unknown 70 [2] †date unknown 4.00 [3]",
        "4 Poor 4th under other weights too 3.3 20 [1] †date unknown 10 [2] †date unknown not sold",
    ]


def test_a_heavier_weight_changes_what_the_page_says() -> None:
    heavier = AXES.replace("weight: 1}", "weight: 9}", 1)
    assert [row.split()[1] for row in rows(page(axes=heavier), under="ranking")] == ["Best", "Fair", "Good", "Poor"]
    assert "2 of 11" in words(section(page(axes=heavier), "recipe"))


def test_the_recipe_names_the_group_the_weight_and_the_anchors_of_each_part() -> None:
    assert rows(page(), under="recipe") == [
        "Riddles Another page; no other version or variant. Five options. 5 models. 2 of 3 20 100",
        "Puzzles The lab's page, version 1, hard. 4 models. 1 of 3 0 100",
    ]
    told = words(section(page(), "recipe"))
    assert "Riddles are harder." in told
    assert "A model needs all 2; with fewer it has no score." in told
    assert "20 % up or down in every combination" in told
    assert "Everything is computed 6 times more" in told
    assert "Puzzles came in." in told


def test_the_example_can_be_followed_step_by_step() -> None:
    told = words(section(page(), "recipe"))
    points = "Best: Riddles 100, (100 × (100 − 20) / 80) counts 100.0; Puzzles 90 counts 90.0; "
    assert f"{points}(2 × 100.0 + 1 × 90.0) / 3 = 96.7." in told


def test_a_page_says_what_the_score_cannot_say_and_what_it_covers() -> None:
    shown = page()
    assert "What it cannot say: Anything slow." in words(main(shown))
    assert figures(shown) == {
        "Models with a score": "4 1 other lacks a part.",
        "Parts": "2 Riddles and Puzzles. All are needed.",
        "Other recipes tried": "6 For the spans under the names.",
        "Recipe": "version 3 A changed recipe is another score.",
    }
    assert description(shown).startswith("Our wit score: 4 models ranked, from independent results alone.")


def test_a_model_under_coverage_is_listed_with_what_it_lacks() -> None:
    assert words(section(page(), "left-out")).endswith("Part lacks Puzzles")
    assert "Part" not in " ".join(rows(page(), under="ranking"))


def test_changes_of_rank_name_their_day_and_cause() -> None:
    told = words(section(page(), "moves"))
    assert "Riddles on 1 March 2026 (Best) and Puzzles on 1 March 2026 (Best)" in told
    assert links(section(page(), "moves"))["Best"] == "/almanac/models/acme/best/"
    cause = "1 March 2026: its result on Riddles and Puzzles; it had no score before; 3 models fell behind it."
    assert f"1st of 4{cause}" in told


def test_an_axis_that_ranks_nobody_has_its_recipe_and_its_scores_by_name() -> None:
    shown = page(axes=AXES.replace("fewest: 3", "fewest: 9"))
    assert "Ranking" not in headings(shown)
    assert "Recipe, version 3" in headings(shown)
    assert [row.split()[0] for row in rows(shown, under="ranking")] == ["Best", "Fair", "Good", "Poor"]
    assert "4 models, by name: fewer than 9 make no ranking." in words(section(shown, "ranking"))
    assert "under other weights" not in words(section(shown, "recipe"))
    assert "too few for a ranking" in description(shown)


def test_an_axis_without_any_score_still_has_its_recipe() -> None:
    shown = page("both")
    assert 'id="ranking"' not in shown
    assert rows(shown, under="recipe") == [
        "Wit Our own score. 4 models. 3 of 4 0 100",
        "Calm Our own score. 1 model. 1 of 4 0 100",
    ]
    assert "Example" not in words(section(shown, "recipe"))


def test_value_names_the_cheapest_model_that_scores_as_much() -> None:
    shown = page("thrift")
    assert [" ".join(row.split()[-5:]) for row in rows(shown, under="ranking")] == [
        "100.0 96.7 4.00 [1] itself",
        "100.0 70.0 2.00 [1] itself",
        "50.0 56.7 4.00 [1] Good",
    ]
    told = words(section(shown, "recipe"))
    assert (
        "Fair costs $4.00. Good scores as much or more (56.7 and 70.0) and costs $2.00: 100 × $2.00 / $4.00 = 50.0."
        in told
    )
    assert words(section(shown, "left-out")).endswith("Poor lacks a price")


def test_value_says_its_floor_and_who_is_under_it() -> None:
    floored = AXES.replace("worth: wit", "worth: wit, floor: 0.6")
    shown = page("thrift", axes=floored)
    assert len(rows(shown, under="ranking")) == 2
    assert "at least 60 % of the best score in Wit, today 58.0 points, the cheapest" in words(section(shown, "recipe"))
    left = words(section(shown, "left-out"))
    assert "Fair scores 56.7, below 58.0" in left
    assert "Poor scores 3.3, below 58.0" in left
    assert "2 others are under the floor or lack a price." in words(main(shown))
    published = files(api.outputs(context(site(axes=floored))))

    def read(path: str) -> bytes:
        return published[f"api/v1/{path}"]

    assert recomputed.axes(read) == recomputed.published(read)
    assert len(recomputed.axes(read)["thrift"]) == 2


def test_models_that_were_measured_in_other_settings_are_named() -> None:
    other = "name: Far\nlifecycle: {released: 2026-05-01}\nsync: {source: register}\nresults:\n"
    other += "  - {benchmark: riddles, score: 99, by: independent, source: other, variant: high}\n"
    made = list(outputs(context(site({**MODELS, "acme/far": other}))))
    shown = html(made, "leaderboards/wit/index.html")
    assert words(section(shown, "elsewhere")).endswith("Far high")
    index = html(made, "leaderboards/index.html")
    assert "Not in it: 1 model that took these tests only in other settings" in words(section(index, "wit"))
    assert words(section(index, "wit")).count("Far") == 1
    assert 'id="elsewhere"' not in page()


def test_the_index_ranks_first_and_says_how_many_models_are_missing() -> None:
    shown = html(outputs(context(site())), "leaderboards/index.html")
    assert headings(shown)[:6] == ["Leaderboards", "Wit", "Thrift", "Both", "Calm", "By category"]
    assert "Not ranked: 1 model of the 3 that a ranking needs." in words(section(shown, "calm"))
    assert links(section(shown, "wit"))["All 4 models, and the recipe"] == "/almanac/leaderboards/wit/"
    assert words(section(shown, "categories")).endswith("Coding1 ranking Mathematicsnone yet")


def test_a_category_ranks_each_benchmark_by_itself_where_five_models_were_measured_alike() -> None:
    many = {f"acme/m{number}": record(f"M{number}", f"{number}", "") for number in range(12)}
    shown = html(outputs(context(site(many))), "leaderboards/category/coding/index.html")
    assert next(row.split()[:3] for row in rows(shown, under="riddles")) == ["1", "M11", "11"]
    assert len(rows(shown, under="riddles")) == 10
    assert links(section(shown, "riddles"))["All 12 models"] == "/almanac/benchmarks/riddles/"
    assert words(section(shown, "others")).endswith("Golf0 models")
    empty = html(outputs(context(site())), "leaderboards/category/math/index.html")
    assert "No benchmark of this category has independent results of 5 models in one setting." in words(main(empty))


def test_twins_hold_the_ranking_the_rules_and_the_sources() -> None:
    text = html(outputs(context(site())), "leaderboards/wit/index.md")
    good = "[Good](https://example.org/almanac/models/acme/good/)"
    assert f"| 2 | 2nd to 3rd under other weights | {good} | 70.0 |" in text
    assert "| Riddles | Another page; no other version or variant. | 2 of 3 | 20 | 100 | 5 models |" in text
    assert "| 1 | [Another page](https://other.example) | Independent | date unknown |" in text
    index = html(outputs(context(site())), "leaderboards/index.md")
    assert "| [Calm](https://example.org/almanac/leaderboards/calm/) | Slow answers. | 1 model | no |" in index
    assert "# Coding: leaderboards" in html(outputs(context(site())), "leaderboards/category/coding/index.md")


def test_published_data_gives_the_same_scores_ranks_and_bands_once_more() -> None:
    published = files(api.outputs(context(site())))

    def read(path: str) -> bytes:
        return published[f"api/v1/{path}"]

    found = recomputed.axes(read)
    assert found == recomputed.published(read)
    assert {name: len(models) for name, models in found.items()} == {"both": 0, "wit": 4, "calm": 1, "thrift": 3}


def test_a_models_own_data_has_its_scores_and_none_below_coverage() -> None:
    published = files(api.outputs(context(site())))
    good = json.loads(published["api/v1/models/acme/good.json"])["scores"]
    assert {name: (one["score"], one.get("rank"), one.get("band")) for name, one in good.items()} == {
        "wit": (70, 2, [2, 3]), "thrift": (100, 1, [1, 1]),
    }  # fmt: skip
    part = json.loads(published["api/v1/models/acme/part.json"])["scores"]
    assert list(part) == ["calm"]
    assert part["calm"].keys() >= {"version", "score", "covered", "inputs", "parts"}
    assert "rank" not in part["calm"]


def standing(model: str) -> str:
    made, draw = context(site()), context(site()).draw("pages/model.html")
    return section(draw(model_view(made, made.catalogue.models[model])).decode().replace("\u00a0", " "), "scores")


def test_a_models_page_shows_its_scores_with_place_coverage_and_recipe() -> None:
    shown = standing("acme/good")
    assert [words(row) for row in shown.split("<tr>")[2:]][:2] == [
        "Both none 1 of 2; lacks Calm",
        "Wit 70.0 2nd of 4; 2nd to 3rd under other weights 2 of 2",
    ]
    assert links(shown)["Wit"] == "/almanac/leaderboards/wit/"
    assert links(shown)["published recipes"] == "/almanac/leaderboards/"
    assert "70.0; 2nd of 4; 2nd to 3rd under other weights" in words(shown.partition('class="strips"')[2])


def test_a_models_page_says_what_is_missing_for_a_score() -> None:
    shown = words(standing("acme/part"))
    assert "Wit none 1 of 2; lacks Puzzles" in shown
    assert "Calm 5.0 not ranked: 1 of the 3 models that a ranking needs 1 of 1" in shown


def test_a_models_page_says_that_its_score_is_too_low_to_be_set_against_a_price() -> None:
    made = context(site(axes=AXES.replace("worth: wit", "worth: wit, floor: 0.6")))
    shown = made.draw("pages/model.html")(model_view(made, made.catalogue.models["acme/fair"])).decode()
    assert "Thrift none below 58.0, the least that is set against a price" in words(section(shown, "scores"))
