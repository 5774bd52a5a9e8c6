"""Scores: what recipes make of independent results, what their ranks are worth, and what changed them."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.catalogue.boards import Board, Move, Place
from almanac.catalogue.catalogue import Catalogue
from almanac.catalogue.rankings import kind_of
from almanac.catalogue.scores.means import bands, points, ranks, variations
from almanac.catalogue.scores.worth import rivals, worth
from almanac.records.site import ScoreInput
from almanac.units.dates import parse_day
from tests.catalogue.shelf import BENCHMARKS, assembled, library

RIDDLES = "{benchmark: riddles, source: other, weight: 2, low: 20, high: 100}"
PUZZLES = "{benchmark: puzzles, source: other, weight: 1}"
GOLF = "{benchmark: golf, source: other, weight: 1, low: 100, high: 60}"
AXES = f"""
version: 3
fewest: 2
axes:
  wit: {{name: Wit, about: Quick., minimum: 2, inputs: [{RIDDLES}, {PUZZLES}]}}
  calm: {{name: Calm, about: Slow., minimum: 1, inputs: [{GOLF}]}}
  both: {{name: Both, about: All., minimum: 2, axes: {{wit: 3, calm: 1}}}}
  thrift: {{name: Thrift, about: For money., worth: wit}}
"""
MORE = "puzzles: {name: Puzzles, category: coding, unit: percent, higher_is_better: true}\n"


def model(*results: str, price: str = "") -> str:
    """Return a model's record: results as `riddles 80 date: 2026-01-01`, independent unless they say otherwise."""
    lines = []
    for result in results:
        benchmark, score, *rest = result.split(" ", 2)
        said = rest[0] if rest else ""
        usual = [
            f"{key}: {value}" for key, value in (("by", "independent"), ("source", "other")) if f"{key}:" not in said
        ]
        fields = ", ".join(filter(None, (f"benchmark: {benchmark}", f"score: {score}", *usual, said)))
        lines.append(f"  - {{{fields}}}\n")
    offers = f"offers: {{wafer.ai: {{model_id: x, price: {price}}}}}\n" if price else ""
    listed = f"results:\n{''.join(lines)}" if lines else ""
    return f"name: X\nlifecycle: {{released: 2026-01-15}}\n{offers}{listed}"


def catalogue(models: Mapping[str, str], *, axes: str = AXES) -> Catalogue:
    """Return the catalogue of models by slug under the recipes above."""
    known = {f"acme/{slug}": text for slug, text in models.items()}
    return assembled(library(known, scores=axes, benchmarks=BENCHMARKS + MORE))


def board(axis: str, models: Mapping[str, str], *, axes: str = AXES) -> Board:
    return catalogue(models, axes=axes).boards[axis]


def scores(found: Board) -> dict[str, str]:
    return {place.model_id.removeprefix("acme/"): str(place.score) for place in found.places}


THREE = {
    "a": model("riddles 60", "puzzles 80"),
    "b": model("riddles 100", "puzzles 10"),
    "c": model("riddles 20", "puzzles 0"),
}


def test_a_score_is_the_weighted_mean_of_points_between_two_anchors() -> None:
    assert scores(board("wit", THREE)) == {"b": "70.0", "a": "60.0", "c": "0.0"}


def test_another_weight_gives_another_score() -> None:
    heavier = AXES.replace("weight: 2", "weight: 6")
    assert scores(board("wit", THREE, axes=heavier)) == {"b": "87.1", "a": "54.3", "c": "0.0"}


def test_a_new_model_changes_nobody_elses_score() -> None:
    before, after = scores(board("wit", THREE)), scores(board("wit", {**THREE, "d": model("riddles 99", "puzzles 99")}))
    assert {slug: score for slug, score in after.items() if slug != "d"} == before


def test_points_stay_between_0_and_100_and_less_may_be_better() -> None:
    golf = ScoreInput.model_validate(
        {"benchmark": "golf", "source": "other", "weight": 1, "low": Decimal(100), "high": Decimal(60)}
    )
    assert [points(Decimal(score), golf) for score in (120, 100, 70, 60, 40)] == [0, 0, 75, 100, 100]
    assert scores(board("calm", {"a": model("golf 70"), "b": model("golf 90")})) == {"a": "75.0", "b": "25.0"}


def test_a_model_under_the_minimum_has_no_score_and_is_listed_as_partial() -> None:
    found = board("wit", {**THREE, "d": model("riddles 99"), "e": model("golf 70")})
    assert "d" not in scores(found)
    assert found.place_of("acme/d") is None
    assert found.partial == ("acme/d",)
    assert (found.covered("acme/a"), found.covered("acme/d"), found.covered("acme/e")) == (2, 1, 0)


