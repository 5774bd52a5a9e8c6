"""Sides: each model as a column of a comparison, every value written once and with what it is measured by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.bargains import bargain, contenders
from almanac.catalogue.catalogue import Amount, Fact, ModelEntry, OfferEntry, Proof, ResultEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.rankings import kind_of
from almanac.catalogue.receipts import receipt
from almanac.catalogue.similarity.profiles import OWN_FEATURES
from almanac.outputs.compare.rows import FEATURE, JOB
from almanac.outputs.context import Context
from almanac.outputs.model.receipts import said
from almanac.outputs.values import modalities, plural, priced
from almanac.records import Price, Workload
from almanac.units.dates import Day, long_date, short_date, sort_key
from almanac.units.money import dollars, exact
from almanac.units.tokens import exact_count, short_count


@dataclass(frozen=True, slots=True)
class Trait:
    """One value: as it is read, what it is compared by (exact text, or empty), a note, and its sources."""

    text: str
    measure: str = ""
    note: str = ""
    proofs: tuple[Proof, ...] = ()
    is_word: bool = False
    flag: str = ""
    """How many dispute the value; it makes no difference between two that are the same."""


@dataclass(frozen=True, slots=True)
class Contest:
    """One kind of result that may be compared: its name, who measured it and how, and whether more is better."""

    key: str
    label: str
    note: str
    higher: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One model as a column; `at` says whose prices it has. What nobody states is missing from the traits."""

    id: str
    name: str
    lab: str
    at: str
    traits: Mapping[str, Trait]
    results: Mapping[str, Trait]
    contests: Mapping[str, Contest]


def side(context: Context, model: ModelEntry) -> Side:
    """Return the column of a model, at its lab's own price or else at the cheapest."""
    offer = _offer(model)
    ranked = [entry for entry in model.results if entry.rank]
    return Side(
        id=model.id,
        name=model.record.name,
        lab=context.lab_name(model.lab),
        at=f"priced at {context.offer_name(offer)}{_age(offer)}" if offer else "sold by nobody we know of",
        traits=dict((*_prices(context, model, offer), *_limits(model), *_features(model), *_dates(model))),
        results={key_of(entry): _result(entry) for entry in ranked},
        contests={key_of(entry): _contest(context, entry) for entry in ranked},
    )


def _offer(model: ModelEntry) -> OfferEntry | None:
    """Return the paid offer that stands for the model, else the first that is sold: offers stand in that order."""
    return reference(model) or next((offer for offer in model.offers.values() if offer.status.word != "retired"), None)


def _age(offer: OfferEntry) -> str:
    """Say how old the price is where it is stale: once for the column, not in every cell of it."""
    fact = offer.facts.get("price")
    if fact is None or fact.proof is None or not fact.proof.stale:
        return ""
    return ", date unknown" if fact.proof.age is None else f", {fact.proof.age:,} days ago"


Traits = Iterator[tuple[str, Trait]]


def _prices(context: Context, model: ModelEntry, offer: OfferEntry | None) -> Traits:
    if offer is None:
        return
    fact = offer.facts.get("price")
    if model.record.mode == "chat" and fact is not None:
        sellers = contenders(model) or (offer,)
        for key, workload in context.catalogue.workloads.items():
            if trait := _job(context, sellers, workload):
                yield f"{JOB}{key}", trait
    for name in ("input", "output", "cache_read"):
        value = getattr(offer.price, name) if isinstance(offer.price, Price) else offer.price
        if value is not None:
            yield name, _amount(value, fact)
    cheapest = model.offers.get(model.cheapest or "")
    if cheapest is not None:
        yield "cheapest", _pair(context, cheapest)


def _job(context: Context, sellers: Sequence[OfferEntry], workload: Workload) -> Trait | None:
    """Return what a job costs at the seller who asks least for it, and who that is; None where nobody says."""
    best = bargain(sellers, workload)
    if best is not None:
        note = f"{context.offer_name(best.offer)}{', in a batch' if best.is_batch else ''}"
        return _sum(said(best.total, best.receipt.lines), best.total, note, best.offer)
    made = receipt(workload, offer=sellers[0])
    text = said(made.total, made.lines)
    if text == "unknown":
        return None
    # A job that cannot be done is no bargain.
    return _sum(text, None, "its longest request does not fit" if made.fits is False else "", sellers[0])


def _sum(text: str, total: Decimal | None, note: str, offer: OfferEntry) -> Trait:
    measure = exact(total) if total else ""
    proofs = _proofs(offer.facts.get("price"))
    return Trait(text.removeprefix("$"), measure, note, proofs, is_word=not text.startswith("$"))


