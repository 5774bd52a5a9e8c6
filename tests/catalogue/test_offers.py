"""Offers: their order, their prices in dollars, and the cheapest of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import defaults, reference
from almanac.records import Price
from almanac.units.dates import Day
from tests.catalogue.shelf import one


def offered(offers: dict[str, str], *, mode: str = "chat") -> ModelEntry:
    """Return a model with offers of the given prices and dates."""
    lines = "".join(f"  {key}: {{model_id: id, {text}}}\n" for key, text in offers.items())
    return one(f"mode: {mode}\noffers:\n{lines}")


def test_offers_stand_lab_first_then_by_price_then_words_then_unknown_then_retired() -> None:
    entry = offered(
        {
            "wafer.ai": "price: {input: 1.00, output: 1.00}",
            "azure@retired": "price: {input: 0.01, output: 0.01}, ended: 2026-02-01",
            "azure@coming": "price: {input: 0.01, output: 0.01}, since: 2026-07-01",
            "relay@unknown": "endpoints: [chat]",
            "relay@request": "price: on-request",
            "relay@dynamic": "price: dynamic",
            "relay@free": "price: {input: free, output: free}",
            "relay@plan": "price: included",
            "poe@minute": "price: {audio_in: {usd: 0.006, per: minute}}",
            "poe@half": "price: {input: 0.10}",
            "acme@b": "price: {input: 5, output: 5}",
            "acme": "price: {input: 9, output: 9}",
            "poe": "price: {input: 0.50, output: 2.00}",
            "azure": "price: {input: 0.50, output: 2.00}",
        }
    )
    assert list(entry.offers) == [
        "acme@b", "acme", "azure", "poe", "wafer.ai", "poe@half", "poe@minute", "relay@free", "relay@plan",
        "relay@dynamic", "relay@request", "relay@unknown", "azure@coming", "azure@retired",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("offers", "cheapest"),
    [
        ({"acme": "price: {input: 0.10, output: 0.40}", "poe": "price: {input: 0.09, output: 0.36}"}, "poe"),
        ({"acme": "price: {input: 0.10, output: 0.40}", "azure": "price: {input: 0.10, output: 0.40}"}, "acme"),
        ({"poe": "price: {input: 0.10, output: 0.40}", "azure": "price: {input: 0.10, output: 0.40}"}, "azure"),
        ({"poe": "price: {input: 1.00, output: 1.00}", "azure": "price: {input: 0.90, output: 1.31}"}, "poe"),
        ({"poe": "price: {input: 1.00, output: 1.00}", "azure": "price: {input: 0.90, output: 1.29}"}, "azure"),
        ({"acme": "price: {input: 1, output: 1}", "poe": "price: free", "relay": "price: included"}, "acme"),
        ({"poe": "price: free", "relay": "price: dynamic"}, None),
        ({"acme": "price: {input: 1, output: 1}", "poe": "price: {input: 0.10}"}, "acme"),
        ({"poe": "price: {input: 0.10}"}, None),
        ({"poe": "price: {output: 0.10}"}, None),
        ({"poe": "price: {input: free, output: 0.10}"}, None),
        ({"poe": "price: {input: {usd: 0.01, per: request}, output: 0.10}"}, None),
        (
            {"acme": "price: {input: 1, output: 1}", "poe": "price: {input: 0.1, output: 0.1}, ended: 2026-01-01"},
            "acme",
        ),
        (
            {"acme": "price: {input: 1, output: 1}", "poe": "price: {input: 0.1, output: 0.1}, since: 2026-07-01"},
            "acme",
        ),
        (
            {
                "acme": "price: {input: 1, output: 1}",
                "poe": "price: {input: 2, output: 2}",
                "poe@eu": "price: {input: 0.1, output: 0.1}",
            },
            "acme",
        ),
        ({"poe@b": "price: {input: 1, output: 1}", "poe@a": "price: {input: 2, output: 2}"}, "poe@a"),
        ({"acme@b": "price: {input: 1, output: 1}", "poe": "price: {input: 1, output: 1}"}, "acme@b"),
        ({}, None),
    ],
)
def test_the_cheapest_is_a_paid_living_default_offer(offers: dict[str, str], cheapest: str | None) -> None:
    assert offered(offers).cheapest == cheapest if offers else one().cheapest is None


@pytest.mark.parametrize("mode", ["embedding", "rerank"])
def test_what_only_reads_is_priced_by_its_input(mode: str) -> None:
    entry = offered({"acme": "price: {input: 0.02}", "poe": "price: {input: 0.01}"}, mode=mode)
    assert entry.cheapest == "poe"
    assert entry.offers["poe"].blend == Decimal("0.01")


PRICES = st.one_of(
    st.sampled_from(["free", "included", "dynamic", "on-request", "{}", "{input: 0.5}", "{output: 0.5}"]),
    st.builds(
        lambda read, write: f"{{input: {read}, output: {write}}}",
        st.decimals("0.01", "9.99", places=2),
        st.decimals("0.01", "9.99", places=2),
    ),
)
DATES = st.sampled_from(["", ", ended: 2026-01-01", ", retires: 2027-01-01", ", since: 2026-07-01"])
KEYS = st.sampled_from(["acme", "acme@eu", "azure", "poe", "poe@fast", "relay", "wafer.ai"])


@pytest.mark.slow
@given(st.dictionaries(KEYS, st.tuples(PRICES, DATES), min_size=1))
def test_the_cheapest_is_always_a_paid_offers_own_pair(offers: dict[str, tuple[str, str]]) -> None:
    entry = offered({key: f"price: {price}{dates}" for key, (price, dates) in offers.items()})
    paid = [offer for offer in entry.offers.values() if offer.is_paid]
    if not paid:
        assert entry.cheapest is None
        return
    assert entry.cheapest is not None
    cheapest = entry.offers[entry.cheapest]
    assert cheapest in paid
    assert cheapest.status.word != "retired"
    written = cheapest.record.price
    assert isinstance(written, Price)
    assert (cheapest.input, cheapest.output) == (written.input, written.output)
    assert isinstance(cheapest.input, Decimal)
    assert isinstance(cheapest.output, Decimal)
    assert all(3 * cheapest.input + cheapest.output <= 4 * offer.blend for offer in defaults(paid) if offer.blend)


@given(st.dictionaries(KEYS, st.tuples(PRICES, DATES), min_size=1))
def test_an_unknown_price_never_becomes_zero(offers: dict[str, tuple[str, str]]) -> None:
    entry = offered({key: f"price: {price}{dates}" for key, (price, dates) in offers.items()})
    for key, (price, _) in offers.items():
        offer = entry.offers[key]
        for side in ("input", "output"):
            if f"{side}:" not in price:
                assert getattr(offer, side) == (None if price.startswith("{") else price)
        assert offer.blend != 0


def test_a_native_price_becomes_dollars_at_the_rate_of_its_day() -> None:
    text = """
