"""Bound facts: what a guide's calls show, from the catalogue, each with its proof."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from almanac.catalogue.catalogue import Amount, Fact, ModelEntry, OfferEntry, Proof, ResultEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.prices import component
from almanac.units.dates import Day, sort_key

EVALUATORS = ("independent", "lab", "republished")
"""Whose score is shown where several have published one and the guide does not say."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a function answers of a model: a value (None where none is stated), and its proof."""

    value: Amount | Day | int | None
    proof: Proof | None
    model_id: str


Answer = Callable[[ModelEntry, Sequence[str]], Bound]


def answer(entry: ModelEntry, name: str, arguments: Sequence[str]) -> Bound:
    """Return what a function answers of a model. The checks have passed both, and the arguments behind the model."""
    return ANSWERS[name](entry, arguments)


def compared(entry: ModelEntry, name: str, arguments: Sequence[str]) -> Bound:
    """Return the same for one row of a table, in which both sides of a price are one offer's."""
    if name != "price":
        return answer(entry, name, arguments)
    offer = reference(entry) or next((one for one in entry.offers.values() if one.price is not None), None)
    return Bound(None, None, entry.id) if offer is None else _price(entry, (*arguments, offer.key))


def _name(entry: ModelEntry, _: Sequence[str]) -> Bound:
    return Bound(entry.record.name, None, entry.id)


def _price(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    """Answer from the offer that is named, else the one by which the model is compared, else the first that says it."""
    name, *keys = arguments
    known = [reference(entry), *entry.offers.values()] if not keys else [entry.offers[key] for key in keys]
    for offer in known:
        value = component(offer.price, name) if offer else None
        if offer and value is not None:
            fact = offer.facts.get(f"price.{name}") or offer.facts["price"]
            return Bound(value, fact.proof, entry.id)
    return Bound(None, None, entry.id)


def _stated(path: str) -> Answer:
    def stated(entry: ModelEntry, _: Sequence[str]) -> Bound:
        return _of(entry, entry.facts.get(path))

    return stated


def _retires(entry: ModelEntry, _: Sequence[str]) -> Bound:
    own: OfferEntry | None = entry.offers.get(entry.own or "")
    return _of(entry, (own.facts.get("retires") if own else None) or entry.facts.get("lifecycle.retires"))


def _of(entry: ModelEntry, fact: Fact | None) -> Bound:
    match fact.value if fact else None:
        case Day() | int() | str() as value:
            return Bound(value, fact.proof if fact else None, entry.id)
        case _:
            return Bound(None, None, entry.id)


def _score(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    benchmark, *evaluators = arguments
    meant = [result for result in entry.results if result.record.benchmark == benchmark]
    found = [result for result in meant if result.record.by in (evaluators or EVALUATORS)]
    if not found:
        return Bound(None, None, entry.id)
    best = min(found, key=_preference)
    return Bound(best.record.score, best.proof, entry.id)


def _preference(result: ResultEntry) -> tuple[int, int, int, int]:
    date = result.record.date
    year, month, day = sort_key(date) if isinstance(date, Day) else (0, 0, 0)
    return (EVALUATORS.index(result.record.by), -year, -month, -day)


ANSWERS: Mapping[str, Answer] = {
    "name": _name,
    "price": _price,
    "context": _stated("limits.context"),
    "max_output": _stated("limits.max_output"),
    "score": _score,
    "released": _stated("lifecycle.released"),
    "retires": _retires,
    "cutoff": _stated("lifecycle.knowledge_cutoff"),
}
"""Each function of `checks.calls` but `table`, to what answers it."""
