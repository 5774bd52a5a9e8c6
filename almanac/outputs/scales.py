"""Scales: the measures by which models are set in a row, read once for the whole catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Catalogue, ModelEntry
from almanac.units.money import dollars
from almanac.units.tokens import exact_count


@dataclass(frozen=True, slots=True)
class Measure:
    """How a measure is read and said; `counts_below` says whether the models below or those above are counted."""

    name: str
    read: Callable[[ModelEntry], Decimal | None]
    say: Callable[[Decimal], str]
    others: str
    counts_below: bool


def _price(side: str) -> Callable[[ModelEntry], Decimal | None]:
    def read(model: ModelEntry) -> Decimal | None:
        """Read the lab's own price where it is paid, else the cheapest offer's: always one offer's."""
        key = model.own if model.own and model.offers[model.own].is_paid else model.cheapest
        value = getattr(model.offers[key], side) if key else None
        return value if isinstance(value, Decimal) and value > 0 else None

    return read


def _limit(name: str) -> Callable[[ModelEntry], Decimal | None]:
    def read(model: ModelEntry) -> Decimal | None:
        value = getattr(model.record.limits, name)
        return Decimal(value) if value else None

    return read


def _say_price(value: Decimal) -> str:
    return f"${dollars(value)}"


def _say_count(value: Decimal) -> str:
    return exact_count(int(value))


MEASURES = (
    Measure("Input price", _price("input"), _say_price, "cost more", counts_below=False),
    Measure("Output price", _price("output"), _say_price, "cost more", counts_below=False),
    Measure("Context", _limit("context"), _say_count, "hold less", counts_below=True),
    Measure("Longest output", _limit("max_output"), _say_count, "write less", counts_below=True),
)

Scales = tuple[Mapping[str, Decimal], ...]
"""For each measure, model id to value."""


def scales(catalogue: Catalogue) -> Scales:
    """Read every measure of every model that has it."""
    models = catalogue.models.values()
    return tuple(
        {model.id: value for model in models if (value := measure.read(model)) is not None} for measure in MEASURES
    )
