"""Figures of a guide: how what a call is bound to is written, in a sentence and in a table."""

import pytest

from almanac.markup import outline
from almanac.outputs.guides.figures import HEADS, Figure, Table, resolve
from tests.catalogue.shelf import many

ONE = """
name: One
lifecycle: {released: 2026-01-15, knowledge_cutoff: 2025-09}
limits: {context: 128000}
offers:
  acme:
    model_id: a
    price: {input: 0.10, output: 0.4, cache_write: 0, reasoning: {usd: 0.5, per: 1000-requests}}
    price_when: [{when: {tier: batch}, input: 0.025}]
  relay: {model_id: r, price: on-request}
results: [{benchmark: golf, score: 1200.50, by: lab, source: lab-page}]
"""
PLAN = "name: gone\nlifecycle: {released: unknown}\noffers: {poe: {model_id: p, price: included}}\n"
CATALOGUE = many(one=ONE, plan=PLAN)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ('name("acme/one")', "One"),
        ('name("acme/plan")', "gone"),
        ('price("acme/one", "input")', "$0.10"),
        ('price("acme/one", "cache_write")', "no charge"),
        ('price("acme/one", "reasoning")', "$0.50 per 1,000 requests"),
        ('price("acme/one", "input", "relay")', "on request"),
        ('price("acme/one", "audio_in", "acme")', "not stated"),
        ('price("acme/plan", "output")', "included"),
        ('price("acme/one", "input", "acme", "tier=batch")', "$0.025"),
        ('cost("acme/one", "10,000 requests, 600 input, 20 output", "acme")', "$0.68"),
        ('cost("acme/one", "1,003 requests, 1,234 input, 56 output", "acme")', "$0.15"),
        ('cost("acme/one", "503 requests, 1,234 input, 56 output", "acme")', "$0.0733"),
        ('cost("acme/one", "99,999 requests, 1,234 input, 56 output", "acme")', "$14.58"),
        ('cost("acme/plan", "5 input", "poe")', "no charge"),
        ('cost("acme/one", "5 cache_read", "acme")', "not stated"),
        ('sellers("acme/one")', "2"),
        ('context("acme/one")', "128,000"),
        ('context("acme/plan")', "not stated"),
        ('score("acme/one", "golf")', "1200.5"),
        ('released("acme/one")', "15 January 2026"),
        ('released("acme/plan")', "unknown"),
        ('cutoff("acme/one")', "September 2025"),
    ],
)
def test_a_bound_figure_is_written_as_on_every_other_page(call: str, text: str) -> None:
    found = _shown(call)
    assert (found.text, getattr(found, "is_stated", None)) == (text, text != "not stated")


def test_a_table_has_a_row_for_each_model_and_says_the_same_in_words() -> None:
    found = _shown('table("acme/one", "acme/plan")')
    assert isinstance(found, Table)
    assert [[figure.text for figure in row] for row in found.rows] == [
        ["One", "$0.10", "$0.40", "128,000", "not stated", "15 January 2026"],
        ["gone", "included", "included", "not stated", "not stated", "unknown"],
    ]
    assert {len(row) for row in found.rows} == {len(HEADS)}
    assert found.text.startswith("One: input $0.10, output $0.40, context 128,000, longest output not stated, released")


def _shown(call: str) -> Figure | Table:
    (found,) = outline(f"{{{{ {call} }}}}\n").calls
    return resolve(CATALOGUE, found)
