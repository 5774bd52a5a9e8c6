from pathlib import Path

import pytest

from tests.checks.tinysite import SITE, changed, problems

ONE = "models/acme/one.yaml"


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("  limits.context: {source", "  limits.contxt: {source", 'Did you mean "context"? Write the path'),
        ("  limits.context: {source", "  limit.context: {source", 'Did you mean "limits"? Write the path'),
        ("  limits.context: {source", "  summary.first: {source", "Write the path"),
        ("  limits.context: {source", "  offers.akme.price: {source", 'Did you mean "acme"? Write the path'),
        ("  limits.context: {source", "  weights.open: {source", "Write the path"),
        ("  limits.context: {source", '  "limits..context": {source', "Write the path"),
        ("{path: limits.context", "{path: limits.contxt", 'Did you mean "context"? Write the keys'),
        ("{path: limits.context", "{path: offers.acme.prize.input", 'Did you mean "price"? Write the keys'),
        ("{path: limits.context", '{path: "limits..context"', "Write the keys"),
        ("{path: limits.context", "{path: offers.akme.retires", 'Did you mean "acme"? Write the key of an offer'),
        ("{path: limits.context", "{path: offers.cloud.status", "Write the key of an offer"),
    ],
)
def test_a_path_that_leads_nowhere_is_told_with_the_nearest_key(tmp_path: Path, old: str, new: str, hint: str) -> None:
    (found,) = problems(tmp_path, changed(ONE, old, new))
    assert found.code in {"evidence-path", "claim-path"}
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    ("path", "value", "is_same"),
    [
        ("modalities.input", "[image, text]", True),
        ("modalities.input", "[text]", False),
        ("offers.acme.price.input", "0.1", True),
        ("offers.acme.price.input", "0.11", False),
        ("offers.acme.price_when[tier=batch].input", "0.050", True),
        ("lifecycle.knowledge_cutoff", "2024-06", True),
        ("lifecycle.knowledge_cutoff", "2024-06-01", False),
        ("offers.route@free.modalities.input", "[text, image]", True),
        ("offers.route.modalities.input", "[text, image]", False),
        ("offers.route@free.price", "free", True),
        ("results[quiz,launch].score", "80.10", True),
        ("weights.open", "true", False),
    ],
)
def test_a_claim_is_the_same_where_its_value_is(tmp_path: Path, path: str, value: str, is_same: bool) -> None:
    claim = f'  - {{path: "{path}", value: {value}, source: feed}}\n'
    found = problems(tmp_path, {ONE: SITE[ONE].replace("claims:\n", f"claims:\n{claim}")})
    assert [problem.code for problem in found] == (["claim-same"] if is_same else [])


def test_a_model_without_a_lab_shows_no_name_of_its_family(tmp_path: Path) -> None:
    claims = "claims: [{path: family.name, value: Wit, source: feed}]"
    text = f"name: X\nfamily: wit\nlifecycle: {{released: unknown}}\n{claims}\n"
    found = problems(tmp_path, {"models/bolt/x.yaml": text})
    assert [problem.code for problem in found] == ["ref-unresolved"]
