"""Dates of one offer: when it began, when it ends or ended, and the sentence that its page opens with."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact, OfferEntry
from almanac.outputs.model.disputes import dispute, written
from almanac.outputs.model.figures import Figure, Told
from almanac.outputs.model.freshness import checked_on, is_unseen_since, lab_end
from almanac.outputs.values import plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, days_since, is_reached, long_date, on_date, short_date, sort_key

LABELS = {
    "since": ("Offered from", "Offered since"),
    "deprecated": ("Deprecated from", "Deprecated since"),
    "retires": ("Ends", "Ended"),
    "ended": ("Found gone", "Found gone"),
}
"""What a date means before and after it is reached, in the order of an offer's life."""
SINCE = ("since", "deprecated")
"""Those whose words end in a preposition already."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One date of an offer; `inherited` where only the model states it."""

    kind: str
    when: Day
    fact: Fact
    inherited: bool


def milestones(told: Told, offer: OfferEntry) -> tuple[Milestone, ...]:
    """Return the dates in the order of an offer's life. An offer that states any date of its end inherits none."""
    record, lifecycle = offer.record, told.model.record.lifecycle
    ends = bool(record.deprecated or record.retires or record.ended)
    found = []
    for kind in LABELS:
        own, theirs = getattr(record, kind), getattr(lifecycle, kind, None)
        if own is not None and kind in offer.facts:
            found.append(Milestone(kind, own, offer.facts[kind], inherited=False))
        elif theirs is not None and not ends and f"lifecycle.{kind}" in told.model.facts:
            found.append(Milestone(kind, theirs, told.model.facts[f"lifecycle.{kind}"], inherited=True))
    return tuple(found)


def sentence(told: Told, offer: OfferEntry) -> Cell:
    """Return the status in bold, then every date with its mark and whoever disputes it."""
    word = offer.status.word.capitalize()
    parts = [cells.bold(f"{word}."), *_status_rivals(told, offer)]
    for milestone in milestones(told, offer):
        told.paths.add(milestone.fact.path)
        parts.append(_clause(told, milestone))
    return cells.join((*parts, _unseen(told, offer)), " ")


def _unseen(told: Told, offer: OfferEntry) -> Cell:
    """Say that the offer was last seen before the lab ended the model, which its status cannot tell."""
    seen, end = checked_on(offer), lab_end(told.model)
    if seen is None or end is None or not is_unseen_since(told.model, offer):
        return cells.EMPTY
    lab = told.context.lab_name(told.model.lab)
    return cells.plain(f"Last checked {on_date(seen)}, before {lab} ended the model {on_date(end)}; not since.")


def _status_rivals(told: Told, offer: OfferEntry) -> Iterator[Cell]:
    fact = offer.facts["status"]
    told.paths.add(fact.path)
    for rival in fact.rivals:
        yield cells.join((cells.flag(f"{written(rival.value, 'status')} elsewhere"), told.marks.mark(rival.proof)))


def _clause(told: Told, milestone: Milestone) -> Cell:
    ahead = _days_ahead(told, milestone.when)
    before, after = LABELS[milestone.kind]
    in_days = f", in {plural(ahead, 'day')}" if ahead > 0 else ""
    whose = ", by the model’s own date" if milestone.inherited else ""
    when = long_date(milestone.when) if milestone.kind in SINCE else on_date(milestone.when)
    said = f"{before if ahead > 0 else after} {when}{in_days}{whose}"
    return cells.join((cells.plain(said), told.marks.of(milestone.fact), *_rivals(told, milestone), cells.plain(".")))


def _days_ahead(told: Told, when: Day) -> int:
    today = told.context.catalogue.today
    return 0 if is_reached(when, today) else -days_since(when, today)


def _rivals(told: Told, milestone: Milestone) -> Iterator[Cell]:
    for rival in milestone.fact.rivals:
        said = f"{written(rival.value, milestone.kind)} says {told.marks.title(rival.proof)}"
        yield cells.join((cells.flag(said), told.marks.mark(rival.proof)))


def date_figure(told: Told, offer: OfferEntry) -> Figure:
    """Return the next date as a key figure, else the last one reached; an offer without dates says so."""
    found = milestones(told, offer)
    if not found:
        return Figure("Dates", cells.word("none stated"), f"It is {offer.status.word}.")
    coming = [milestone for milestone in found if _days_ahead(told, milestone.when) > 0]
    order = sorted(coming or found, key=lambda milestone: sort_key(milestone.when))
    shown = order[0] if coming else order[-1]
    ahead = _days_ahead(told, shown.when)
    value = cells.join((cells.number(short_date(shown.when)), told.marks.of(shown.fact)))
    note = f"In {plural(ahead, 'day')}." if ahead > 0 else f"It is {offer.status.word}."
    label = LABELS[shown.kind][0 if coming else 1]
    return Figure(label, value, note, dispute(shown.fact, told.marks, label=label))
