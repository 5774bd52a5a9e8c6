"""Questions about kin: how a model differs from those of its family that are nearest to it in price."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry, Question
from almanac.catalogue.questions.subject import Asked, answered
from almanac.catalogue.questions.wording import escaped, full_pair, short_pair, when
from almanac.units.dates import Day
from almanac.units.tokens import exact_count, short_count

NEAREST = 2
FEWEST = 2
"""With fewer things to tell there is no difference worth a question."""

COUNTS = {
    "limits.context": ("Both hold {} tokens of context.", "Its context window holds {} tokens, against {}."),
    "limits.max_output": ("Both answer in at most {} tokens.", "It answers in at most {} tokens, against {}."),
    "weights.parameters": ("Both have {} parameters.", "It has {} parameters, against {}."),
}


def differences(asked: Asked) -> Iterator[Question]:
    """Answer how the model differs from each of its nearest kin."""
    nearest = sorted(asked.kin(), key=lambda kin: _distance(asked.entry, kin))[:NEAREST]
    for kin in nearest:
        said = list(_said(asked, kin))
        if len(said) >= FEWEST and not all(sentence.startswith("Both ") for sentence, _ in said):
            question = f"How does {asked.name} differ from {escaped(kin.record.name)}?"
            sentences = " ".join(sentence for sentence, _ in said)
            yield answered(question, sentences, *(fact for _, facts in said for fact in facts))


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


def _said(asked: Asked, other: ModelEntry) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    one = asked.entry
    yield from _price(asked, other)
    for path, (alike, unlike) in COUNTS.items():
        mine, theirs = one.facts.get(path), other.facts.get(path)
        if mine and theirs and isinstance(mine.value, int) and isinstance(theirs.value, int):
            sentence = alike if mine.value == theirs.value else unlike
            write = short_count if path == "weights.parameters" else exact_count
            yield sentence.format(write(mine.value), write(theirs.value)), (mine, theirs)
    yield from _reasoning(one, other)
    yield from _release(one, other)


def _price(asked: Asked, other: ModelEntry) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    pair = compared(asked.entry, other)
    if pair is None:
        return
    mine, theirs = pair
    facts = (mine.facts["price"], theirs.facts["price"])
    if (mine.input, mine.output) == (theirs.input, theirs.output):
        yield f"Both cost {full_pair(mine)}.", facts
    else:
        elsewhere = "" if mine.provider == theirs.provider else f" at {asked.seller(theirs)}"
        at = f"at {asked.seller(mine)}"
        yield f"It costs {full_pair(mine)} {at}, against {short_pair(theirs)}{elsewhere}.", facts


def _reasoning(one: ModelEntry, other: ModelEntry) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    mine, theirs = one.facts.get("capabilities.reasoning"), other.facts.get("capabilities.reasoning")
    if mine and theirs and mine.value is not theirs.value:
        can, name = ("cannot", "can")[bool(mine.value)], escaped(other.record.name)
        yield f"It {can} reason before it answers, {name} {'can' if theirs.value else 'cannot'}.", (mine, theirs)


def _release(one: ModelEntry, other: ModelEntry) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    mine, theirs = one.facts.get("lifecycle.released"), other.facts.get("lifecycle.released")
    if not (mine and theirs and isinstance(mine.value, Day) and isinstance(theirs.value, Day)):
        return
    if mine.value != theirs.value:
        name = escaped(other.record.name)
        yield f"It was released {when(mine.value)}, {name} {when(theirs.value)}.", (mine, theirs)
