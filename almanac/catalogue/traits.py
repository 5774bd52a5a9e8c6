"""Traits: limits, modalities, capabilities and parameters, as stated, inherited and implied."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from almanac.records import Capabilities, Model, Offer
from almanac.records.parameter import Parameter
from almanac.records.traits import (
    CACHING,
    CAPABILITIES,
    READS,
    WRITES,
    Limits,
    Modalities,
    cache_component,
    implied,
    over,
)  # fmt: skip

__all__ = [
    "CACHING", "READS", "WRITES", "cache_component", "caching_offer", "capabilities_of", "limits_of", "modalities_of",
    "offered_capabilities", "parameters_of", "void_limits",
]  # fmt: skip


def limits_of(model: Model, offer: Offer) -> Limits:
    """Return the offer's limits, the model's where it states none and they hold in its context."""
    if offer.limits is None:
        return model.limits
    return _over(model.limits.model_copy(update=dict.fromkeys(void_limits(model, offer))), offer.limits)


def void_limits(model: Model, offer: Offer) -> tuple[str, ...]:
    """Return which limits of the model say nothing about an offer, because it has another context.

    What goes in is bound to the context; what comes out is void only where it does not fit.
    """
    own = offer.limits
    if own is None or own.context is None or own.context == model.limits.context:
        return ()
    is_too_long = (model.limits.max_output or 0) > own.context
    void = {"max_input": own.max_input is None, "max_output": own.max_output is None and is_too_long}
    return tuple(name for name, is_void in void.items() if is_void)


def modalities_of(model: Model, offer: Offer) -> Modalities:
    """Return the offer's modalities; a list that it states stands for the model's whole list."""
    return over(model.modalities, offer.modalities)


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
