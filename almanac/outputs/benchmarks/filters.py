"""Filters: what rows of results can be narrowed down by, for the script of the page: lab, openness and price."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac.catalogue.offers import blend_of
from almanac.outputs.context import Context
from almanac.units.money import exact

SCRIPT = "results"
"""The script that narrows rows down; without it nothing of this is seen."""
FEWEST = 20
"""A page of fewer rows is read faster than its filter."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a row can be chosen by: its lab, whether its weights are open, and its blended price (empty if unknown)."""

    lab: str
    weights: str
    price: str


@dataclass(frozen=True, slots=True)
class Filter:
    """The labs that can be chosen, each with its name."""

    labs: tuple[tuple[str, str], ...]


def traits(context: Context, model_id: str) -> Traits:
    """Return what the rows of a model can be chosen by."""
    model = context.catalogue.models[model_id]
    blend, weights = blend_of(model), model.record.weights
    return Traits(
        lab=model.lab,
        weights="" if weights is None else "open" if weights.open else "closed",
        price=exact(blend) if blend is not None else "",
    )


def filter_of(context: Context, models: Iterable[str]) -> Filter | None:
    """Return the filter of a page that shows these models, or None where they are too few to need one."""
    shown = list(models)
    labs = {context.catalogue.models[id_].lab for id_ in shown}
    if len(shown) < FEWEST:
        return None
    named = ((lab, context.lab_name(lab)) for lab in labs)
    return Filter(tuple(sorted(named, key=lambda choice: (choice[1].casefold(), choice[0]))))
