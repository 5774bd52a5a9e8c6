"""Bound facts: what a guide's calls show, from the catalogue, each with its proof."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Amount, Fact, ModelEntry, OfferEntry, Proof, ResultEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.prices import component
from almanac.catalogue.receipts import lines_of, rates_of, total
from almanac.checks.asked import is_meant
from almanac.records import parse_job
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
    offer = compared_at(entry)
    return Bound(None, None, entry.id) if offer is None else _price(entry, (*arguments, offer.key))


def compared_at(entry: ModelEntry) -> OfferEntry | None:
    """Return the offer whose prices stand in a table's row: that by which the model is compared, else its first."""
    return reference(entry) or next((one for one in entry.offers.values() if one.price is not None), None)


def _name(entry: ModelEntry, _: Sequence[str]) -> Bound:
    return Bound(entry.record.name, None, entry.id)


def _price(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    """Answer from the offer that is named, else the one by which the model is compared, else the first that says it."""
    name, *keys = arguments
    if len(keys) > 1:
        return _conditional(entry, entry.offers[keys[0]], f"price_when[{keys[1]}].{name}")
    known = [reference(entry), *entry.offers.values()] if not keys else [entry.offers[key] for key in keys]
    for offer in known:
        value = component(offer.price, name) if offer else None
        if offer and value is not None:
            fact = offer.facts.get(f"price.{name}") or offer.facts["price"]
            return Bound(value, fact.proof, entry.id)
    return Bound(None, None, entry.id)


def _conditional(entry: ModelEntry, offer: OfferEntry, path: str) -> Bound:
    """Answer from a row of the offer's conditional prices, made US dollars where they were not."""
    row, name = path.removeprefix("price_when[").rsplit("].", 1)
    fact = offer.facts.get(path)
    return Bound(getattr(offer.price_when[row], name), fact.proof if fact else None, entry.id)


def _cost(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    """Answer what a job costs at an offer; the proof is that of the offer's prices."""
    job, key, *conditions = arguments
    offer = entry.offers[key]
    tier = conditions[0].removeprefix("tier=") if conditions else None
    sums = [
        total(lines_of(part, rates)) if (rates := rates_of(offer, part, tier=tier)) else None for part in parse_job(job)
    ]
    known = [each for each in sums if each is not None]
    proven = (
        _conditional(entry, offer, f"price_when[{conditions[0]}].input")
        if conditions
        else _price(entry, ("input", key))
    )
    return Bound(sum(known, Decimal(0)) if len(known) == len(sums) else None, proven.proof, entry.id)


def _stated(path: str) -> Answer:
    """Return what answers with a fact of the model, or of one of its offers where one is named."""

    def stated(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
        return _of(entry, (entry.offers[arguments[0]].facts if arguments else entry.facts).get(path))

    return stated


def _retires(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    if arguments:
        return _of(entry, entry.offers[arguments[0]].facts.get("retires"))
    own: OfferEntry | None = entry.offers.get(entry.own or "")
    return _of(entry, (own.facts.get("retires") if own else None) or entry.facts.get("lifecycle.retires"))


def _sellers(entry: ModelEntry, _: Sequence[str]) -> Bound:
    """Answer how many sell it today: counted over all offers, so that no one source proves it."""
    return Bound(entry.sellers, None, entry.id)


def _of(entry: ModelEntry, fact: Fact | None) -> Bound:
    match fact.value if fact else None:
        case Day() | int() | str() as value:
            return Bound(value, fact.proof if fact else None, entry.id)
        case _:
            return Bound(None, None, entry.id)


def _score(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    found = [result for result in entry.results if is_meant(result.record, tuple(arguments))]
    if not found:
        return Bound(None, None, entry.id)
    best = min(found, key=_preference)
    return Bound(best.record.score, best.proof, entry.id)


def _preference(result: ResultEntry) -> tuple[int, bool, int, int, int]:
    """Order results by evaluator, the model as it comes before one in a special setting, and then the newest."""
    date = result.record.date
    year, month, day = sort_key(date) if isinstance(date, Day) else (0, 0, 0)
    is_special = bool(result.record.variant)
    return (EVALUATORS.index(result.record.by), is_special, -year, -month, -day)


ANSWERS: Mapping[str, Answer] = {
    "name": _name,
    "price": _price,
    "cost": _cost,
    "context": _stated("limits.context"),
    "max_output": _stated("limits.max_output"),
    "score": _score,
    "released": _stated("lifecycle.released"),
    "retires": _retires,
    "cutoff": _stated("lifecycle.knowledge_cutoff"),
    "sellers": _sellers,
}
"""Each function of `checks.calls` but `table`, to what answers it."""
