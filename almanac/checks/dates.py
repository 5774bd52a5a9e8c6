"""Dates: a life in its order, and nothing looked at after the day up to which the content is known."""

from collections.abc import Iterator
from datetime import date, timedelta

from almanac.checks.known import own_offer
from almanac.checks.observed import Observed, observations
from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.library import Library
from almanac.units.dates import Day, first_day, is_before

ORDER = (
    ("announced", "released"), ("preview", "released"), ("released", "deprecated"), ("deprecated", "retires"),
)  # fmt: skip
"""What comes before what in the life of a model; `retired-before-released` looks at the two ends."""

OFFER_ORDER = (
    ("since", "deprecated"), ("since", "retires"), ("since", "ended"), ("deprecated", "retires"),
)  # fmt: skip


def cutoffs_precede_release(library: Library) -> Iterator[Problem]:
    """A model knows nothing from after its release; compared at the precision that both dates have."""
    for model in library.models.values():
        life = model.record.lifecycle
        if life.knowledge_cutoff and isinstance(life.released, Day) and is_before(life.released, life.knowledge_cutoff):
            yield model.problem(
                "cutoff-after-release",
                "lifecycle",
                "knowledge_cutoff",
                message=f"The knowledge cutoff {life.knowledge_cutoff} lies after the release on {life.released}.",
                hint="Correct one of the two; a source that disagrees belongs into claims.",
            )


def retirement_follows_release(library: Library) -> Iterator[Problem]:
    """A model is released before it is retired."""
    for model in library.models.values():
        life = model.record.lifecycle
        if life.retires and isinstance(life.released, Day) and is_before(life.retires, life.released):
            yield model.problem(
                "retired-before-released",
                "lifecycle",
                "retires",
                message=f"The retirement on {life.retires} lies before the release on {life.released}.",
                hint="Correct one of the two dates.",
            )


def lives_are_in_order(library: Library) -> Iterator[Problem]:
    """What is announced or in preview is released later, deprecated after that, and retired last."""
    for model in library.models.values():
        dates = {name: value for name, value in model.record.lifecycle if isinstance(value, Day)}
        for earlier, later in ORDER:
            if earlier in dates and later in dates and is_before(dates[later], dates[earlier]):
                yield model.problem(
                    "lifecycle-order",
                    "lifecycle",
                    later,
                    message=f"{later} is {dates[later]}, before {earlier} on {dates[earlier]}.",
                    hint="Compare both dates with their sources.",
                )


def offers_are_in_order(library: Library) -> Iterator[Problem]:
    """An offer begins before it is deprecated, retired or gone."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            dates = {name: value for name, value in offer if isinstance(value, Day)}
            for earlier, later in OFFER_ORDER:
                if earlier in dates and later in dates and is_before(dates[later], dates[earlier]):
                    yield model.problem(
                        "offer-dates-order",
                        "offers",
                        key,
                        later,
                        message=f"{later} is {dates[later]}, before {earlier} on {dates[earlier]}.",
                        hint="Compare both dates with the provider's own page.",
                    )


def offers_retire_after_release(library: Library) -> Iterator[Problem]:
    """No provider retires a model before the lab releases it; the lab's own date is that of the model itself."""
    for model in library.models.values():
        released, own = model.record.lifecycle.released, own_offer(library, model.id.partition("/")[0])
        for key, offer in model.record.offers.items():
            if offer.retires and isinstance(released, Day) and is_before(offer.retires, released):
                yield model.problem(
                    "retired-before-released" if key == own else "offer-retired-before-released",
                    "offers",
                    key,
                    "retires",
                    message=f"The retirement on {offer.retires} lies before the release of the model on {released}.",
                    hint="Correct one of the two dates."
                    if key == own
                    else "Correct one of the two; a seller's wrong date belongs into claims.",
                )


def guides_are_in_order(library: Library) -> Iterator[Problem]:
    """A guide is updated after it was published."""
    for guide in library.guides.values():
        published, updated = guide.record.published, guide.record.updated
        if updated and is_before(updated, published):
            yield guide.problem(
                "guide-dates-order",
                "updated",
                message=f"The guide was updated on {updated}, before it was published on {published}.",
                hint="Correct one of the two dates.",
            )


def nothing_is_from_the_future(library: Library) -> Iterator[Problem]:
    """Nobody has looked at a source after the edition: the content is known up to that day and no further."""
    edition = library.site.record.edition
    for seen in observations(library):
        if is_before(edition, seen.day):
            yield _too_late(seen, edition)


def _too_late(seen: Observed, edition: Day) -> Problem:
    return seen.entry.problem(
        "date-after-edition",
        *seen.steps,
        message=f"{seen.day} lies after the edition of {edition} in site.yaml.",
        hint="Correct the date, or raise edition to the last day on which anything was checked.",
    )


def edition_is_reached(library: Library, *, machine_today: date) -> Iterator[Problem]:
    """The edition has come somewhere on earth, which may be one day ahead of this machine."""
    edition = library.site.record.edition
    if first_day(edition) > machine_today + timedelta(days=1):
        yield library.site.problem(
            "date-after-edition",
            "edition",
            message=f"The edition {edition} has not come yet; this machine says that today is {machine_today}.",
            hint="Write the last day on which anything was checked.",
        )


RULES: tuple[Rule, ...] = (
    cutoffs_precede_release, retirement_follows_release, lives_are_in_order, offers_are_in_order,
    offers_retire_after_release, guides_are_in_order, nothing_is_from_the_future,
)  # fmt: skip
