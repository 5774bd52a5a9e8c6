"""Tallies: how many facts of a model, a provider or a kind of fact there are, and how many of them are in doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from almanac.catalogue.catalogue import Catalogue, Doubt
from almanac.catalogue.parts import offer_of
from almanac.catalogue.quality import stated
from almanac.outputs.quality.fields import field_of

UNSURE = ("stale", "undated", "unsourced")
"""Kinds of which a fact has one at most; what is disputed may be fresh, and what nobody states is no fact."""


@dataclass(slots=True)
class Tally:
    """The counts of one model, provider or kind of fact."""

    facts: int = 0
    doubts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many doubts there are."""
        return self.doubts.total()

    @property
    def sure(self) -> int:
        """How many facts have a source, and a day that is not too long ago."""
        return self.facts - sum(self.doubts[kind] for kind in UNSURE)


Tallies = dict[str, Tally]


@dataclass(frozen=True, slots=True)
class Tallied:
    """The counts by model, by provider and by kind of fact, each worst first."""

    models: Tallies
    providers: Tallies
    fields: Tallies


def tallied(catalogue: Catalogue) -> Tallied:
    """Count the facts and doubts of a catalogue. What is the model's own is counted for no provider."""
    found = Tallied({}, {}, {})
    for model in catalogue.models.values():
        for path, _ in stated(model):
            for tally in _tallies(found, model.id, path):
                tally.facts += 1
    for doubt in _doubts(catalogue):
        for tally in _tallies(found, doubt.record, doubt.path):
            tally.doubts[doubt.kind] += 1
    return Tallied(*map(_worst_first, (found.models, found.providers, found.fields)))


def provider_of(path: str) -> str:
    """Return the provider whose offer a path is about; empty for what is the model's own."""
    return offer_of(path).partition("@")[0]


def _tallies(found: Tallied, model: str, path: str) -> Iterable[Tally]:
    yield found.models.setdefault(model, Tally())
    yield found.fields.setdefault(field_of(path).name, Tally())
    if provider := provider_of(path):
        yield found.providers.setdefault(provider, Tally())


def _doubts(catalogue: Catalogue) -> Iterable[Doubt]:
    """Yield every doubt about a model; findings about other records stand in their own list."""
    quality = catalogue.quality
    for doubts in (
        quality.disputed, quality.stale, quality.undated, quality.unsourced, quality.unknown, quality.waived,
    ):  # fmt: skip
        yield from (doubt for doubt in doubts if doubt.record in catalogue.models)


def _worst_first(tallies: Mapping[str, Tally]) -> Tallies:
    return dict(sorted(tallies.items(), key=lambda item: (-item[1].total, item[0])))
