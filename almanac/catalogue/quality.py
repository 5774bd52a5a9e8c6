"""Quality: how many of the shown facts are sourced and dated, and which are in doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from almanac.catalogue.catalogue import Doubt, Fact, ModelEntry, Proof, Quality
from almanac.catalogue.evidence import below_offer, budget_of
from almanac.catalogue.status import SOLD
from almanac.paths import format_path
from almanac.problems import Problem
from almanac.reader.document import Document
from almanac.records import Price
from almanac.records.site import Stale

KINDS = ("stale", "undated", "unsourced", "disputed", "unknown")
FIRST = ("limits.context", "limits.max_output", "modalities.input", "lifecycle.knowledge_cutoff")
"""What a reader asks first of a model that chats; of every model besides its release, and of an offer its price."""
WORDS_APART = 2.0
"""As how far apart two dates or words count beside figures."""

Worst = tuple[float, ...]
"""By what doubts of one kind are ordered: the lowest is the worst."""


@dataclass(frozen=True, slots=True)
class Told:
    """A record in which facts are counted: its model, its file, and the days after which facts of a kind are stale."""

    model: ModelEntry
    file: str
    stale_after: Stale

    def doubt(self, kind: str, path: str, proof: Proof | None, fact: Fact | None = None) -> Doubt:
        """Return a doubt about one of its facts."""
        return Doubt(
            kind=kind,
            record=self.model.id,
            title=self.model.record.name,
            path=path,
            source=proof.source if proof else "",
            age=proof.age if proof else None,
            rivals=len(fact.rivals) if fact else 0,
            file=self.file,
            lines=self.model.line,
            budget=getattr(self.stale_after, budget_of(below_offer(path))),
            fact=fact,
        )


def quality(
    models: Iterable[ModelEntry], *, documents: Mapping[str, Document], waived: Iterable[Problem], stale_after: Stale
) -> Quality:
    """Count the facts of all models; `documents` gives the file of each model by its id."""
    found: dict[str, list[tuple[Worst, Doubt]]] = {kind: [] for kind in KINDS}
    facts = 0
    for entry in models:
        told = Told(entry, documents[entry.id].path, stale_after)
        facts += sum(1 for _ in stated(entry))
        for kind, path, proof, fact in in_doubt(entry):
            doubt = told.doubt(kind, path, proof, fact)
            found[kind].append((_badness(doubt, entry), doubt))
    sourced = facts - len(found["unsourced"])
    return Quality(
        facts=facts,
        sourced=sourced,
        dated=sourced - len(found["undated"]),
        waived=tuple(_waived(problem) for problem in sorted(waived)),
        **{kind: tuple(doubt for _, doubt in sorted(doubts, key=_worst_first)) for kind, doubts in found.items()},
    )


def in_doubt(entry: ModelEntry) -> Iterator[tuple[str, str, Proof | None, Fact | None]]:
    """Yield what is in doubt about a model: the kind of doubt, the path, its proof, and what is disputed."""
    for path, proof in stated(entry):
        if kind := _kind(proof):
            yield kind, path, proof, None
    for fact in (*_facts(entry), *entry.other_claims):
        if fact.rivals:
            yield "disputed", fact.path, fact.proof, fact
    yield from (("unknown", path, None, None) for path in unstated(entry))


def doubts_by_provider(quality_: Quality) -> Counter[str]:
    """Count the doubts about the offers of each provider."""
    doubts = (quality_.disputed, quality_.stale, quality_.undated, quality_.unsourced, quality_.unknown)
    return Counter(doubt.offer.partition("@")[0] for found in doubts for doubt in found)


def _kind(proof: Proof | None) -> str:
    if proof is None:
        return "unsourced"
    return "undated" if proof.checked is None else "stale" if proof.stale else ""


def _badness(doubt: Doubt, entry: ModelEntry) -> Worst:
    if doubt.fact:
        return _contested(doubt.fact)
    return (-entry.sellers,) if doubt.kind == "unknown" else _overdue(doubt)


def _worst_first(found: tuple[Worst, Doubt]) -> tuple[Worst, str, str]:
    worst, doubt = found
    return (worst, doubt.record, doubt.path)


def _overdue(doubt: Doubt) -> Worst:
    """Order by how many times a fact is older than it may be: a price of 180 days is worse than a result of 700."""
    return (-(doubt.age or 0) / max(doubt.budget or 1, 1),)


def _contested(fact: Fact) -> Worst:
    """Order by how far apart the values are, then by how many claims there are; what is judged comes last."""
    is_judged = all(rival.verdict for rival in fact.rivals)
    return (is_judged, -(apart(fact) or WORDS_APART), -len(fact.rivals))


def apart(fact: Fact) -> float | None:
    """Return by which factor the farthest claim about a figure is off; None where there is no figure to compare."""
    mine = _figure(fact.value)
    factors = [max(mine / theirs, theirs / mine) for rival in fact.rivals if mine and (theirs := _figure(rival.value))]
    return float(max(factors)) if factors else None


def _figure(value: object) -> Decimal | None:
    """Return a figure above zero; a date or a word is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and found > 0 else None


def unstated(entry: ModelEntry) -> Iterator[str]:
    """Yield the paths of what a reader asks first and nobody states, of a model and of its offers that are sold."""
    if entry.status.word not in SOLD and not entry.sellers:
        return
    if entry.record.lifecycle.released == "unknown":
        yield "lifecycle.released"
    if entry.record.mode == "chat":
        yield from (path for path in FIRST if path not in entry.facts)
    sold = (offer for offer in entry.offers.values() if offer.status.word in SOLD)
    yield from (format_path(("offers", offer.key, "price")) for offer in sold if offer.price is None)


def stated(entry: ModelEntry) -> Iterator[tuple[str, Proof | None]]:
    """Yield path and proof of every single fact that a model's file states and its pages show.

    What follows from other facts is not counted beside them, nor a whole price beside its components.
    """
    for fact in _facts(entry):
        if not fact.derived and not isinstance(fact.value, Price):
            yield fact.path, fact.proof
    yield from ((one.path, one.proof) for one in entry.results)
    yield from ((one.path, one.proof) for one in entry.measurements)
    yield from ((one.path, one.proof) for one in entry.ratings)


def _facts(entry: ModelEntry) -> Iterator[Fact]:
    yield from entry.facts.values()
    for offer in entry.offers.values():
        # What an offer inherits has the model's path, and is counted there.
        yield from (fact for fact in offer.facts.values() if fact.path.startswith("offers."))


def _waived(problem: Problem) -> Doubt:
    record, _, path = problem.fact.partition("#")
    record = record.removeprefix("models/")
    return Doubt(
        kind="waived",
        record=record,
        title=record,
        path=path,
        source="",
        age=None,
        rivals=0,
        file=problem.path,
        lines={path: problem.line},
        note=problem.message,
    )
