"""Models: each record joined with its offers, its ranked results, its receipts and its relations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from almanac.catalogue import facts, offers, status, traits
from almanac.catalogue.catalogue import (
    Fact,
    MeasurementEntry,
    ModelEntry,
    OfferEntry,
    Proof,
    RatingEntry,
    Receipt,
    ResultEntry,
)  # fmt: skip
from almanac.catalogue.evidence import Origin, prefix_of
from almanac.catalogue.lines import Lines
from almanac.catalogue.receipts import receipts
from almanac.catalogue.relations import Relations, lab_of
from almanac.catalogue.status import SOLD, Derived
from almanac.catalogue.subject import Subject
from almanac.paths import item_name
from almanac.records import Workload


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a model's entry takes from outside its record."""

    results: Mapping[str, tuple[ResultEntry, ...]]
    workloads: Mapping[str, Workload]
    relations: Relations


@dataclass(frozen=True, slots=True)
class Stated:
    """What a model's entry is made of at its core: its facts, its offers, and the status that follows from both."""

    facts: Mapping[str, Fact]
    offers: Mapping[str, OfferEntry]
    state: Derived


def model_entry(subject: Subject, around: Surroundings) -> ModelEntry:
    """Return the entry of a model, its questions still missing: those are asked among all models."""
    core, model, related = stated(subject), subject.model, around.relations
    cheapest = offers.cheapest(core.offers)
    sold = [offer for offer in core.offers.values() if offer.status.word in SOLD]
    carried = (*core.facts.values(), *(fact for offer in core.offers.values() for fact in offer.facts.values()))
    return ModelEntry(
        id=subject.id,
        lab=lab_of(subject.id),
        record=model,
        family_name=subject.family_name,
        status=core.state.status,
        sellers=len({offer.provider for offer in sold}),
        offers=core.offers,
        own=subject.own,
        cheapest=cheapest,
        capabilities=traits.capabilities_of(model, caches=_caching(subject) is not None),
        facts=core.facts,
        other_claims=facts.other_claims(subject.dossier, carried, data=subject.document.data),
        results=around.results.get(subject.id, ()),
        measurements=tuple(_measurements(subject)),
        ratings=tuple(_ratings(subject)),
        receipts=_receipts(subject, core.offers, cheapest=cheapest, workloads=around.workloads),
        questions=(),
        predecessors=related.predecessors.get(subject.id, ()),
        siblings=related.siblings(subject.id, model.family),
        guides=related.guides.get(subject.id, ()),
        line=Lines(subject.document),
    )


def stated(subject: Subject) -> Stated:
    """Return a model's facts, offers and status."""
    model, key = subject.model, _caching(subject)
    own_facts = facts.model_facts(
        subject.dossier,
        model,
        family_name=subject.family_name,
        caching={key: model.offers[key]} if key else {},
    )
    states = offers.statuses(subject)
    own = states[subject.own] if subject.own else None
    state = status.of_model(model, list(states.values()), own=own, today=subject.today)
    entries = offers.offer_entries(subject, model_facts=own_facts, states=states)
    own_facts["status"] = subject.dossier.derived("status", state.status.word, proof=_proof(subject, state))
    return Stated(own_facts, entries, state)


def _caching(subject: Subject) -> str | None:
    return traits.caching_offer(subject.model.offers, own=subject.own)


def _proof(subject: Subject, state: Derived) -> Proof | None:
    offered = [(key, offer) for key, offer in subject.model.offers.items() if state.path.startswith(prefix_of(key))]
    for key, offer in offered:
        return subject.dossier.of_offer(key, offer).proof(state.path.removeprefix(prefix_of(key)))
    return subject.dossier.proof(state.path)


def _receipts(
    subject: Subject, entries: Mapping[str, OfferEntry], *, cheapest: str | None, workloads: Mapping[str, Workload]
) -> tuple[Receipt, ...]:
    """Price the workloads at the paid offer by which the model is compared; a word for a price makes no bill."""
    offer = offers.reference_of(entries, own=subject.own, cheapest=cheapest)
    return receipts(offer, workloads) if offer is not None and subject.model.mode == "chat" else ()


def _measurements(subject: Subject) -> Iterator[MeasurementEntry]:
    for record, path in zip(subject.model.measurements, _paths(subject, "measurements"), strict=True):
        proof = subject.dossier.proof_of(path, Origin(record.source, record.at))
        yield MeasurementEntry(record=record, proof=proof, path=path)


def _ratings(subject: Subject) -> Iterator[RatingEntry]:
    for record, path in zip(subject.model.ratings, _paths(subject, "ratings"), strict=True):
        proof = subject.dossier.proof_of(path, Origin(record.source, record.checked))
        yield RatingEntry(record=record, proof=proof, path=path)


def _paths(subject: Subject, name: str) -> list[str]:
    written = subject.document.data.get(name) if isinstance(subject.document.data, Mapping) else None
    return [f"{name}[{item_name(item)}]" for item in written] if isinstance(written, Sequence) else []
