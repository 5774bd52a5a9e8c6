"""Bound facts: what a guide's calls show, from the catalogue, each with its proof."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Catalogue, Fact, ModelEntry, OfferEntry, Proof, ResultEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.prices import component
from almanac.markup import Call
from almanac.records import UnitPrice
from almanac.units.dates import Day, long_date, sort_key
from almanac.units.money import dollars, exact
from almanac.units.tokens import exact_count

NOT_STATED = "not stated"
EVALUATORS = ("independent", "lab", "republished")
"""Whose score is shown where several have published one and the guide does not say."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands in place of a call: its words, their proof, and the model they speak of (none for a table)."""

    text: str
    proof: Proof | None
    model_id: str
    table: "Table | None" = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of models: its column heads, and a row for each model with what stands in each column."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Bound, ...], ...]


Answer = Callable[[ModelEntry, Sequence[str]], Bound]


def resolve(catalogue: Catalogue, call: Call) -> Bound:
    """Return what a call shows. The checks have passed it: its function, its model and its other arguments exist."""
    if call.name == "table":
        return _table([catalogue.models[model_id] for model_id in call.arguments])
    model_id, *rest = call.arguments
    return ANSWERS[call.name](catalogue.models[model_id], rest)


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
            return Bound(amount(value), fact.proof, entry.id)
    return Bound(NOT_STATED, None, entry.id)


def amount(value: Decimal | str | UnitPrice) -> str:
    """Write one price component inside a sentence."""
    match value:
        case Decimal():
            return f"${dollars(value)}"
        case UnitPrice():
            return f"${dollars(value.usd)} per {value.per.replace('-', ' ')}"
        case _:
            return value.replace("-", " ")


def _limit(name: str) -> Answer:
    def answer(entry: ModelEntry, _: Sequence[str]) -> Bound:
        return _of(entry, entry.facts.get(f"limits.{name}"))

    return answer


def _day(name: str) -> Answer:
    def answer(entry: ModelEntry, _: Sequence[str]) -> Bound:
        return _of(entry, entry.facts.get(f"lifecycle.{name}"))

    return answer


def _retires(entry: ModelEntry, _: Sequence[str]) -> Bound:
    own: OfferEntry | None = entry.offers.get(entry.own or "")
    return _of(entry, (own.facts.get("retires") if own else None) or entry.facts.get("lifecycle.retires"))


def _of(entry: ModelEntry, fact: Fact | None) -> Bound:
    match fact.value if fact else None:
        case None:
            text = NOT_STATED
        case Day() as day:
            text = long_date(day)
        case int() as count:
            text = exact_count(count)
        case value:
            text = str(value)
    return Bound(text, fact.proof if fact else None, entry.id)


def _score(entry: ModelEntry, arguments: Sequence[str]) -> Bound:
    benchmark, *evaluators = arguments
    meant = [result for result in entry.results if result.record.benchmark == benchmark]
    found = [result for result in meant if result.record.by in (evaluators or EVALUATORS)]
    if not found:
        return Bound(NOT_STATED, None, entry.id)
    best = min(found, key=_preference)
    return Bound(exact(best.record.score), best.proof, entry.id)


def _preference(result: ResultEntry) -> tuple[int, int, int, int]:
    date = result.record.date
    year, month, day = sort_key(date) if isinstance(date, Day) else (0, 0, 0)
    return (EVALUATORS.index(result.record.by), -year, -month, -day)


ANSWERS: Mapping[str, Answer] = {
    "name": _name,
    "price": _price,
    "context": _limit("context"),
    "max_output": _limit("max_output"),
    "score": _score,
    "released": _day("released"),
    "retires": _retires,
    "cutoff": _day("knowledge_cutoff"),
}
"""Each function of `checks.calls` but `table`, to what answers it."""

COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Model", "name", ()),
    ("Input, per 1M tokens", "price", ("input",)),
    ("Output, per 1M tokens", "price", ("output",)),
    ("Context, tokens", "context", ()),
    ("Longest output, tokens", "max_output", ()),
    ("Released", "released", ()),
)
"""The columns of a guide's table: head, function, and its arguments behind the model."""


def _table(entries: Sequence[ModelEntry]) -> Bound:
    rows = tuple(tuple(_cell(entry, name, arguments) for _, name, arguments in COLUMNS) for entry in entries)
    heads = tuple(head for head, _, _ in COLUMNS)
    text = "; ".join(_in_words(heads, row) for row in rows)
    return Bound(text, None, "", Table(heads, rows))


def _cell(entry: ModelEntry, name: str, arguments: Sequence[str]) -> Bound:
    if name == "price":  # both sides of a pair are one offer's
        offer = reference(entry) or next((one for one in entry.offers.values() if one.price is not None), None)
        return Bound(NOT_STATED, None, entry.id) if offer is None else _price(entry, (*arguments, offer.key))
    return ANSWERS[name](entry, arguments)


def _in_words(heads: Sequence[str], row: Sequence[Bound]) -> str:
    told = [f"{head.partition(',')[0].lower()} {cell.text}" for head, cell in zip(heads[1:], row[1:], strict=True)]
    return f"{row[0].text}: {', '.join(told)}"
