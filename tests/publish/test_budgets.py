import pytest

from almanac.problems import Place
from almanac.publish import Weight, over_budget
from almanac.records.site import Budgets

PLACE = Place("content/site.yaml", 7, 3)
BUDGETS = Budgets(files=20_000, megabytes=350)


@pytest.mark.parametrize(
    ("weight", "codes"),
    [
        (Weight(0, 0), []),
        (Weight(20_000, 350_000_000), []),
        (Weight(20_001, 350_000_000), ["budget-files"]),
        (Weight(20_000, 350_000_001), ["budget-megabytes"]),
        (Weight(30_000, 400_000_000), ["budget-files", "budget-megabytes"]),
    ],
)
def test_only_what_is_over_a_budget_is_a_problem(weight: Weight, codes: list[str]) -> None:
    found = over_budget(weight, budgets=BUDGETS, place=PLACE)
    assert [problem.code for problem in found] == codes
    assert all((problem.path, problem.line, problem.column) == ("content/site.yaml", 7, 3) for problem in found)


@pytest.mark.parametrize(
    ("size", "shown"),
    [(350_000_001, "350.01 MB"), (351_200_000, "351.20 MB"), (1_234_567_890, "1,234.57 MB")],
)
def test_a_size_over_the_budget_never_reads_as_equal_to_it(size: int, shown: str) -> None:
    (problem,) = over_budget(Weight(1, size), budgets=BUDGETS, place=PLACE)
    assert problem.message == f"The site would hold {shown}; budgets.megabytes allows 350."


def test_a_count_over_the_budget_names_both_numbers() -> None:
    (problem,) = over_budget(Weight(20_001, 1), budgets=BUDGETS, place=PLACE)
    assert problem.message == "The site would hold 20,001 files; budgets.files allows 20,000."
