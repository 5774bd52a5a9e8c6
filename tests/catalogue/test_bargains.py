"""Bargains: the cheapest seller for a job, and that nobody who is left out could have been it."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.catalogue.bargains import bargain, contenders
from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import defaults
from almanac.records import Workload
from tests.catalogue.shelf import one

PROVIDERS = ("acme", "azure", "bedrock", "poe", "relay", "wafer.ai")


def sold(**offers: str) -> ModelEntry:
    """Return a model at some sellers; `wafer_ai` stands for `wafer.ai`."""
    lines = [f"  {key.replace('_ai', '.ai')}: {{model_id: id, {text}}}" for key, text in offers.items()]
    return one("offers:\n" + "\n".join(lines) + "\n")


def work(**stated: int | bool) -> Workload:
    """Return a job."""
    given = {"title": "Job", "about": "Job.", "requests": 10, "input": 1000000, "output": 100000, "cache_read": 0}
    return Workload.model_validate({**given, **stated})


def best(model: ModelEntry, job: Workload) -> tuple[str, str, bool] | None:
    """Return whose price a job has, the sum as text, and whether it goes in a batch."""
    found = bargain(contenders(model), job)
    return None if found is None else (found.offer.key, f"{found.total.normalize():f}", found.is_batch)


PLAIN = "price: {input: 1, output: 4}"


def test_a_job_that_may_wait_goes_to_the_seller_whose_batch_is_cheapest() -> None:
    batch = "price_when: [{when: {tier: batch}, input: 0.5, output: 2}]"
    model = sold(poe="price: {input: 0.9, output: 3.6}", azure=f"{PLAIN}, {batch}")
    assert best(model, work(batch=True)) == ("azure", "0.7", True)
    assert best(model, work(batch=False)) == ("poe", "1.26", False)


def test_an_offer_that_costs_no_less_for_anything_is_left_out_and_the_reference_never() -> None:
    model = sold(acme=PLAIN, azure="price: {input: 2, output: 4}", poe="price: {input: 0.5, output: 4}")
    assert [offer.key for offer in contenders(model)] == ["acme", "poe"]


def test_of_two_that_ask_the_same_one_is_enough() -> None:
    model = sold(acme="price: {input: 9, output: 9}", poe=PLAIN, azure=PLAIN)
    assert [offer.key for offer in contenders(model)] == ["acme", "azure"]


def test_a_dearer_offer_that_holds_more_stays_and_gets_the_job_that_fits_nowhere_else() -> None:
    model = sold(
        poe=f"{PLAIN}, limits: {{context: 1000}}", azure="price: {input: 2, output: 8}, limits: {context: 9000}"
    )
    assert best(model, work(longest=500)) == ("poe", "1.4", False)
    assert best(model, work(longest=5000)) == ("azure", "2.8", False)
    assert best(model, work(longest=50000)) is None


def test_a_missing_cache_price_is_never_the_cheapest() -> None:
    model = sold(poe="price: {input: 0.1, output: 0.1}", azure="price: {input: 1, output: 4, cache_read: 0.1}")
    assert best(model, work(cache_read=1000000)) == ("azure", "1.5", False)


def test_of_one_provider_only_the_default_offer_counts() -> None:
    model = one(
        "offers:\n"
        f"  azure: {{model_id: id, {PLAIN}}}\n"
        "  azure@eu: {model_id: id, price: {input: 0.1, output: 0.1}}\n"
    )
    assert best(model, work()) == ("azure", "1.4", False)


@pytest.mark.parametrize("price", ["free", "included", "dynamic"])
def test_what_nobody_pays_for_by_the_token_is_no_contender(price: str) -> None:
    assert contenders(sold(poe=f"price: {price}")) == ()


def test_a_cheaper_offer_that_does_not_say_what_long_requests_cost_in_a_batch_beats_nobody_there() -> None:
    mute = "[{when: {tier: batch}, input: 0.5, output: 2}, {when: {context_above: 2000}, input: 1}]"
    told = "[{when: {tier: batch}, input: 0.6}]"
    own = "price: {input: 9, output: 9}"
    model = sold(acme=own, poe=f"{PLAIN}, price_when: {mute}", azure=f"{PLAIN}, price_when: {told}")
    assert best(model, work(input=30000, output=0, batch=True)) == ("azure", "0.018", True)
    assert best(model, work(input=3000, output=0, batch=True)) == ("poe", "0.0015", True)


RATE = st.sampled_from(["0.1", "0.5", "1", "2"])
PRICE = st.fixed_dictionaries({"input": RATE, "output": RATE}, optional={"cache_read": RATE, "cache_write": RATE})
ROW = st.fixed_dictionaries({}, optional={"input": RATE, "output": RATE, "cache_read": RATE})
WHEN = st.sampled_from(["{tier: batch}", "{context_above: 2000}", "{tier: batch, context_above: 2000}"])
OFFER = st.fixed_dictionaries(
    {"price": PRICE, "rows": st.dictionaries(WHEN, ROW.filter(bool), max_size=3)},
    optional={"context": st.sampled_from([1000, 3000, 9000])},
)
TOKENS = st.sampled_from([0, 1000, 30000, 50000])
JOB = st.fixed_dictionaries(
    {"input": TOKENS, "output": TOKENS, "cache_read": TOKENS, "cache_write": TOKENS, "batch": st.booleans()},
    optional={"longest": st.sampled_from([500, 2500, 8000])},
)


def written(offer: dict[str, object]) -> str:
    """Write a made-up offer as an editor would."""
    rows = [f"{{when: {when}, {_flow(row)}}}" for when, row in offer["rows"].items()]  # type: ignore[attr-defined]
    context = f", limits: {{context: {offer['context']}}}" if "context" in offer else ""
    return f"price: {{{_flow(offer['price'])}}}, price_when: [{', '.join(rows)}]{context}"  # type: ignore[arg-type]


def _flow(stated: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in stated.items())


@settings(max_examples=60, deadline=None)
@given(st.lists(OFFER, min_size=2, max_size=6), st.lists(JOB, min_size=1, max_size=8))
def test_no_seller_who_is_left_out_is_cheaper_for_any_job(
    offers: list[dict[str, object]], jobs: list[dict[str, int]]
) -> None:
    keys = [key.replace(".", "_") for key in PROVIDERS]
    model = sold(**dict(zip(keys, map(written, offers), strict=False)))
    paid = defaults(offer for offer in model.offers.values() if offer.is_paid)
    for stated in jobs:
        job = work(**stated)
        among, over_all = bargain(contenders(model), job), bargain(paid, job)
        assert (among.total if among else None) == (over_all.total if over_all else None)
        assert among is None or among.total >= Decimal(0)