def test_a_missing_part_is_left_out_of_the_mean_where_the_minimum_allows_it() -> None:
    lower = AXES.replace("minimum: 2, inputs", "minimum: 1, inputs")
    assert scores(board("wit", {"a": model("riddles 60"), "b": model("puzzles 7")}, axes=lower)) == {
        "a": "50.0",
        "b": "7.0",
    }


@pytest.mark.parametrize(
    "other",
    [
        "by: lab",
        "by: republished",
        "source: lab-page",
        "variant: high",
        'version: "2"',
        "harness: plain",
        "dataset: private",
    ],
)
def test_a_result_of_another_group_never_counts(other: str) -> None:
    assert scores(board("wit", {"a": model(f"riddles 60 {other}", "puzzles 80")})) == {}


def test_an_input_may_name_a_group_by_all_it_has() -> None:
    named = 'source: other, version: "2", variant: high, harness: plain, dataset: small, weight: 2'
    axes = AXES.replace("source: other, weight: 2", named)
    result = 'riddles 60 version: "2", variant: high, harness: plain, dataset: small'
    models = {"a": model(result, "puzzles 80"), "b": model("riddles 60", "puzzles 80")}
    assert scores(board("wit", models, axes=axes)) == {"a": "60.0"}


def test_of_several_runs_the_newest_counts() -> None:
    runs = ("riddles 100 date: 2026-01-01", "riddles 60 date: 2026-02-01", "riddles 80")
    assert scores(board("wit", {"a": model(*runs, "puzzles 80")})) == {"a": "60.0"}


def test_axes_are_weighed_as_they_are() -> None:
    models = {
        **THREE,
        "a": model("riddles 60", "puzzles 80", "golf 100"),
        "b": model("riddles 100", "puzzles 10", "golf 60"),
    }
    assert scores(board("both", models)) == {"b": "77.5", "a": "45.0"}


def test_an_axis_that_covers_too_few_models_ranks_nobody() -> None:
    found = board("wit", THREE, axes=AXES.replace("fewest: 2", "fewest: 4"))
    assert scores(found) == {"b": "70.0", "a": "60.0", "c": "0.0"}
    assert not found.is_ranked
    assert {(place.rank, place.best, place.worst) for place in found.places} == {(None, None, None)}
    assert found.moves == ()


def test_equal_rounded_scores_share_a_rank_and_the_next_one_is_left_out() -> None:
    assert ranks({"a": Decimal("50.04"), "b": Decimal("49.96"), "c": Decimal(9), "d": Decimal(60)}) == {
        "d": 1, "a": 2, "b": 2, "c": 4,
    }  # fmt: skip


def test_a_band_holds_every_rank_that_the_tried_recipes_give() -> None:
    # Without riddles a leads, without puzzles b does; c is last whatever the weights.
    found = board("wit", THREE)
    assert [(place.model_id, place.rank, place.best, place.worst) for place in found.places] == [
        ("acme/b", 1, 1, 2),
        ("acme/a", 2, 1, 2),
        ("acme/c", 3, 3, 3),
    ]
    assert found.variations == 2**2 + 2


def test_one_part_alone_has_no_other_weights() -> None:
    assert list(variations((Decimal(1),), minimum=1, vary=Decimal("0.2"))) == []
    found = board("calm", {"a": model("golf 70"), "b": model("golf 90")})
    assert [(place.rank, place.best, place.worst) for place in found.places] == [(1, 1, 1), (2, 2, 2)]


def test_every_combination_of_weights_and_every_part_left_out_is_tried_once() -> None:
    tried: list[Any] = list(variations((Decimal(2), Decimal(1)), minimum=2, vary=Decimal("0.5")))
    assert tried == [
        ((1, Decimal("0.5")), 2), ((1, Decimal("1.5")), 2), ((3, Decimal("0.5")), 2), ((3, Decimal("1.5")), 2),
        ((0, 1), 1), ((2, 0), 1),
    ]  # fmt: skip


WEIGHTS = st.lists(st.integers(1, 9), min_size=2, max_size=4)


