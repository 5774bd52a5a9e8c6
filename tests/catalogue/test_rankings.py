"""Rankings: places inside one comparable group, never across two."""

from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.catalogue import Catalogue, ResultEntry
from almanac.catalogue.rankings import kind_of
from tests.catalogue.shelf import many


def scored(*results: tuple[str, str, str]) -> Catalogue:
    """Return a catalogue of results: (model, score, anything that differs)."""
    lines: dict[str, list[str]] = defaultdict(list)
    for model, score, rest in results:
        stated = {"benchmark": "riddles", "by": "independent", "source": "other"}
        stated |= dict(part.split(": ") for part in rest.split(", ") if part)
        fields = ", ".join(f"{key}: {value}" for key, value in stated.items())
        lines[model].append(f"  - {{score: {score}, {fields}}}\n")
    head = "lifecycle: {released: 2026-01-15}\nresults:\n"
    return many(**{model: f"name: {model.upper()}\n{head}{''.join(found)}" for model, found in lines.items()})


def places(catalogue: Catalogue) -> dict[str, list[tuple[int | None, int]]]:
    """Return rank and group size of each model's results, in the order written."""
    return {key: [(entry.rank, entry.of) for entry in model.results] for key, model in catalogue.models.items()}


def test_the_best_is_first_and_equal_scores_share_a_rank() -> None:
    found = scored(("a", "70", ""), ("b", "90.0", ""), ("c", "90", ""), ("d", "10", ""))
    assert places(found) == {"acme/a": [(3, 4)], "acme/b": [(1, 4)], "acme/c": [(1, 4)], "acme/d": [(4, 4)]}


def test_less_may_be_better() -> None:
    found = scored(("a", "-3", "benchmark: golf"), ("b", "5", "benchmark: golf"))
    assert places(found) == {"acme/a": [(1, 2)], "acme/b": [(2, 2)]}


def test_a_result_that_nothing_compares_with_has_no_rank() -> None:
    assert places(scored(("a", "70", ""))) == {"acme/a": [(None, 1)]}


@pytest.mark.parametrize(
    "difference",
    [
        "by: lab",
        "source: lab-page",
        "version: v2",
        "variant: hard",
        "harness: own",
        "dataset: private",
        "benchmark: golf",
    ],
)
def test_results_that_differ_are_never_compared(difference: str) -> None:
    found = scored(("a", "70", ""), ("b", "80", difference))
    assert places(found) == {"acme/a": [(None, 1)], "acme/b": [(None, 1)]}


def test_of_several_runs_of_one_model_the_newest_is_ranked() -> None:
    found = scored(
        ("a", "95", "date: 2025-01-01"),
        ("a", "70", "date: 2025-06-01"),
        ("b", "80", "date: unknown"),
        ("b", "60", "date: 2024-01"),
    )
    assert places(found) == {"acme/a": [(None, 2), (1, 2)], "acme/b": [(None, 2), (2, 2)]}
    (group,) = found.benchmarks["riddles"].groups
    assert [entry.record.score for entry in group.results] == [95, 80, 70, 60]


def test_two_runs_of_one_model_alone_are_not_ranked() -> None:
    found = scored(("a", "95", "date: 2025-01-01"), ("a", "70", "date: 2025-06-01"))
    assert places(found) == {"acme/a": [(None, 1), (None, 1)]}


def test_a_benchmark_holds_its_groups_the_largest_first() -> None:
    found = scored(
        ("a", "70", "variant: hard"), ("a", "75", ""), ("b", "80", ""), ("b", "85", "source: lab-page"), ("c", "1", "")
    )
    riddles = found.benchmarks["riddles"]
    assert riddles.models == 3
    assert [(group.source, group.variant, len(group.results)) for group in riddles.groups] == [
        ("other", "", 3),
        ("lab-page", "", 1),
        ("other", "hard", 1),
    ]
    assert [entry.model_id for entry in riddles.groups[0].results] == ["acme/b", "acme/a", "acme/c"]
    assert (found.benchmarks["golf"].groups, found.benchmarks["golf"].models) == ((), 0)


DIFFERENCES = st.sampled_from(["", "by: lab", "variant: hard", "version: v2", "benchmark: golf", "harness: own"])
RESULTS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["1", "2", "2.0", "3"]), DIFFERENCES),
    unique_by=lambda result: (result[0], result[2]),
    max_size=14,
)


@given(RESULTS)
def test_a_rank_never_mixes_groups(results: list[tuple[str, str, str]]) -> None:
    catalogue = scored(*results)
    entries = [entry for model in catalogue.models.values() for entry in model.results]
    grouped = [entry for one in catalogue.benchmarks.values() for group in one.groups for entry in group.results]
    assert sorted(map(described, entries)) == sorted(map(described, grouped))
    for entry in entries:
        alike = [other for other in entries if kind_of(other.record) == kind_of(entry.record)]
        better = [other for other in alike if is_better(other, entry)]
        assert entry.of == len(alike)
        assert entry.rank == (len(better) + 1 if len(alike) > 1 else None)


def described(entry: ResultEntry) -> tuple[str, str, int, Decimal]:
    return entry.model_id, entry.path, entry.rank or 0, entry.record.score


def is_better(one: ResultEntry, other: ResultEntry) -> bool:
    higher = one.record.benchmark == "riddles"
    return one.record.score > other.record.score if higher else one.record.score < other.record.score
