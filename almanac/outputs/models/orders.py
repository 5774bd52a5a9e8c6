"""Orders: the ways to sort the models table, each with its key; what is unknown comes last in all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.status import SOLD
from almanac.outputs.context import Context
from almanac.outputs.modelrows import shown_limits, shown_offer
from almanac.records import UnitPrice
from almanac.units.dates import Day, sort_key
from almanac.units.money import WORDS


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort the table: its name in the URL, what the page says of it, and the key of a model."""

    name: str
    said: str
    title: str
    key: Callable[[Context, ModelEntry], Any]
    descends: bool = False


def _price(side: str) -> Callable[[Context, ModelEntry], tuple[int, Decimal] | None]:
    def key(_: Context, model: ModelEntry) -> tuple[int, Decimal] | None:
        """Put numbers first, then words, then prices in other units; a dead offer never sorts among the living."""
        offer = shown_offer(model)
        if offer is None or offer.status.word not in SOLD:
            return None
        match getattr(offer, side):
            case Decimal() as value:
                return 0, value
            case str() as word:
                return 1, Decimal(WORDS.index(word))
            case UnitPrice() as value:
                return 2, value.usd
        return None

    return key


def _released(_: Context, model: ModelEntry) -> tuple[int, ...] | None:
    when = model.record.lifecycle.released
    return tuple(-part for part in sort_key(when)) if isinstance(when, Day) else None


def _most(name: str) -> Callable[[Context, ModelEntry], int | None]:
    def key(_: Context, model: ModelEntry) -> int | None:
        value = getattr(shown_limits(model), name)
        return None if value is None else -value

    return key


def _name(_: Context, model: ModelEntry) -> str:
    return model.record.name.casefold()


def _lab(context: Context, model: ModelEntry) -> tuple[str, str]:
    return context.lab_name(model.lab).casefold(), model.lab


def _sellers(_: Context, model: ModelEntry) -> int:
    return -model.sellers


ORDERS = (
    Order("sellers", "those with the most sellers first", "by sellers", _sellers, descends=True),
    Order("input", "cheapest input first", "by input price", _price("input")),
    Order("name", "by name", "by name", _name),
    Order("lab", "by lab", "by lab", _lab),
    Order("output", "cheapest output first", "by output price", _price("output")),
    Order("cached", "cheapest cached input first", "by cached input price", _price("cache_read")),
    Order("context", "longest context first", "by context window", _most("context"), descends=True),
    Order("longest-output", "longest output first", "by longest output", _most("max_output"), descends=True),
    Order("released", "newest first", "by release", _released, descends=True),
)
"""The first is the order of `/models/` itself and no column; each of the others answers at `/models/by-<name>/`."""
BY_NAME = {order.name: order for order in ORDERS}


def in_order(context: Context, order: Order) -> list[ModelEntry]:
    """Return all models sorted, those without the value last and by name."""
    models = sorted(context.catalogue.models.values(), key=lambda model: (model.record.name.casefold(), model.id))
    keyed = [(order.key(context, model), model) for model in models]
    known = sorted((pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0])
    return [model for _, model in known] + [model for key, model in keyed if key is None]
