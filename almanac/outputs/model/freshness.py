"""Freshness: when a model's offers were last checked, and which of them nobody has looked at since the lab's end."""

from collections.abc import Iterable
from datetime import date

from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.catalogue.status import SOLD
from almanac.units.dates import Day, days_since, is_before, long_date, on_date, sort_key


def checked_on(offer: OfferEntry) -> Day | None:
    """Return the day on which an offer was last seen: that of its price, else of its id; None where nobody says."""
    fact = offer.facts.get("price") or offer.facts.get("model_id")
    return fact.proof.checked if fact and fact.proof else None


def lab_end(model: ModelEntry) -> Day | None:
    """Return since when the lab itself no longer sells a model."""
    own = model.offers[model.own] if model.own else None
    return own.status.since if own is not None and own.status.word == "retired" else None


def is_unseen_since(model: ModelEntry, offer: OfferEntry) -> bool:
    """Say whether an offer counts as sold by a check from before the lab ended the model.

    Its status stands (spec/content.md section 4: its own dates, else the model's), so pages say this in words. One that
    states a date of its own end has answered for itself.
    """
    end, seen = lab_end(model), checked_on(offer)
    if end is None or seen is None or offer.status.word not in SOLD:
        return False
    return is_before(seen, end) and not (offer.record.deprecated or offer.record.retires)


def unseen_sellers(model: ModelEntry) -> set[str]:
    """Return the providers of which no offer that counts as sold was checked since the lab ended the model."""
    sold = [offer for offer in model.offers.values() if offer.status.word in SOLD]
    seen = {offer.provider for offer in sold if not is_unseen_since(model, offer)}
    return {offer.provider for offer in sold} - seen


def last_checked(offers: Iterable[OfferEntry], today: date) -> str:
    """Say between which days the prices were last checked, and how long ago: those on sale, else all."""
    entries = list(offers)
    days = [checked_on(offer) for offer in [one for one in entries if one.status.word in SOLD] or entries]
    known = sorted((day for day in days if day), key=sort_key)
    if not known:
        return "Nobody says when these prices were last checked."
    first, last = known[0], known[-1]
    when = on_date(last) if first == last else f"between {long_date(first)} and {long_date(last)}"
    newest, oldest = (max(0, days_since(day, today)) for day in (last, first))
    ago = f"{newest:,}" if newest == oldest else f"{newest:,} to {oldest:,}"
    unknown = len(days) - len(known)
    also = f"; of {unknown:,} the day is unknown" if unknown else ""
    return f"Prices last checked {when}, {ago} days ago{also}."
