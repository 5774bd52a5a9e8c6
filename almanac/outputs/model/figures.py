"""Figures: the answer at the head of a model's page, each figure with its mark, its note and its dispute."""

from dataclasses import dataclass

from almanac.catalogue.catalogue import Fact, ModelEntry, OfferEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.model.disputes import Dispute, day_of, dispute
from almanac.outputs.values import modalities, priced
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import long_date, short_date
from almanac.units.tokens import exact_count


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
    """Return an offer's price as a figure: both sides of one offer, never of two."""
    if offer.price is None:
        return cells.join((cells.word("not stated"), mark))
    if isinstance(offer.price, str):
        return cells.join((cells.word(priced(offer.price), firm=True), mark))
    said = [
        cells.nowrap(cells.join((cells.plain(priced(value)), cells.small(side))))
        for side, value in (("in", offer.input), ("out", offer.output))
        if value is not None
    ]
    last = cells.nowrap(cells.join((said[-1], mark))) if said else cells.word("not stated")
    return cells.join((*said[:-1], last), " ")


def _own_price(told: Told) -> Figure | None:
    if told.model.own is None:
        return None
    offer = told.model.offers[told.model.own]
    cached = f" Cached input {priced(offer.cache_read)}." if offer.cache_read is not None else ""
    ended = day_of(offer.record.retires or offer.record.ended)
    until = f" It ended on {long_date(ended)}." if offer.status.word == "retired" and ended else ""
    return Figure(
        label="The lab’s own price",
        value=price_pair(offer, told.marks.of(offer.facts.get("price"))),
        note=f"{told.context.offer_name(offer)}, per 1M tokens.{cached}{until}",
    )


def _cheapest(told: Told) -> Figure | None:
    key = told.model.cheapest
    if key is None:
        words = [offer for offer in told.model.offers.values() if offer.status.word != "retired"]
        note = "No living offer states a price in dollars." if words else "Nobody is known to sell it."
        return Figure("Cheapest paid offer", cells.word("none"), note)
    offer = told.model.offers[key]
    free = [other for other in told.model.offers.values() if other.price == "free" and other.status.word != "retired"]
    also = f" {told.context.offer_name(free[0])} is free." if free else ""
    return Figure(
        label="Cheapest paid offer",
        value=price_pair(offer, told.marks.of(offer.facts.get("price"))),
        note=f"{told.context.offer_name(offer)}, per 1M tokens.{also}",
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
    out = modalities(traits.output) or "nothing stated"
    value = cells.join((cells.plain(modalities(traits.input)), told.marks.of(reads)))
    return Figure(f"Reads, and writes {out}", value, "", dispute(reads or writes, told.marks))


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
