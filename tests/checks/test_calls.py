import pytest

from almanac.checks import FUNCTIONS
from almanac.records import COMPONENTS


@pytest.mark.parametrize(
    ("name", "usage"),
    [
        ("price", "price(model, component[, offer][, condition])"),
        ("context", "context(model[, offer])"),
        ("score", "score(model, benchmark[, evaluator][, run])"),
        ("table", "table(model, model, …)"),
    ],
)
def test_the_usage_of_a_function_is_how_it_is_written(name: str, usage: str) -> None:
    assert FUNCTIONS[name].usage == usage


@pytest.mark.parametrize(
    ("name", "count", "is_taken"),
    [
        ("price", 1, False),
        ("price", 2, True),
        ("price", 3, True),
        ("price", 4, True),
        ("price", 5, False),
        ("cost", 2, False),
        ("table", 1, False),
        ("table", 6, True),
    ],
)
def test_a_function_takes_so_many_arguments(name: str, count: int, is_taken: bool) -> None:
    assert FUNCTIONS[name].takes(count) is is_taken


def test_no_function_is_called_like_a_price_component() -> None:
    assert set(FUNCTIONS).isdisjoint(COMPONENTS)
