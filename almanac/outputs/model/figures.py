"""Figures: the answer at the head of a model's page, each figure with its mark, its note and its dispute."""

from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry
from almanac.catalogue.status import SOLD
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.disputes import Dispute, day_of, dispute
from almanac.outputs.values import COMPONENT_TEXT, FIRM, modalities, priced
from almanac.records import Price
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import long_date, on_date, short_date
from almanac.units.tokens import exact_count

GIVES = {"embedding": "gives vectors", "rerank": "gives an order", "moderation": "gives a verdict"}
"""What models give that write nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: its label, the figure with its mark, a line of note and what others say."""

    label: str
    value: Cell
    note: str
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Collects which facts a page's head has told, so that their rivals are not listed twice."""

    context: Context
    model: ModelEntry
    marks: Marks
    paths: set[str]

    def fact(self, path: str) -> Fact | None:
        """Return a fact of the model and remember that it was told."""
        self.paths.add(path)
        return self.model.facts.get(path)


def figures(told: Told) -> tuple[Figure, ...]:
    """Return the key figures in the order of the drawn page; a figure without a fact says that nobody states it."""
    made = (
        _own_price(told),
        _cheapest(told),
        _limit(told, "limits.context", "Context window, tokens"),
        _limit(told, "limits.max_output", "Longest output, tokens"),
        _modalities(told),
        _released(told),
        _cutoff(told),
    )
    return tuple(figure for figure in made if figure is not None)


def price_pair(offer: OfferEntry, mark: Cell) -> Cell:
    """Return an offer's price as a figure: both sides of one offer, or its other components where it has neither."""
    if not isinstance(offer.price, Price):
        return cells.join((cells.word(priced(offer.price), firm=offer.price in FIRM), mark))
    sides = {"in": offer.input, "out": offer.output}
    shown = {name: value for name, value in sides.items() if value is not None} or {
        COMPONENT_TEXT[name]: value for name, value in offer.price.components().items()
    }
    said = [cells.nowrap(cells.join((cells.plain(priced(value)), cells.small(name)))) for name, value in shown.items()]
    if not said:
        return cells.join((cells.word("not stated"), mark))
    return cells.join((*said[:-1], cells.nowrap(cells.join((said[-1], mark)))), " ")


def price_unit(offer: OfferEntry) -> str:
    """Say what an offer's price is counted by; nothing where it is a word or each side names its own unit."""
    if not isinstance(offer.price, Price):
        return ""
    stated = [value for value in (offer.input, offer.output) if value is not None]
    return ", per 1M tokens" if stated and all(isinstance(value, Decimal) for value in stated) else ""


def _own_price(told: Told) -> Figure | None:
    if told.model.own is None:
        return None
    offer = told.model.offers[told.model.own]
    cached = f" Cached input {priced(offer.cache_read)}." if offer.cache_read is not None else ""
    since = offer.status.since if offer.status.word == "retired" else None
    ended = f" It ended {on_date(since)}." if since else ""
    return Figure(
        label="The lab’s own price",
        value=price_pair(offer, told.marks.of(offer.facts.get("price"))),
        note=f"{told.context.offer_name(offer)}{price_unit(offer)}.{cached}{ended}",
    )


def _cheapest(told: Told) -> Figure | None:
    living = [offer for offer in told.model.offers.values() if offer.status.word in SOLD]
    free = [offer for offer in living if offer.price == "free"]
    also = f" {told.context.offer_name(free[0])} is free." if free else ""
    if told.model.cheapest is None and free:
        note = f"{told.context.offer_name(free[0])}; nobody on sale asks money for both input and output."
        return Figure(
            "Cheapest offer", cells.join((cells.word("free", firm=True), told.marks.of(free[0].facts["price"]))), note
        )
    if told.model.cheapest is None:
        note = "No offer on sale has a pair of prices that compare." if living else "Nobody is known to sell it."
        return Figure("Cheapest paid offer", cells.word("none"), note)
    offer = told.model.offers[told.model.cheapest]
    return Figure(
        label="Cheapest paid offer",
        value=price_pair(offer, told.marks.of(offer.facts.get("price"))),
        note=f"{told.context.offer_name(offer)}{price_unit(offer)}.{also}",
    )


def _limit(told: Told, path: str, label: str) -> Figure:
    fact = told.fact(path)
    if fact is None or not isinstance(fact.value, int):
        return Figure(label, cells.word("not stated"), "", dispute(fact, told.marks))
    value = cells.join((cells.plain(exact_count(fact.value)), told.marks.of(fact)))
    return Figure(label, value, "", dispute(fact, told.marks))


def _modalities(told: Told) -> Figure | None:
    reads, writes = told.fact("modalities.input"), told.fact("modalities.output")
    traits = told.model.record.modalities
    if not traits.input:
        return None
    out = GIVES.get(told.model.record.mode) or f"writes {modalities(traits.output) or 'nothing stated'}"
    value = cells.join((cells.plain(modalities(traits.input)), told.marks.of(reads)))
    return Figure(f"Reads, and {out}", value, "", dispute(reads or writes, told.marks))


def _released(told: Told) -> Figure:
    fact = told.fact("lifecycle.released")
    when = day_of(fact.value) if fact else None
    weights = told.model.record.weights
    note = "" if weights is None else _weights_note(told)
    if when is None:
        return Figure("Released", cells.word("unknown"), note, dispute(fact, told.marks))
    value = cells.join((cells.number(short_date(when)), told.marks.of(fact)))
    return Figure("Released", value, note, dispute(fact, told.marks))


def _weights_note(told: Told) -> str:
    weights = told.model.record.weights
    if weights is None or not weights.open:
        return "Weights closed."
    size = f", {weights.parameters / 1e9:,.3g} billion parameters" if weights.parameters else ""
    return f"Weights open{f' under {weights.licence}' if weights.licence else ''}{size}."


def _cutoff(told: Told) -> Figure:
    fact = told.fact("lifecycle.knowledge_cutoff")
    when = day_of(fact.value) if fact else None
    if when is None:
        return Figure("Knowledge cutoff", cells.word("not stated"), "", dispute(fact, told.marks))
    value = cells.join((cells.plain(long_date(when)), told.marks.of(fact)))
    return Figure("Knowledge cutoff", value, "", dispute(fact, told.marks))
