"""Receipts: exact sums, and an unknown that stays unknown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.catalogue import Receipt
from almanac.catalogue.receipts import receipts as priced
from almanac.records import Workload
from tests.catalogue.shelf import WORKLOADS, one, records

WORK = {key: entry.record for key, entry in records(Workload, WORKLOADS, "workloads").items()}


def receipts(offer: str, *, rest: str = "") -> dict[str, Receipt]:
    """Return what the workloads cost at an offer, by workload."""
    entry = one(f"offers:\n  acme: {{model_id: id, {offer}}}\n{rest}")
    return dict(zip(WORK, priced(entry.offers["acme"], WORK), strict=True))


def sums(receipt: Receipt) -> list[str | None]:
    """Return total, batch total and uncached total as written."""
    totals = (receipt.total, receipt.batch_total, receipt.uncached_total)
    return [None if total is None else f"{total.normalize():f}" for total in totals]


PRICE = "price: {input: 0.10, output: 0.40, cache_read: 0.025}"
BATCH = "price_when: [{when: {tier: batch}, input: 0.05, output: 0.20}]"


def test_every_line_is_tokens_times_rate_and_the_total_their_sum() -> None:
    chat = receipts(PRICE)["chat"]
    assert [(line.what, line.component, line.tokens, line.rate, line.amount) for line in chat.lines] == [
        ("Input", "input", 1000000, Decimal("0.10"), Decimal("0.1")),
        ("Cached input", "cache_read", 2000000, Decimal("0.025"), Decimal("0.05")),
        ("Output", "output", 500000, Decimal("0.40"), Decimal("0.2")),
    ]
    assert sums(chat) == ["0.35", None, "0.5"]
    assert (chat.title, chat.about, chat.offer) == ("Chat", "Cached", "acme")


def test_a_kind_of_token_that_a_workload_does_not_use_has_no_line() -> None:
    tickets = receipts(PRICE)["tickets"]
    assert [line.component for line in tickets.lines] == ["input", "output"]
    assert sums(tickets) == ["0.068", None, "0.068"]


@pytest.mark.parametrize(
    ("offer", "workload", "totals"),
    [
        (f"{PRICE}, {BATCH}", "tickets", ["0.068", "0.034", "0.068"]),
        (f"{PRICE}, {BATCH}", "chat", ["0.35", None, "0.5"]),
        (f"{PRICE}, price_when: [{{when: {{tier: batch}}, input: 0.05}}]", "tickets", ["0.068", "0.038", "0.068"]),
        (
            f"{PRICE}, price_when: [{{when: {{tier: batch, region: eu}}, input: 0.05}}]",
            "tickets",
            ["0.068", None, "0.068"],
        ),
        (f"{PRICE}, price_when: [{{when: {{tier: flex}}, input: 0.05}}]", "tickets", ["0.068", None, "0.068"]),
        (f"{PRICE}, price_when: [{{when: {{utc: '0-8'}}, input: 0.05}}]", "tickets", ["0.068", None, "0.068"]),
        ("price: {input: 0.10}", "tickets", [None, None, None]),
        ("price: {input: 0.10, output: 0.40}", "chat", [None, None, "0.5"]),
        ("price: {input: 0.10, output: 0.40, cache_read: 0}", "chat", ["0.3", None, "0.5"]),
        ("price: free", "chat", ["0", None, "0"]),
        ("price: included", "tickets", ["0", None, "0"]),
        ("price: dynamic", "tickets", [None, None, None]),
        ("price: on-request", "tickets", [None, None, None]),
        ("price: {input: free, output: 0.40}", "tickets", ["0.008", None, "0.008"]),
        ("price: {input: {usd: 1, per: request}, output: 0.40}", "tickets", [None, None, None]),
    ],
)
def test_a_sum_with_an_unknown_in_it_is_unknown(offer: str, workload: str, totals: list[str | None]) -> None:
    assert sums(receipts(offer)[workload]) == totals


LONG = (
    "price: {input: 1, output: 4, cache_read: 0.1}, price_when: [{when: {context_above: 250000}, input: 2, output: 6}]"
)


@pytest.mark.parametrize(
    ("offer", "total", "batch"),
    [
        # 300,000 tokens in each request: the row prices them all; what it leaves out stays as in `price`
        (LONG, "5.2", None),
        (LONG.replace("250000", "290000"), "5.2", None),
        (LONG.replace("250000", "300000"), "3.2", None),
        (LONG.replace("{context_above: 250000}", "{context_above: 250000, marginal: true}"), None, None),
        (LONG.replace("input: 2, output: 6", "input: 2, output: 6, marginal: true"), None, None),
        (LONG.replace("}]", "}, {when: {context_above: 280000}, input: 3}]"), "5.2", None),
    ],
)
def test_long_requests_pay_the_price_of_long_requests(offer: str, total: str | None, batch: str | None) -> None:
    # 1,000,000 + 2,000,000 tokens in 10 requests, the longest of 300,000
    assert sums(receipts(offer)["chat"])[:2] == [total, batch]


def test_a_workload_of_which_only_some_requests_are_long_has_no_total() -> None:
    offer = "price: {input: 1, output: 4}, price_when: [{when: {context_above: 610}, input: 2}]"
    tickets = receipts(offer)["tickets"]
    assert (tickets.total, [line.rate for line in tickets.lines]) == (None, [None, None])


def test_a_batch_of_long_requests_needs_a_price_of_its_own() -> None:
    rows = "{when: {tier: batch}, input: 0.5}, {when: {context_above: 500}, input: 2}"
    both = f"price: {{input: 1, output: 4}}, price_when: [{rows}]"
    assert sums(receipts(both)["tickets"]) == ["1.28", None, "1.28"]
    named = both.replace("}]", "}, {when: {tier: batch, context_above: 500}, input: 0.9, output: 3}]")
    assert sums(receipts(named)["tickets"]) == ["1.28", "0.6", "1.28"]


@pytest.mark.parametrize(
    ("context", "fits"), [("limits: {context: 620}", True), ("limits: {context: 619}", False), ("", None)]
)
def test_the_longest_request_must_fit_the_context(context: str, *, fits: bool | None) -> None:
    assert receipts(PRICE, rest=f"{context}\n")["tickets"].fits is fits


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        (
            (
                "offers: {acme: {model_id: a, price: {input: 2, output: 2}}, poe: {model_id: p, price: "
                "{input: 1, output: 1}}}"
            ),
            "acme",
        ),
        (
            (
                "offers: {acme: {model_id: a, price: {input: 2, output: 2}, ended: 2026-01-01},"
                " poe: {model_id: p, price: {input: 1, output: 1}}}"
            ),
            "poe",
        ),
        ("offers: {acme: {model_id: a}, poe: {model_id: p, price: {input: 1, output: 1}}}", "poe"),
        ("offers: {acme: {model_id: a, price: dynamic}, poe: {model_id: p, price: {input: 1, output: 1}}}", "poe"),
        ("offers: {acme: {model_id: a, price: included}, poe: {model_id: p, price: {input: 1, output: 1}}}", "poe"),
        ("offers: {acme: {model_id: a, price: {input: 1}}, poe: {model_id: p, price: {input: 1, output: 1}}}", "poe"),
        ("offers: {acme: {model_id: a, price: included}, poe: {model_id: p, price: on-request}}", None),
        ("offers: {poe: {model_id: p, price: free}}", None),
        ("mode: embedding\noffers: {acme: {model_id: a, price: {input: 2}}}", None),
    ],
)
def test_receipts_are_of_the_labs_own_offer_while_it_asks_money_else_of_the_cheapest(
    text: str, offer: str | None
) -> None:
    assert {receipt.offer for receipt in one(f"{text}\n").receipts} == ({offer} if offer else set())


COMPONENTS = st.sampled_from(["", "0.5", "free", "included", "dynamic", "on-request", "{usd: 1, per: request}"])


@given(st.fixed_dictionaries({"input": COMPONENTS, "output": COMPONENTS, "cache_read": COMPONENTS}))
def test_an_unknown_rate_never_becomes_zero(price: dict[str, str]) -> None:
    stated = ", ".join(f"{name}: {value}" for name, value in price.items() if value)
    chat = receipts(f"price: {{{stated}}}")["chat"]
    known = {"0.5", "free", "included"}
    assert (chat.total is None) is not all(value in known for value in price.values())
    for line in chat.lines:
        assert (line.amount is None) is (price[line.component] not in known)
        assert line.amount != 0 or price[line.component] in {"free", "included"}
