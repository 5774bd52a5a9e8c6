"""Said: what each kind of badge says of a model, and the day of the fact that it rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry
from almanac.catalogue.status import SOLD
from almanac.outputs.badges.kinds import SCORE, latency_of, rank_of, score_of
from almanac.outputs.context import Context
from almanac.outputs.model.results import UNIT_TEXT
from almanac.outputs.modelrows import shown_offer
from almanac.outputs.values import COMPONENT_TEXT, ordinal, priced
from almanac.records import Price
from almanac.render import badge
from almanac.render.badge import Badge, Segment
from almanac.units.dates import Day
from almanac.units.money import exact
from almanac.units.tokens import short_count

NOT_STATED, NOT_LISTED, NOT_SOLD = "not stated", "not listed", "not sold"
UNDATED = "date unknown"
PER_MILLION = " /1M"


@dataclass(frozen=True, slots=True)
class Said:
    """One fact in the words of a badge: its label, its message and colour, what it is about and its day."""

    label: str
    message: str
    colour: str
    subject: str
    on: Day | None


def one_fact(context: Context, model: ModelEntry, kind: str) -> Badge:
    """Return the badge of one kind: a label and a fact, or that the model has ended."""
    said = (_score if kind.startswith(SCORE) else FACTS[kind])(context, model, kind)
    if ended := ending(context, model):
        said = Said(said.label, ended, badge.RETIRED, model.record.name, day_of(model.facts.get("status")))
    segments = (Segment(said.label, badge.LABEL), Segment(said.message, said.colour))
    return Badge(segments, said.subject, as_of(said.on))


def whole(context: Context, model: ModelEntry) -> Badge:
    """Return a model's own badge: its name, its price and its context, or that it has ended."""
    name = Segment(model.record.name, badge.LABEL)
    if ended := ending(context, model):
        return Badge((name, Segment(ended, badge.RETIRED)), "", as_of(day_of(model.facts.get("status"))))
    price, limit = _price(context, model, "price"), model.record.limits.context
    message = f"price {price.message}" if price.message == NOT_STATED else price.message
    segments = (name, Segment(message, price.colour))
    if limit is None:
        return Badge(segments, "", as_of(price.on))
    holds = Segment(f"{short_count(limit)} ctx", badge.CONTEXT)
    return Badge((*segments, holds), "", as_of(_oldest(price.on, day_of(model.facts.get("limits.context")))))


def unlisted(name: str, label: str, *, since: Day) -> Badge:
    """Return what any badge of a withdrawn model says."""
    segments = (Segment(label or name, badge.LABEL), Segment(NOT_LISTED, badge.RETIRED))
    return Badge(segments, name if label else "", as_of(since))


def ending(context: Context, model: ModelEntry) -> str:
    """Say that a model has ended, where and what to use instead; the empty string while it has not."""
    if model.status.word != "retired":
        return ""
    own = model.offers.get(model.own or "")
    if own is not None:
        others = {offer.provider for offer in model.offers.values() if offer.status.word in SOLD} - {own.provider}
        if others:
            return f"retired at {context.provider_name(own.provider)} · sold by {len(others)}"
    catalogue, successor = context.catalogue, model.record.lifecycle.successor or ""
    following = catalogue.models.get(catalogue.other_names.get(successor, successor))
    when = f" {model.status.since}" if model.status.since else ""
    return f"retired{when}{f' · use {following.record.name}' if following else ''}"


def as_of(on: Day | None) -> str:
    """Write the day of a fact."""
    return f"as of {on}" if on else UNDATED


def day_of(fact: Fact | None) -> Day | None:
    """Return the day on which a fact was checked."""
    return fact.proof.checked if fact and fact.proof else None


def price_of(offer: OfferEntry) -> str:
    """Write an offer's price: both its sides, or another component where it has neither; a word stays a word."""
    if not isinstance(offer.price, Price):
        return priced(offer.price)
    sides = {"in": offer.input, "out": offer.output}
    stated = {name: value for name, value in sides.items() if value is not None}
    if not stated:
        return _other(offer.price)
    written = " · ".join(f"{priced(value)} {name}" for name, value in stated.items())
    return f"{written}{PER_MILLION}" if any(isinstance(value, Decimal) for value in stated.values()) else written


def _other(price: Price) -> str:
    """Write the first component of a price without sides; what is priced by the image needs no word for images."""
    for name, value in price.components().items():
        written = priced(value)
        return f"{written} {COMPONENT_TEXT[name]}{PER_MILLION}" if isinstance(value, Decimal) else written
    return NOT_STATED


