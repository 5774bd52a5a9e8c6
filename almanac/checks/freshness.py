"""Freshness: what was left behind when the rest was looked at again, and what could never be said to be fresh."""

from collections.abc import Iterator

from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model
from almanac.units.dates import Day, is_reached, last_day, sort_key

LEFT_BEHIND = 365
"""Days by which an offer may be older than the newest of its siblings."""


def siblings_age_together(library: Library) -> Iterator[Problem]:
    """No living offer was last looked at more than a year before another offer of the same model.

    Age alone is no finding: a record that nobody has touched ages as a whole, and the quality page lists it. One offer
    among freshly checked ones has been overlooked, and stands beside them as if it were as fresh. Offers that name no
    day of their own are as fresh as their catalogue, and gone ones are not looked at any more.
    """
    for model in library.models.values():
        checked = dict(_checked(library, model))
        if not checked:
            continue
        newest = max(checked, key=lambda key: sort_key(checked[key]))
        for key, day in checked.items():
            behind = (last_day(checked[newest]) - last_day(day)).days
            if behind > LEFT_BEHIND:
                yield model.problem(
                    "sibling-stale",
                    "offers",
                    key,
                    "checked",
                    message=f"Offer {key} was checked on {day}, {behind} days before {newest} on {checked[newest]}.",
                    hint="Check it again, or write the day on which it ended.",
                )


def _checked(library: Library, model: Entry[Model]) -> Iterator[tuple[str, Day]]:
    today = last_day(library.site.record.edition)
    for key, offer in model.record.offers.items():
        is_gone = offer.ended or (offer.retires and is_reached(offer.retires, today))
        if isinstance(offer.checked, Day) and not is_gone:
            yield key, offer.checked


def catalogues_have_a_day(library: Library) -> Iterator[Problem]:
    """A catalogue says when it was read: its facts name no day of their own, and without this one they have none."""
    for source in library.sources.values():
        if source.record.kind == "catalogue" and source.record.at is None:
            yield source.problem(
                "source-undated",
                message="This catalogue has no at, so no fact that rests on it has a date.",
                hint="Write the day of the last import or of the copy that was read, or at: unknown.",
            )


RULES: tuple[Rule, ...] = (siblings_age_together, catalogues_have_a_day)
