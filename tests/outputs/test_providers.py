"""Providers: the index by kind, and the page of each with what it sells and how it is called."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from almanac.catalogue.catalogue import Catalogue, Proof
from almanac.outputs.context import Context
from almanac.outputs.providers import outputs
from almanac.records.provider import KINDS, Provider
from almanac.units.dates import parse_day
from tests.outputs.press import MODELS, ONE, context, shelf
from tests.outputs.seen import data, description, figures, headings, html, links, main, rows, section, words

FULL = {
    "name": "Poe",
    "kind": "router",
    "url": "https://poe.example",
    "pricing_url": "https://poe.example/prices",
    "api": {"style": "openai", "base_url": "https://poe.example/v1", "env": ["POE_KEY", "POE_HOME"], "key": "POE_KEY"},
    "data": {"trains": "opt-out", "regions": ["EU", "US"], "source": "register"},
    "notes": "It counts in *points*.",
}


PROOFS = {
    "register": Proof("register", parse_day("2026-05-01"), 31, stale=False),
    "undated": Proof("undated", None, None, stale=True),
}


def site(**records: Mapping[str, Any]) -> Context:
    """Return the site with the records of some providers replaced."""
    catalogue = shelf()
    shown = {key: Provider.model_validate(text) for key, text in records.items()}
    entries = {
        key: replace(entry, record=shown[key], data_proof=_proof(shown[key])) if key in shown else entry
        for key, entry in catalogue.providers.items()
    }
    return context(replace(catalogue, providers=entries))


def _proof(record: Provider) -> Proof | None:
    return PROOFS[record.data.source] if record.data else None


def page(provider: str, built: Context | None = None) -> str:
    return html(outputs(built or context()), f"providers/{provider}/index.html")


def test_the_offers_of_a_provider_say_how_old_their_prices_are() -> None:
    said = "1 offer. Prices last checked on 30 May 2026, 2 days ago. Dollars per million tokens."
    assert said in words(section(page("poe"), "offers"))
    assert "Nobody says when these prices were last checked." in words(section(page("azure"), "offers"))


def test_what_ends_at_a_provider_stands_on_its_page_soonest_first() -> None:
    shown = page("azure")
    assert rows(shown, under="ends") == ["One 1 Sep 2026 92 days [1]"]
    assert links(shown)["What ends here (1)"] == "#ends"
    assert 'id="ends"' not in page("poe")
    assert "What ends here" not in page("poe")


def test_variants_that_end_at_a_provider_are_told_apart() -> None:
    ends = ONE.replace("price: free, limits: {context: 32000}}", "price: free, retires: 2026-07-01}")
    built = context(shelf({**MODELS, "acme/one": ends}))
    assert rows(page("relay", built), under="ends") == ["One free 1 Jul 2026 30 days [1]"]


def many(count: int) -> Catalogue:
    """Return a catalogue in which Poe sells very many models, and there are as many routers."""
    catalogue = shelf()
    poe = catalogue.providers["poe"]
    offers = {f"poe@v{number}": catalogue.models["acme/one"].offers["poe"] for number in range(count)}
    model = replace(catalogue.models["acme/one"], offers={**catalogue.models["acme/one"].offers, **offers})
    sold = replace(poe, offers=tuple(("acme/one", key) for key in offers))
    more = {f"p{number}": replace(poe, id=f"p{number}", offers=()) for number in range(count)}
    return replace(
        catalogue,
        models={**catalogue.models, "acme/one": model},
        providers={**catalogue.providers, "poe": sold, **more},
    )


def test_the_index_lists_providers_by_kind_with_what_each_sells() -> None:
    shown = html(outputs(context()), "providers/index.html")
    assert headings(shown) == ["6 providers that sell access", "Labs", "Clouds", "Hosts", "Routers"]
    assert rows(shown, under="lab") == ["Acme 1 1 1 OpenAI’s"]
    assert rows(shown, under="cloud") == ["Azure 1 1 1 OpenAI’s", "Bedrock 0 0 0 its own"]
    assert rows(shown, under="router") == ["Poe 1 1 1 not stated", "Relay 1 1 1 not stated"]
    assert links(section(shown, "host"))["Wafer"] == "/almanac/providers/wafer.ai/"


def test_the_twin_of_the_index_holds_the_same_with_full_addresses() -> None:
    text = html(outputs(context()), "providers/index.md")
    assert "## Clouds" in text
    assert "| [Azure](https://example.org/almanac/providers/azure/) | 1 | 1 | 1 | OpenAI’s |" in text


def test_a_page_shows_every_offer_with_its_id_there_and_a_mark() -> None:
    shown = page("relay")
    assert rows(shown, under="offers") == ["One, free @acme/one:free free free not stated 32,000 active [1]"]
    assert links(section(shown, "offers"))["One, free"] == "/almanac/models/acme/one/relay--free/"
    assert section(shown, "sources").count("<li") == 1


def test_a_retired_offer_says_so() -> None:
    shown = html(outputs(context(shelf(today="2026-11-01"))), "providers/azure/index.html")
    assert "ended 1 Sep 2026" in rows(shown, under="offers")[0]
    assert 'class="gone"' in shown
    assert figures(shown)["Offers"] == "1 0 not retired, 0 with a price in dollars."


def test_key_figures_count_what_is_sold() -> None:
    assert figures(page("poe")) == {
        "Models": "1 By 1 lab.",
        "Offers": "1 1 not retired, 1 with a price in dollars.",
        "Cheapest paid offer of": "1 model Of those that it sells.",
        "API in the style of": "not stated",
    }


def test_the_lab_whose_models_it_makes_is_named() -> None:
    assert "Sells what the lab Acme makes" in words(main(page("acme")))
    assert "Sells what" not in words(main(page("azure")))


def test_how_it_is_called_names_address_and_key() -> None:
    shown = words(section(page("poe", site(poe=FULL)), "api"))
    assert "Style OpenAI’s" in shown
    assert "Base URL https://poe.example/v1" in shown
    assert "Key, from the environment POE_KEY" in shown
    assert "Other variables POE_HOME" in shown
    assert 'id="api"' not in page("poe")
    assert "Base URL not stated" in words(section(page("relay", site(relay=BARE)), "api"))


BARE = {"name": "Relay", "kind": "router", "api": {"style": "own"}, "data": {"source": "undated"}}


def test_what_it_does_with_data_has_a_source_and_gaps_are_said() -> None:
    told = words(section(page("poe", site(poe=FULL)), "data"))
    assert "Trains on what customers send unless you opt out [1]" in told
    assert "Keeps it not stated [1]" in told
    assert "Regions EU and US [1]" in told
    assert "†date unknown" in words(section(page("relay", site(relay=BARE)), "data"))
    assert 'id="data"' not in page("poe")


def test_notes_and_links_stand_in_the_head() -> None:
    shown = page("poe", site(poe=FULL))
    assert "It counts in <em>points</em>." in shown
    assert links(main(shown))["Prices"] == "https://poe.example/prices"
    assert data(shown)["Organization"]["url"] == "https://poe.example"


@pytest.mark.parametrize("kind", KINDS)
def test_a_provider_without_notes_is_told_by_its_kind_in_the_singular(kind: str) -> None:
    told = words(main(page("poe", site(poe={"name": "Poe", "kind": kind}))))
    lead = re.search(r"It (\w+) ", told)
    assert lead is not None
    assert lead[1].endswith("s")
    assert not re.search(r"\bThey|\btheir", told)


def test_a_provider_without_offers_says_so() -> None:
    shown = page("bedrock")
    assert "No offer of this provider is recorded yet." in words(main(shown))
    assert "0 offers at Bedrock" in description(shown)


def test_a_long_list_of_offers_goes_on_on_a_second_page() -> None:
    built = list(outputs(context(many(101))))
    first, second = html(built, "providers/poe/index.html"), html(built, "providers/poe/page-2/index.html")
    assert (len(rows(first, under="offers")), len(rows(second, under="offers"))) == (100, 1)
    assert links(main(first))["Next"] == "/almanac/providers/poe/page-2/"
    assert figures(second) == {}
    assert "page 2" in description(second)


def test_a_long_index_goes_on_on_a_second_page() -> None:
    built = list(outputs(context(many(101))))
    assert len(rows(html(built, "providers/index.html"))) == 100
    assert len(rows(html(built, "providers/page-2/index.html"))) == 7
