"""Bound facts: every function of a guide answers from the catalogue, with its proof."""

import pytest

from almanac.catalogue.bound import ANSWERS, COLUMNS, Bound, resolve
from almanac.checks import FUNCTIONS
from almanac.markup import outline
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
    retires: 2026-10-23
    source: lab-page
  poe: {model_id: p, price: {input: 0.09, output: 0.36, cache_read: 0.02}, source: other}
  relay: {model_id: r, price: on-request}
  wafer.ai: {model_id: w}
results:
  - {benchmark: riddles, score: 9.80, by: lab, source: lab-page}
  - {benchmark: riddles, score: 8.9, by: independent, source: other, date: 2025-01-01}
  - {benchmark: riddles, score: 8.7, by: independent, source: other, date: 2025-04-14}
  - {benchmark: golf, score: -3, by: republished, source: register}
"""
BARE = "name: Bare\nlifecycle: {released: unknown, retires: 2026-12}\n"
PLAN = "name: Plan\nlifecycle: {released: unknown}\noffers: {poe: {model_id: p, price: included}}\n"


def bound(call: str) -> Bound:
    (found,) = outline(f"{{{{ {call} }}}}\n").calls
    return resolve(many(one=ONE, bare=BARE, plan=PLAN), found)


@pytest.mark.parametrize(
    ("call", "text", "source"),
    [
        ('name("acme/one")', "One", None),
        ('price("acme/one", "input")', "$0.10", "lab-page"),
        ('price("acme/one", "cache_read")', "$0.02", "other"),
        ('price("acme/one", "reasoning")', "$0.50 per 1000 requests", "lab-page"),
        ('price("acme/one", "input", "poe")', "$0.09", "other"),
        ('price("acme/one", "input", "relay")', "on request", "register"),
        ('price("acme/one", "input", "wafer.ai")', "not stated", None),
        ('price("acme/bare", "input")', "not stated", None),
        ('price("acme/plan", "output")', "included", None),
        ('context("acme/one")', "128,000", "register"),
        ('max_output("acme/one")', "16,000", "register"),
        ('context("acme/bare")', "not stated", None),
        ('score("acme/one", "riddles")', "8.7", "other"),
        ('score("acme/one", "riddles", "lab")', "9.8", "lab-page"),
        ('score("acme/one", "golf")', "-3", "register"),
        ('score("acme/one", "golf", "lab")', "not stated", None),
        ('released("acme/one")', "15 January 2026", "register"),
        ('released("acme/bare")', "unknown", None),
        ('retires("acme/one")', "23 October 2026", "lab-page"),
        ('retires("acme/bare")', "December 2026", None),
        ('cutoff("acme/one")', "September 2025", "register"),
        ('cutoff("acme/bare")', "not stated", None),
    ],
)
def test_a_call_shows_a_fact_with_its_proof(call: str, text: str, source: str | None) -> None:
    found = bound(call)
    assert (found.text, found.proof.source if found.proof else None) == (text, source)
    assert found.model_id == call.split('"')[1]


def test_a_table_sets_one_offers_pair_beside_the_limits() -> None:
    found = bound('table("acme/one", "acme/bare", "acme/plan")')
    assert found.table is not None
    assert found.table.heads == tuple(head for head, _, _ in COLUMNS)
    assert [[cell.text for cell in row] for row in found.table.rows] == [
        ["One", "$0.10", "$0.40", "128,000", "16,000", "15 January 2026"],
        ["Bare", "not stated", "not stated", "not stated", "not stated", "unknown"],
        ["Plan", "included", "included", "not stated", "not stated", "unknown"],
    ]
    assert found.text.startswith("One: input $0.10, output $0.40, context 128,000, longest output 16,000, released 15 ")


def test_every_function_that_the_checks_allow_is_answered() -> None:
    assert {*ANSWERS, "table"} == set(FUNCTIONS)
