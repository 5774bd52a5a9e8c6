"""History: dated changes, newest first, and those still to come."""

import pytest

from almanac.catalogue.catalogue import Catalogue, Change
from almanac.records import Price
from tests.catalogue.shelf import assembled, library

TEXT = """
name: One
lifecycle: {announced: 2026-01-10, released: 2026-01-15, deprecated: 2026-07-01, retires: 2026-12}
ids: {snapshots: [{id: one-1, released: 2026-01-15}, {id: one-2, released: 2026-03-01}, {id: one-3}]}
sync: {source: register}
offers:
  acme: {model_id: a, since: 2026-01-15, retires: 2026-12, source: lab-page}
  acme@eu: {model_id: a-eu, retires: 2026-12, source: lab-page}
  poe:
    model_id: p
    since: 2026-02-01
    ended: 2026-05-20
    price_history:
      - {from: 2026-02-01, input: 1, output: 2}
      - {from: 2026-03-01, input: 1, output: 2, cache_read: 0.1}
      - {from: 2026-04-01, input: 0.5, output: 2, cache_read: 0.1}
      - {from: 2026-05-01, price: gone}
      - {from: 2026-05-10, price: free}
      - {from: 2026-05-20, price: gone}
    source: other
results:
  - {benchmark: riddles, score: 80.10, by: lab, source: lab-page, date: 2026-01-15, variant: hard}
  - {benchmark: golf, score: -3, by: lab, source: lab-page, date: 2026-01}
  - {benchmark: golf, score: 3, by: independent, source: lab-page, date: unknown}
"""


def catalogue(today: str = "2026-06-01", text: str = TEXT) -> Catalogue:
    return assembled(library({"acme/one": text}), today=today)


def told(changes: tuple[Change, ...]) -> list[str]:
    return [f"{change.on} {change.kind} {change.offer or '-'} {change.note} ({change.source})" for change in changes]


def test_changes_are_told_newest_first() -> None:
    assert told(catalogue().changes) == [
        "2026-05-20 ended poe Poe no longer lists it. (other)",
        "2026-05-10 price poe  (other)",
        "2026-05-01 price poe  (other)",
        "2026-04-01 price poe  (other)",
        "2026-03-01 snapshot - Its snapshot one-2 is released. (register)",
        "2026-02-01 offered poe Poe begins to offer it. (other)",
        "2026-01-15 released - Acme releases it. (register)",
        "2026-01-15 result - It scores 80.1 % on Riddles, hard. (lab-page)",
        "2026-01-10 announced - Acme announces it. (register)",
        "2026-01 result - It scores −3 points on Golf. (lab-page)",
    ]


def test_what_today_has_not_reached_comes_soonest_first() -> None:
    assert told(catalogue().upcoming) == [
        "2026-07-01 deprecated - Acme deprecates it. (register)",
        "2026-12 retires acme Acme ends it. (lab-page)",
    ]
    assert told(catalogue("2026-12-01").upcoming) == []
    assert told(catalogue("2026-12-01").changes)[:2] == [
        "2026-12 retires acme Acme ends it. (lab-page)",
        "2026-07-01 deprecated - Acme deprecates it. (register)",
    ]


def test_nothing_is_both_past_and_to_come() -> None:
    counts = {
        len(found.changes) + len(found.upcoming) for found in map(catalogue, ("2025-01-01", "2026-05-01", "2027-01-01"))
    }
    assert counts == {12}


def test_a_price_change_holds_what_was_asked_before_and_after() -> None:
    prices = [change for change in catalogue().changes if change.kind == "price"]
    gone_back, gone, cut = ((change.before, change.after) for change in prices)
    assert gone_back == ("gone", "free")
    assert gone[1] == "gone"
    assert isinstance(cut[0], Price)
    assert isinstance(cut[1], Price)
    assert (str(cut[0].input), str(cut[1].input)) == ("1", "0.5")
    assert (str(cut[0].cache_read), str(cut[1].cache_read)) == ("0.1", "0.1")


@pytest.mark.parametrize(
    ("before", "after", "is_change"),
    [
        ("input: 1, output: 2", "input: 1, output: 2, cache_read: 0.1", False),
        ("input: 1, output: 2, cache_read: 0.1", "input: 1, output: 2", False),
        ("input: 1, output: 2", "input: 1, output: 3", True),
        ("input: 1, output: 2", "price: free", True),
        ("price: free", "price: included", True),
        ("price: free", "price: free", False),
        ("input: 1.0, output: 2", "input: 1, output: 2.00", False),
        ("input: 1, output: 2", "input: free, output: 2", True),
    ],
)
def test_what_becomes_known_is_no_change_of_price(before: str, after: str, *, is_change: bool) -> None:
    rows = f"[{{from: 2026-02-01, {before}}}, {{from: 2026-03-01, {after}}}]"
    offer = f"offers: {{poe: {{model_id: p, price_history: {rows}}}}}\n"
    text = f"name: One\nlifecycle: {{released: unknown}}\n{offer}"
    assert bool(catalogue(text=text).changes) is is_change


def test_a_change_without_a_source_says_so() -> None:
    text = "name: One\nlifecycle: {released: 2026-01-15, retires: 2026-03-01}\n"
    assert told(catalogue(text=text).changes) == [
        "2026-03-01 retires - Acme ends it. ()",
        "2026-01-15 released - Acme releases it. ()",
    ]


def test_a_variant_that_ends_with_its_plain_offer_is_not_told_twice() -> None:
    offers = "offers: {poe: {model_id: p, ended: 2026-03-01}, poe@eu: {model_id: e, ended: 2026-04-01}}\n"
    text = f"name: One\nlifecycle: {{released: unknown}}\n{offers}"
    assert [(change.offer, str(change.on)) for change in catalogue(text=text).changes] == [
        ("poe@eu", "2026-04-01"),
        ("poe", "2026-03-01"),
    ]


@pytest.mark.parametrize(
    ("today", "ends"),
    [
        ("2026-04-01", ["retires 2026-05-01"]),
        ("2026-05-10", ["retires 2026-05-01"]),
        ("2026-06-01", ["ended 2026-05-15"]),
    ],
)
def test_an_offer_ends_once_and_by_the_plan_until_it_is_seen_to_be_gone(today: str, ends: list[str]) -> None:
    offers = "offers: {poe: {model_id: p, retires: 2026-05-01, ended: 2026-05-15}, relay: {model_id: r}}\n"
    found = catalogue(today, f"name: One\nlifecycle: {{released: unknown}}\n{offers}")
    assert [f"{change.kind} {change.on}" for change in (*found.changes, *found.upcoming)] == ends


def test_a_variant_that_is_gone_with_its_plain_offer_has_no_plan_left_to_tell() -> None:
    plain = "poe: {model_id: p, ended: 2026-03-01}"
    offers = f"offers: {{{plain}, poe@eu: {{model_id: e, retires: 2026-02-01, ended: 2026-03-01}}}}\n"
    text = f"name: One\nlifecycle: {{released: unknown}}\n{offers}"
    assert [(change.offer, change.kind) for change in catalogue(text=text).changes] == [("poe", "ended")]
