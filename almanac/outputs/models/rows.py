"""Rows: one line of the models table for each model, its price pair and its source mark those of one offer."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Amount, ModelEntry, OfferEntry
from almanac.catalogue.status import SOLD
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.modelrows import shown_limits, shown_offer
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.values import column, modalities
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, month_date
from almanac.units.tokens import short_count

COLUMNS = (
    ("Model", "c-nm", "name"), ("Lab", "c-lab", "lab"), ("Input", "r c-in", "input"), ("Output", "r c-out", "output"),
    ("Cached", "r x2", "cached"), ("Priced at", "x2 w c-at", "at"), ("Context", "r c-ctx", "context"),
    ("Longest output", "r x3", "longest-output"), ("Reads", "x3 w", "reads"), ("Reasons", "x2 v", "reasons"),
    ("Weights", "x2 v", "weights"), ("Status", "x3", "status"), ("Released", "c-rel", "released"),
    ("Source", "r src", "source"),
)  # fmt: skip
"""Head, classes and name of each column that the page draws; its script knows these and has more to choose from."""


@dataclass(frozen=True, slots=True)
class Row:
    """One model's row; `gone` where nobody sells it any longer."""

    id: str
    name: str
    href: str
    lab: str
    input: Cell
    output: Cell
    cached: Cell
    at: Cell
    context: Cell
    max_output: Cell
    reads: Cell
    reasons: Cell
    weights: Cell
    status: str
    released: Cell
    mark: Cell
    gone: bool


def rows(context: Context, models: list[ModelEntry], marks: Marks) -> tuple[Row, ...]:
    """Return a row for each model, their prices aligned."""
    offers = [shown_offer(model) for model in models]

    def side(name: str) -> list[Amount | None]:
        return [getattr(offer, name) if offer else None for offer in offers]

    prices = zip(column(side("input")), column(side("output")), column(side("cache_read")), strict=True)
    return tuple(_row(context, model, money, marks) for model, money in zip(models, prices, strict=True))


def _row(context: Context, model: ModelEntry, money: tuple[Cell, Cell, Cell], marks: Marks) -> Row:
    offer, record, limits = shown_offer(model), model.record, shown_limits(model)
    reads = modalities(record.modalities.input)
    return Row(
        id=model.id,
        name=record.name,
        href=context.shell.href(addresses.model(model.id)),
        lab=context.lab_name(model.lab),
        input=money[0],
        output=money[1],
        cached=money[2],
        at=cells.plain(context.offer_name(offer)) if offer else cells.gap("nobody"),
        context=_count(limits.context),
        max_output=_count(limits.max_output),
        reads=cells.plain(reads) if reads else cells.gap(),
        reasons=answer(model.capabilities.reasoning, "yes", "no"),
        weights=answer(record.weights.open if record.weights else None, "open", "closed"),
        status=model.status.word,
        released=_release(record.lifecycle.released),
        mark=price_mark(marks, offer) if offer else cells.EMPTY,
        gone=not is_sold(offer),
    )


def is_sold(offer: OfferEntry | None) -> bool:
    """Say whether the offer of a row can be bought today."""
    return offer is not None and offer.status.word in SOLD


def answer(value: bool | None, yes: str, no: str) -> Cell:  # noqa: FBT001 - it is a fact that is true, false or unknown
    """Return one of two words, or a dash where nobody states it."""
    return cells.gap() if value is None else cells.plain(yes if value else no)


def _count(value: int | None) -> Cell:
    return cells.plain(short_count(value)) if value else cells.gap()


def _release(when: Day | str) -> Cell:
    return cells.plain(month_date(when)) if isinstance(when, Day) else cells.gap("unknown")
