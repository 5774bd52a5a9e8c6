"""Offer keys: the words of a variant in their one order, so that one offer never has two names."""

import re
from collections.abc import Iterator

from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.library import Library
from almanac.records.price import TIERS

ORDER = ("snapshot digits", "region", "tier", "mode")
_KINDS = (
    re.compile(r"\d{6,8}"),
    re.compile(r"(?:us|eu|uk|ap|apac|ca|jp|au|global)(?:-[a-z-]+(?:-\d)?)?"),
    re.compile("|".join(TIERS)),
    re.compile(r"thinking(?:-\d+)?"),
)
"""The words whose kind is certain; any other may stand wherever it does."""


def words_are_in_order(library: Library) -> Iterator[Problem]:
    """The words of a variant stand in the order of spec/content.md section 2; the key is part of a URL for ever."""
    for model in library.models.values():
        for key in model.record.offers:
            provider, _, variant = key.partition("@")
            words = variant.split(".")
            better = _ordered(words)
            if better != words:
                yield model.problem(
                    "offer-key-order",
                    "offers",
                    key,
                    message=f'The words of "{variant}" are not in the order {", ".join(ORDER)}.',
                    hint=f"Write {provider}@{'.'.join(better)}.",
                    on="key",
                )


def _ordered(words: list[str]) -> list[str]:
    """Put the words of a certain kind in order, in the places that such words have; leave all others where they are."""
    ranks = {word: rank for word in words if (rank := _rank(word)) is not None}
    ordered = iter(sorted((word for word in words if word in ranks), key=ranks.__getitem__))
    return [next(ordered) if word in ranks else word for word in words]


def _rank(word: str) -> int | None:
    return next((rank for rank, kind in enumerate(_KINDS) if kind.fullmatch(word)), None)


RULES: tuple[Rule, ...] = (words_are_in_order,)