offers:
  poe:
    model_id: p
    currency: CNY
    price: {input: 2, output: 8, cache_read: free, web_search: {usd: 10, per: request}}
    price_when: [{when: {tier: batch}, input: 1}]
    price_history:
      - {from: 2023-12-01, input: 5, output: 9}
      - {from: 2024-06-01, input: 4, output: 8}
      - {from: 2026-04-01, input: 2, output: 8}
  relay: {model_id: r, currency: EUR, price: {input: 2, output: 8}, price_when: [{when: {tier: batch}, input: 1}]}
  acme: {model_id: a, currency: USD, price: {input: 2, output: 8}}
"""
    currencies = """
CNY:
  name: Yuan
  rates:
    - {on: 2024-01-01, usd: 0.15, source: other}
    - {on: 2026-03-01, usd: 0.14, source: other}
    - {on: 2026-09-01, usd: 0.20, source: other}
"""
    offers = one(text, currencies=currencies).offers
    poe = offers["poe"]
    assert (poe.input, poe.output, poe.cache_read) == (Decimal("0.28"), Decimal("1.12"), "free")
    assert poe.rate is not None
    assert poe.rate.on == Day(2026, 3, 1)
    assert poe.rate_proof is not None
    assert (poe.rate_proof.checked, poe.rate_proof.age, poe.rate_proof.stale) == (Day(2026, 3, 1), 92, True)
    assert poe.is_paid
    assert poe.facts["price.input"].value == Decimal("0.28")
    assert poe.price_when["tier=batch"].input == Decimal("0.14")
    assert [(str(row.from_), row.input) for row in poe.price_history] == [
        ("2024-06-01", Decimal("0.60")),
        ("2026-04-01", Decimal("0.28")),
    ]
    relay = offers["relay"]
    assert (relay.price, relay.rate, relay.is_paid, dict(relay.price_when)) == (None, None, False, {})
    assert (offers["acme"].input, offers["acme"].rate) == (Decimal(2), None)


@pytest.mark.parametrize(
    ("offers", "key"),
    [
        ({"acme": "price: {input: 2, output: 2}", "poe": "price: {input: 1, output: 1}"}, "acme"),
        ({"acme": "price: included", "poe": "price: {input: 1, output: 1}"}, "poe"),
        ({"acme": "price: {input: 2, output: 2}, ended: 2026-01-01", "poe": "price: {input: 1, output: 1}"}, "poe"),
        ({"poe": "price: free"}, None),
    ],
)
def test_a_model_is_compared_by_its_labs_own_price_while_that_is_paid(offers: dict[str, str], key: str | None) -> None:
    offer = reference(offered(offers))
    assert (offer.key if offer else None) == key


def test_an_offer_knows_its_provider_and_variant() -> None:
    offer = offered({"poe@20250929.eu": "price: free"}).offers["poe@20250929.eu"]
    assert (offer.provider, offer.variant, offer.is_own, offer.cache_read) == ("poe", "20250929.eu", False, None)
