"""Capabilities: those that follow from modalities and prices are not written otherwise."""

from collections.abc import Iterator

from almanac.checks.rule import Rule, Steps
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Offer
from almanac.records.traits import READS, WRITES, Capabilities, Modalities, cache_component, implied, over


def capabilities_follow_modalities(library: Library) -> Iterator[Problem]:
    """A capability that a modality decides is not written against it; where the list is not stated, it is free."""
    for model in library.models.values():
        record = model.record
        yield from _against(model, record.capabilities, record.modalities)
        for key, offer in record.offers.items():
            if offer.capabilities:
                yield from _against(
                    model, offer.capabilities, over(record.modalities, offer.modalities), below=("offers", key)
                )


def _against(
    model: Entry[Model], written: Capabilities, modalities: Modalities, *, below: Steps = ()
) -> Iterator[Problem]:
    for name, follows in implied(modalities).items():
        stated = getattr(written, name)
        if stated is None or stated == follows:
            continue
        direction, modality = ("input", READS[name]) if name in READS else ("output", WRITES[name])
        is_listed = "lists" if follows else "does not list"
        yield model.problem(
            "capability-contradiction",
            *below,
            "capabilities",
            name,
            message=f"{name} is {str(stated).lower()}, and modalities.{direction} {is_listed} {modality}.",
            hint="Correct the one that is wrong, or leave the capability out: it follows from the modalities.",
        )


def capabilities_follow_prices(library: Library) -> Iterator[Problem]:
    """Who asks a price for what a cache holds caches prompts."""
    for model in library.models.values():
        sellers = [key for key, offer in model.record.offers.items() if cache_component(offer.price)]
        general = [key for key in sellers if not _says_itself(model.record.offers[key])]
        if model.record.capabilities.prompt_caching is False and general:
            yield _not_caching(model, general[0])
        for key in sellers:
            capabilities = model.record.offers[key].capabilities
            if capabilities and capabilities.prompt_caching is False:
                yield _not_caching(model, key, below=("offers", key))


def _says_itself(offer: Offer) -> bool:
    return offer.capabilities is not None and offer.capabilities.prompt_caching is not None


def _not_caching(model: Entry[Model], key: str, *, below: Steps = ()) -> Problem:
    component = cache_component(model.record.offers[key].price)
    return model.problem(
        "capability-contradiction",
        *below,
        "capabilities",
        "prompt_caching",
        message=f"prompt_caching is false, and offer {key} states a price for {component}.",
        hint="Correct the one that is wrong, or leave the capability out: it follows from the price.",
    )


RULES: tuple[Rule, ...] = (capabilities_follow_modalities, capabilities_follow_prices)
