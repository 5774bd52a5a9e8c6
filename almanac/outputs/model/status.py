"""Status: the sentence at the head of a model's page that says whether it can still be had, and until when."""

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry
from almanac.catalogue.status import SOLD
from almanac.outputs.model.disputes import written
from almanac.outputs.model.ends import End, end_of
from almanac.outputs.model.figures import Told
from almanac.outputs.model.freshness import unseen_sellers
from almanac.outputs.values import plural
from almanac.render import cells
from almanac.render.cells import Cell

MOST_OTHERS = 3
"""How many other providers' last days the head names; the offers table has them all."""


def status_sentence(told: Told) -> Cell:
    """Return the status in bold, then dates with their marks, disputes and the successor."""
    parts = [cells.bold(f"{_bold(told)}.")]
    own = told.model.offers[told.model.own] if told.model.own else None
    if own is not None and (end := end_of(told, own)) is not None:
        parts.append(_clause(told, own, end))
    parts.append(_unseen(told))
    parts += [_clause(told, offer, end) for offer, end in _ending(told, own)[:MOST_OTHERS]]
    fact = told.fact("status")
    for rival in fact.rivals if fact else ():
        flag = cells.flag(f"{written(rival.value, 'status')} elsewhere")
        parts.append(cells.join((flag, told.marks.mark(rival.proof))))
    return cells.join((*parts, _successor(told)), " ")


def _successor(told: Told) -> Cell:
    successor = told.context.catalogue.models.get(told.model.record.lifecycle.successor or "")
    if successor is None:
        return cells.EMPTY
    link = cells.link(successor.record.name, told.context.shell.href(addresses.model(successor.id)))
    fact = told.model.facts.get("lifecycle.successor")
    mark = told.marks.mark(fact.proof) if fact else cells.EMPTY
    return cells.join((cells.plain("Its successor: "), link, mark, cells.plain(".")))


def _ending(told: Told, own: OfferEntry | None) -> list[tuple[OfferEntry, End]]:
    """Return the other offers whose own end is ahead; a variant of one that was named says nothing new."""
    plain = [offer for offer in told.model.offers.values() if offer is not own and not offer.variant]
    ends = [(offer, end_of(told, offer)) for offer in plain if offer.record.retires or offer.record.ended]
    return [(offer, end) for offer, end in ends if end is not None and end.days]


def _bold(told: Told) -> str:
    """Say the status, and how many providers sell the model; a lab that ended it is not counted among them."""
    model = told.model
    own = model.offers[model.own] if model.own else None
    if model.status.word == "retired" and own is not None:
        others = {offer.provider for offer in model.offers.values() if offer.status.word in SOLD} - {own.provider}
        if others:
            sellers = plural(len(others), "other provider")
            return f"Retired at {told.context.provider_name(own.provider)}, sold by {sellers}"
    word, sellers = model.status.word.capitalize(), plural(model.sellers, "provider")
    return f"{word}, sold by {sellers}" if model.sellers else f"{word}, sold by nobody we know of"


def _unseen(told: Told) -> Cell:
    """Say how many of the sellers were last checked before the lab ended the model."""
    unseen, sellers = len(unseen_sellers(told.model)), told.model.sellers
    if not unseen:
        return cells.EMPTY
    if unseen == sellers:
        return cells.plain(f"None of the {sellers} was checked since." if sellers > 1 else "It was not checked since.")
    return cells.plain(f"{unseen} of the {sellers} {'was' if unseen == 1 else 'were'} not checked since.")


def _clause(told: Told, offer: OfferEntry, end: End) -> Cell:
    """Say when an offer ends or ended, and who says otherwise."""
    name = told.context.offer_name(offer)
    said = f"{name} {'ends' if end.days else 'ended'} it {end.said}"
    rivals = [
        cells.join((cells.flag(f"{written(rival.value, 'retires')} elsewhere"), told.marks.mark(rival.proof)))
        for rival in end.fact.rivals
    ]
    told.paths.add(end.fact.path)
    return cells.join((cells.plain(said), told.marks.of(end.fact), *rivals, cells.plain(".")))
