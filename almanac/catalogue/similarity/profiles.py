"""Profiles: each model reduced to the few numbers by which it is compared, read once for the whole catalogue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from almanac.catalogue.catalogue import BenchmarkEntry, Group, ModelEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.rankings import Kind, kind_of
from almanac.catalogue.status import SOLD
from almanac.records.traits import CAPABILITIES, MODALITIES, READS, WRITES
from almanac.units.dates import Day, last_day

OWN_FEATURES = tuple(name for name in CAPABILITIES if name not in {*READS, *WRITES})
"""The capabilities that say more than the modalities do; the others would count twice."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One model in numbers; None where nobody states it. A price is a logarithm here and never becomes money again."""

    id: str
    lab: str
    family: str
    mode: str
    price: float | None
    context: float | None
    size: float | None
    released: float | None
    can: int
    """One bit for each feature that it is known to have."""
    cannot: int
    reads: int
    writes: int
    scores: Mapping[Kind, float]
    """Its ranked results by what makes results comparable, each as a share of its benchmark's span; more is better."""
    sellers: float
    """The logarithm of one more than the providers that sell it today."""
    is_sold: bool
    is_own: bool
    """Whether its own lab sells it."""


def profiles(models: Iterable[ModelEntry], benchmarks: Mapping[str, BenchmarkEntry]) -> dict[str, Profile]:
    """Return the profile of every model by its id."""
    spans = {
        kind_of(group.results[0].record): (_span(entry, group), entry.record.higher_is_better)
        for entry in benchmarks.values()
        for group in entry.groups
    }
    return {model.id: _profile(model, spans) for model in models}


def _profile(model: ModelEntry, spans: Mapping[Kind, tuple[float, bool]]) -> Profile:
    record, offer, traits = model.record, reference(model), model.record.modalities
    released, weights = record.lifecycle.released, record.weights
    return Profile(
        id=model.id,
        lab=model.lab,
        family=record.family or "",
        mode=record.mode,
        price=log(offer.blend) if offer is not None and offer.blend else None,
        context=log(record.limits.context) if record.limits.context else None,
        size=log(weights.parameters) if weights and weights.parameters else None,
        released=float(last_day(released).toordinal()) if isinstance(released, Day) else None,
        can=_features(model, stated=True),
        cannot=_features(model, stated=False),
        reads=_bits(traits.input, MODALITIES),
        writes=_bits(traits.output, MODALITIES),
        scores=_scores(model, spans),
        sellers=log(1 + model.sellers),
        is_sold=model.sellers > 0 and model.status.word in SOLD,
        is_own=model.own is not None,
    )


def _features(model: ModelEntry, *, stated: bool) -> int:
    return _bits([name for name in OWN_FEATURES if getattr(model.capabilities, name) is stated], OWN_FEATURES)


def _bits(names: Iterable[str], known: Sequence[str]) -> int:
    return sum(1 << known.index(name) for name in names)


def _scores(model: ModelEntry, spans: Mapping[Kind, tuple[float, bool]]) -> dict[Kind, float]:
    found = {}
    for entry in model.results:
        span, higher = spans[kind := kind_of(entry.record)]
        if entry.rank:
            found[kind] = float(entry.record.score) / span * (1 if higher else -1)
    return found


def _span(entry: BenchmarkEntry, group: Group) -> float:
    """Return what a difference of results is measured by: the benchmark's range, else how far its results lie apart."""
    scores = [result.record.score for result in group.results]
    low, high = entry.record.range or (min(scores), max(scores))
    return float(high - low) or 1.0
