"""Questions about money: what a model costs, what cached input costs, and whether a relative of it costs less."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.catalogue.catalogue import ModelEntry, OfferEntry, Question
from almanac.catalogue.offers import reference
from almanac.catalogue.questions.subject import Asked, answered
from almanac.catalogue.questions.units import by_unit
from almanac.catalogue.questions.wording import both_sides, escaped, less, listed, money, short_pair


def price(asked: Asked) -> Question | None:
    """Answer what the model costs."""
    entry = asked.entry
    own = entry.offers.get(entry.own or "")
    told = own if own is not None and own.is_paid else None
    cheapest = entry.offers.get(entry.cheapest or "")
    gifts = [
        *_word(asked, "free", "It is free of charge at {}."),
        *_word(asked, "free", "It runs on your own machine with {}, free of charge.", is_local=True),
        *_word(asked, "included", "It is part of a plan at {}."),
    ]
    said = [*_paid(asked, told, cheapest), *(sentence for sentence, _ in gifts)]
    priced = None if said else by_unit(asked)
    if not said and priced is None:
        return None
    offers = [told, cheapest, *(offer for _, offers in gifts for offer in offers)]
    if priced:
        said, offers = [priced[0]], [priced[1]]
    facts = [offer.facts["price"] for offer in offers if offer is not None]
    return answered(f"How much does {asked.name} cost?", " ".join(said), *facts)


def _paid(asked: Asked, own: OfferEntry | None, cheapest: OfferEntry | None) -> Iterator[str]:
    if own is not None:
        yield f"At {asked.seller(own)}, {both_sides(own)}."
        if _is_lowest(asked, own):
            yield "No paid offer that we know asks less."
    if cheapest is not None and cheapest is not own:
        pair = both_sides(cheapest) if own is None else short_pair(cheapest)
        which = "cheapest" if sum(offer.is_paid for offer in asked.sold()) > 1 else "only"
        yield f"The {which} paid offer that we know is at {asked.seller(cheapest)}: {pair}."


def _is_lowest(asked: Asked, own: OfferEntry) -> bool:
    """Say whether neither side of any other offer is below the lab's own; whatever is bought, nobody asks less then."""
    others = [offer for offer in asked.sold() if offer.is_paid and offer is not own]
    return bool(others) and not any(_is_below(offer, own) for offer in others)


def _is_below(offer: OfferEntry, own: OfferEntry) -> bool:
    sides = ((offer.input, own.input), (offer.output, own.output))
    return any(isinstance(one, Decimal) and isinstance(other, Decimal) and one < other for one, other in sides)


def _word(asked: Asked, word: str, sentence: str, *, is_local: bool = False) -> Iterator[tuple[str, list[OfferEntry]]]:
    """Tell whose price is one word: of the sellers, or of the programs that run a model at home."""
    sellers = (offer for offer in asked.sellers() if offer.price == word)
    found = [offer for offer in sellers if (asked.providers[offer.provider].kind == "local") == is_local]
    if found:
        yield sentence.replace("{}", listed([asked.seller(offer) for offer in found])), found


def cached(asked: Asked) -> Question | None:
    """Answer what cached input costs."""
    offer = reference(asked.entry)
    if offer is None or not isinstance(offer.cache_read, Decimal) or not isinstance(offer.input, Decimal):
        return None
    compared = less(offer.cache_read, offer.input)
    rate = f"{money(offer.cache_read)} per million tokens" if offer.cache_read else "Nothing"
    answer = f"{rate} at {asked.seller(offer)}{f', {compared} than new input' if compared else ''}."
    return answered(f"How much does cached input of {asked.name} cost?", answer, offer.facts["price.cache_read"])


def cheaper(asked: Asked) -> Question | None:
    """Answer whether another model of the family costs less, each at its cheapest paid offer."""
    mine = _cheapest(asked.entry)
    priced = [(offer.blend, kin.id, offer) for kin in asked.kin() if (offer := _cheapest(kin))]
    known = sorted((cost, kin, offer) for cost, kin, offer in priced if cost is not None)
    if mine is None or mine.blend is None or not known:
        return None
    cost, kin, offer = known[0]
    name = escaped(asked.models[kin].record.name)
    if cost < mine.blend:
        answer = f"Yes: {name} costs {both_sides(offer)} at {asked.seller(offer)}, against {short_pair(mine)}."
    elif cost == mine.blend:
        answer = f"No, but {name} costs the same."
    else:
        answer = f"No. Of the {len(known) + 1} models of this family whose price we know, it is the cheapest."
    question = f"Is there a cheaper model than {asked.name} in the {escaped(asked.entry.family_name)} family?"
    return answered(question, answer, mine.facts["price"], offer.facts["price"])


def _cheapest(entry: ModelEntry) -> OfferEntry | None:
    return entry.offers[entry.cheapest] if entry.cheapest else None
