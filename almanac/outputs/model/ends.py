"""Ends: until when an offer can be had, as its own dates say or else the model's."""

from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact, OfferEntry
from almanac.outputs.model.figures import Told
from almanac.outputs.values import plural
from almanac.units.dates import Day, days_since, is_reached, on_date


@dataclass(frozen=True, slots=True)
class End:
    """The last day of an offer with the fact that states it; `days` are those left, 0 where it is reached."""

    when: Day
    fact: Fact
    days: int

    @property
    def said(self) -> str:
        """The date with its preposition, and the days left: "on 14 April 2027, in 145 days"."""
        left = f", in {plural(self.days, 'day')}" if self.days else ""
        return f"{on_date(self.when)}{left}"


def end_of(told: Told, offer: OfferEntry) -> End | None:
    """Return when an offer ends or ended: the day it was found gone, else its retirement, else the model's."""
    record = offer.record
    for kind in ("ended", "retires"):
        when = getattr(record, kind)
        if when is not None and kind in offer.facts:
            return _end(told, when, offer.facts[kind])
    when, fact = told.model.record.lifecycle.retires, told.model.facts.get("lifecycle.retires")
    if when is not None and fact is not None and record.deprecated is None:
        return _end(told, when, fact)
    return None


def _end(told: Told, when: Day, fact: Fact) -> End:
    today = told.context.catalogue.today
    return End(when, fact, 0 if is_reached(when, today) else max(1, -days_since(when, today)))
