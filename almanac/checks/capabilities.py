"""Capabilities: those that follow from modalities and prices are not written otherwise."""

from collections.abc import Iterator, Mapping

from almanac.checks.rule import Rule, Steps
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Offer, Price
from almanac.records.traits import Capabilities, Modalities

FOLLOWS: Mapping[str, tuple[str, str]] = {
    "vision": ("input", "image"),
    "audio_input": ("input", "audio"),
    "audio_output": ("output", "audio"),
    "video_input": ("input", "video"),
    "pdf_input": ("input", "file"),
}
"""Each capability that is nothing but a modality: in which list, and under which word."""


def capabilities_follow_modalities(library: Library) -> Iterator[Problem]:
    """A capability that a modality decides is not written against it; where the list is not stated, it is free."""
    for model in library.models.values():
        record = model.record
        yield from _against(model, record.capabilities, record.modalities)
        for key, offer in record.offers.items():
            if offer.capabilities:
                yield from _against(model, offer.capabilities, _sold(offer, record), below=("offers", key))


def _sold(offer: Offer, model: Model) -> Modalities:
    """Return the modalities of an offer: a list that it leaves out is the model's."""
    own = offer.modalities or Modalities()
    return Modalities(input=own.input or model.modalities.input, output=own.output or model.modalities.output)


def _against(
    model: Entry[Model], written: Capabilities, modalities: Modalities, *, below: Steps = ()
) -> Iterator[Problem]:
    for name, (direction, modality) in FOLLOWS.items():
        stated, listed = getattr(written, name), getattr(modalities, direction)
        if stated is None or not listed or stated == (modality in listed):
            continue
        is_listed = "lists" if modality in listed else "does not list"
        yield model.problem(
            "capability-contradiction",
            *below,
            "capabilities",
            name,
            message=f"{name} is {str(stated).lower()}, and modalities.{direction} {is_listed} {modality}.",
            hint="Correct the one that is wrong, or leave the capability out: it follows from the modalities.",
        )


def capabilities_follow_prices(library: Library) -> Iterator[Problem]:
    """Who asks a price for cached input caches prompts."""
    for model in library.models.values():
        sellers = [key for key, offer in model.record.offers.items() if _caches(offer)]
        general = [key for key in sellers if not _says_itself(model.record.offers[key])]
        if model.record.capabilities.prompt_caching is False and general:
            yield _not_caching(model, general[0])
        for key in sellers:
            capabilities = model.record.offers[key].capabilities
            if capabilities and capabilities.prompt_caching is False:
                yield _not_caching(model, key, below=("offers", key))


def _caches(offer: Offer) -> bool:
    return isinstance(offer.price, Price) and offer.price.cache_read is not None


def _says_itself(offer: Offer) -> bool:
    return offer.capabilities is not None and offer.capabilities.prompt_caching is not None


def _not_caching(model: Entry[Model], key: str, *, below: Steps = ()) -> Problem:
    return model.problem(
        "capability-contradiction",
        *below,
        "capabilities",
        "prompt_caching",
        message=f"prompt_caching is false, and offer {key} has a price for cached input.",
        hint="Correct the one that is wrong, or leave the capability out: it follows from the price.",
    )


RULES: tuple[Rule, ...] = (capabilities_follow_modalities, capabilities_follow_prices)
