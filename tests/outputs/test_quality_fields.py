"""Kinds of facts: every path of a record is of one, and the rest of the last."""

import pytest

from almanac.outputs.quality.fields import field_of


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("offers.azure.price", "prices"),
        ("offers.azure.price.cache_read", "prices"),
        ("offers.[wafer.ai].price_when[tier=batch].input", "conditional-prices"),
        ("offers.[azure@20250414.eu].price_history", "price-history"),
        ("offers.azure.limits.max_input", "context"),
        ("limits.max_output", "output"),
        ("offers.azure.retires", "retirement"),
        ("lifecycle.retires", "retirement"),
        ("offers.azure.status", "retirement"),
        ("lifecycle.knowledge_cutoff", "cutoff"),
        ("modalities.input", "modalities"),
        ("capabilities.reasoning", "capabilities"),
        ("weights.licence", "weights"),
        ("results[riddles,lab-page,1.0.0,2026-01-15]", "results"),
        ("measurements[poe,ttft,p50,other]", "measurements"),
        ("ratings[overall,other]", "other"),
        ("offers.azure.model_id", "other"),
        ("offers.azure", "other"),
        ("", "other"),
    ],
)
def test_a_path_is_of_one_kind_of_fact(path: str, name: str) -> None:
    assert field_of(path).name == name
