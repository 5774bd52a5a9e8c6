"""Bound facts: every function of a guide answers from the catalogue, with its value and proof."""

from decimal import Decimal

import pytest

from almanac.catalogue.bound import ANSWERS, answer, compared
from almanac.checks import FUNCTIONS
from almanac.records import UnitPrice
from almanac.units.dates import Day
from tests.catalogue.shelf import many

ONE = """
name: One
lifecycle: {released: 2026-01-15, knowledge_cutoff: 2025-09}
limits: {context: 128000, max_output: 16000}
sync: {source: register}
offers:
  acme:
    model_id: a
    price: {input: 0.10, output: 0.40, reasoning: {usd: 0.5, per: 1000-requests}}
    price_when: [{when: {tier: batch}, input: 0.05, output: 0.2}, {when: {context_above: 1000}, input: 0.3}]
    limits: {context: 64000}
    retires: 2026-10-23
    source: lab-page
  poe: {model_id: p, price: {input: 0.09, output: 0.36, cache_read: 0.02}, source: other}
  relay: {model_id: r, price: on-request}
  wafer.ai: {model_id: w}
results:
  - {benchmark: riddles, score: 9.80, by: lab, source: lab-page}
  - {benchmark: riddles, score: 8.9, by: independent, source: other, date: 2025-01-01}
  - {benchmark: riddles, score: 8.7, by: independent, source: other, date: 2025-04-14}
  - {benchmark: riddles, score: 7, by: independent, source: register, variant: hard, date: 2025-09-01}
  - {benchmark: golf, score: -3, by: republished, source: register}
"""
BARE = "name: Bare\nlifecycle: {released: unknown, retires: 2026-12}\n"
PLAN = "name: Plan\nlifecycle: {released: unknown}\noffers: {poe: {model_id: p, price: included}}\n"


MODELS = many(one=ONE, bare=BARE, plan=PLAN).models


@pytest.mark.parametrize(
    ("function", "model", "arguments", "value", "source"),
    [
        ("name", "one", "", "One", None),
        ("price", "one", "input", Decimal("0.10"), "lab-page"),
        ("price", "one", "cache_read", Decimal("0.02"), "other"),
        ("price", "one", "reasoning", UnitPrice(usd=Decimal("0.5"), per="1000-requests"), "lab-page"),
        ("price", "one", "input poe", Decimal("0.09"), "other"),
        ("price", "one", "input relay", "on-request", "register"),
        ("price", "one", "input wafer.ai", None, None),
        ("price", "bare", "input", None, None),
        ("price", "plan", "output", "included", None),
        ("price", "one", "input acme tier=batch", Decimal("0.05"), "lab-page"),
        ("context", "one", "", 128000, "register"),
        ("context", "one", "acme", 64000, "lab-page"),
        ("context", "one", "poe", 128000, "register"),
        ("max_output", "one", "poe", 16000, "register"),
        ("retires", "one", "acme", Day(2026, 10, 23), "lab-page"),
        ("retires", "one", "poe", None, None),
        ("score", "one", "riddles independent hard", Decimal(7), "register"),
        ("score", "one", "riddles register", Decimal(7), "register"),
        ("sellers", "one", "", 4, None),
        ("max_output", "one", "", 16000, "register"),
        ("context", "bare", "", None, None),
        ("score", "one", "riddles", Decimal("8.7"), "other"),
        ("score", "one", "riddles lab", Decimal("9.80"), "lab-page"),
        ("score", "one", "golf", Decimal(-3), "register"),
        ("score", "one", "golf lab", None, None),
        ("released", "one", "", Day(2026, 1, 15), "register"),
        ("released", "bare", "", "unknown", None),
        ("retires", "one", "", Day(2026, 10, 23), "lab-page"),
        ("retires", "bare", "", Day(2026, 12), None),
        ("cutoff", "one", "", Day(2025, 9), "register"),
        ("cutoff", "bare", "", None, None),
    ],
)
def test_a_function_answers_with_a_fact_and_its_proof(
    function: str, model: str, arguments: str, value: object, source: str | None
) -> None:
    found = answer(MODELS[f"acme/{model}"], function, arguments.split())
    assert (found.value, found.proof.source if found.proof else None) == (value, source)
    assert found.model_id == f"acme/{model}"


@pytest.mark.parametrize(
    ("model", "pair"),
    [
        ("one", (Decimal("0.10"), Decimal("0.40"))),
        ("bare", (None, None)),
        ("plan", ("included", "included")),
        ("half", (Decimal(1), None)),
    ],
)
def test_models_are_compared_by_one_offers_pair(model: str, pair: tuple[object, object]) -> None:
    half = f"{BARE}offers: {{poe: {{model_id: p, price: {{input: 1}}}}, relay: {{model_id: r, price: {{output: 2}}}}}}"
    entry = {**MODELS, **many(half=half).models}[f"acme/{model}"]
    assert tuple(compared(entry, "price", [side]).value for side in ("input", "output")) == pair


def test_what_is_no_price_is_compared_as_it_is() -> None:
    assert compared(MODELS["acme/one"], "context", ()).value == 128000


def test_every_function_that_the_checks_allow_is_answered() -> None:
    assert {*ANSWERS, "table"} == set(FUNCTIONS)


@pytest.mark.parametrize(
    ("job", "rest", "total"),
    [
        ("100 requests, 1K input, 500 output", "acme", "0.03"),
        ("100 requests, 1K input, 500 output", "acme tier=batch", "0.015"),
        ("2 requests, 500K input", "acme", "0.30"),
        ("1M cache_read, 1M cache_write; 3 requests, 1M output", "poe", "1.19"),
    ],
)
def test_a_job_costs_what_its_requests_read_and_write(job: str, rest: str, total: str) -> None:
    found = answer(MODELS["acme/one"], "cost", (job, *rest.split()))
    assert (found.value, found.proof is not None) == (Decimal(total), True)


@pytest.mark.parametrize(("job", "key"), [("5 cache_read", "acme"), ("5 input", "wafer.ai"), ("5 input", "relay")])
def test_a_job_with_an_unknown_part_has_no_sum(job: str, key: str) -> None:
    assert answer(MODELS["acme/one"], "cost", (job, key)).value is None
