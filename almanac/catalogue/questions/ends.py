"""Questions about the end: who retires a model, when, and what comes after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact, OfferEntry, Question
from almanac.catalogue.offers import defaults
from almanac.catalogue.questions.subject import Asked, answered
from almanac.catalogue.questions.traits import FEW
from almanac.catalogue.questions.wording import escaped, listed, when
from almanac.units.dates import Day, sort_key


@dataclass(frozen=True, slots=True)
class End:
    """The end of one offer, and whether today has reached it."""

    offer: OfferEntry
    fact: Fact
    day: Day

    @property
    def is_past(self) -> bool:
        """Whether the offer has retired."""
        return self.offer.status.word == "retired"


def retirement(asked: Asked) -> Question | None:
    """Answer when the model retires, offer by offer."""
    offers = defaults(asked.entry.offers.values())
    ends = sorted((end for offer in offers if (end := _end(asked, offer))), key=_place)
    if not ends:
        return _without_offers(asked)
    said = [*_ends(asked, ends), *_rest(len(offers) - len(ends)), *_successor(asked)]
    facts = [end.fact for end in ends[:FEW]]
    return answered(f"When is {asked.name} retired?", " ".join(said), *facts, asked.fact("lifecycle.successor"))


def _end(asked: Asked, offer: OfferEntry) -> End | None:
    record = offer.record
    facts = [offer.facts[name] for name in ("ended", "retires") if name in offer.facts]
    if not facts and record.deprecated is None and "lifecycle.retires" in asked.entry.facts:
        facts = [asked.entry.facts["lifecycle.retires"]]
    found = [End(offer, fact, fact.value) for fact in facts if isinstance(fact.value, Day)]
    return min(found, key=lambda end: sort_key(end.day), default=None)


def _place(end: End) -> tuple[bool, tuple[int, int, int], str]:
    return (not end.offer.is_own, sort_key(end.day), end.offer.key)


def _ends(asked: Asked, ends: list[End]) -> Iterator[str]:
    for is_past, verb in ((True, "ended"), (False, "ends")):
        found = [end for end in ends if end.is_past is is_past]
        told = [f"{asked.seller(end.offer)}{f' {verb} it' * (n == 0)} {when(end.day)}" for n, end in enumerate(found)]
        rest = len(found) - FEW
        if found:
            yield f"{listed([*told[:FEW], *([f'{others(rest)} too'] if rest > 0 else [])])}."


def others(count: int) -> str:
    """Count those that are not named: one other, 3 others."""
    return "one other" if count == 1 else f"{count} others"


def _rest(count: int) -> Iterator[str]:
    if count:
        yield "The one other provider states no end." if count == 1 else f"The other {count} providers state no end."


def _successor(asked: Asked) -> Iterator[str]:
    successor = asked.models.get(asked.entry.record.lifecycle.successor or "")
    if successor is not None:
        yield f"{escaped(successor.record.name)} follows it."


def _without_offers(asked: Asked) -> Question | None:
    fact = asked.fact("lifecycle.retires")
    if fact is None or not isinstance(fact.value, Day):
        return None
    verb = "ended" if asked.entry.status.word == "retired" else "ends"
    said = [f"{escaped(asked.lab_name)} {verb} it {when(fact.value)}.", *_successor(asked)]
    return answered(f"When is {asked.name} retired?", " ".join(said), fact, asked.fact("lifecycle.successor"))
