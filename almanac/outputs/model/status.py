"""Status: the sentence at the head of a model's page that says whether it can still be had, and until when."""

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry
from almanac.outputs.model.disputes import written
from almanac.outputs.model.figures import Told
from almanac.outputs.values import plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import days_since, long_date

MOST_OTHERS = 3
"""How many other providers' last days the head names; the offers table has them all."""


def status_sentence(told: Told) -> Cell:
    """Return the status in bold, then dates with their marks, disputes and the successor."""
    parts = [cells.safe(f"<b>{_bold(told)}.</b>", f"{_bold(told)}.")]
    own = told.model.offers[told.model.own] if told.model.own else None
    if own is not None:
        parts += _end(told, own)
    for offer in _ending(told, own)[:MOST_OTHERS]:
        parts += _end(told, offer)
    fact = told.fact("status")
    if fact is not None and fact.rivals:
        parts += [
            cells.join((cells.flag(f"{written(rival.value, 'status')} elsewhere"), told.marks.mark(rival.proof)))
            for rival in fact.rivals
        ]
    successor = told.model.record.lifecycle.successor
    if successor and successor in told.context.catalogue.models:
        name = told.context.catalogue.models[successor].record.name
        link = cells.link(name, told.context.shell.href(addresses.model(successor)))
        parts.append(cells.join((cells.plain("Next of its size: "), link, cells.plain("."))))
    return cells.join(parts, " ")


def _ending(told: Told, own: OfferEntry | None) -> list[OfferEntry]:
    """Return the other offers whose end is ahead; a variant of one that was named says nothing new."""
    today = told.context.catalogue.today
    return [
        offer
        for offer in told.model.offers.values()
        if offer is not own
        and not offer.variant
        and offer.record.retires
        and days_since(offer.record.retires, today) < 0
    ]


def _bold(told: Told) -> str:
    model = told.model
    word = model.status.word.capitalize()
    if model.status.word == "retired" and model.own and model.sellers:
        return f"Retired at {told.context.offer_name(model.offers[model.own])}, sold by {model.sellers}"
    if model.sellers:
        return f"{word}, sold by {model.sellers}"
    return f"{word}, sold by nobody we know of"


def _end(told: Told, offer: OfferEntry) -> list[Cell]:
    """Say when an offer ends or ended, and who says otherwise."""
    when = offer.record.retires
    if when is None:
        return []
    name, ahead = told.context.offer_name(offer), -days_since(when, told.context.catalogue.today)
    if ahead > 0:
        said = f"{name} ends it on {long_date(when)}, in {plural(ahead, 'day')}"
    else:
        said = f"{name} ended it on {long_date(when)}"
    fact = offer.facts["retires"] if "retires" in offer.facts else told.model.facts.get("lifecycle.retires")
    rivals = [
        cells.join(
            (
                cells.flag(f"{written(rival.value, 'retires')} elsewhere"),
                told.marks.mark(rival.proof),
            )
        )
        for rival in (fact.rivals if fact else ())
    ]
    if fact is not None:
        told.paths.add(fact.path)
    return [cells.join((cells.plain(said), told.marks.of(fact), *rivals, cells.plain(".")))]