@given(data=st.data(), weights=WEIGHTS)
def test_corners_hold_the_extremes_of_all_weights_between(data: st.DataObject, weights: list[int]) -> None:
    """A pair that keeps its order at every corner keeps it at any weights inside."""
    one, other = (data.draw(st.lists(st.integers(0, 100), min_size=len(weights), max_size=len(weights))) for _ in "ab")
    inside = data.draw(
        st.lists(st.fractions(Fraction(4, 5), Fraction(6, 5)), min_size=len(weights), max_size=len(weights))
    )
    corners = list(product((Fraction(4, 5), Fraction(6, 5)), repeat=len(weights)))

    def lead(factors: Any) -> Fraction:
        return sum(
            (
                weight * factor * (mine - theirs)
                for weight, factor, mine, theirs in zip(weights, factors, one, other, strict=True)
            ),
            Fraction(0),
        )

    leads = [lead(corner) for corner in corners]
    assert min(leads) <= lead(inside) <= max(leads)


@given(st.dictionaries(st.sampled_from("abcdef"), st.decimals(0, 100, places=2), min_size=1), st.data())
def test_a_band_always_holds_the_rank(found: dict[str, Decimal], data: st.DataObject) -> None:
    other = {model_id: data.draw(st.decimals(0, 100, places=2)) for model_id in found}
    placed, spans = ranks(found), bands(found, [other])
    assert all(spans[one][0] <= placed[one] <= spans[one][1] for one in found)
    assert all(spans[one][0] <= ranks(other)[one] <= spans[one][1] for one in found)


PRICED = {
    "dear": model("riddles 100", "puzzles 100", price="{input: 40, output: 40}"),
    "fair": model("riddles 60", "puzzles 50", price="{input: 10, output: 10}"),
    "poor": model("riddles 60", "puzzles 49", price="{input: 20, output: 20}"),
    "cheap": model("riddles 20", "puzzles 5", price="{input: 1, output: 1}"),
    "unsold": model("riddles 90", "puzzles 90"),
}


def test_value_is_what_the_cheapest_model_with_as_much_costs_of_ones_own_price() -> None:
    found = board("thrift", PRICED)
    assert scores(found) == {"cheap": "100.0", "dear": "100.0", "fair": "100.0", "poor": "50.0"}
    assert found.rivals["acme/poor"] == "acme/fair"
    assert found.rivals["acme/dear"] == "acme/dear"
    assert [place.rank for place in found.places] == [1, 1, 1, 4]


def test_a_model_without_a_price_or_a_score_has_no_value() -> None:
    found = board("thrift", PRICED)
    assert found.partial == ("acme/unsold",)
    assert found.place_of("acme/unsold") is None


def test_a_model_of_the_same_price_undercuts_nobody_and_is_named_where_it_is_better() -> None:
    asked, found = {"a": Decimal(2), "b": Decimal(2)}, {"a": Decimal(10), "b": Decimal(90)}
    assert worth(found, asked) == {"a": 100, "b": 100}
    assert rivals(found, asked) == {"a": "b", "b": "b"}


def test_of_models_of_full_value_the_best_stands_first() -> None:
    assert [place.model_id for place in board("thrift", PRICED).places][:3] == ["acme/dear", "acme/fair", "acme/cheap"]


def test_below_the_floor_nothing_is_set_against_its_price() -> None:
    """`unsold` is above the floor and has no price; `cheap` is below it, and nobody's rival any more."""
    found = board("thrift", PRICED, axes=AXES.replace("worth: wit", "worth: wit, floor: 0.49"))
    assert f"{found.least:.2f}" == "49.00"
    assert scores(found) == {"dear": "100.0", "fair": "100.0", "poor": "50.0"}
    assert set(found.partial) == {"acme/cheap", "acme/unsold"}
    assert found.rivals.keys() == {"acme/dear", "acme/fair", "acme/poor"}


def test_a_floor_is_met_under_the_recipe_itself_and_holds_for_its_variations() -> None:
    """`edge` has 66.7 points, and 57.1 where the weight of riddles is lower: it is ranked in every variation."""
    models = {
        "best": model("riddles 100", "puzzles 100", price="{input: 9, output: 9}"),
        "edge": model("riddles 100", "puzzles 0", price="{input: 1, output: 1}"),
        "late": model("riddles 60", "puzzles 90", price="{input: 1, output: 1}"),
    }
    found = board("thrift", models, axes=AXES.replace("worth: wit", "worth: wit, floor: 0.66"))
    assert scores(found) == {"best": "100.0", "edge": "100.0"}
    assert {place.model_id: place.worst for place in found.places} == {"acme/best": 2, "acme/edge": 1}