def _price(context: Context, model: ModelEntry, _kind: str) -> Said:
    offer = shown_offer(model)
    if offer is None:
        return Said("price", NOT_SOLD, badge.PRICE, model.record.name, day_of(model.facts.get("status")))
    subject = f"{model.record.name} at {context.offer_name(offer)}"
    return Said("price", price_of(offer), badge.PRICE, subject, day_of(offer.facts.get("price")))


def _context(_context: Context, model: ModelEntry, _kind: str) -> Said:
    limit = model.record.limits.context
    message = f"{short_count(limit)} tokens" if limit else NOT_STATED
    return Said("context", message, badge.CONTEXT, model.record.name, day_of(model.facts.get("limits.context")))


def _cheapest(context: Context, model: ModelEntry, _kind: str) -> Said:
    free = [key for key, offer in model.offers.items() if offer.status.word in SOLD and offer.price == "free"]
    key = model.cheapest or next(iter(free), None)
    if key is None:
        on = day_of(model.facts.get("status"))
        return Said("cheapest", "no paid offer", badge.PROVIDER, model.record.name, on)
    offer = model.offers[key]
    message = f"{price_of(offer)} · {context.provider_name(offer.provider)}"
    return Said("cheapest", message, badge.PROVIDER, model.record.name, day_of(offer.facts.get("price")))


def _status(_context: Context, model: ModelEntry, _kind: str) -> Said:
    status = model.status
    coming = f" · {status.next_word} {status.next_date}" if status.next_date else ""
    is_ending = status.word == "deprecated" or status.next_word in {"retires", "is deprecated"}
    colour = badge.WARNING if is_ending else badge.PROVIDER
    return Said("status", f"{status.word}{coming}", colour, model.record.name, day_of(model.facts.get("status")))


def _latency(context: Context, model: ModelEntry, _kind: str) -> Said:
    entry, subject = latency_of(model), f"{model.record.name}, time to first token"
    if entry is None:
        return Said("latency", "no longer measured", badge.LATENCY, subject, None)
    record, offer = entry.record, model.offers[entry.record.offer]
    message = f"{exact(record.value)} {record.unit} p50, {record.window} · {context.provider_name(offer.provider)}"
    return Said("latency", message, badge.LATENCY, subject, record.at if isinstance(record.at, Day) else None)


def _score(context: Context, model: ModelEntry, kind: str) -> Said:
    id_ = kind.removeprefix(SCORE)
    entry, benchmark = score_of(model, id_), context.catalogue.benchmarks.get(id_)
    label = benchmark.record.name if benchmark else id_
    if entry is None or benchmark is None:
        return Said(label, "no result", badge.SCORE, model.record.name, None)
    who = {"lab": "by the lab", "independent": "independent", "republished": "republished"}[entry.record.by]
    on = entry.record.date if isinstance(entry.record.date, Day) else entry.proof.checked
    message = f"{score_text(exact(entry.record.score), benchmark.record.unit)} · {who}"
    return Said(label, message, badge.SCORE, model.record.name, on)


def _rank(context: Context, model: ModelEntry, _kind: str) -> Said:
    entry = rank_of(model)
    if entry is None or entry.rank is None:
        return Said("rank", "not ranked", badge.SCORE, model.record.name, None)
    benchmark = context.catalogue.benchmarks[entry.record.benchmark].record.name
    message = f"{ordinal(entry.rank)} of {entry.of} · {benchmark}"
    return Said("rank", message, badge.SCORE, model.record.name, entry.proof.checked)


def score_text(score: str, unit: str) -> str:
    """Write a score with its unit: 80.1 %, 1,287 Elo, $0.43."""
    return f"${score}" if unit == "usd" else f"{score} {UNIT_TEXT[unit]}"


def _oldest(one: Day | None, other: Day | None) -> Day | None:
    """Return the earlier of two days; None where one is unknown, for then the whole is as old as nobody knows."""
    return min(one, other, key=str) if one and other else None


FACTS: Mapping[str, Callable[[Context, ModelEntry, str], Said]] = {
    "price": _price,
    "context": _context,
    "cheapest": _cheapest,
    "status": _status,
    "latency": _latency,
    "rank": _rank,
}
"""The kinds that say one fact; `score-<benchmark>` is another for each benchmark."""
