"""Limits: what fits into a context fits, in the model's own facts and in those of its sellers."""

from collections.abc import Iterator

from almanac.checks.rule import Rule
from almanac.problems import Problem
from almanac.reader.library import Library
from almanac.records.traits import Limits
from almanac.units.tokens import exact_count

_HINT = "Compare with the source; some call the longest output max_tokens, and some count input apart from output."
_HINT_SELLER = "If the seller really says so, write what fits and keep the seller's figure as a claim."


def inputs_fit(library: Library) -> Iterator[Problem]:
    """The longest input fits the context: the two were exchanged, or one is another model's."""
    for model in library.models.values():
        limits = model.record.limits
        if limits.context and limits.max_input and limits.max_input > limits.context:
            said = _input_said(limits.max_input, limits.context)
            yield model.problem("limits-context-below-input", "limits", "context", message=said, hint=_HINT)


def outputs_fit(library: Library) -> Iterator[Problem]:
    """The longest output fits the context: the two were exchanged, or one is another model's."""
    for model in library.models.values():
        limits = model.record.limits
        if limits.context and limits.max_output and limits.max_output > limits.context:
            said = _output_said(limits.max_output, limits.context)
            yield model.problem("limits-output-above-context", "limits", "max_output", message=said, hint=_HINT)


def sold_inputs_fit(library: Library) -> Iterator[Problem]:
    """A seller's longest input fits the context it gives, or that of the model where it states none."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            limits = offer.limits or Limits()
            context = limits.context or model.record.limits.context
            if context and limits.max_input and limits.max_input > context:
                said = f"At {key.partition('@')[0]}: {_input_said(limits.max_input, context)}"
                steps = ("offers", key, "limits", "max_input")
                yield model.problem("offer-limits-context-below-input", *steps, message=said, hint=_HINT_SELLER)


def sold_outputs_fit(library: Library) -> Iterator[Problem]:
    """A seller's longest output fits the context it gives, or that of the model where it states none."""
    for model in library.models.values():
        for key, offer in model.record.offers.items():
            limits = offer.limits or Limits()
            context = limits.context or model.record.limits.context
            if context and limits.max_output and limits.max_output > context:
                said = f"At {key.partition('@')[0]}: {_output_said(limits.max_output, context)}"
                steps = ("offers", key, "limits", "max_output")
                yield model.problem("offer-limits-output-above-context", *steps, message=said, hint=_HINT_SELLER)


def _input_said(max_input: int, context: int) -> str:
    return f"An input of {exact_count(max_input)} tokens does not fit a context of {exact_count(context)}."


def _output_said(max_output: int, context: int) -> str:
    return f"An output of {exact_count(max_output)} tokens does not fit a context of {exact_count(context)}."


RULES: tuple[Rule, ...] = (inputs_fit, outputs_fit, sold_inputs_fit, sold_outputs_fit)
