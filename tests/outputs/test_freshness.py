"""Freshness: a page counts its sellers in one way, says how old their prices are, and whom nobody has checked since."""

import pytest

from almanac.outputs.model.freshness import is_unseen_since, lab_end, last_checked, unseen_sellers
from almanac.outputs.model.page import outputs as model_outputs
from almanac.outputs.offers.page import outputs as offer_outputs
from tests.outputs.press import MODELS, context, file, shelf
from tests.outputs.seen import html, main, rows, section, words

HEAD = "name: One\nlifecycle: {released: 2026-01-01}\nsync: {source: register}\noffers:\n"
OWN = "  acme: {model_id: one, price: {input: 1, output: 2}, retires: 2026-05-20}\n"
POE = "  poe: {model_id: p, price: {input: 1, output: 2}, source: other, checked: 2026-05-03}\n"
RELAY = "  relay: {model_id: r, price: free, source: other, checked: 2026-05-25}\n"
FREE = "  poe@free: {model_id: p:free, price: free, source: other, checked: 2026-05-25}\n"
AZURE = "  azure: {model_id: a, retires: 2026-12-01, source: other, checked: 2026-05-03}\n"
UNDATED = "  bedrock: {model_id: b, source: other, checked: unknown}\n"
GONE = "  wafer.ai: {model_id: w, source: other, checked: 2026-01-01, ended: 2026-02-01}\n"


def page(*offers: str, today: str = "2026-06-01") -> str:
    built = context(shelf({**MODELS, "acme/one": HEAD + "".join(offers)}, today=today))
    return html(model_outputs(built), "models/acme/one/index.html")


def status(shown: str) -> str:
    return words(shown.split('<p class="status">')[1].split("</p>", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("offers", "head", "count"),
    [
        ((POE,), "Active, sold by 1 provider.", "1 offer: 1 on sale at 1 provider."),
        ((POE, FREE, RELAY), "Active, sold by 2 providers.", "3 offers: 3 on sale at 2 providers."),
        (
            (OWN, POE, FREE, RELAY, GONE),
            "Retired at Acme, sold by 2 other providers.",
            "5 offers: 3 on sale at 2 providers, 2 ended.",
        ),
        ((GONE,), "Retired, sold by nobody we know of.", "1 offer: none on sale, 1 ended."),
    ],
)
def test_the_head_and_the_offers_count_the_same_sellers(offers: tuple[str, ...], head: str, count: str) -> None:
    shown = page(*offers)
    assert status(shown).startswith(head)
    assert f"{count} Dollars per million tokens." in words(section(shown, "offers"))


def test_an_announced_offer_is_neither_on_sale_nor_ended() -> None:
    ahead = "  poe: {model_id: p, since: 2026-09-01}\n"
    assert "2 offers: 1 on sale at 1 provider, 1 announced." in words(section(page(ahead, RELAY), "offers"))


def test_the_strip_says_why_it_has_fewer_providers_than_the_head() -> None:
    paid = [
        f"  {key}: {{model_id: m{number}, price: {{input: {number}, output: {number}}}}}\n"
        for number, key in enumerate(("acme", "azure", "poe", "wafer.ai", "bedrock"), 1)
    ]
    assert "One offer of each provider that sells it." in words(section(page(*paid), "offers"))
    said = "One offer of each of the 5 that ask dollars both in and out; 6 sell it."
    assert said in words(section(page(*paid, RELAY), "offers"))


@pytest.mark.parametrize(
    ("offers", "said"),
    [
        ((POE,), "Prices last checked on 3 May 2026, 29 days ago."),
        ((POE, RELAY), "Prices last checked between 3 May 2026 and 25 May 2026, 7 to 29 days ago."),
        ((POE, UNDATED), "Prices last checked on 3 May 2026, 29 days ago; of 1 the day is unknown."),
        ((UNDATED,), "Nobody says when these prices were last checked."),
        ((POE, GONE), "Prices last checked on 3 May 2026, 29 days ago."),
        ((GONE,), "Prices last checked on 1 January 2026, 151 days ago."),
    ],
)
def test_the_offers_say_how_old_their_prices_are(offers: tuple[str, ...], said: str) -> None:
    assert said in words(section(page(*offers), "offers"))
    built = context(shelf({**MODELS, "acme/one": HEAD + "".join(offers)}, today="2026-06-01"))
    assert last_checked(built.catalogue.models["acme/one"].offers.values(), built.catalogue.today) == said
    assert said in file(model_outputs(built), "models/acme/one/index.md").decode()


def test_a_seller_that_nobody_has_checked_since_the_labs_end_is_told_in_words_and_keeps_its_status() -> None:
    built = context(shelf({**MODELS, "acme/one": HEAD + OWN + POE + RELAY + AZURE + UNDATED}, today="2026-06-01"))
    model = built.catalogue.models["acme/one"]
    assert str(lab_end(model)) == "2026-05-20"
    assert [key for key, offer in model.offers.items() if is_unseen_since(model, offer)] == ["poe"]
    assert model.offers["poe"].status.word == "active"
    assert unseen_sellers(model) == {"poe"}
    shown = page(OWN, POE, RELAY, AZURE, UNDATED)
    by_name = {row.split()[0]: row for row in rows(shown, under="offers")}
    assert "router, not checked since the lab ended it" in by_name["Poe"]
    assert all("not checked since" not in by_name[name] for name in ("Relay", "Azure", "Bedrock", "Acme"))
    assert "1 of the 4 was not checked since." in status(shown)


def test_before_the_labs_end_nothing_is_said_of_it() -> None:
    shown = page(OWN, POE, today="2026-05-19")
    assert "not checked since" not in words(main(shown))


@pytest.mark.parametrize(
    ("offers", "said"),
    [
        ((OWN, POE), "It was not checked since."),
        ((OWN, POE, FREE), ""),
        ((OWN, POE, RELAY.replace("05-25", "05-10")), "None of the 2 was checked since."),
    ],
)
def test_the_head_says_of_how_many_sellers_nobody_knows(offers: tuple[str, ...], said: str) -> None:
    assert ("checked since" in status(page(*offers))) == bool(said)
    assert said in status(page(*offers))


def test_the_page_of_such_an_offer_tells_both_days() -> None:
    built = context(shelf({**MODELS, "acme/one": HEAD + OWN + POE + RELAY}, today="2026-06-01"))
    shown = {
        key: words(main(html(offer_outputs(built), f"models/acme/one/{key}/index.html"))) for key in ("poe", "relay")
    }
    assert "Last checked on 3 May 2026, before Acme ended the model on 20 May 2026; not since." in shown["poe"]
    assert "Last checked" not in shown["relay"]
