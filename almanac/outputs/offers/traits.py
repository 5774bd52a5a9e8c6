"""Traits of one offer: where its limits and capabilities differ from the model's, and its other terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Fact, OfferEntry
from almanac.catalogue.traits import CACHING, READS, WRITES, cache_component
from almanac.outputs.model.figures import Told
from almanac.outputs.offers.prices import tiers
from almanac.outputs.traits import capability_text
from almanac.outputs.values import NOT_STATED, listed, modalities, plural, tokens
from almanac.records.traits import CAPABILITIES
from almanac.render import cells
from almanac.render.cells import Cell

LIMITS = {"context": "Context window", "max_input": "Longest input", "max_output": "Longest output"}
SIDES = {"input": "What it reads", "output": "What it writes"}
ANSWERS = {True: "yes", False: "no", None: "not stated"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One trait here and of the model; `same` where the offer has it from the model."""

    name: str
    here: Cell
    model: Cell
    same: bool
    mark: Cell


@dataclass(frozen=True, slots=True)
class Differences:
    """The section on limits and capabilities: how many differ, in a sentence, and the rows."""

    title: str
    said: str
    rows: tuple[Difference, ...]
    capabilities: str


@dataclass(frozen=True, slots=True)
class Term:
    """One more term of the offer."""

    name: str
    value: Cell
    mark: Cell


def differences(told: Told, offer: OfferEntry) -> Differences:
    """Return the limits and modalities, and those capabilities that differ from the model's."""
    rows = (*_limits(told, offer), *_modalities(told, offer), *_capabilities(told, offer))
    count = sum(not row.same for row in rows)
    title = f"It differs from the model in {plural(count, 'point')}" if count else "Limits as the model’s"
    said = (
        "What the offer does not state is the model’s."
        if count
        else "The offer states nothing that differs from the model."
    )
    return Differences(title, said, rows, told.context.shell.href(f"{addresses.model(told.model.id)}#caps"))


def _limits(told: Told, offer: OfferEntry) -> Iterator[Difference]:
    for name, label in LIMITS.items():
        here, theirs = getattr(offer.limits, name), getattr(told.model.record.limits, name)
        if here is not None:
            mark = told.marks.of(offer.facts.get(f"limits.{name}"))
            yield Difference(label, tokens(here), tokens(theirs), here == theirs, mark)


def _modalities(told: Told, offer: OfferEntry) -> Iterator[Difference]:
    for side, label in SIDES.items():
        here, theirs = getattr(offer.modalities, side), getattr(told.model.record.modalities, side)
        if here:
            mark = told.marks.of(offer.facts.get(f"modalities.{side}"))
            model = cells.plain(modalities(theirs)) if theirs else NOT_STATED
            yield Difference(label, cells.plain(modalities(here)), model, set(here) == set(theirs), mark)


def _capabilities(told: Told, offer: OfferEntry) -> Iterator[Difference]:
    for name in CAPABILITIES:
        here, theirs = getattr(offer.capabilities, name), getattr(told.model.capabilities, name)
        if here != theirs:
            path = f"capabilities.{name}"
            fact = offer.facts.get(path) or (told.model.facts.get(path) if here is None else _basis(offer, name))
            yield Difference(capability_text(name), _answer(here), _answer(theirs), same=False, mark=_mark(told, fact))


def _basis(offer: OfferEntry, name: str) -> Fact | None:
    """Return the fact that an unwritten capability follows from: what goes in or out, or a cache's price."""
    if name in READS or name in WRITES:
        return offer.facts.get("modalities.input" if name in READS else "modalities.output")
    return offer.facts.get(f"price.{cache_component(offer.price)}") if name == CACHING else None


def _answer(value: bool | None) -> Cell:  # noqa: FBT001 - the value is the matter
    return NOT_STATED if value is None else cells.plain(ANSWERS[value])


def _mark(told: Told, fact: Fact | None) -> Cell:
    return told.marks.of(fact) if fact is not None else cells.EMPTY


def terms_of(told: Told, offer: OfferEntry) -> tuple[Term, ...]:
    """Return what else the offer states: tiers, endpoints, who answers behind it, precision, rate limits."""
    record, names = offer.record, told.context.provider_name
    providers = told.context.catalogue.providers
    via = listed([names(id_) if id_ in providers else id_ for id_ in record.via])
    stated = (
        ("Tiers", listed(tiers(offer)), _row_fact(offer)),
        ("Endpoints", ", ".join(record.endpoints), offer.facts.get("endpoints")),
        ("Passes requests on to", via, offer.facts.get("via")),
        ("Quantisation", record.quantisation or "", offer.facts.get("quantisation")),
        ("Rate limits", record.rate_limits or "", offer.facts.get("rate_limits")),
    )
    return tuple(Term(name, cells.plain(value), _mark(told, fact)) for name, value, fact in stated if value)


def _row_fact(offer: OfferEntry) -> Fact | None:
    return next((fact for path, fact in offer.facts.items() if path.startswith("price_when[tier=")), None)
