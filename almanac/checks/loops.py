"""Loops: a record that names itself where it is to name another, so that a reader is led nowhere."""

from collections.abc import Iterator

from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.library import Library


def successors_are_others(library: Library) -> Iterator[Problem]:
    """A model is not its own successor: its page would tell readers to move to where they are."""
    for model in library.models.values():
        if model.record.lifecycle.successor == model.id:
            yield model.problem(
                "ref-self",
                "lifecycle",
                "successor",
                message="This model names itself as its own successor.",
                hint="Name the model that replaces it, or leave the key out.",
            )


def routes_lead_to_others(library: Library) -> Iterator[Problem]:
    """A router passes requests on to others than itself."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            provider = key.partition("@")[0]
            if provider in offer.via:
                yield model.problem(
                    "ref-self",
                    "offers",
                    key,
                    "via",
                    offer.via.index(provider),
                    message=f"Offer {key} names its own provider among those behind it.",
                    hint="Name only the providers that the requests are passed on to, or leave the key out.",
                )


RULES: tuple[Rule, ...] = (successors_are_others, routes_lead_to_others)
