"""Offers: each joined with its model, put in order, and the cheapest of those that are paid."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue import facts, status, traits
from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry
from almanac.catalogue.evidence import Origin, prefix_of
from almanac.catalogue.prices import blended, word_of
from almanac.catalogue.status import SOLD, Derived
from almanac.catalogue.subject import Subject, provider_of
from almanac.paths import follow, item_name
from almanac.records import HistoryRow, Offer, Price, PriceRow, UnitPrice
from almanac.records.parameter import Parameter
from almanac.units.money import WORDS

OWN, PAID, PRICED, WORD, UNKNOWN, ANNOUNCED, RETIRED = range(7)
"""The order in which offers stand; `PRICED` ones ask money, but not a pair that compares with others."""


def statuses(subject: Subject) -> dict[str, Derived]:
    """Return the status of each offer, by key."""
    lifecycle, today = subject.model.lifecycle, subject.today
    return {
        key: status.of_offer(offer, lifecycle, prefix=prefix_of(key), today=today)
        for key, offer in subject.model.offers.items()
    }


def offer_entries(
    subject: Subject, *, model_facts: Mapping[str, Fact], states: Mapping[str, Derived]
) -> dict[str, OfferEntry]:
    """Return the offers by key, in the order in which pages show them."""
    shared = _Shared(facts.inheritable(model_facts), traits.parameters_of(subject.model.parameters))
    found = [_entry(subject, key, shared=shared, state=state) for key, state in states.items()]
    found.sort(key=lambda entry: _place(entry, subject))
    return {entry.key: entry for entry in found}


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all offers of a model take over from it."""

    facts: Mapping[str, Fact]
    parameters: tuple[Parameter, ...]


def _entry(subject: Subject, key: str, *, shared: _Shared, state: Derived) -> OfferEntry:
    model, offer, provider = subject.model, subject.model.offers[key], provider_of(key)
    price, rows = _price(subject, offer), _rows(subject, key, offer)
    blend, rate = blended(price, mode=model.mode), subject.exchange.rate(offer.currency)
    dossier = subject.dossier.of_offer(key, offer)
    # A status that rests on a date of the model's is proved by the model's evidence.
    basis = dossier if state.path.startswith(dossier.prefix) else subject.dossier
    void = tuple(f"limits.{name}" for name in traits.void_limits(model, offer))
    stated = facts.offer_facts(dossier, offer, price=price, rows=rows)
    proof = basis.proof(state.path.removeprefix(basis.prefix))
    derived = {"status": dossier.derived("status", state.status.word, proof=proof)}
    return OfferEntry(
        model_id=subject.id,
        key=key,
        provider=provider,
        variant=key.partition("@")[2],
        record=offer,
        status=state.status,
        limits=traits.limits_of(model, offer),
        modalities=traits.modalities_of(model, offer),
        capabilities=traits.offered_capabilities(model, offer),
        parameters=traits.parameters_of(offer.parameters, known=shared.parameters),
        price=price,
        is_own=provider == subject.lab.provider,
        blend=blend,
        is_paid=state.status.word in SOLD and blend is not None,
        facts=facts.inherited(shared.facts, dossier, without=void) | stated | derived,
        price_when=rows,
        price_history=_history(subject, offer),
        rate=rate,
        rate_proof=subject.dossier.prover.prove(Origin(rate.source, rate.on), below="currency") if rate else None,
    )


def _price(subject: Subject, offer: Offer) -> Price | str | None:
    return subject.exchange.dollars(offer, offer.price) if isinstance(offer.price, Price) else offer.price


def _rows(subject: Subject, key: str, offer: Offer) -> dict[str, PriceRow]:
    written = follow(subject.document.data, ("offers", key, "price_when"))
    names = [item_name(row) for row in written] if isinstance(written, Sequence) else []
    rows = ((name, subject.exchange.dollars(offer, row)) for name, row in zip(names, offer.price_when, strict=True))
    return {name: row for name, row in rows if row is not None}


def _history(subject: Subject, offer: Offer) -> tuple[HistoryRow, ...]:
    rows = (subject.exchange.dollars(offer, row, at=row.from_) for row in offer.price_history)
    return tuple(row for row in rows if row is not None)


def _place(entry: OfferEntry, subject: Subject) -> tuple[int, int, Decimal, str, str]:
    word = word_of(entry.price)
    name = subject.providers[entry.provider].name.casefold()
    return (
        _class(entry),
        WORDS.index(word) if word else 0,
        entry.blend if entry.blend is not None else Decimal(0),  # only ever compared inside one class
        name,
        entry.key,
    )


def _class(entry: OfferEntry) -> int:
    if entry.status.word == "retired":
        return RETIRED
    if entry.status.word not in SOLD:
        return ANNOUNCED
    if entry.is_own:
        return OWN
    if entry.is_paid:
        return PAID
    if word_of(entry.price):
        return WORD
    return PRICED if _asks_money(entry.price) else UNKNOWN


def _asks_money(price: Price | str | None) -> bool:
    stated = price.components().values() if isinstance(price, Price) else ()
    return any(isinstance(value, Decimal | UnitPrice) for value in stated)


def cheapest(offers: Mapping[str, OfferEntry]) -> str | None:
    """Return the key of the cheapest paid offer, by the blend of its own pair; the lab's own where two ask the same.

    Of each provider only its default offer counts: a region, a tier or a snapshot is another product than the one
    that the others sell.
    """
    paid = defaults(entry for entry in offers.values() if entry.is_paid)
    priced = [(entry.blend, not entry.is_own, entry.key) for entry in paid if entry.blend is not None]
    return min(priced, default=(None, True, None))[2]


def defaults(offers: Iterable[OfferEntry]) -> list[OfferEntry]:
    """Return one offer of each provider, in the order given: the plain one, else its first variant."""
    chosen: dict[str, OfferEntry] = {}
    for entry in offers:
        known = chosen.setdefault(entry.provider, entry)
        if entry.key < known.key:  # a plain key stands before its variants
            chosen[entry.provider] = entry
    return list(chosen.values())


def reference(entry: ModelEntry) -> OfferEntry | None:
    """Return the paid offer by which a model is compared with another: the lab's own, else the cheapest."""
    return reference_of(entry.offers, own=entry.own, cheapest=entry.cheapest)


def blend_of(entry: ModelEntry) -> Decimal | None:
    """Return the one price by which a model is compared with another; None where nobody asks a pair of prices."""
    offer = reference(entry)
    return (offer.blend or None) if offer is not None else None


def reference_of(offers: Mapping[str, OfferEntry], *, own: str | None, cheapest: str | None) -> OfferEntry | None:
    """Return the lab's own offer while it is a paid one, else the cheapest; both are given by their keys."""
    sold = offers.get(own or "")
    return sold if sold is not None and sold.is_paid else offers.get(cheapest or "")
