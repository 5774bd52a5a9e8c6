"""Budgets: whether a site weighs no more than site.yaml allows, judged before it is put in place."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac.problems import Place, Problem, problem
from almanac.records.site import Budgets

MEGABYTE = 1_000_000
"""Bytes, as hosts count them."""
_LEANER = "Choose a leaner badge profile, or raise {} if the host allows it."


@dataclass(frozen=True, slots=True)
class Weight:
    """What the whole output folder holds: our own files, their manifest and what is carried over."""

    files: int
    bytes: int


def over_budget(weight: Weight, *, budgets: Budgets, place: Place) -> list[Problem]:
    """Return a problem for each budget that the weight is over; `place` is where the budgets are written."""
    return list(_findings(weight, budgets, place))


def _findings(weight: Weight, budgets: Budgets, place: Place) -> Iterator[Problem]:
    if weight.files > budgets.files:
        yield problem(
            "budget-files",
            place,
            message=f"The site would hold {weight.files:,} files; budgets.files allows {budgets.files:,}.",
            hint=_LEANER.format("budgets.files"),
        )
    if weight.bytes > budgets.megabytes * MEGABYTE:
        yield problem(
            "budget-megabytes",
            place,
            message=f"The site would hold {_megabytes(weight.bytes)} MB; budgets.megabytes allows "
            f"{budgets.megabytes:,}.",
            hint=_LEANER.format("budgets.megabytes"),
        )


def _megabytes(size: int) -> str:
    """Round up to a hundredth, so that what is over a budget never reads as equal to it."""
    hundredths = -(-size * 100 // MEGABYTE)
    return f"{hundredths // 100:,}.{hundredths % 100:02}"
