"""The calculator and what a job costs: the data that stands in the pages, and what they say without a script."""

import json
import re
from typing import Any

from almanac.outputs.model.page import outputs as model_pages
from almanac.outputs.offers import outputs as offer_pages
from tests.outputs.press import MODELS, ONE, context, shelf
from tests.outputs.seen import html, rows, section, words

OFFER = "models/acme/one/{}/index.html"


def model_page(text: str = ONE) -> str:
    """Return the page of the model `acme/one`."""
    return html(model_pages(context(shelf({**MODELS, "acme/one": text}))), "models/acme/one/index.html")


def offer_page(key: str, text: str = ONE) -> str:
    """Return the page of one of its offers."""
    return html(offer_pages(context(shelf({**MODELS, "acme/one": text}))), OFFER.format(key))


def data(page: str) -> dict[str, Any]:
    """Return what the calculator reckons with."""
    found = re.search(r'<script type="application/json">(.*?)</script>', page)
    assert found is not None
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_a_models_calculator_holds_every_offer_that_is_sold_at_its_exact_price() -> None:
    offers = {str(offer["key"]): offer for offer in data(model_page())["offers"]}
    assert list(offers) == ["acme", "poe", "azure", "relay@free"]
    assert offers["acme"] == {
        "key": "acme", "name": "Acme", "context": 128000,
        "price": {"input": "0.1", "cache_read": "0", "output": "0.4"},
        "rows": [{"tier": "batch", "input": "0.05", "output": "0.2"}],
    }  # fmt: skip
    assert offers["relay@free"]["price"] == "free"


def test_what_is_no_longer_sold_or_has_no_price_cannot_be_reckoned_with() -> None:
    ended = ONE.replace("since: 2026-02-01", "ended: 2026-03-01").replace("price: free, ", "")
    assert [offer["key"] for offer in data(model_page(ended))["offers"]] == ["acme", "azure"]


def test_prices_for_some_places_and_hours_only_are_left_out() -> None:
    local = ONE.replace("{when: {tier: batch}, input", "{when: {region: eu}, input")
    assert "rows" not in data(model_page(local))["offers"][0]


def test_jobs_stand_in_the_order_of_their_file() -> None:
    jobs = data(model_page())["jobs"]
    assert list(jobs) == ["tickets", "chat"]
    assert re.findall(r'<option value="([^"]*)">([^<]*)', section(model_page(), "cost"))[:3] == [
        ("tickets", "Sort tickets"), ("chat", "Chat"), ("", "A job of your own"),
    ]  # fmt: skip


def test_the_calculator_is_hidden_until_a_script_can_act_on_it() -> None:
    for page in (model_page(), offer_page("acme")):
        assert re.search(r'<div class="calc" data-calculator hidden>', page)
        assert re.search(r'<script type="module" src="[^"]*calculator[^"]*"></script>', page)


def test_a_model_that_writes_no_text_has_neither_receipts_nor_calculator() -> None:
    page = html(model_pages(context()), "models/acme/two/index.html")
    assert "data-calculator" not in page
    assert "calculator" not in page.partition("<body>")[0]


def test_hostile_names_cannot_end_the_data() -> None:
    page = model_page(ONE.replace("one-at-azure", "x").replace("name: One", "name: '</script><b>'"))
    assert "</script><b>" not in page


def test_an_offers_page_lists_the_preset_jobs_with_what_would_change_their_sums() -> None:
    assert rows(offer_page("acme"), under="cost")[:2] == [
        "Sort tickets Short In a batch, $0.0340. $0.0680",
        "Chat Cached Its longest request does not fit the context. $0.3000",
    ]
    azure = rows(offer_page("azure", ONE.replace(", cache_read: 0.025", "")), under="cost")
    assert azure[1].startswith("Chat Cached Without a cache, $0.5000.")
    assert azure[1].endswith("unknown")


def test_where_every_job_comes_to_a_word_the_word_is_all_that_is_said() -> None:
    free = section(offer_page("relay--free"), "cost")
    assert "Every job is free here." in words(free)
    assert "<table" not in free
    assert "data-calculator" not in free
    dynamic = section(offer_page("relay--free", ONE.replace("price: free", "price: dynamic")), "cost")
    assert "Every job is dynamic here." in words(dynamic)


def test_an_offer_without_a_price_or_no_longer_sold_says_nothing_of_costs() -> None:
    assert 'id="cost"' not in offer_page("poe", ONE.replace("price: {input: 0.09, output: 0.36}, ", ""))
    assert 'id="cost"' not in offer_page("poe", ONE.replace("since: 2026-02-01", "ended: 2026-03-01"))


def test_an_offers_calculator_sets_it_against_the_labs_own_and_the_cheapest() -> None:
    assert [offer["key"] for offer in data(offer_page("azure"))["offers"]] == ["azure", "acme", "poe"]
