"""Status: what the dates of a model and of its offers make of it on a day."""

import pytest

from almanac.catalogue.catalogue import Status
from almanac.units.dates import parse_day
from tests.catalogue.shelf import assembled, library, one

NANO = """
name: GPT-4.1 nano
lifecycle: {announced: 2025-04-14, released: 2025-04-14}
sync: {source: register}
offers:
  acme: {model_id: nano, retires: 2026-10-23}
  azure: {model_id: nano, retires: 2027-04-14}
  poe: {model_id: acme/nano}
evidence:
  lifecycle.released: {source: lab-page, checked: 2026-05-31}
  offers.acme.retires: {source: other, checked: 2026-05-20}
"""


def said(status: Status) -> str:
    """Write a status as `active since 2026-01-15, retires 2026-10-23`."""
    since = f" since {status.since}" if status.since else ""
    coming = f", {status.next_word} {status.next_date}" if status.next_date else ""
    return f"{status.word}{since}{coming}"


@pytest.mark.parametrize(
    ("today", "statuses", "model", "sellers"),
    [
        (
            "2026-06-01",
            {
                "acme": "active since 2025-04-14, retires 2026-10-23",
                "azure": "active since 2025-04-14, retires 2027-04-14",
                "poe": "active since 2025-04-14",
            },
            "active since 2025-04-14, retires 2026-10-23",
            3,
        ),
        (
            "2026-11-20",
            {
                "acme": "retired since 2026-10-23",
                "azure": "active since 2025-04-14, retires 2027-04-14",
                "poe": "active since 2025-04-14",
            },
            "retired since 2026-10-23",
            2,
        ),
        (
            "2027-04-14",
            {
                "acme": "retired since 2026-10-23",
                "azure": "retired since 2027-04-14",
                "poe": "active since 2025-04-14",
            },
            "retired since 2026-10-23",
            1,
        ),
    ],
)
def test_each_offer_follows_its_own_dates_and_the_model_its_labs_offer(
    today: str, statuses: dict[str, str], model: str, sellers: int
) -> None:
    entry = one(base=NANO, today=today)
    assert {key: said(offer.status) for key, offer in sorted(entry.offers.items())} == statuses
    assert said(entry.status) == model
    assert entry.sellers == sellers


def test_a_status_is_proved_by_the_date_it_rests_on() -> None:
    before, after = one(base=NANO, today="2026-06-01"), one(base=NANO, today="2026-11-20")
    sources = [
        fact.proof.source
        for entry in (before, after)
        for fact in (entry.facts["status"], entry.offers["acme"].facts["status"], entry.offers["poe"].facts["status"])
        if fact.proof
    ]
    assert sources == ["lab-page", "lab-page", "lab-page", "other", "other", "lab-page"]
    assert after.facts["status"].value == "retired"
    assert after.facts["status"].derived


@pytest.mark.parametrize(
    ("lifecycle", "today", "expected"),
    [
        ("{released: 2026-01-15}", "2026-01-15", "active since 2026-01-15"),
        ("{released: 2026-01-15}", "2026-01-14", "announced, is released 2026-01-15"),
        (
            "{announced: 2026-01-01, released: 2026-01-15}",
            "2026-01-14",
            "announced since 2026-01-01, is released 2026-01-15",
        ),
        ("{announced: 2026-01-01, released: unknown}", "2026-01-14", "announced since 2026-01-01"),
        (
            "{preview: 2026-01-01, released: 2026-02-01}",
            "2026-01-14",
            "preview since 2026-01-01, is released 2026-02-01",
        ),
        ("{preview: 2026-01-01, released: unknown}", "2026-01-14", "preview since 2026-01-01"),
        ("{preview: 2026-03-01, released: 2026-04-01}", "2026-01-14", "announced, enters preview 2026-03-01"),
        ("{released: unknown}", "2026-01-14", "active"),
        ("{released: unknown, retires: 2026-03}", "2026-01-14", "active, retires 2026-03"),
        ("{released: 2026-01}", "2026-01-01", "active since 2026-01"),
        ("{released: 2025-01-01, retires: 2026-03}", "2026-02-28", "active since 2025-01-01, retires 2026-03"),
        ("{released: 2025-01-01, retires: 2026-03}", "2026-03-01", "retired since 2026-03"),
        (
            "{released: 2025-01-01, deprecated: 2026-02-01, retires: 2026-03-01}",
            "2026-01-14",
            "active since 2025-01-01, is deprecated 2026-02-01",
        ),
        (
            "{released: 2025-01-01, deprecated: 2026-01-01, retires: 2026-03-01}",
            "2026-01-14",
            "deprecated since 2026-01-01, retires 2026-03-01",
        ),
    ],
)
def test_a_model_without_offers_follows_its_lifecycle(lifecycle: str, today: str, expected: str) -> None:
    assert said(one(base=f"name: One\nlifecycle: {lifecycle}\n", today=today).status) == expected


