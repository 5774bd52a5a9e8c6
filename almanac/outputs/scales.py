"""Scales: the measures by which models are set in a row, read once for the whole catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Catalogue, ModelEntry
from almanac.catalogue.offers import reference
from almanac.render.charts import positions
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
        offer = reference(model)
        value = getattr(offer, side) if offer else None
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


@dataclass(frozen=True, slots=True)
class Scale:
    """One measure read of every chat model that has it, each value with its place on the strip in per cent."""

    measure: Measure
    values: Mapping[str, Decimal]
    places: Mapping[float, float]
    ordered: tuple[Decimal, ...]


Scales = tuple[Scale, ...]


def scales(catalogue: Catalogue) -> Scales:
    """Read every measure of every model that has it, once for the whole site."""
    return tuple(_scale(measure, catalogue) for measure in MEASURES)


def _scale(measure: Measure, catalogue: Catalogue) -> Scale:
    models = [model for model in catalogue.models.values() if model.record.mode == "chat"]
    values = {model.id: value for model in models if (value := measure.read(model)) is not None}
    return Scale(
        measure, values, positions(map(float, values.values()), logarithmic=True), tuple(sorted(values.values()))
    )
