"""What is asked about: one model, its kin, and what everything is called."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry, Question
from almanac.catalogue.offers import defaults
from almanac.catalogue.questions.wording import escaped
from almanac.catalogue.status import SOLD
from almanac.records import Benchmark, Provider

_GUARD = re.compile(r"guard|safety")
"""In the id of a model that judges what others say and answers nothing itself, whatever its mode is called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A model about which questions are asked, among all models."""

    entry: ModelEntry
    models: Mapping[str, ModelEntry]
    providers: Mapping[str, Provider]
    lab_name: str
    benchmarks: Mapping[str, Benchmark] = field(default_factory=dict)
    """By whose names scores are told; a score on a benchmark that is not among them is not told."""

    @property
    def name(self) -> str:
        """What the model is called, as Markdown."""
        return escaped(self.entry.record.name)

    def fact(self, path: str) -> Fact | None:
        """Return a fact of the model."""
        return self.entry.facts.get(path)

    def provider(self, offer: OfferEntry) -> str:
        """Return what the provider of an offer is called, as Markdown."""
        return escaped(self.providers[offer.provider].name)

    def seller(self, offer: OfferEntry) -> str:
        """Return what an offer is called, as Markdown: its provider, and its variant where it has one."""
        name = self.provider(offer)
        return f"{name} ({escaped(offer.variant.replace('.', ' '))})" if offer.variant else name

    def sold(self) -> Iterator[OfferEntry]:
        """Yield the offers that can be bought today."""
        return (offer for offer in self.entry.offers.values() if offer.status.word in SOLD)

    def sellers(self) -> list[OfferEntry]:
        """Return one offer of each provider that sells it today."""
        return defaults(self.sold())

    def kin(self) -> Iterator[ModelEntry]:
        """Yield the models of the same family and mode that have not retired; guards are kin of guards alone."""
        others = (self.models[sibling] for sibling in self.entry.siblings)
        mode, is_guard = self.entry.record.mode, bool(_GUARD.search(self.entry.id))
        return (
            other
            for other in others
            if other.status.word != "retired"
            and other.record.mode == mode
            and bool(_GUARD.search(other.id)) == is_guard
        )


def answered(question: str, answer: str, *facts: Fact | None) -> Question:
    """Return a question answered by facts, with their proofs, each once."""
    proofs = dict.fromkeys(fact.proof for fact in facts if fact is not None)
    return Question(question=question, answer=answer, proofs=tuple(proof for proof in proofs if proof))
