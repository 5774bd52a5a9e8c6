"""Offers: each joined with its model, put in order, and the cheapest of those that are paid."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from almanac.catalogue import facts, status, traits
from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry
from almanac.catalogue.prices import blended, word_of
from almanac.catalogue.status import SOLD, Derived
from almanac.catalogue.subject import Subject, provider_of
from almanac.paths import follow, format_path, item_name
from almanac.records import HistoryRow, Offer, Price, PriceRow, UnitPrice
from almanac.units.money import WORDS

OWN, PAID, PRICED, WORD, UNKNOWN, ANNOUNCED, RETIRED = range(7)
"""The order in which offers stand; `PRICED` ones ask money, but not a pair that compares with others."""


def statuses(subject: Subject) -> dict[str, Derived]:
    """Return the status of each offer, by key."""
    lifecycle, today = subject.model.lifecycle, subject.today
    return {
        key: status.of_offer(offer, lifecycle, prefix=f"{format_path(('offers', key))}.", today=today)
        for key, offer in subject.model.offers.items()
    }


def offer_entries(
    subject: Subject, *, model_facts: Mapping[str, Fact], states: Mapping[str, Derived]
) -> dict[str, OfferEntry]:
    """Return the offers by key, in the order in which pages show them."""
    shared = facts.inheritable(model_facts)
    found = [_entry(subject, key, shared=shared, state=state) for key, state in states.items()]
    found.sort(key=lambda entry: _place(entry, subject))
    return {entry.key: entry for entry in found}


def _entry(subject: Subject, key: str, *, shared: Mapping[str, Fact], state: Derived) -> OfferEntry:
    model, offer, provider = subject.model, subject.model.offers[key], provider_of(key)
    price, rows = _price(subject, offer), _rows(subject, key, offer)
    dossier = subject.dossier.of_offer(key, offer)
    # A status that rests on a date of the model's is proved by the model's evidence.
    basis = dossier if state.path.startswith(dossier.prefix) else subject.dossier
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
        parameters=traits.parameters_of(model, offer),
        price=price,
        is_own=provider == subject.lab.provider,
        is_paid=state.status.word in SOLD and blended(price, mode=model.mode) is not None,
        facts=facts.inherited(shared, dossier) | stated | derived,
        price_when=rows,
        price_history=_history(subject, offer),
        rate=subject.exchange.rate(offer.currency),
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
    price, word = blended(entry.price, mode=subject.model.mode), word_of(entry.price)
    name = subject.providers[entry.provider].name.casefold()
    return (
        _class(entry),
        WORDS.index(word) if word else 0,
        price if price is not None else Decimal(0),  # only ever compared inside one class
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


def cheapest(offers: Mapping[str, OfferEntry], *, mode: str) -> str | None:
    """Return the key of the cheapest paid offer, by the blend of its own pair; the lab's own where two ask the same.

    An offer of a variant (a region, a tier, a snapshot) counts only where no provider's plain offer is paid: it is
    another product than the one that the others sell.
    """
    paid = [entry for entry in offers.values() if entry.is_paid]
    plain = [entry for entry in paid if not entry.variant]
    priced = [(blended(entry.price, mode=mode), not entry.is_own, entry.key) for entry in plain or paid]
    return min((found for found in priced if found[0] is not None), default=(None, True, None))[2]


def reference(entry: ModelEntry) -> OfferEntry | None:
    """Return the paid offer by which a model is compared with another: the lab's own, else the cheapest."""
    own = entry.offers.get(entry.own or "")
    if own is not None and own.is_paid:
        return own
    return entry.offers[entry.cheapest] if entry.cheapest else None
