"""The two engines that work out receipts, ours in Python and the page's in JavaScript, on the same vectors.

Expected sums were worked out by hand. Beyond them, both must agree on whatever hypothesis thinks of.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route

from almanac.catalogue.catalogue import OfferEntry
from almanac.catalogue.receipts import receipt
from almanac.outputs.model.calculator import job, rates
from almanac.outputs.model.receipts import said
from almanac.outputs.model.tradeoffs import against
from almanac.records import Workload
from almanac.units.money import exact
from tests.catalogue.shelf import one

ROOT = Path(__file__).parents[2]
VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
ENGINE = """async (cases) => {
    const { receipt, said } = await import("/receipt.js");
    const { exact } = await import("/money.js");
    const text = (value) => (value === null ? null : exact(value));
    return cases.map(([job, offer]) => {
        const made = receipt(job, offer);
        return {
            total: text(made.total), batch: text(made.batch), uncached: text(made.uncached),
            said: said(made.total, made.lines.map((line) => line.rate)), fits: made.fits,
        };
    });
}"""


def offer_of(given: Mapping[str, Any]) -> OfferEntry:
    """Return the offer of a vector, read as an editor would write it."""
    price = {name: given[name] for name in ("price", "price_when") if name in given}
    written = json.dumps({"model_id": "id", **price}).replace('"', "")
    context = f"limits: {{context: {given['context']}}}\n" if "context" in given else ""
    return one(f"offers:\n  acme: {written}\n{context}").offers["acme"]


def work_of(given: Mapping[str, Any]) -> Workload:
    """Return the job of a vector."""
    return Workload.model_validate({"title": "Job", "about": "Job.", **given})


def result_of(vector: Mapping[str, Any]) -> dict[str, Any]:
    """Return what our engine makes of a vector."""
    made = receipt(work_of(vector["job"]), offer=offer_of(vector["offer"]))
    totals = {"total": made.total, "batch": made.batch_total, "uncached": made.uncached_total}
    written = {name: None if value is None else exact(value) for name, value in totals.items()}
    return {**written, "said": said(made.total, made.lines), "fits": made.fits}


def expected(vector: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a vector says."""
    return {name: vector[name] for name in ("total", "batch", "uncached", "said", "fits")}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_our_engine_passes_the_vectors(vector: dict[str, Any]) -> None:
    assert result_of(vector) == expected(vector)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """Return an empty page that the site's scripts can be imported into."""
    page = browser.new_page()

    def answer(route: Route) -> None:
        file = ROOT / "static/js" / route.request.url.rpartition("/")[2]
        if file.is_file():
            route.fulfill(body=file.read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Blank</title>", content_type="text/html")

    page.route("**/*", answer)
    page.goto("http://almanac.test/")
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.slow
def test_the_pages_engine_passes_the_vectors(blank: Page) -> None:
    cases = [[job(work_of(vector["job"])), rates(offer_of(vector["offer"]))] for vector in VECTORS]
    found = blank.evaluate(ENGINE, cases)
    for vector, result in zip(VECTORS, found, strict=True):
        assert result == expected(vector), vector["name"]


SUMS = st.decimals(min_value=0, max_value=10**6, places=6)


@pytest.mark.browser
@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(SUMS, SUMS), min_size=20, max_size=20))
def test_both_say_alike_how_one_sum_stands_to_another(blank: Page, pairs: list[tuple[Decimal, Decimal]]) -> None:
    said = blank.evaluate(
        """async (pairs) => {
            const { against } = await import("/calculator.js");
            const { read } = await import("/money.js");
            return pairs.map(([one, other]) => against(read(one), read(other)));
        }""",
        [[f"{one:f}", f"{other:f}"] for one, other in pairs],
    )
    assert said == [against(one, other) for one, other in pairs]


AMOUNTS = st.sampled_from(
    ["0.1", "3", "0.0375", "12.345678", "0.0000001", "199.99", "free", "included", "dynamic", "on-request"]
)
OPTIONAL = {"output": AMOUNTS, "cache_read": AMOUNTS | st.just("0"), "cache_write": AMOUNTS | st.just("0")}
PRICES = st.one_of(
    st.sampled_from(["free", "included", "dynamic", "on-request"]),
    st.fixed_dictionaries({"input": AMOUNTS}, optional=OPTIONAL),
)
WHEN = st.fixed_dictionaries(
    {},
    optional={
        "tier": st.sampled_from(["batch", "priority"]),
        "context_above": st.sampled_from([1, 500, 128000]),
        "region": st.just("eu"),
        "marginal": st.just("true"),
    },
).filter(lambda when: set(when) & {"tier", "context_above"})
ROWS = st.lists(
    st.fixed_dictionaries({"when": WHEN}, optional={"input": AMOUNTS, **OPTIONAL}),
    max_size=4,
    unique_by=lambda row: json.dumps(row["when"], sort_keys=True),
)
TOKENS = st.sampled_from([0, 1, 499, 7000, 10**6, 10**12 + 1])
JOBS = st.fixed_dictionaries(
    {"requests": st.sampled_from([1, 3, 1000]), "input": TOKENS, "output": TOKENS, "batch": st.booleans()},
    optional={"cache_read": TOKENS, "cache_write": TOKENS, "longest": st.sampled_from([1, 501, 200000])},
)
OFFERS = st.fixed_dictionaries({"price": PRICES, "price_when": ROWS})


@pytest.mark.browser
@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(JOBS, OFFERS), min_size=20, max_size=20))
def test_both_engines_agree_on_anything(blank: Page, drawn: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    vectors = [{"job": one_job, "offer": an_offer} for one_job, an_offer in drawn]
    cases = [[job(work_of(vector["job"])), rates(offer_of(vector["offer"]))] for vector in vectors]
    for vector, result in zip(vectors, blank.evaluate(ENGINE, cases), strict=True):
        assert result == result_of(vector), vector
