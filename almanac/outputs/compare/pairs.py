"""Pairs: one page for each two models that a reader would set side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.pairs import NAMED, ordered
from almanac.outputs.compare.drawing import Drawn, drawn
from almanac.outputs.compare.sides import side
from almanac.outputs.compare.wording import sentences
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.calculator import SCRIPT, Calculator, of_models
from almanac.outputs.output import Later, Output
from almanac.outputs.shell import Head, Link, Page

MOST_OTHERS = 6
"""How many other comparisons of each of the two are linked."""


@dataclass(frozen=True, slots=True)
class PairView:
    """Everything a pair's page shows."""

    page: Page
    title: str
    lead: str
    table: Drawn
    calculator: Calculator | None
    others: tuple[Link, ...]
    more: str
    """Where more models are set beside the two, where scripts run."""
    sources: tuple[SourceLine, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page of every pair."""
    draw = context.draw("pages/pair.html")
    linked = _linked(context)
    for (one, other), why in context.catalogue.pairs.items():
        view = Later(partial(pair_view, context, one, other, linked), noindex=why != NAMED)
        file = addresses.file_of(addresses.pair(one, other))
        yield Output(file, view, draw, f"the comparison of {one} and {other}", frozenset({"main", "sources"}))


def _linked(context: Context) -> dict[str, list[str]]:
    """Return whom each model is compared with, by its id."""
    found: dict[str, list[str]] = {}
    for one, other in context.catalogue.pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def pair_view(context: Context, one: str, other: str, linked: dict[str, list[str]]) -> PairView:
    """Return what the page of two models shows."""
    models = tuple(context.catalogue.models[id_] for id_ in (one, other))
    marks = context.marks()
    lead = " ".join(sentences(context, *models))
    found = drawn(context, tuple(side(context, model) for model in models), marks)
    calculator = of_models(context, models)
    return PairView(
        page=context.shell.page(_head(context, models, lead, has_calculator=calculator is not None)),
        title=title(models),
        lead=lead,
        table=found,
        calculator=calculator,
        others=tuple(_others(context, models, linked)),
        more=f"{context.shell.href(addresses.COMPARE)}?m={one}&m={other}",
        sources=marks.lines(),
    )


def title(models: tuple[ModelEntry, ...]) -> str:
    """Name two models; two of one name are told apart by their ids."""
    names = [model.record.name for model in models]
    return " or ".join(names if len(set(names)) == len(names) else [model.id for model in models])


def _others(context: Context, models: tuple[ModelEntry, ...], linked: dict[str, list[str]]) -> Iterator[Link]:
    ids = {model.id for model in models}
    seen = {addresses.pair(*ids)}
    for model in models:
        fresh = [id_ for id_ in linked[model.id] if id_ not in ids and addresses.pair(model.id, id_) not in seen]
        for id_ in fresh[:MOST_OTHERS]:
            url = addresses.pair(model.id, id_)
            seen.add(url)
            both = tuple(context.catalogue.models[one] for one in ordered(model.id, id_))
            yield Link(title(both), context.shell.href(url))


def _head(context: Context, models: tuple[ModelEntry, ...], lead: str, *, has_calculator: bool) -> Head:
    ids = tuple(sorted(model.id for model in models))
    name = title(models)
    return Head(
        url=addresses.pair(*ids),
        title=f"{name}: prices and scores",
        description=description(f"{name}, side by side.", lead or "What differs first, every figure with its source."),
        section=addresses.COMPARE,
        crumbs=(("Compare", addresses.COMPARE),),
        noindex=context.catalogue.pairs[ids[0], ids[1]] != NAMED,
        scripts=(SCRIPT,) if has_calculator else (),
    )
