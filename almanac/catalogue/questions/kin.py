"""Questions about kin: how a model differs from those of its family that are nearest to it in price."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.catalogue.catalogue import Fact, ModelEntry, Question
from almanac.catalogue.offers import reference
from almanac.catalogue.prices import blended
from almanac.catalogue.questions.subject import Asked, answered
from almanac.catalogue.questions.wording import escaped, full_pair, short_pair, when
from almanac.units.dates import Day
from almanac.units.tokens import exact_count

NEAREST = 2
FEWEST = 2
"""With fewer things to tell there is no difference worth a question."""

LIMITS = {
    "limits.context": ("Both hold {} tokens of context.", "Its context window holds {} tokens, against {}."),
    "limits.max_output": ("Both answer in at most {} tokens.", "It answers in at most {} tokens, against {}."),
}


def differences(asked: Asked) -> Iterator[Question]:
    """Answer how the model differs from each of its nearest kin."""
    nearest = sorted(asked.kin(), key=lambda kin: _distance(asked.entry, kin))[:NEAREST]
    for kin in nearest:
        said = list(_said(asked.entry, kin))
        if len(said) >= FEWEST:
            question = f"How does {asked.name} differ from {escaped(kin.record.name)}?"
            sentences = " ".join(sentence for sentence, _ in said)
            yield answered(question, sentences, *(fact for _, facts in said for fact in facts))


def _distance(one: ModelEntry, other: ModelEntry) -> tuple[bool, Decimal, str]:
    costs = [blended(offer.price, mode=one.record.mode) for entry in (one, other) if (offer := reference(entry))]
    known = [cost for cost in costs if cost]
    factor = max(known) / min(known) if len(known) == 2 else Decimal(0)  # noqa: PLR2004 - one of each
    return (not factor, factor, other.id)


def _said(one: ModelEntry, other: ModelEntry) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    yield from _price(one, other)
    for path, (alike, unlike) in LIMITS.items():
        mine, theirs = one.facts.get(path), other.facts.get(path)
        if mine and theirs and isinstance(mine.value, int) and isinstance(theirs.value, int):
            sentence = alike if mine.value == theirs.value else unlike
            yield sentence.format(exact_count(mine.value), exact_count(theirs.value)), (mine, theirs)
    yield from _reasoning(one, other)
    yield from _release(one, other)


def _price(one: ModelEntry, other: ModelEntry) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    mine, theirs = reference(one), reference(other)
    if mine is None or theirs is None:
        return
    facts = (mine.facts["price"], theirs.facts["price"])
    if (mine.input, mine.output) == (theirs.input, theirs.output):
        yield f"Both cost {full_pair(mine)}.", facts
    else:
        yield f"It costs {full_pair(mine)}, against {short_pair(theirs)}.", facts


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