def test_who_was_measured_in_other_settings_only_is_told_with_them() -> None:
    models = {
        **THREE,
        "d": model("riddles 99 variant: high", "puzzles 98 variant: low"),
        "e": model("riddles 99 version: v2"),
        "f": model("riddles 99 by: lab, variant: high", "riddles 99 source: undated, variant: high"),
        "g": model("riddles 99", "puzzles 90 variant: high"),
    }
    found = board("wit", models)
    assert found.elsewhere == {"acme/d": ("high", "low"), "acme/e": ("version v2",)}
    assert found.partial == ("acme/g",)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.integers(0, 100), st.integers(1, 50)), min_size=1))
def test_nothing_cheaper_scores_as_much_as_what_has_full_value(models: dict[str, tuple[int, int]]) -> None:
    found = {one: Decimal(score) for one, (score, _) in models.items()}
    asked = {one: Decimal(price) for one, (_, price) in models.items()}
    values, chosen = worth(found, asked), rivals(found, asked)
    for one in models:
        better = [other for other in models if found[other] >= found[one] and asked[other] < asked[one]]
        assert (values[one] == 100) == (not better)
        assert asked[chosen[one]] == min((asked[other] for other in better), default=asked[one])


DATED = {
    "a": model("riddles 60 date: 2026-01-01", "puzzles 60 date: 2026-01-01"),
    "b": model("riddles 80 date: 2026-01-01", "puzzles 80 date: unknown"),
    "c": model("riddles 90 date: 2026-02-01", "puzzles 90 date: 2026-03-01"),
}


def test_a_change_of_rank_is_told_with_the_results_that_made_it() -> None:
    (move,) = board("wit", DATED).moves
    assert move == Move(
        on=parse_day("2026-03-01"), model_id="acme/c", before=None, after=1, of=3, parts=("puzzles",), displaced=2
    )


def test_a_result_that_changes_no_rank_is_no_move() -> None:
    better = {**DATED, "d": model("riddles 10 date: 2026-01-01", "puzzles 10 date: 2026-01-01")}
    assert [move.model_id for move in board("wit", better).moves] == ["acme/c"]


def test_a_ranking_of_too_few_models_has_no_history_yet() -> None:
    assert board("wit", DATED, axes=AXES.replace("fewest: 2", "fewest: 3")).moves == ()


def test_a_model_that_rises_by_a_later_result_names_its_place_before() -> None:
    lower = AXES.replace("minimum: 2, inputs", "minimum: 1, inputs")
    models = {
        "a": model("riddles 70 date: 2026-01-01"),
        "b": model("riddles 60 date: 2026-01-01", "puzzles 100 date: 2026-02-01"),
        "c": model("riddles 20 date: 2026-01-01"),
    }
    (move,) = board("wit", models, axes=lower).moves
    assert (move.model_id, move.before, move.after, move.displaced) == ("acme/b", 2, 1, 1)


FIELDS = st.fixed_dictionaries(
    {
        "by": st.sampled_from(["lab", "independent", "republished"]),
        "source": st.sampled_from(["other", "lab-page"]),
        "variant": st.sampled_from(["", "high"]),
        "version": st.sampled_from(["", '"2"']),
        "harness": st.sampled_from(["", "plain"]),
        "dataset": st.sampled_from(["", "small"]),
    }
)
RESULTS = st.lists(st.tuples(st.sampled_from(["riddles", "puzzles"]), st.integers(0, 100), FIELDS), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(RESULTS, min_size=1, max_size=4))
def test_no_rank_and_no_score_ever_mixes_two_groups(records: list[list[tuple[str, int, dict[str, str]]]]) -> None:
    models = {f"m{number}": model(*(_written(result) for result in results)) for number, results in enumerate(records)}
    made = catalogue(models)
    for entry in made.benchmarks.values():
        for group in entry.groups:
            assert len({kind_of(result.record) for result in group.results}) == 1
            assert all(result.of <= len(group.results) for result in group.results)
    for found in made.boards.values():
        for part in found.parts:
            kinds = {kind_of(taken.record) for taken in part.taken.values() if taken.record}
            assert len(kinds) <= 1
            assert all(kind[2] == "independent" for kind in kinds)


def _written(result: tuple[str, int, dict[str, str]]) -> str:
    benchmark, score, fields = result
    return f"{benchmark} {score} {', '.join(f'{key}: {value}' for key, value in fields.items() if value)}"


def test_places_stand_best_first_and_by_id_where_they_are_equal() -> None:
    same = dict.fromkeys(("z", "k"), THREE["a"])
    found = board("wit", {**same, "b": THREE["b"]})
    assert [place.model_id for place in found.places] == ["acme/b", "acme/k", "acme/z"]
    assert found.place_of("acme/k") == replace(found.places[1])
    assert isinstance(found.places[0], Place)
