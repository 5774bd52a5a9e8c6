"""Questions about the end: who retires a model, when, and what comes after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact, OfferEntry, Question
from almanac.catalogue.evidence import Prover
from almanac.catalogue.history import noticer
from almanac.catalogue.questions.subject import Asked, answered
from almanac.catalogue.questions.traits import FEW
from almanac.catalogue.questions.wording import escaped, listed, when
from almanac.units.dates import Day, is_reached, sort_key

Way = tuple[str, str]
"""How an end is told: what stands before and after the name of who sells the offer."""

GONE, DUE, AHEAD = ("", " no longer listed it"), ("", " was to end it"), ("", " ends it")
"""Gone from the seller's own list, planned for a day that is past, and still ahead."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of one offer, by the one of its dates that tells it."""

    offer: OfferEntry
    fact: Fact
    day: Day
    way: Way

    @property
    def place(self) -> tuple[bool, tuple[int, int, int], str]:
        """The lab's own first, then by date."""
        return (not self.offer.is_own, sort_key(self.day), self.offer.key)


@dataclass(frozen=True, slots=True)
class End:
    """The end of a provider's offers: the last of them, under the name that says which of them end."""

    ending: Ending
    seller: str


def retirement(asked: Asked, prover: Prover) -> Question | None:
    """Answer when the model retires, provider by provider."""
    sellers: dict[str, list[OfferEntry]] = {}
    for offer in asked.entry.offers.values():
        sellers.setdefault(offer.provider, []).append(offer)
    known = [end for offers in sellers.values() if (end := _end_of_all(asked, offers, prover))]
    if not known:
        return _of_model(asked, prover)
    groups = _groups(sorted(known, key=lambda end: end.ending.place))
    said = [*map(_sentence, groups), *_rest(len(sellers) - len(known)), *_successor(asked)]
    facts = [end.ending.fact for group in groups for end in group[:FEW]]
    return answered(f"When is {asked.name} retired?", " ".join(said), *facts, asked.fact("lifecycle.successor"))


def _end_of_all(asked: Asked, offers: Sequence[OfferEntry], prover: Prover) -> End | None:
    """Return the last end of a provider's offers: until then it sold the model."""
    found = [ending for offer in offers if (ending := _ending(asked, offer, prover))]
    if not found:
        return None
    last = max(found, key=lambda ending: (sort_key(ending.day), ending.fact.path.endswith("ended")))
    alike = [ending.offer for ending in found if (ending.day, ending.way) == (last.day, last.way)]
    return End(last, _seller(asked, alike) if len(found) < len(offers) else asked.provider(last.offer))


def _seller(asked: Asked, offers: Sequence[OfferEntry]) -> str:
    """Name the variants that end, where the provider's plain offer is not among them and others do not end."""
    name, variants = asked.provider(offers[0]), [escaped(offer.variant.replace(".", " ")) for offer in offers]
    if not all(variants):
        return name
    return f"{name} ({listed(variants) if len(variants) <= FEW else f'{len(variants)} of its offers'})"


def _ending(asked: Asked, offer: OfferEntry, prover: Prover) -> Ending | None:
    ended, retires = _dated(offer.facts.get("ended")), _dated(_planned(asked, offer))
    if ended and is_reached(ended[1], prover.today):
        return Ending(offer, *ended, way=_noticed(asked, offer, ended[0], prover))
    chosen = retires or ended
    return Ending(offer, *chosen, way=DUE if is_reached(chosen[1], prover.today) else AHEAD) if chosen else None


def _dated(fact: Fact | None) -> tuple[Fact, Day] | None:
    return (fact, fact.value) if fact is not None and isinstance(fact.value, Day) else None


def _planned(asked: Asked, offer: OfferEntry) -> Fact | None:
    """Return when it is to retire: an offer that states any date of its end takes none over from the model."""
    states_end = offer.record.deprecated or offer.record.retires or offer.record.ended
    return offer.facts.get("retires") if states_end else asked.fact("lifecycle.retires")


def _noticed(asked: Asked, offer: OfferEntry, fact: Fact, prover: Prover) -> Way:
    source = prover.sources.get(fact.proof.source) if fact.proof else None
    who = noticer(source, asked.providers[offer.provider].name)
    return (f"{escaped(who)} found it gone at ", "") if who else GONE


def _groups(ends: Sequence[End]) -> list[list[End]]:
    """Put together what is told alike; what lies ahead is told last."""
    found: dict[Way, list[End]] = {}
    for end in ends:
        found.setdefault(end.ending.way, []).append(end)
    return sorted(found.values(), key=lambda group: group[0].ending.way == AHEAD)


def _sentence(group: Sequence[End]) -> str:
    (before, after), first, rest = group[0].ending.way, group[0], len(group) - FEW
    at = "at " if before else ""
    told = [
        f"{before}{first.seller}{after} {when(first.ending.day)}",
        *(f"{at}{end.seller} {when(end.ending.day)}" for end in group[1:FEW]),
    ]
    return f"{listed([*told, *([f'{at}{others(rest)} too'] if rest > 0 else [])])}."


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


def _of_model(asked: Asked, prover: Prover) -> Question | None:
    found = _dated(asked.fact("lifecycle.retires"))
    if found is None:
        return None
    fact, day = found
    before, after = DUE if is_reached(day, prover.today) else AHEAD
    said = [f"{before}{escaped(asked.lab_name)}{after} {when(day)}.", *_successor(asked)]
    return answered(f"When is {asked.name} retired?", " ".join(said), fact, asked.fact("lifecycle.successor"))
