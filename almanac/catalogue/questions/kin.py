"""Questions about kin: how a model differs from those of its family that are nearest to it in price."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.catalogue.catalogue import ModelEntry, OfferEntry, Proof, Question, ResultEntry
from almanac.catalogue.history import scored
from almanac.catalogue.questions.counts import is_same
from almanac.catalogue.questions.subject import Asked
from almanac.catalogue.questions.traits import KINDS
from almanac.catalogue.questions.wording import escaped, full_pair, listed, short_pair
from almanac.catalogue.rankings import kind_of
from almanac.units.tokens import exact_count, short_count

NEAREST = 2
FEWEST = 2
"""With fewer things to tell there is no difference worth a question."""

COUNTS = {
    "limits.context": ("Its context window holds {} tokens, against {}.", exact_count),
    "limits.max_output": ("It answers in at most {} tokens, against {}.", exact_count),
    "weights.parameters": ("It has {} parameters, against {}.", short_count),
}

Told = Iterator[tuple[str, tuple[Proof | None, ...]]]
"""Differences, each as a sentence with the proofs that it rests on."""


def differences(asked: Asked) -> Iterator[Question]:
    """Answer how the model differs from each of its nearest kin; what both share is no difference."""
    nearest = sorted(asked.kin(), key=lambda kin: _distance(asked.entry, kin))[:NEAREST]
    for kin in nearest:
        said = list(_said(asked, kin))
        if len(said) >= FEWEST:
            question = f"How does {asked.name} differ from {escaped(kin.record.name)}?"
            proofs = dict.fromkeys(proof for _, proofs in said for proof in proofs if proof)
            answer = " ".join(sentence for sentence, _ in said)
            yield Question(question=question, answer=answer, proofs=tuple(proofs))


def _distance(one: ModelEntry, other: ModelEntry) -> tuple[bool, Decimal, str]:
    pair = compared(one, other)
    costs = [offer.blend for offer in pair or () if offer.blend]
    factor = max(costs) / min(costs) if costs else Decimal(0)
    return (not costs, factor, other.id)


def compared(one: ModelEntry, other: ModelEntry) -> tuple[OfferEntry, OfferEntry] | None:
    """Return the paid offers by which two models are compared: both labs' own, else the cheapest of each."""
    for keys in ((one.own, other.own), (one.cheapest, other.cheapest)):
        mine, theirs = one.offers.get(keys[0] or ""), other.offers.get(keys[1] or "")
        if mine and theirs and mine.is_paid and theirs.is_paid:
            return mine, theirs
    return None


def _said(asked: Asked, other: ModelEntry) -> Told:
    one = asked.entry
    yield from _price(asked, other)
    for path, (sentence, write) in COUNTS.items():
        mine, theirs = one.facts.get(path), other.facts.get(path)
        if not (mine and theirs and isinstance(mine.value, int) and isinstance(theirs.value, int)):
            continue
        if not is_same(mine.value, theirs.value):
            yield sentence.format(write(mine.value), write(theirs.value)), (mine.proof, theirs.proof)
    yield from _reads(one, other)
    yield from _reasoning(one, other)
    yield from _score(asked, other)


def _price(asked: Asked, other: ModelEntry) -> Told:
    pair = compared(asked.entry, other)
    if pair is None:
        return
    mine, theirs = pair
    if (mine.input, mine.output) != (theirs.input, theirs.output):
        elsewhere = "" if mine.provider == theirs.provider else f" at {asked.seller(theirs)}"
        sentence = f"It costs {full_pair(mine)} at {asked.seller(mine)}, against {short_pair(theirs)}{elsewhere}."
        yield sentence, (mine.facts["price"].proof, theirs.facts["price"].proof)


def _reads(one: ModelEntry, other: ModelEntry) -> Told:
    mine, theirs = one.facts.get("modalities.input"), other.facts.get("modalities.input")
    taken, taken_there = one.record.modalities.input, other.record.modalities.input
    if mine and theirs and taken and taken_there and set(taken) != set(taken_there):
        here, there = (listed([KINDS[kind] for kind in kinds]) for kinds in (taken, taken_there))
        yield f"It reads {here}, while {escaped(other.record.name)} reads {there}.", (mine.proof, theirs.proof)


def _reasoning(one: ModelEntry, other: ModelEntry) -> Told:
    mine, theirs = one.facts.get("capabilities.reasoning"), other.facts.get("capabilities.reasoning")
    if mine and theirs and mine.value is not theirs.value:
        can, name = ("cannot", "can")[bool(mine.value)], escaped(other.record.name)
        sentence = f"It {can} reason before it answers, {name} {'can' if theirs.value else 'cannot'}."
        yield sentence, (mine.proof, theirs.proof)


def _score(asked: Asked, other: ModelEntry) -> Told:
    """Tell the one score that most models can be compared by: both are the newest of one kind of result."""
    theirs = {kind_of(result.record): result for result in other.results if result.rank}
    pairs = [
        (mine, theirs[kind])
        for mine in asked.entry.results
        if mine.rank and (kind := kind_of(mine.record)) in theirs and kind[0] in asked.benchmarks
    ]
    unlike = [(one, rival) for one, rival in pairs if one.record.score != rival.record.score]
    for mine, rival in sorted(unlike, key=_weight)[:1]:
        benchmark, variant = asked.benchmarks[mine.record.benchmark], mine.record.variant
        on = f"{escaped(benchmark.name)}{f', {escaped(variant)}' if variant else ''}"
        here, there = scored(mine.record, benchmark), scored(rival.record, benchmark)
        yield f"It scores {here} on {on}, {escaped(other.record.name)} {there}.", (mine.proof, rival.proof)


def _weight(pair: tuple[ResultEntry, ResultEntry]) -> tuple[int, tuple[str, ...]]:
    return (-pair[0].of, kind_of(pair[0].record))
