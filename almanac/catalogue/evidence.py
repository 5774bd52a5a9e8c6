"""Evidence: which source proves a fact, how old that proof is, and what other sources say instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from almanac.catalogue.catalogue import Fact, Proof, Rival
from almanac.paths import child, format_path, item_name, parse_path
from almanac.records import Claim, Evidence, Model, Offer, Source
from almanac.records.site import Stale
from almanac.units.dates import Day, days_since

BUDGETS = {
    "price": "price", "price_when": "price", "price_history": "price", "currency": "price", "limits": "limits",
    "lifecycle": "lifecycle", "status": "lifecycle", "ids": "lifecycle", "since": "lifecycle",
    "deprecated": "lifecycle", "retires": "lifecycle", "ended": "lifecycle",
    "results": "result", "measurements": "measurement",
}  # fmt: skip
"""First step of a path, below the offer where there is one, to its entry in `stale_after`; all others are `default`."""

_OFFER = re.compile(r"^offers\.(?:\[[^\]]+\]|[^.\[]+)\.?")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where facts come from that have no evidence of their own, and when that was checked."""

    source: str
    checked: Day | str | None = None


@dataclass(frozen=True, slots=True)
class Prover:
    """Turns a source and a date into a proof. Equal proofs are one object: an import proves thousands alike."""

    sources: Mapping[str, Source]
    stale_after: Stale
    today: date
    known: dict[tuple[str, Day | str | None, str, str], Proof] = field(default_factory=dict, compare=False, repr=False)

    def prove(self, origin: Origin, *, below: str, note: str = "") -> Proof:
        """Return the proof of a fact by its path in the model or below the offer, which decides its budget."""
        key = (origin.source, origin.checked, budget_of(below), note)
        if key not in self.known:
            self.known[key] = self._proof(origin.source, origin.checked, budget=key[2], note=note)
        return self.known[key]

    def _proof(self, source: str, checked: Day | str | None, *, budget: str, note: str) -> Proof:
        day = self._day(source, checked)
        # A month that still runs, or a day after `--today`, is as fresh as can be and not younger than that.
        age = None if day is None else max(0, days_since(day, self.today))
        stale = age is None or age > getattr(self.stale_after, budget)
        return Proof(source=source, checked=day, age=age, stale=stale, note=note)

    def _day(self, source: str, checked: Day | str | None) -> Day | None:
        if checked is None:
            record = self.sources.get(source)
            checked = record.at if record else None
        return checked if isinstance(checked, Day) else None


def below_offer(path: str) -> str:
    """Return a path of an offer's fact as it is below the offer, and any other as it is."""
    return _OFFER.sub("", path, count=1)


def budget_of(below: str) -> str:
    """Return the entry of `stale_after` under which a fact falls, by its path in the model or below the offer."""
    return BUDGETS.get(below.partition(".")[0].partition("[")[0], "default")


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a model's record says about the origin of its facts. `prefix` is that of one offer: `offers.azure.`."""

    prover: Prover
    origin: Origin | None
    evidence: Mapping[str, Evidence]
    """Written path, in its longest form, to evidence."""
    claims: Mapping[str, tuple[Rival, ...]]
    """Written path, in its longest form, to what others say."""
    prefix: str = ""

    def of_offer(self, key: str, offer: Offer) -> "Dossier":
        """Return the same for the facts of one offer, which fall back on the offer's own source and date."""
        source = offer.source or (self.origin.source if self.origin else None)
        origin = Origin(source, offer.checked) if source else None
        return Dossier(self.prover, origin, self.evidence, self.claims, prefix_of(key))

    def proof(self, below: str) -> Proof | None:
        """Return the proof of a fact by its path below the prefix; None where nothing names a source for it."""
        if self.origin is not None:
            return self.proof_of(below, self.origin)
        evidence = self._nearest(below)
        return self.proof_of(below, Origin(evidence.source)) if evidence else None

    def proof_of(self, below: str, origin: Origin) -> Proof:
        """Return the proof of a fact with an origin of its own: the nearest evidence above it, else that origin."""
        evidence = self._nearest(below)
        if evidence is None:
            return self.prover.prove(origin, below=below)
        found = Origin(evidence.source, evidence.checked)
        return self.prover.prove(found, below=below, note=evidence.note or "")

    def _nearest(self, below: str) -> Evidence | None:
        path = f"{self.prefix}{below}" if self.evidence else ""
        # A dot or bracket inside a name only makes a path that no evidence has.
        while path and path not in self.evidence:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.evidence.get(path)

    def fact(self, below: str, value: object) -> Fact:
        """Return a fact that the record states."""
        path = f"{self.prefix}{below}"
        return Fact(path=path, value=value, proof=self.proof(below), rivals=self.claims.get(path, ()))

    def derived(self, below: str, value: object, *, proof: Proof | None) -> Fact:
        """Return a fact that no line states, with the proof of what it follows from."""
        path = f"{self.prefix}{below}"
        return Fact(path=path, value=value, proof=proof, rivals=self.claims.get(path, ()), derived=True)


def prefix_of(key: str) -> str:
    """Return what the paths of an offer's facts begin with."""
    return f"{format_path(('offers', key))}."


def dossier(model: Model, *, data: object, prover: Prover) -> Dossier:
    """Return the dossier of a model's record; `data` is the plain data that it was made from."""
    return Dossier(
        prover=prover,
        origin=Origin(model.sync.source) if model.sync else None,
        evidence={canonical(path, data): evidence for path, evidence in model.evidence.items()},
        claims=_grouped(model.claims, data, prover),
    )


def _grouped(claims: tuple[Claim, ...], data: object, prover: Prover) -> Mapping[str, tuple[Rival, ...]]:
    found: dict[str, tuple[Rival, ...]] = {}
    for claim in claims:
        path = canonical(claim.path, data)
        proof = prover.prove(Origin(claim.source, claim.checked), below=below_offer(path))
        rival = Rival(value=claim.value, proof=proof, verdict=claim.verdict or "", why=claim.why or "")
        found[path] = (*found.get(path, ()), rival)
    return found


def canonical(path: str, data: object) -> str:
    """Write a path in its longest form: list items by their whole identity, whatever part of it was written."""
    names: list[str] = []
    here = data
    for step in parse_path(path):
        below = child(here, step)
        is_item = below is not None and not isinstance(here, Mapping)
        names.append(item_name(below) if is_item else step)
        here = below
    return format_path(names, data)
