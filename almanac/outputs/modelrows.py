"""Rows of models: what labs' pages and guides show of a model in one line, with one offer's price and its mark."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.catalogue.offers import reference
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.values import column, tokens
from almanac.records.traits import Limits
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, short_date


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model: `at` names whose price stands in the row, and `mark` is that offer's."""

    name: str
    href: str
    at: str
    input: Cell
    output: Cell
    context: Cell
    released: Cell
    status: str
    mark: Cell
    retired: bool


def shown_offer(model: ModelEntry) -> OfferEntry | None:
    """Return the offer whose price stands in a row: the one by which the model is compared, else its first."""
    return reference(model) or next(iter(model.offers.values()), None)


def shown_limits(model: ModelEntry) -> Limits:
    """Return the limits that stand beside that price: the offer's, because a row never mixes two offers."""
    offer = shown_offer(model)
    return offer.limits if offer else model.record.limits


def model_rows(context: Context, models: Iterable[ModelEntry], marks: Marks) -> tuple[ModelRow, ...]:
    """Return a row for each model, their prices aligned. A price pair is always one offer's."""
    shown = [(model, shown_offer(model)) for model in models]
    inputs = column([offer.input if offer else None for _, offer in shown])
    outputs = column([offer.output if offer else None for _, offer in shown])
    return tuple(
        _row(context, model, marks, (price_in, price_out))
        for (model, _), price_in, price_out in zip(shown, inputs, outputs, strict=True)
    )


def _row(context: Context, model: ModelEntry, marks: Marks, prices: tuple[Cell, Cell]) -> ModelRow:
    offer = shown_offer(model)
    released = model.record.lifecycle.released
    return ModelRow(
        name=model.record.name,
        href=context.shell.href(addresses.model(model.id)),
        at=context.offer_name(offer) if offer else "",
        input=prices[0],
        output=prices[1],
        context=tokens(shown_limits(model).context),
        released=cells.number(short_date(released)) if isinstance(released, Day) else cells.word("unknown"),
        status=status_text(model),
        mark=price_mark(marks, offer) if offer else cells.EMPTY,
        retired=model.status.word == "retired",
    )


def status_text(model: ModelEntry) -> str:
    """Say a model's status in two or three words: "active", "ends 23 Oct 2026", "retired, sold by 14"."""
    status = model.status
    if status.word == "retired":
        return f"retired, sold by {model.sellers}" if model.sellers else "retired"
    if status.next_word == "retires" and status.next_date:
        return f"ends {short_date(status.next_date)}"
    return status.word