def _amount(value: Amount, fact: Fact | None) -> Trait:
    if isinstance(value, Decimal) and value:
        return Trait(dollars(value), exact(value), proofs=_proofs(fact))
    return Trait(priced(value), proofs=_proofs(fact), is_word=isinstance(value, str | Decimal))


def _pair(context: Context, offer: OfferEntry) -> Trait:
    sides = [value for value in (offer.input, offer.output) if isinstance(value, Decimal)]
    text = " / ".join(dollars(value) for value in sides)
    return Trait(text, exact(offer.blend or Decimal(0)), context.offer_name(offer), _proofs(offer.facts.get("price")))


def _limits(model: ModelEntry) -> Traits:
    limits, traits = model.record.limits, model.record.modalities
    for name in ("context", "max_output"):
        if value := getattr(limits, name):
            is_split = name == "context" and limits.max_input is not None and limits.max_input < value
            note = f"{exact_count(limits.max_input)} of them input" if is_split and limits.max_input else ""
            yield name, _stated(model, f"limits.{name}", exact_count(value), str(value), note)
    for key, side_, kinds in (("reads", "input", traits.input), ("writes", "output", traits.output)):
        if kinds:
            yield key, _stated(model, f"modalities.{side_}", modalities(kinds), str(len(kinds)))


def _features(model: ModelEntry) -> Traits:
    for name in OWN_FEATURES:
        value = getattr(model.capabilities, name)
        if value is not None:
            yield f"{FEATURE}{name}", _stated(model, f"capabilities.{name}", "yes" if value else "no")


def _dates(model: ModelEntry) -> Traits:
    lifecycle, weights, status = model.record.lifecycle, model.record.weights, model.status
    for key, name in (("cutoff", "knowledge_cutoff"), ("released", "released")):
        value = getattr(lifecycle, name)
        if isinstance(value, Day):
            measure = "{:04}{:02}{:02}".format(*sort_key(value))
            yield key, _stated(model, f"lifecycle.{name}", long_date(value), measure)
    ends = f"{status.next_word} {short_date(status.next_date)}" if status.next_date else ""
    yield "status", _stated(model, "status", status.word, note=ends)
    sellers = plural(model.sellers, "provider") if model.sellers else "nobody we know of"
    yield "sellers", Trait(sellers, str(model.sellers), is_word=not model.sellers)
    if weights is not None:
        licence = f", {weights.licence}" if weights.open and weights.licence else ""
        yield "weights", _stated(model, "weights.open", f"open{licence}" if weights.open else "closed")
        if weights.parameters:
            yield "size", _stated(model, "weights.parameters", short_count(weights.parameters))


def _stated(model: ModelEntry, path: str, text: str, measure: str = "", note: str = "") -> Trait:
    """Return a trait that one fact of the model proves, with how many say otherwise."""
    fact = model.facts.get(path)
    rivals = {rival.proof.source for rival in fact.rivals} if fact else set()
    return Trait(text, measure, note, _proofs(fact), flag=f"disputed by {len(rivals)}" if rivals else "")


def key_of(entry: ResultEntry) -> str:
    """Return what a result must share with another to be compared with it, as one text."""
    return "|".join(kind_of(entry.record))


def _contest(context: Context, entry: ResultEntry) -> Contest:
    record = entry.record
    benchmark = context.catalogue.benchmarks[record.benchmark].record
    who = context.catalogue.sources[record.source].title
    how = {"lab": f"the lab’s own, in {who}", "independent": who, "republished": f"repeated by {who}"}[record.by]
    version = f"version {record.version}" if record.version else ""
    note = ", ".join(filter(None, (how, record.variant, version, record.harness, record.dataset)))
    unit = {"percent": " %", "usd": " $", "seconds": " s", "elo": " Elo"}.get(benchmark.unit, "")
    return Contest(
        key_of(entry), f"{benchmark.name},{unit}" if unit else benchmark.name, note, benchmark.higher_is_better
    )


def _result(entry: ResultEntry) -> Trait:
    record = entry.record
    when = short_date(record.date) if isinstance(record.date, Day) else "date unknown"
    return Trait(exact_score(record.score), exact_score(record.score), when, (entry.proof,))


def exact_score(score: Decimal) -> str:
    """Write a score as its source does, with a minus that a program can read."""
    return f"{score:f}"


def _proofs(fact: Fact | None) -> tuple[Proof, ...]:
    return (fact.proof,) if fact is not None and fact.proof is not None else ()
