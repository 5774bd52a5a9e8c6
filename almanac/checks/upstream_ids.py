"""Upstream ids: what the id of a model, snapshot or offer says by itself, against what the record says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from almanac.checks.identity import skeleton
from almanac.checks.rule import Rule, Steps
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model
from almanac.units.dates import Day, first_day, last_day, parse_day

MOST_DAYS_OFF = 45
"""From this many days on, the date in an id and the release are not the same event (spec/content.md section 7)."""

_DATE = re.compile(r"(?<!\d)(20\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """An id with a date in it, and the days on which a release would explain that date."""

    steps: Steps
    id: str
    releases: tuple[Day, ...]


def ids_tell_the_release(library: Library) -> Iterator[Problem]:
    """A full date in an id lies near a release of the model: else the id belongs to another one, or a date is wrong."""
    for model in library.models.values():
        for dated in _dated_ids(model):
            day = day_in(dated.id)
            if day is None or not dated.releases:
                continue
            off = min(days_between(day, release) for release in dated.releases)
            if off >= MOST_DAYS_OFF:
                yield model.problem(
                    "id-date-mismatch",
                    *dated.steps,
                    message=f'The date in "{dated.id}" is {off} days off the release, {_listed(dated.releases)}.',
                    hint="Correct the release, or list the id among ids.snapshots with a release of its own.",
                )


def day_in(name: str) -> Day | None:
    """Return the full date in an id, with or without hyphens; shorter forms (0613, 2507) may be anything."""
    match = _DATE.search(name)
    if match is None:
        return None
    try:
        return parse_day(f"{match[1]}-{match[3]}-{match[4]}")
    except ValueError:  # 20250231: digits that are in no calendar are no date
        return None


def days_between(one: Day, other: Day) -> int:
    """Count the days from one date to the other, whichever is first; a month is as near as its nearest day."""
    return max((first_day(one) - last_day(other)).days, (first_day(other) - last_day(one)).days, 0)


def _listed(days: tuple[Day, ...]) -> str:
    return " or ".join(map(str, days))


def _dated_ids(model: Entry[Model]) -> Iterator[Dated]:
    record = model.record
    released = record.lifecycle.released
    own = (released,) if isinstance(released, Day) else ()
    snapshots = tuple(snapshot.released for snapshot in record.ids.snapshots if snapshot.released)
    yield Dated(("lifecycle", "released"), model.id.partition("/")[2], own)
    for index, snapshot in enumerate(record.ids.snapshots):
        # A snapshot that names no release may be later than the model: its own date is all there is.
        if snapshot.released:
            yield Dated(("ids", "snapshots", index, "id"), snapshot.id, (snapshot.released,))
    listed = {snapshot.id for snapshot in record.ids.snapshots}
    dated_names = tuple(day for day in map(day_in, listed) if day)
    for key, offer in record.offers.items():
        if offer.model_id not in listed:
            releases = tuple(dict.fromkeys((*own, *sorted((*snapshots, *dated_names), key=str))))
            yield Dated(("offers", key, "model_id"), offer.model_id, releases if own else ())


def offers_name_their_model(library: Library) -> Iterator[Problem]:
    """An offer's id does not name another model of the catalogue: it would show that model's price as this one's."""
    names = _names(library)
    for model in library.models.values():
        own = {skeleton(name) for name in _own_names(model)}
        for key, offer in model.record.offers.items():
            last = skeleton(offer.model_id.rpartition("/")[2])
            other = names.get(last)
            if other and last not in own:
                yield model.problem(
                    "offer-other-model",
                    "offers",
                    key,
                    "model_id",
                    message=f'"{offer.model_id}" names {other}, not {model.id}.',
                    hint="Move the offer to that model's record, or correct the id.",
                )


def _own_names(model: Entry[Model]) -> Iterator[str]:
    yield model.id.partition("/")[2]
    yield from (snapshot.id for snapshot in model.record.ids.snapshots)
    yield from (alias.id for alias in model.record.ids.aliases)


def _names(library: Library) -> Mapping[str, str]:
    """Map every model's slug and snapshots to its id; aliases move, so what a seller means by one is his own affair."""
    found: dict[str, str] = {}
    for model in library.models.values():
        found.update({skeleton(snapshot.id): model.id for snapshot in model.record.ids.snapshots})
    found.update({skeleton(model_id.partition("/")[2]): model_id for model_id in library.models})
    return found


RULES: tuple[Rule, ...] = (ids_tell_the_release, offers_name_their_model)
