"""Traits: limits, modalities, capabilities and parameters, as stated, inherited and implied."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from almanac.records import Capabilities, Model, Offer, Price
from almanac.records.parameter import Parameter
from almanac.records.traits import CAPABILITIES, Limits, Modalities

READS = {"vision": "image", "audio_input": "audio", "video_input": "video", "pdf_input": "file"}
WRITES = {"audio_output": "audio"}
CACHE = ("cache_read", "cache_write", "cache_write_1h", "cache_read_audio")
CACHING = "prompt_caching"


def limits_of(model: Model, offer: Offer) -> Limits:
    """Return the offer's limits, the model's where it states none."""
    return model.limits if offer.limits is None else _over(model.limits, offer.limits)


def modalities_of(model: Model, offer: Offer) -> Modalities:
    """Return the offer's modalities; a list that it states stands for the model's whole list."""
    if offer.modalities is None:
        return model.modalities
    return Modalities(
        input=offer.modalities.input or model.modalities.input,
        output=offer.modalities.output or model.modalities.output,
    )


def parameters_of(written: Sequence[Parameter | str], *, known: tuple[Parameter, ...] = ()) -> tuple[Parameter, ...]:
    """Return the request parameters as written, else the known ones, which also explain a bare name in the list."""
    if not written:
        return known
    by_name = {parameter.name: parameter for parameter in known}
    return tuple(by_name.get(entry) or _bare(entry) if isinstance(entry, str) else entry for entry in written)


@cache
def _bare(name: str) -> Parameter:
    """Return a parameter of which only the name is known: the same few of them stand in every record."""
    return Parameter(name=name)


def _over(lower: Limits, upper: Limits) -> Limits:
    return lower.model_copy(update={name: value for name, value in upper if value is not None})


def implied(modalities: Modalities) -> dict[str, bool]:
    """Return the capabilities that follow from modalities; nothing where the side they are about is not stated."""
    read = {name: kind in modalities.input for name, kind in READS.items()} if modalities.input else {}
    written = {name: kind in modalities.output for name, kind in WRITES.items()} if modalities.output else {}
    return {**read, **written}


def cache_component(price: Price | str | None) -> str:
    """Return the component of a price that proves prompt caching, or the empty string; its absence proves nothing."""
    if not isinstance(price, Price):
        return ""
    return next((name for name in CACHE if getattr(price, name) is not None), "")


def caching_offer(offers: Mapping[str, Offer], *, own: str | None) -> str | None:
    """Return the key of the offer whose price proves prompt caching: the lab's own, else the first."""
    keys: Iterable[str] = sorted(offers, key=lambda key: (key != own, key))
    return next((key for key in keys if cache_component(offers[key].price)), None)


def capabilities_of(model: Model, *, caches: bool) -> Capabilities:
    """Return the model's capabilities with those filled in that follow from its modalities and prices."""
    found = implied(model.modalities) | ({CACHING: True} if caches else {}) | _stated(model.capabilities)
    return model.capabilities.model_copy(update=found)


def offered_capabilities(model: Model, offer: Offer) -> Capabilities:
    """Return an offer's capabilities: what it states, what its modalities and prices imply, then what the model states.

    Caching that only another offer's price proves is not inherited.
    """
    found = implied(model.modalities) | _stated(model.capabilities)
    found |= implied(offer.modalities) if offer.modalities else {}
    found |= {CACHING: True} if cache_component(offer.price) else {}
    found |= _stated(offer.capabilities) if offer.capabilities else {}
    return model.capabilities.model_copy(update=found)


def _stated(capabilities: Capabilities) -> dict[str, bool]:
    return {name: value for name in CAPABILITIES if (value := getattr(capabilities, name)) is not None}
