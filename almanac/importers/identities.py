"""Identities: what an upstream id means, as a base model of ours, a provider and a variant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """An upstream id, understood. `model` is `lab/slug` or None where nothing of ours matches.

    `variant` are the words that the offer key takes after `@`, in the order snapshot digits, region, tier, mode;
    `effort` is a benchmark's effort or mode word ("high", "thinking-32k"), which makes a result's variant;
    `suggestion` is a looser match that a person may confirm, never used by itself; `rule` names the rule that decided.
    """

    model: str | None
    variant: str = ""
    tier: str = ""
    effort: str = ""
    suggestion: str | None = None
    rule: str = ""
