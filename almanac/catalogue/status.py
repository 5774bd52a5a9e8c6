"""Status: announced, preview, active, deprecated or retired, from the dates of a model and of each of its offers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from almanac.catalogue.catalogue import Status
from almanac.records import Model, Offer
from almanac.records.model import Lifecycle
from almanac.units.dates import Day, is_reached, sort_key

ORDER = ("announced", "preview", "active", "deprecated", "retired")
SOLD = ("preview", "active", "deprecated")
"""The states in which an offer can be bought; an announced one cannot yet."""

NEXT = {
    "announced": "is announced", "preview": "enters preview", "released": "is released", "since": "is offered",
    "deprecated": "is deprecated", "retires": "retires", "ended": "retires",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date that brings a status. `path` is where the model's file states it, from the top: `lifecycle.released`."""

    word: str
    day: Day
    path: str

    @property
    def coming(self) -> str:
        """What will happen then, as a verb: "retires"."""
        return NEXT[self.path.rpartition(".")[2]]


@dataclass(frozen=True, slots=True)
class Derived:
    """A status and the path of the fact that it rests on."""

    status: Status
    path: str


def of_lifecycle(lifecycle: Lifecycle, *, today: date) -> Derived:
    """Return the status by the model's own dates alone."""
    begun = lifecycle.released == "unknown" and not (lifecycle.announced or lifecycle.preview)
    milestones = (*_beginnings(lifecycle), *_endings(lifecycle, "lifecycle."))
    return _derive(milestones, today=today, otherwise="active" if begun else "announced")


def of_offer(offer: Offer, lifecycle: Lifecycle, *, prefix: str, today: date) -> Derived:
    """Return an offer's status: by its own dates, else the model's. `prefix` is the offer's path: `offers.azure.`.

    The three dates of its end are one kind: an offer that states any of them inherits none.
    """
    states_end = offer.deprecated or offer.retires or offer.ended
    endings = _endings(offer, prefix) if states_end else _endings(lifecycle, "lifecycle.")
    beginnings = _offered(offer.since, lifecycle, f"{prefix}since", today) if offer.since else _released(lifecycle)
    # Who sells a model whose release nobody dates sells it now.
    begun = lifecycle.released == "unknown" and not (offer.since or lifecycle.preview)
    return _derive((*beginnings, *endings), today=today, otherwise="active" if begun else "announced")


def of_model(model: Model, offers: Sequence[Derived], *, own: Derived | None, today: date) -> Derived:
    """Return a model's status: its lab's own offer's, else the latest living one of all, else its lifecycle's."""
    by_dates = of_lifecycle(model.lifecycle, today=today)
    if own is not None or not offers:
        return own or by_dates
    word = _joint([offer.status.word for offer in offers])
    if word == by_dates.status.word:
        return by_dates
    return _speaker([offer for offer in offers if offer.status.word == word])


def _joint(words: Sequence[str]) -> str:
    if "active" in words:
        return "active"
    living = [word for word in words if word != "retired"]
    return max(living, key=ORDER.index, default="retired")


def _speaker(offers: Sequence[Derived]) -> Derived:
    """Return what is true of all: active since the first of the offers, any other state since the last of them."""
    dated = sorted((offer for offer in offers if offer.status.since), key=_since)
    if not dated:
        return Derived(Status(offers[0].status.word), offers[0].path)
    chosen = dated[0 if dated[0].status.word == "active" else -1]
    return Derived(Status(chosen.status.word, since=chosen.status.since), chosen.path)


def _since(offer: Derived) -> tuple[tuple[int, int, int], str]:
    return (sort_key(offer.status.since) if offer.status.since else (0, 0, 0), offer.path)


def _beginnings(lifecycle: Lifecycle) -> list[Milestone]:
    found = []
    if lifecycle.announced:
        found.append(Milestone("announced", lifecycle.announced, "lifecycle.announced"))
    if lifecycle.preview:
        found.append(Milestone("preview", lifecycle.preview, "lifecycle.preview"))
    if isinstance(lifecycle.released, Day):
        found.append(Milestone("active", lifecycle.released, "lifecycle.released"))
    return found


def _released(lifecycle: Lifecycle) -> list[Milestone]:
    found = _beginnings(lifecycle)
    dated = isinstance(lifecycle.released, Day)
    return found if dated else [milestone for milestone in found if milestone.word != "announced"]


def _offered(since: Day, lifecycle: Lifecycle, path: str, today: date) -> list[Milestone]:
    """Return the beginnings of an offer with a first day of its own; a model in preview is sold as a preview."""
    found = _beginnings(lifecycle)
    released = [milestone for milestone in found if milestone.word == "active"]
    previewed = [milestone for milestone in found if milestone.word == "preview" and is_reached(milestone.day, today)]
    if previewed and not any(is_reached(milestone.day, today) for milestone in released):
        return [Milestone("preview", since, path), *released]
    return [
        *(milestone for milestone in found if milestone.word == "announced"),
        Milestone("active", since, path),
    ]


def _endings(dates: Lifecycle | Offer, prefix: str) -> list[Milestone]:
    found = []
    if dates.deprecated:
        found.append(Milestone("deprecated", dates.deprecated, f"{prefix}deprecated"))
    if dates.retires:
        found.append(Milestone("retired", dates.retires, f"{prefix}retires"))
    if isinstance(dates, Offer) and dates.ended:
        found.append(Milestone("retired", dates.ended, f"{prefix}ended"))
    return found


def _derive(milestones: Iterable[Milestone], *, today: date, otherwise: str) -> Derived:
    ordered = sorted(milestones, key=lambda milestone: (sort_key(milestone.day), milestone.path))
    reached = [milestone for milestone in ordered if is_reached(milestone.day, today)]
    word = max((milestone.word for milestone in reached), key=ORDER.index, default=otherwise)
    base = next((milestone for milestone in reached if milestone.word == word), None)
    coming = next((m for m in ordered if m not in reached and ORDER.index(m.word) > ORDER.index(word)), None)
    status = Status(
        word=word,
        since=base.day if base else None,
        next_word=coming.coming if coming else "",
        next_date=coming.day if coming else None,
    )
    return Derived(status, base.path if base else "lifecycle.released")
