"""Evidence: the source and date behind each fact, and each claim shown exactly once."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.catalogue import Fact, ModelEntry, Proof
from almanac.catalogue.evidence import canonical
from almanac.units.dates import Day
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


def written(proof: Proof | None) -> str:
    """Write a proof as `register 2026-05-30 2 days`."""
    if proof is None:
        return "nothing"
    age = "unknown" if proof.age is None else f"{proof.checked} {proof.age} days"
    return f"{proof.source} {age}{' stale' if proof.stale else ''}"


@pytest.mark.parametrize(
    ("evidence", "path", "expected"),
    [
        ("", "limits.context", "register 2026-05-30 2 days"),
        ("limits: {source: lab-page, checked: 2026-05-01}", "limits.context", "lab-page 2026-05-01 31 days"),
        (
            "limits: {source: lab-page}\n  limits.context: {source: other, checked: 2026-05-01}",
            "limits.context",
            "other 2026-05-01 31 days",
        ),
        (
            "limits: {source: lab-page}\n  limits.context: {source: other, checked: 2026-05-01}",
            "limits.max_output",
            "lab-page unknown stale",
        ),
        ("limits.max_output: {source: lab-page}", "limits.context", "register 2026-05-30 2 days"),
        ("limits.context: {source: register, checked: unknown}", "limits.context", "register unknown stale"),
        ("limits.context: {source: undated}", "limits.context", "undated unknown stale"),
        ("limits.context: {source: lab-page, checked: 2025-12-03}", "limits.context", "lab-page 2025-12-03 180 days"),
        (
            "limits.context: {source: lab-page, checked: 2025-12-02}",
            "limits.context",
            "lab-page 2025-12-02 181 days stale",
        ),
        ("limits.context: {source: lab-page, checked: 2026-04}", "limits.context", "lab-page 2026-04 32 days"),
        ("limits.context: {source: lab-page, checked: 2026-06}", "limits.context", "lab-page 2026-06 0 days"),
        (
            "lifecycle: {source: lab-page, checked: 2026-02-01}",
            "lifecycle.released",
            "lab-page 2026-02-01 120 days",
        ),
        (
            "lifecycle: {source: lab-page, checked: 2026-01-31}",
            "lifecycle.released",
            "lab-page 2026-01-31 121 days stale",
        ),
        ("ids: {source: lab-page, checked: 2026-01-31}", "ids.snapshots", "lab-page 2026-01-31 121 days stale"),
        ("capabilities: {source: lab-page, checked: 2025-06-01}", "capabilities.reasoning", "lab-page 2025-06-01 365 days"),
        (
            "capabilities: {source: lab-page, checked: 2025-05-31}",
            "capabilities.reasoning",
            "lab-page 2025-05-31 366 days stale",
        ),
        ("family: {source: lab-page, checked: 2026-05-01}", "family.name", "lab-page 2026-05-01 31 days"),
    ],
)
def test_a_models_fact_rests_on_its_nearest_evidence(evidence: str, path: str, expected: str) -> None:
    entry = one(FACTS + (f"evidence:\n  {evidence}\n" if evidence else ""))
    assert written(entry.facts[path].proof) == expected


@pytest.mark.parametrize(
    ("evidence", "offer", "below", "expected"),
    [
        ("", "acme", "price.input", "lab-page 2026-05-01 31 days"),
        ("", "acme", "price", "lab-page 2026-05-01 31 days"),
        ("", "wafer.ai", "price.input", "register 2026-05-30 2 days"),
        ("", "poe", "price", "register 2026-04-01 61 days"),
        ("", "acme", "limits.context", "register 2026-05-30 2 days"),
        ("", "wafer.ai", "limits.context", "register 2026-05-30 2 days"),
        ("offers.acme.price: {source: other, checked: 2026-03-03}", "acme", "price.output", "other 2026-03-03 90 days"),
        (
            "offers.acme.price: {source: other, checked: 2026-03-02}",
            "acme",
            "price.output",
            "other 2026-03-02 91 days stale",
        ),
        ("offers.acme: {source: other, checked: 2026-05-02}", "acme", "model_id", "other 2026-05-02 30 days"),
        (
            "offers.[wafer.ai]: {source: other, checked: 2026-05-02}",
            "wafer.ai",
            "price.input",
            "other 2026-05-02 30 days",
        ),
        (
            "offers.[wafer.ai].limits: {source: other, checked: 2026-05-02}",
            "wafer.ai",
            "limits.context",
            "other 2026-05-02 30 days",
        ),
        (
            "offers.acme.price_when[tier=batch]: {source: other, checked: 2026-05-02}",
            "acme",
            "price_when[tier=batch].input",
            "other 2026-05-02 30 days",
        ),
        (
            "offers.acme.price_when[tier=batch]: {source: other, checked: 2026-05-02}",
            "acme",
            "price_when[tier=batch,region=eu].input",
            "lab-page 2026-05-01 31 days",
        ),
        ("limits: {source: lab-page, checked: 2026-05-31}", "acme", "limits.context", "lab-page 2026-05-31 1 days"),
        ("limits: {source: lab-page, checked: 2026-05-31}", "wafer.ai", "limits.context", "register 2026-05-30 2 days"),
    ],
)
def test_an_offers_fact_rests_on_its_evidence_else_on_the_offers_source(
    evidence: str, offer: str, below: str, expected: str
) -> None:
    entry = one(FACTS + (f"evidence:\n  {evidence}\n" if evidence else ""))
    assert written(entry.offers[offer].facts[below].proof) == expected


def test_results_measurements_and_ratings_rest_on_their_own_source() -> None:
    entry = one(FACTS)
    assert written(entry.results[0].proof) == "lab-page 2026-03-01 92 days"
    assert written(entry.measurements[0].proof) == "other 2026-05-20 12 days"
    assert written(entry.ratings[0].proof) == "undated unknown stale"
    paths = [entry.results[0].path, entry.measurements[0].path, entry.ratings[0].path]
    assert paths == ["results[riddles,lab-page,hard]", "measurements[acme,ttft,p50,other]", "ratings[overall]"]


def test_evidence_of_a_result_may_leave_out_the_end_of_its_name() -> None:
    entry = one(FACTS + "evidence:\n  results[riddles,lab-page]: {source: other, checked: 2026-05-31, note: Seen there}\n")
    assert written(entry.results[0].proof) == "other 2026-05-31 1 days"
    assert entry.results[0].proof.note == "Seen there"


@pytest.mark.parametrize(("at", "stale"), [("2026-05-02", False), ("2026-05-01", True)])
def test_a_measurement_is_stale_after_its_own_budget(at: str, *, stale: bool) -> None:
    measured = f"{{offer: poe, metric: ttft, stat: p50, value: 1, unit: s, window: 7d, at: {at}, source: other}}"
    assert one(f"measurements: [{measured}]\n").measurements[0].proof.stale is stale


@pytest.mark.parametrize(("checked", "stale"), [("2024-07-01", False), ("2024-06-30", True)])
def test_a_result_is_stale_after_its_own_budget(checked: str, *, stale: bool) -> None:
    result = f"{{benchmark: riddles, score: 1, by: lab, source: other, checked: {checked}}}"
    assert one(f"results: [{result}]\n").results[0].proof.stale is stale


def test_without_any_source_a_fact_has_no_proof() -> None:
    entry = one(base="name: One\nlifecycle: {released: 2026-01-15}\nlimits: {context: 1000}\n")
    assert entry.facts["limits.context"].proof is None
    assert entry.facts["status"].proof is None


def test_a_fact_that_was_checked_after_today_is_no_younger_than_today() -> None:
    entry = one(FACTS, today="2026-01-20")
    proof = entry.facts["limits.context"].proof
    assert proof == Proof("register", Day(2026, 5, 30), 0, stale=False)


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
    "limits.context", "limits.max_input", "limits", "lifecycle.released", "lifecycle.retires", "modalities.input", "status",
    "family.name", "name", "summary", "capabilities.reasoning", "capabilities.vision", "capabilities.pdf_input",
    "capabilities.computer_use", "offers.acme.price.input", "offers.acme.price", "offers.acme.price.reasoning",
    "offers.acme.limits.context", "offers.[wafer.ai].limits.context", "offers.poe.price", "offers.poe.modalities.input",
    "offers.acme.status", "offers.azure.price.input", "offers.azure", "offers.acme.price_when[tier=batch].input",
    "offers.acme.price_when[tier=priority]", "results[riddles,lab-page,hard]", "results[riddles].score", "ids.snapshots",
    "ids.snapshots[one-2026-01-15]", "measurements[acme,ttft]", "weights.open", "parameters[seed]",
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
    assert (score.value, written(score.proof)) == (80, "lab-page 2026-03-01 92 days")


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("limits.max_input", None, "nothing"),
        ("summary", None, "nothing"),
        ("name", "One", "register 2026-05-30 2 days"),
        ("measurements[acme,ttft].value", 0.5, "other 2026-05-20 12 days"),
        ("ratings[overall].value", 47, "undated unknown stale"),
    ],
)
def test_a_claim_without_a_shown_fact_says_what_the_record_states_there(path: str, value: object, expected: str) -> None:
    (fact,) = one(FACTS + f"claims: [{{path: '{path}', value: x, source: other}}]\n").other_claims
    assert (float(str(fact.value)) if isinstance(value, float) else fact.value) == value
    assert written(fact.proof) == expected


def test_equal_proofs_are_one_object() -> None:
    entry = one(FACTS)
    assert entry.facts["limits.context"].proof is entry.facts["limits.max_output"].proof


def test_ages_follow_today_alone() -> None:
    entry = one(FACTS, today=str(date(2026, 11, 20)))
    assert written(entry.facts["limits.context"].proof) == "register 2026-05-30 174 days"
    assert written(entry.offers["acme"].facts["price.input"].proof) == "lab-page 2026-05-01 203 days stale"
