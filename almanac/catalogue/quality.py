"""Quality: how many of the shown facts are sourced and dated, and which are in doubt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from almanac.catalogue.catalogue import Doubt, Fact, ModelEntry, Quality
from almanac.problems import Problem
from almanac.reader.document import Document
from almanac.records import Price


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact of one model."""

    model: ModelEntry
    fact: Fact


def quality(models: Iterable[ModelEntry], *, documents: Mapping[str, Document], waived: Iterable[Problem]) -> Quality:
    """Count the facts of all models; `documents` gives the file of each model by its id."""
    entries = list(models)
    shown = [Shown(entry, fact) for entry in entries for fact in stated(entry)]
    disputed = [Shown(entry, fact) for entry in entries for fact in (*_facts(entry), *entry.other_claims)]
    doubts = {
        "stale": [one for one in shown if one.fact.proof and one.fact.proof.stale and one.fact.proof.checked],
        "undated": [one for one in shown if one.fact.proof and one.fact.proof.checked is None],
        "unsourced": [one for one in shown if one.fact.proof is None],
        "disputed": [one for one in disputed if one.fact.rivals],
    }
    sourced = len(shown) - len(doubts["unsourced"])
    return Quality(
        facts=len(shown),
        sourced=sourced,
        dated=sourced - len(doubts["undated"]),
        waived=tuple(_waived(problem) for problem in sorted(waived)),
        **{kind: _doubts(kind, found, documents) for kind, found in doubts.items()},
    )


def stated(entry: ModelEntry) -> Iterator[Fact]:
    """Yield every single fact that a model's file states and its pages show.

    What follows from other facts is not counted beside them, nor a whole price beside its components.
    """
    for fact in _facts(entry):
        if not fact.derived and not isinstance(fact.value, Price):
            yield fact
    found = [(one.path, one.proof) for one in entry.results]
    found += [(one.path, one.proof) for one in entry.measurements]
    found += [(one.path, one.proof) for one in entry.ratings]
    yield from (Fact(path=path, value=None, proof=proof) for path, proof in found)


def _facts(entry: ModelEntry) -> Iterator[Fact]:
    yield from entry.facts.values()
    for offer in entry.offers.values():
        # What an offer inherits has the model's path, and is counted there.
        yield from (fact for fact in offer.facts.values() if fact.path.startswith("offers."))


def _doubts(kind: str, found: Iterable[Shown], documents: Mapping[str, Document]) -> tuple[Doubt, ...]:
    doubts = (_doubt(kind, one, documents[one.model.id].path) for one in found)
    return tuple(sorted(doubts, key=lambda doubt: (-doubt.rivals, -(doubt.age or 0), doubt.record, doubt.path)))


def _doubt(kind: str, one: Shown, file: str) -> Doubt:
    proof = one.fact.proof
    return Doubt(
        kind=kind,
        record=one.model.id,
        title=one.model.record.name,
        path=one.fact.path,
        source=proof.source if proof else "",
        age=proof.age if proof else None,
        rivals=len(one.fact.rivals) if kind == "disputed" else 0,
        file=file,
        lines=one.model.line,
    )


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
