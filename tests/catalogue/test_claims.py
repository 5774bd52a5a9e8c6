"""Claims: what other sources say, beside the fact of exactly its path, and each exactly once."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.catalogue import Fact, ModelEntry, Proof
from almanac.catalogue.evidence import canonical
from tests.catalogue.shelf import data, one

FACTS = """
limits: {context: 128000, max_output: 16000}
modalities: {input: [text, image], output: [text]}
capabilities: {reasoning: false}
ids: {snapshots: [{id: one-2026-01-15, released: 2026-01-15}]}
offers:
  acme:
    model_id: one
    price: {input: 0.10, output: 0.40, cache_read: 0.025}
    price_when:
      - {when: {tier: batch}, input: 0.05, output: 0.20}
      - {when: {tier: batch, region: eu}, input: 0.06}
    source: lab-page
    checked: 2026-05-01
  wafer.ai:
    model_id: w/one
    price: {input: 0.20, output: 0.50}
    limits: {context: 64000}
  poe: {model_id: poe/one, price: free, checked: 2026-04-01}
results:
  - {benchmark: riddles, score: 80, by: lab, source: lab-page, variant: hard, checked: 2026-03-01}
measurements:
  - {offer: acme, metric: ttft, stat: p50, value: 0.5, unit: s, window: 7d, at: 2026-05-20, source: other}
ratings:
  - {name: overall, value: 47, source: undated}
"""


def sourced(proof: Proof | None) -> str:
    """Write a proof as `register 2026-05-30`."""
    return f"{proof.source} {proof.checked or 'unknown'}" if proof else "nothing"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("limits.context", "limits.context"),
        ("offers.[wafer.ai].price.input", "offers.[wafer.ai].price.input"),
        ("results[riddles]", "results[riddles,lab-page,hard]"),
        ("results[riddles].score", "results[riddles,lab-page,hard].score"),
        ("results[golf]", "results[golf]"),
        ("offers.acme.price_when[tier=batch].input", "offers.acme.price_when[tier=batch].input"),
        ("ids.snapshots[one-2026-01-15].released", "ids.snapshots[one-2026-01-15].released"),
        ("offers.azure.status", "offers.azure.status"),
    ],
)
def test_a_path_is_known_by_its_longest_form(path: str, expected: str) -> None:
    assert canonical(path, data(FACTS)) == expected


CLAIMED = [
    "limits.context", "limits.max_input", "limits", "lifecycle.released", "lifecycle.retires",
    "modalities.input", "status", "family.name", "name", "summary", "capabilities.reasoning",
    "capabilities.vision", "capabilities.pdf_input", "capabilities.computer_use", "offers.acme.price.input",
    "offers.acme.price", "offers.acme.price.reasoning", "offers.acme.limits.context",
    "offers.[wafer.ai].limits.context", "offers.poe.price", "offers.poe.modalities.input", "offers.acme.status",
    "offers.azure.price.input", "offers.azure", "offers.acme.price_when[tier=batch].input",
    "offers.acme.price_when[tier=priority]", "results[riddles,lab-page,hard]", "results[riddles].score",
    "ids.snapshots", "ids.snapshots[one-2026-01-15]", "measurements[acme,ttft]", "weights.open",
    "parameters[seed]",
]  # fmt: skip


def shown(entry: ModelEntry) -> Iterator[Fact]:
    """Yield every fact of the model, wherever it is shown."""
    yield from entry.facts.values()
    yield from entry.other_claims
    for offer in entry.offers.values():
        yield from offer.facts.values()


@given(st.lists(st.sampled_from(CLAIMED), max_size=12))
def test_every_claim_is_shown_exactly_once(paths: list[str]) -> None:
    lines = [f"  - {{path: '{path}', value: v{number}, source: other}}\n" for number, path in enumerate(paths)]
    entry = one(FACTS + ("claims:\n" + "".join(lines) if lines else ""))
    values = Counter(rival.value for fact in shown(entry) for rival in fact.rivals)
    assert values == Counter(f"v{number}" for number in range(len(paths)))


def test_each_claim_stands_beside_the_fact_of_exactly_its_path() -> None:
    claims = """
claims:
  - {path: limits.context, value: 16000, source: register, verdict: wrong, why: That is the output limit}
  - {path: offers.acme.limits.context, value: 100000, source: undated}
  - {path: offers.acme.price, value: free, source: other}
  - {path: offers.acme.status, value: retired, source: other}
  - {path: "results[riddles].score", value: 79, source: other}
  - {path: limits, source: other, checked: 2026-05-31}
"""
    entry = one(FACTS + claims)
    rival = entry.facts["limits.context"].rivals[0]
    assert (rival.value, rival.verdict, rival.why, rival.proof.source) == (
        16000,
        "wrong",
        "That is the output limit",
        "register",
    )
    inherited = entry.offers["acme"].facts["limits.context"]
    assert (inherited.path, inherited.value, inherited.derived) == ("offers.acme.limits.context", 128000, True)
    assert [rival.value for rival in inherited.rivals] == [100000]
    assert entry.offers["poe"].facts["limits.context"].path == "limits.context"
    assert entry.offers["acme"].facts["price"].rivals[0].value == "free"
    assert entry.offers["acme"].facts["price.input"].rivals == ()
    assert entry.offers["acme"].facts["status"].rivals[0].value == "retired"
    others = {fact.path: fact for fact in entry.other_claims}
    assert set(others) == {"limits", "results[riddles,lab-page,hard].score"}
    assert others["limits"].value == {"context": 128000, "max_output": 16000}
    score = others["results[riddles,lab-page,hard].score"]
    assert (score.value, sourced(score.proof)) == (80, "lab-page 2026-03-01")


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("limits.max_input", None, "nothing"),
        ("summary", None, "nothing"),
        ("name", "One", "register 2026-05-30"),
        ("measurements[acme,ttft].value", 0.5, "other 2026-05-20"),
        ("ratings[overall].value", 47, "undated unknown"),
    ],
)
def test_a_claim_without_a_shown_fact_says_what_the_record_states_there(
    path: str, value: object, expected: str
) -> None:
    (fact,) = one(FACTS + f"claims: [{{path: '{path}', value: x, source: other}}]\n").other_claims
    assert (float(str(fact.value)) if isinstance(value, float) else fact.value) == value
    assert sourced(fact.proof) == expected
