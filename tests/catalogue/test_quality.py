"""Quality: every stated fact counted once, and the doubts worst first with the line to edit."""

import pytest

from almanac.catalogue.catalogue import Doubt
from almanac.catalogue.quality import apart
from almanac.problems import Place, problem
from tests.catalogue.shelf import assembled, library

TEXT = """name: One
lifecycle: {released: 2026-01-15}
limits: {context: 128000}
modalities: {input: [text], output: [text]}
offers:
  poe:
    model_id: p
    price: {input: 1, output: 2}
    source: lab-page
    checked: 2026-01-01
  relay: {model_id: r, price: free, source: undated}
results:
  - {benchmark: riddles, score: 80, by: lab, source: lab-page, checked: 2020-01-01}
measurements:
  - {offer: poe, metric: ttft, stat: p50, value: 0.5, unit: s, window: 7d, at: unknown, source: other}
ratings:
  - {name: overall, value: 47, source: other, checked: 2026-05-01}
evidence:
  limits.context: {source: register}
claims:
  - {path: limits.context, value: 1, source: other}
  - {path: limits.context, value: 2, source: other}
  - {path: offers.poe.limits.context, value: 3, source: other}
  - {path: status, value: retired, source: other}
  - {path: weights.open, value: true, source: other}
"""
PLAIN = "name: Two\nlifecycle: {released: unknown}\nsync: {source: register}\n"


def told(doubts: tuple[Doubt, ...]) -> list[str]:
    return [f"{doubt.record}#{doubt.path}:{doubt.line} {doubt.source} {doubt.age}" for doubt in doubts]


def test_each_stated_fact_is_counted_once() -> None:
    quality = assembled(library({"acme/one": TEXT, "acme/two": PLAIN})).quality
    # released, context, input, output; model_id and two prices; model_id and a word; a result, a measurement, a rating
    assert quality.facts == 4 + 3 + 2 + 3 + 1
    assert quality.sourced == quality.facts - len(quality.unsourced)
    assert quality.dated == quality.sourced - len(quality.undated)
    assert told(quality.unsourced) == [
        "acme/one#lifecycle.released:2  None",
        "acme/one#modalities.input:4  None",
        "acme/one#modalities.output:4  None",
    ]
    assert told(quality.undated) == [
        "acme/one#measurements[poe,ttft,p50,other]:15 other None",
        "acme/one#offers.relay.model_id:11 undated None",
        "acme/one#offers.relay.price:11 undated None",
    ]


def test_what_is_over_its_time_by_the_largest_factor_stands_first() -> None:
    """A result of 2,343 days may be 700, a price of 151 may be 90; one of 851 may be 700."""
    younger = TEXT.replace("checked: 2020-01-01", "checked: 2024-02-01")
    quality = assembled(library({"acme/one": TEXT, "acme/two": younger.replace("name: One", "name: Two")})).quality
    assert told(quality.stale) == [
        "acme/one#results[riddles,lab-page]:13 lab-page 2343",
        "acme/one#offers.poe.price.input:8 lab-page 151",
        "acme/one#offers.poe.price.output:8 lab-page 151",
        "acme/two#offers.poe.price.input:8 lab-page 151",
        "acme/two#offers.poe.price.output:8 lab-page 151",
        "acme/two#results[riddles,lab-page]:13 lab-page 851",
    ]
    assert [doubt.budget for doubt in quality.stale] == [700, 90, 90, 90, 90, 700]
    assert {doubt.kind for doubt in quality.stale} == {"stale"}
    assert quality.stale[0].title == "One"
    assert quality.stale[0].file == "content/models/acme/one.yaml"


def test_what_is_farthest_apart_stands_first_and_nothing_disputed_is_left_out() -> None:
    quality = assembled(library({"acme/one": TEXT})).quality
    assert [(doubt.path, doubt.rivals) for doubt in quality.disputed] == [
        ("limits.context", 2),
        ("offers.poe.limits.context", 1),
        ("status", 1),
        ("weights.open", 1),
    ]
    assert [apart(doubt.fact) for doubt in quality.disputed if doubt.fact] == [128000, 128000 / 3, None, None]


FAR, NEAR = "limits.context, value: 300000", "limits.context, value: 127000"
OTHER, JUDGED = "lifecycle.released, value: 2026-02", "limits.context, value: 1, verdict: wrong, why: It is"


@pytest.mark.parametrize(
    ("claims", "first"),
    [
        ((NEAR, OTHER), "lifecycle.released"),
        ((FAR, OTHER), "limits.context"),
        ((JUDGED, OTHER), "lifecycle.released"),
        ((JUDGED, NEAR, OTHER), "limits.context"),
    ],
)
def test_a_word_counts_as_twice_apart_and_what_is_judged_comes_last(claims: tuple[str, ...], first: str) -> None:
    head = TEXT.partition("claims:\n")[0]
    text = head + "claims:\n" + "".join(f"  - {{path: {claim}, source: other}}\n" for claim in claims)
    found = assembled(library({"acme/one": text})).quality.disputed
    assert len(found) == 2
    assert found[0].path == first


def test_what_nobody_states_of_a_model_that_is_sold_is_told_with_the_line_that_would_hold_it() -> None:
    bare = "name: Bare\nlifecycle: {released: unknown}\noffers:\n  poe: {model_id: p}\n  relay: {model_id: r}\n"
    found = assembled(library({"acme/one": TEXT, "acme/bare": bare})).quality.unknown
    assert [(doubt.record, doubt.path, doubt.line) for doubt in found] == [
        ("acme/bare", "lifecycle.knowledge_cutoff", 2),
        ("acme/bare", "lifecycle.released", 2),
        ("acme/bare", "limits.context", 1),
        ("acme/bare", "limits.max_output", 1),
        ("acme/bare", "modalities.input", 1),
        ("acme/bare", "offers.poe.price", 4),
        ("acme/bare", "offers.relay.price", 5),
        ("acme/one", "lifecycle.knowledge_cutoff", 2),
        ("acme/one", "limits.max_output", 3),
    ]


@pytest.mark.parametrize(
    ("offers", "paths"),
    [
        ("poe: {model_id: p, price: free}", ["lifecycle.released"]),
        ("poe: {model_id: p, ended: 2026-01-01}", []),
        (
            "poe: {model_id: p, ended: 2026-01-01}, relay: {model_id: r}",
            ["lifecycle.released", "offers.relay.price"],
        ),
    ],
)
def test_what_nobody_sells_any_more_is_not_missed(offers: str, paths: list[str]) -> None:
    text = f"name: One\nmode: embedding\nlifecycle: {{released: unknown}}\noffers: {{{offers}}}\n"
    assert [doubt.path for doubt in assembled(library({"acme/one": text})).quality.unknown] == paths


def test_what_was_waived_is_shown_with_the_finding() -> None:
    found = [
        problem(
            "limits-context-below-input",
            Place("content/models/acme/one.yaml", 3, 1),
            message=f"Finding {number}.",
            fact=fact,
        )
        for number, fact in enumerate(["models/acme/one#limits.context", "labs/acme"])
    ]
    waived = assembled(library({"acme/one": TEXT}), waived=tuple(found)).quality.waived
    assert [(doubt.record, doubt.path, doubt.line, doubt.note) for doubt in waived] == [
        ("acme/one", "limits.context", 3, "Finding 0."),
        ("labs/acme", "", 3, "Finding 1."),
    ]


def test_an_empty_catalogue_has_no_doubts() -> None:
    quality = assembled(library({})).quality
    assert (quality.facts, quality.sourced, quality.dated, quality.stale, quality.disputed) == (0, 0, 0, (), ())
