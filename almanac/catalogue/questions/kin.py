"""Questions about kin: how a model differs from those of its family that a reader would choose between."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from almanac.catalogue.catalogue import ModelEntry, OfferEntry, Proof, Question, ResultEntry
from almanac.catalogue.history import scored
from almanac.catalogue.questions.counts import is_same
from almanac.catalogue.questions.subject import Asked
from almanac.catalogue.questions.traits import KINDS, is_told
from almanac.catalogue.questions.wording import escaped, full_pair, listed, short_pair
from almanac.catalogue.rankings import kind_of
from almanac.units.dates import Day, days_since, first_day
from almanac.units.tokens import exact_count, short_count

ASKED = 2
FEWEST = 2
"""With fewer things to tell, or one beside as many that are the same, there is no difference worth a question."""
MOVING = "latest"
FAR = 550
"""Days: of two families with one name the older is not what a reader compares with."""
SHARED = {"limits.context": "context window", "limits.max_output": "longest answer", "modalities.input": "inputs"}

COUNTS = {
    "limits.context": ("Its context window holds {} tokens, against {}.", exact_count),
    "limits.max_output": ("It answers in at most {} tokens, against {}.", exact_count),
    "weights.parameters": ("It has {} parameters, against {}.", short_count),
}

Told = Iterator[tuple[str, tuple[Proof | None, ...]]]
"""Differences, each as a sentence with the proofs that it rests on."""


def differences(asked: Asked) -> Iterator[Question]:
    """Answer how the model differs from those of its kin that are chosen most; what both share is no difference."""
    return islice(filter(None, (_question(asked, kin) for kin in chosen(asked))), ASKED)


def chosen(asked: Asked) -> list[ModelEntry]:
    """Return the kin that do the same work: what follows it, then those of its time by how many sell them.

    Who is sold by many is who readers compare with; equals are told apart by price, the nearest first. A record that
    is called `latest` stands for another model every few months, and is nobody's kin.
    """
    gives = set(asked.entry.record.modalities.output)
    alike = (kin for kin in asked.kin() if not _is_moving(kin) and set(kin.record.modalities.output) in (gives, set()))
    return sorted(alike, key=lambda kin: _order(asked.entry, kin))


def _is_moving(model: ModelEntry) -> bool:
    return model.id.endswith(MOVING) or model.record.name.casefold().endswith(MOVING)


def _order(one: ModelEntry, other: ModelEntry) -> tuple[bool, bool, int, bool, Decimal, str]:
    pair = compared(one, other)
    costs = [offer.blend for offer in pair or () if offer.blend]
    factor = max(costs) / min(costs) if costs else Decimal(0)
    is_next = other.id == one.record.lifecycle.successor
    return (not is_next, _is_far(one, other), -other.sellers, not costs, factor, other.id)


def _is_far(one: ModelEntry, other: ModelEntry) -> bool:
    """Say whether two models are of different times: nobody chooses between them."""
    mine, theirs = one.record.lifecycle.released, other.record.lifecycle.released
    if not (isinstance(mine, Day) and isinstance(theirs, Day)):
        return True
    return abs(days_since(mine, first_day(theirs))) > FAR


def _question(asked: Asked, kin: ModelEntry) -> Question | None:
    said = [*_said(asked, kin)]
    if len(said) == 1:
        said += _shared(asked.entry, kin)
    if len(said) < FEWEST:
        return None
    question = f"How does {asked.name} differ from {escaped(kin.record.name)}?"
    proofs = dict.fromkeys(proof for _, proofs in said for proof in proofs if proof)
    return Question(question=question, answer=" ".join(sentence for sentence, _ in said), proofs=tuple(proofs))


def compared(one: ModelEntry, other: ModelEntry) -> tuple[OfferEntry, OfferEntry] | None:
    """Return the paid offers by which two models are compared: both labs' own, else the cheapest of each."""
    for keys in ((one.own, other.own), (one.cheapest, other.cheapest)):
        mine, theirs = one.offers.get(keys[0] or ""), other.offers.get(keys[1] or "")
        if mine and theirs and mine.is_paid and theirs.is_paid:
            return mine, theirs
    return None


def _shared(one: ModelEntry, other: ModelEntry) -> Told:
    """Tell what is the same, beside the one thing that is not."""
    pair = compared(one, other)
    is_same_price = pair is not None and _sides(pair[0]) == _sides(pair[1])
    found = {"price": (pair[0].facts["price"].proof, pair[1].facts["price"].proof)} if pair and is_same_price else {}
    found |= {
        name: (mine.proof, theirs.proof)
        for path, name in SHARED.items()
        if is_told(path, one.record.mode)
        and (mine := one.facts.get(path))
        and (theirs := other.facts.get(path))
        and _is_equal(mine.value, theirs.value)
    }
    if len(found) >= FEWEST:
        yield f"Its {listed(list(found))} are the same.", tuple(proof for pair in found.values() for proof in pair)


def _is_equal(one: object, other: object) -> bool:
    if isinstance(one, int) and isinstance(other, int):
        return is_same(one, other)
    return isinstance(one, tuple) and isinstance(other, tuple) and set(one) == set(other)


def _said(asked: Asked, other: ModelEntry) -> Told:
    one = asked.entry
    yield from _price(asked, other)
    for path, (sentence, write) in COUNTS.items():
        if not is_told(path, one.record.mode):
            continue
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
    if _sides(mine) != _sides(theirs):
        elsewhere = "" if mine.provider == theirs.provider else f" at {asked.seller(theirs)}"
        sentence = f"It costs {full_pair(mine)} at {asked.seller(mine)}, against {short_pair(theirs)}{elsewhere}."
        yield sentence, (mine.facts["price"].proof, theirs.facts["price"].proof)


def _sides(offer: OfferEntry) -> tuple[object, object]:
    return offer.input, offer.output


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
        benchmark, record = asked.benchmarks[mine.record.benchmark], mine.record
        # One benchmark may have a small public and a large hidden part: without its name a score says nothing.
        parts = filter(None, (benchmark.name, record.variant, record.harness, record.dataset))
        on = ", ".join(map(escaped, parts))
        here, there = scored(mine.record, benchmark), scored(rival.record, benchmark)
        yield f"It scores {here} on {on}, {escaped(other.record.name)} {there}.", (mine.proof, rival.proof)


def _weight(pair: tuple[ResultEntry, ResultEntry]) -> tuple[int, tuple[str, ...]]:
    return (-pair[0].of, kind_of(pair[0].record))