@pytest.mark.parametrize(
    ("lifecycle", "offer", "expected"),
    [
        ("{released: 2025-01-01}", "ended: 2026-03-01, retires: 2026-02-01", "retired since 2026-02-01"),
        ("{released: 2025-01-01}", "ended: 2026-03-01", "retired since 2026-03-01"),
        ("{released: 2025-01-01}", "ended: 2026-08-01", "active since 2025-01-01, retires 2026-08-01"),
        ("{released: 2025-01-01}", "deprecated: 2026-03-01", "deprecated since 2026-03-01"),
        ("{released: 2025-01-01}", "since: 2025-06-01", "active since 2025-06-01"),
        ("{released: 2025-01-01}", "since: 2026-07-01", "announced, is offered 2026-07-01"),
        (
            "{announced: 2024-12-01, released: 2025-01-01}",
            "since: 2026-07-01",
            "announced since 2024-12-01, is offered 2026-07-01",
        ),
        ("{released: unknown}", "", "active"),
        ("{announced: 2025-01-01, released: unknown}", "", "active"),
        ("{preview: 2025-01-01, released: unknown}", "", "preview since 2025-01-01"),
        ("{preview: 2027-01-01, released: unknown}", "", "announced, enters preview 2027-01-01"),
        ("{preview: 2025-01-01, released: unknown}", "since: 2025-02-01", "preview since 2025-02-01"),
        (
            "{preview: 2025-01-01, released: 2026-07-01}",
            "since: 2025-02-01",
            "preview since 2025-02-01, is released 2026-07-01",
        ),
        ("{preview: 2025-01-01, released: 2025-07-01}", "since: 2025-02-01", "active since 2025-02-01"),
        ("{released: 2025-01-01, retires: 2026-02-01}", "", "retired since 2026-02-01"),
        ("{released: 2025-01-01, deprecated: 2026-02-01}", "", "deprecated since 2026-02-01"),
        (
            "{released: 2025-01-01, retires: 2026-02-01}",
            "retires: 2027-01-01",
            "active since 2025-01-01, retires 2027-01-01",
        ),
        ("{released: 2025-01-01, retires: 2026-02-01}", "deprecated: 2026-05-01", "deprecated since 2026-05-01"),
        (
            "{released: 2025-01-01, deprecated: 2026-02-01}",
            "ended: 2027-01-01",
            "active since 2025-01-01, retires 2027-01-01",
        ),
    ],
)
def test_an_offer_follows_its_own_dates_else_the_models(lifecycle: str, offer: str, expected: str) -> None:
    stated = f"{{model_id: one{', ' if offer else ''}{offer}}}"
    entry = one(base=f"name: One\nlifecycle: {lifecycle}\noffers:\n  poe: {stated}\n")
    assert said(entry.offers["poe"].status) == expected


@pytest.mark.parametrize(
    ("offers", "expected", "path"),
    [
        ({"poe": "", "azure": "deprecated: 2026-03-01"}, "active since 2025-01-01, retires 2027-01-01", ""),
        ({"poe": "deprecated: 2026-02-01", "azure": "deprecated: 2026-03-01"}, "deprecated since 2026-03-01", "azure"),
        ({"poe": "ended: 2026-02-01", "azure": "deprecated: 2026-03-01"}, "deprecated since 2026-03-01", "azure"),
        ({"poe": "ended: 2026-05-01", "azure": "ended: 2026-03-01"}, "retired since 2026-05-01", "poe"),
        ({"poe": "since: 2026-07-01", "azure": "ended: 2026-03-01"}, "announced", ""),
    ],
)
def test_without_an_own_offer_the_latest_living_state_speaks(offers: dict[str, str], expected: str, path: str) -> None:
    lines = "".join(f"  {key}: {{model_id: one{', ' if dates else ''}{dates}}}\n" for key, dates in offers.items())
    evidence = "evidence:\n  offers.poe: {source: lab-page}\n  offers.azure: {source: other}\n"
    text = f"name: One\nlifecycle: {{released: 2025-01-01, retires: 2027-01-01}}\noffers:\n{lines}{evidence}"
    entry = assembled(library({"open/one": text})).models["open/one"]
    assert said(entry.status) == expected
    proof = entry.facts["status"].proof
    assert (proof.source if proof else "") == {"azure": "other", "poe": "lab-page", "": ""}[path]


def test_a_model_that_others_sell_before_its_release_is_active() -> None:
    text = """
name: One
lifecycle: {released: 2026-12-01}
offers:
  poe: {model_id: one, since: 2026-03-01}
  azure: {model_id: one, since: 2026-02-01}
"""
    entry = assembled(library({"open/one": text})).models["open/one"]
    assert said(entry.status) == "active since 2026-02-01"


def test_without_a_plain_own_offer_its_first_variant_decides() -> None:
    text = """
offers:
  acme@b: {model_id: one-b}
  acme@a: {model_id: one-a, ended: 2026-05-01}
  poe: {model_id: one}
"""
    entry = one(text)
    assert entry.own == "acme@a"
    assert entry.status == Status("retired", parse_day("2026-05-01"))
    assert entry.sellers == 2
