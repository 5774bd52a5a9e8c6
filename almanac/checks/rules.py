"""The rules: every one that the content is held to, in one explicit tuple."""

from itertools import chain

from almanac.checks import (
    capabilities,
    claims,
    comparisons,
    currencies,
    dates,
    domains,
    freshness,
    guides,
    histories,
    identity,
    limits,
    loops,
    offerkeys,
    pricerows,
    prices,
    recipes,
    references,
    results,
    texts,
    upstream_ids,
)  # fmt: skip
from almanac.checks.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        references.RULES,
        loops.RULES,
        identity.RULES,
        offerkeys.RULES,
        upstream_ids.RULES,
        prices.RULES,
        pricerows.RULES,
        comparisons.RULES,
        histories.RULES,
        currencies.RULES,
        limits.RULES,
        dates.RULES,
        freshness.RULES,
        results.RULES,
        capabilities.RULES,
        claims.RULES,
        domains.RULES,
        texts.RULES,
        guides.RULES,
        recipes.RULES,
    )
)
"""To add a rule, write it where its subject is and list it there; to add a subject, add a line here."""
