"""Quality: how many of the shown facts are sourced and dated, and which are in doubt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from almanac.catalogue.catalogue import Doubt, Fact, ModelEntry, Proof, Quality
from almanac.problems import Problem
from almanac.reader.document import Document
from almanac.records import Price

KINDS = ("stale", "undated", "unsourced", "disputed")


def quality(models: Iterable[ModelEntry], *, documents: Mapping[str, Document], waived: Iterable[Problem]) -> Quality:
    """Count the facts of all models; `documents` gives the file of each model by its id."""
    found: dict[str, list[Doubt]] = {kind: [] for kind in KINDS}
    facts = 0
    for entry in models:
        file = documents[entry.id].path
        for path, proof in stated(entry):
            facts += 1
            kind = _kind(proof)
            if kind:
                found[kind].append(_doubt(kind, path, proof=proof, model=entry, file=file))
        for fact in (*_facts(entry), *entry.other_claims):
            if fact.rivals:
                doubt = _doubt("disputed", fact.path, proof=fact.proof, model=entry, file=file)
                found["disputed"].append(replace(doubt, rivals=len(fact.rivals)))
    sourced = facts - len(found["unsourced"])
    return Quality(
        facts=facts,
        sourced=sourced,
        dated=sourced - len(found["undated"]),
        waived=tuple(_waived(problem) for problem in sorted(waived)),
        **{kind: tuple(sorted(doubts, key=_worst_first)) for kind, doubts in found.items()},
    )


def _kind(proof: Proof | None) -> str:
    if proof is None:
        return "unsourced"
    return "undated" if proof.checked is None else "stale" if proof.stale else ""


def _worst_first(doubt: Doubt) -> tuple[int, int, str, str]:
    return (-doubt.rivals, -(doubt.age or 0), doubt.record, doubt.path)


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


def _doubt(kind: str, path: str, *, proof: Proof | None, model: ModelEntry, file: str) -> Doubt:
    return Doubt(
        kind=kind,
        record=model.id,
        title=model.record.name,
        path=path,
        source=proof.source if proof else "",
        age=proof.age if proof else None,
        rivals=0,
        file=file,
        lines=model.line,
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
