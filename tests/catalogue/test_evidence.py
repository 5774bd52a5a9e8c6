"""Evidence: the source and date behind each fact, and each claim shown exactly once."""

from datetime import date

import pytest

from almanac.catalogue.catalogue import Proof
from almanac.units.dates import Day
from tests.catalogue.shelf import one

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
        (
            "capabilities: {source: lab-page, checked: 2025-06-01}",
            "capabilities.reasoning",
            "lab-page 2025-06-01 365 days",
        ),
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
    entry = one(
        FACTS + "evidence:\n  results[riddles,lab-page]: {source: other, checked: 2026-05-31, note: Seen there}\n"
    )
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


def test_equal_proofs_are_one_object() -> None:
    entry = one(FACTS)
    assert entry.facts["limits.context"].proof is entry.facts["limits.max_output"].proof


def test_ages_follow_today_alone() -> None:
    entry = one(FACTS, today=str(date(2026, 11, 20)))
    assert written(entry.facts["limits.context"].proof) == "register 2026-05-30 174 days"
    assert written(entry.offers["acme"].facts["price.input"].proof) == "lab-page 2026-05-01 203 days stale"
