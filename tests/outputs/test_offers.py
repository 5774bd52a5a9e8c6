"""The page of an offer: what one provider asks, until when, and where it differs from the model."""

from decimal import Decimal

import pytest

from almanac.catalogue.catalogue import Amount
from almanac.outputs.offers import others
from almanac.outputs.offers.figures import difference
from almanac.outputs.offers.page import outputs
from almanac.outputs.values import column
from almanac.records import UnitPrice
from almanac.render.cells import Cell
from tests.outputs.press import MODELS, ONE, context, files, shelf
from tests.outputs.seen import data, description, figures, headings, html, links, main, rows, section, words

YUAN = "CNY: {name: Yuan, rates: [{on: 2026-05-01, usd: 0.14, source: other}]}"
RICH = """
name: Rich
lifecycle: {released: 2026-01-15, retires: 2026-12-31}
limits: {context: 128000}
modalities: {input: [text], output: [text]}
capabilities: {function_calling: true}
parameters: [seed]
offers:
  acme: {model_id: rich, price: {input: 1.00, output: 4.00}}
  poe:
    model_id: Rich
    currency: CNY
    price: {input: 7.00, output: 14.00, web_search: {usd: 10.00, per: 1000-requests}, cache_write: included}
    price_when: [{when: {tier: batch}, input: 3.50}, {when: {tier: flex}, output: 2.00}]
    price_history: [{from: 2026-02-01, input: 14.00, output: 14.00}, {from: 2026-05-01, input: 7.00, output: 14.00}]
    limits: {context: 64000, max_output: 8000}
    modalities: {input: [text, image, audio]}
    capabilities: {function_calling: false}
    parameters: [{name: temperature, type: float, default: 0.7}, seed]
    endpoints: [chat-completions]
    via: [acme, wafer.ai]
    quantisation: fp8
    rate_limits: 60 requests a minute
    since: 2026-02-01
    deprecated: 2026-05-01
    ended: 2026-05-20
    notes: Sold by the *point*.
  relay: {model_id: rich, price: included}
  azure: {model_id: rich-azure}
  bedrock: {model_id: rich-bedrock, price: {output: 3.00}}
measurements:
  - {offer: azure, metric: ttft, stat: p50, value: 0.5, unit: s, window: 7d, at: 2026-05-01, source: other}
  - {offer: azure, metric: uptime, stat: mean, value: 99.9, unit: "%", window: 30m, at: unknown, source: other}
claims:
  - {path: offers.azure.limits.context, value: 32000, source: other}
  - {path: offers.azure.status, value: retired, source: other}
  - {path: offers.azure.capabilities.vision, value: true, source: other}
  - {path: offers.poe.ended, value: 2026-05-30, source: other}
sync: {source: register}
"""


def page(offer: str, text: str = ONE, *, today: str = "2026-06-01", currencies: str = YUAN) -> str:
    """Return the page of one offer of the model `acme/one`."""
    catalogue = shelf({**MODELS, "acme/one": text}, today=today, currencies=currencies)
    return html(outputs(context(catalogue)), f"models/acme/one/{offer}/index.html")


def test_an_offer_answers_at_its_own_address_with_its_variant_behind_two_hyphens() -> None:
    paths = {output.path for output in outputs(context())}
    assert paths == {
        "models/acme/one/acme/index.html", "models/acme/one/azure/index.html", "models/acme/one/poe/index.html",
        "models/acme/one/relay--free/index.html", "models/acme/two/wafer.ai/index.html",
    }  # fmt: skip


def test_the_answer_comes_first_with_a_mark_at_every_figure() -> None:
    shown = page("azure")
    assert figures(shown) == {
        "Input": "$0.10 [1] per 1M tokens †date unknown As much as the lab itself asks. ≠disputed by 1 "
        "We show what “Another page” states. Rival values: Input Value Who says so Checked $0.20 Another page [1] "
        "date unknown",
        "Output": "$0.40 [1] per 1M tokens †date unknown As much as the lab itself asks.",
        "Cached input": "$0.025 [1] per 1M tokens †date unknown 75 % less than full input.",
        "Context window": "128,000 [2] tokens The model’s; this offer states no other.",
        "Longest output": "16,000 [2] tokens The model’s; this offer states no other.",
        "Ends": "1 Sep 2026 [1] †date unknown In 92 days.",
    }
    assert section(shown, "sources").count("<li") == 2


def test_the_id_there_stands_in_the_head_with_a_button_that_copies_it() -> None:
    assert "<code>@acme/one:free</code>" in page("relay--free")
    assert 'data-copy="@acme/one:free" hidden' in page("relay--free")


def test_the_status_says_when_an_offer_ends_and_how_many_days_are_left() -> None:
    assert "Active. Ends on 1 September 2026, in 92 days [1] †date unknown ." in words(main(page("azure")))
    assert "Ends in October 2026, in 152 days" in words(main(page("acme")))


def test_a_retired_offer_says_so_everywhere() -> None:
    shown = page("azure", today="2026-09-01")
    assert "Retired. Ended on 1 September 2026 [1]" in words(main(shown))
    assert figures(shown)["Ended"].startswith("1 Sep 2026 [1]")
    assert "Ended 1 Sep 2026." in description(shown)
    assert 'id="call"' not in shown
    other = next(row for row in rows(page("poe", today="2026-09-01"), under="others") if row.startswith("Azure"))
    assert "ended 1 Sep 2026" in other
    assert "not comparable" in other


def test_the_models_own_end_holds_where_the_offer_states_none() -> None:
    assert "Ends on 31 December 2026, in 213 days, by the model’s own date [1]" in words(main(page("acme", RICH)))
    assert figures(page("acme", RICH))["Ends"].startswith("31 Dec 2026 [1] In 213 days.")


def test_every_date_of_an_offer_is_told_with_whoever_disputes_it() -> None:
    told = words(main(page("poe", RICH)))
    assert "Retired. Offered since 1 February 2026 [1]. Deprecated since 1 May 2026 [1]." in told
    assert "Found gone on 20 May 2026 [1] ≠30 May 2026 says Another page [2]." in told
    assert "Offered from 1 February 2026, in 31 days" in words(main(page("poe", RICH, today="2026-01-01")))


def test_an_offer_without_dates_says_so() -> None:
    assert figures(page("relay--free"))["Dates"] == "none stated It is active."


def test_a_missing_price_is_said_and_never_zero() -> None:
    azure, bedrock = page("azure", RICH), page("bedrock", RICH)
    assert figures(azure)["Price"] == "not stated"
    assert figures(bedrock)["Input"] == "not stated"
    assert figures(bedrock)["Output"].startswith("$3.00 [1]")
    assert "$0.00" not in words(main(azure)) + words(main(bedrock))
    assert "Price" not in headings(azure)
    assert "price not stated" in description(azure)


def test_a_word_for_the_whole_price_is_said_as_a_word() -> None:
    shown = page("relay--free")
    assert figures(shown)["Price"].startswith("free [1] One word for the whole price.")
    assert "One at Relay, free: free." in description(shown)
    assert "SoftwareApplication" not in data(shown)


def test_a_component_at_no_charge_has_no_unit() -> None:
    assert figures(page("acme"))["Cached input"] == "no charge [1]"


def test_every_component_is_a_price_line_and_every_condition_a_sentence() -> None:
    assert rows(page("acme"), under="prices")[-1] == "Web search 10.00 1,000 requests [1]"
    assert "In a batch: $0.05 in and $0.20 out. [1]" in words(section(page("acme"), "prices"))


def test_a_native_currency_stands_beside_dollars_at_a_dated_rate() -> None:
    part = section(page("poe", RICH), "prices")
    assert rows(page("poe", RICH), under="prices") == [
        "Input 7.00 0.98 1M tokens [1]", "Output 14.00 1.96 1M tokens [1]", "Cache write included included [1]",
        "Web search asked in dollars 10.00 1,000 requests [1]",
    ]  # fmt: skip
    assert "Dollars at the rate of 1 May 2026: 1 CNY was $0.14 [3]." in words(part)


def test_an_old_rate_says_how_old_it_is() -> None:
    told = words(section(page("poe", RICH, currencies=YUAN.replace("2026-05-01", "2026-03-02")), "prices"))
    assert "Dollars at the rate of 2 March 2026: 1 CNY was $0.14 [3] †91 days old" in told


def test_a_currency_without_a_rate_is_never_shown_as_dollars() -> None:
    shown = page("poe", RICH, currencies="{}")
    assert figures(shown)["Price"] == "not stated Asked in CNY, for which no rate is known."
    assert rows(shown, under="prices")[0] == "Input 7.00 not stated 1M tokens [1]"


def test_the_price_history_counts_what_really_changed() -> None:
    history = section(page("acme"), "history")
    assert "1 change recorded." in words(history)
    same = RICH.replace("input: 14.00, output: 14.00", "input: 7.00")
    assert "No change recorded." in words(section(page("poe", same), "history"))
    assert 'id="history"' not in page("azure")


def test_limits_and_capabilities_are_set_beside_the_models_where_they_differ() -> None:
    shown = page("poe", RICH)
    assert "It differs from the model in 6 points" in headings(shown)
    assert rows(shown, under="limits") == [
        "Context window 64,000 128,000 [1]",
        "Longest output 8,000 not stated [1]",
        "What it reads text, image, audio text [1]",
        "What it writes text the same [1]",
        "Function calling no yes [1]",
        "Vision yes no [1]",
        "Audio input yes no [1]",
    ]
    assert figures(shown)["Context window"].endswith("The model’s is 128,000.")
    assert figures(shown)["Longest output"].endswith("Stated for this offer alone.")


def test_caching_that_a_price_proves_has_the_prices_mark() -> None:
    lone = ONE.replace("price: {input: 0.09, output: 0.36}", "price: {input: 0.09, output: 0.36, cache_write: 0.10}")
    stated = lone.replace("capabilities: {reasoning: false}", "capabilities: {prompt_caching: false}")
    assert "Prompt caching yes no [1]" in rows(page("poe", stated), under="limits")


def test_the_models_parameters_are_explained_at_one_offer_and_named_at_the_others() -> None:
    shown = section(page("azure"), "parameters")
    assert "seed, top_p, max_tokens" in words(shown)
    assert "A seed." not in words(shown)
    assert links(shown)["Acme"] == "/almanac/models/acme/one/acme/#parameters"


def test_an_offer_that_states_nothing_of_its_own_says_that_all_is_the_models() -> None:
    shown = page("azure")
    assert "Limits as the model’s" in headings(shown)
    assert rows(shown, under="limits")[0] == "Context window 128,000 the same [2]"
    assert links(section(shown, "limits"))["capabilities of One"] == "/almanac/models/acme/one/#caps"


def test_parameters_say_whose_they_are_and_what_they_mean() -> None:
    assert "2 parameters that this offer states. [1]" in words(section(page("poe", RICH), "parameters"))
    inherited = words(section(page("acme"), "parameters"))
    assert "3 parameters of the model; this offer states none of its own. [1]" in inherited
    assert "seed A seed.integer" in inherited
    assert "top_p float, by default 0.5" in inherited
    bare = "name: One\nlifecycle: {released: unknown}\noffers: {acme: {model_id: x}}\n"
    assert 'id="parameters"' not in page("acme", bare)


def test_the_other_terms_are_listed_each_with_its_source() -> None:
    assert rows(page("poe", RICH), under="terms") == [
        "Tiers batch and flex [1]", "Endpoints chat-completions [1]", "Passes requests on to Acme and Wafer [1]",
        "Quantisation fp8 [1]", "Rate limits 60 requests a minute [1]",
    ]  # fmt: skip
    assert 'id="terms"' not in page("azure")


def test_what_was_measured_is_this_offers_alone() -> None:
    told = words(section(page("azure", RICH), "measured"))
    assert "p50, over 7d, 1 May 2026: first token after 0.5 s. [3]" in told
    assert "mean, over 30m: 99.9 % up. [2] †date unknown" in told
    assert told.count(" over ") == 2


def test_how_to_call_it_shows_the_offers_own_id_and_address() -> None:
    shown = section(page("acme"), "call")
    assert "https://api.acme.example/v1" in shown
    assert "ACME_KEY" in shown
    assert "Requests for one [1] go to https://api.acme.example/v1" in words(shown)
    assert 'id="call"' not in page("poe")


def test_no_sample_is_written_for_an_api_of_its_own_style() -> None:
    shown = section(page("bedrock", RICH), "call")
    assert "https://bedrock.example" in shown
    assert "<pre>" not in shown


def test_results_are_the_models_and_said_to_be() -> None:
    part = section(page("azure"), "results")
    assert "2 results on 2 benchmarks, inherited from the model: none was measured at this offer." in words(part)
    assert links(part)["Benchmarks of One"] == "/almanac/models/acme/one/#bench"
    assert 'id="results"' not in page("azure", RICH)


def test_what_others_say_of_this_offer_is_shown_once() -> None:
    shown = page("azure", RICH)
    assert "≠retired elsewhere [2]" in words(main(shown))
    assert "disputed by 1" in figures(shown)["Context window"]
    assert rows(shown, under="claims") == ["yes Another page [2] date unknown"]
    assert "Vision" in headings(shown)
    assert 'id="claims"' not in page("poe")


def test_the_heading_over_other_offers_is_proved_by_their_prices() -> None:
    assert "1 of 2 other paid offers asks less" in headings(page("acme"))
    assert "No other paid offer asks less" in headings(page("poe"))
    assert "3 other offers of the model" in headings(page("relay--free"))
    cheaper = ONE.replace("price: {input: 0.10, output: 0.40, cache_read: 0.025}", "price: {input: 0.01, output: 0.40}")
    assert "2 of 2 other paid offers ask less" in headings(page("acme", cheaper))


def test_each_other_offer_stands_against_this_one() -> None:
    assert rows(page("acme"), under="others") == [
        "Poe router 0.09 0.36 not stated 128,000 10 % less [1]",
        "Azure cloud, ends 1 Sep 2026 0.10 0.40 0.025 128,000 the same [2]",
        "Relay, free router free free not stated 32,000 not comparable [1]",
    ]


def test_the_rows_of_a_models_offers_are_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[Cell, ...]] = []

    def counted(values: list[Amount | None]) -> tuple[Cell, ...]:
        written.append(column(values))
        return written[-1]

    monkeypatch.setattr(others, "column", counted)
    assert len(files(outputs(context(shelf({"acme/one": ONE}))))) == 4
    assert len(written) == 3


def test_a_lone_offer_lists_no_others() -> None:
    built = context()
    assert 'id="others"' not in html(outputs(built), "models/acme/two/wafer.ai/index.html")


def test_of_very_many_offers_the_first_are_listed_and_the_rest_are_named() -> None:
    offers = (
        f"  poe@v{number}: {{model_id: One-{number}, price: {{input: 1.00, output: 2.00}}}}\n" for number in range(30)
    )
    more = "".join(offers)
    shown = page("acme", ONE.replace("results:", f"{more}results:"))
    assert len(rows(shown, under="others")) == 10
    assert "The first 10 of 33; the model’s page lists them all." in words(section(shown, "others"))


def test_an_embedding_offer_shows_its_input_price_alone() -> None:
    shown = html(outputs(context()), "models/acme/two/wafer.ai/index.html")
    assert [label for label in figures(shown) if "put" in label] == ["Input", "Longest output"]


def test_a_paid_offer_is_described_to_machines_with_its_own_price() -> None:
    node = data(page("poe"))["SoftwareApplication"]
    assert [one["price"] for one in node["offers"]["priceSpecification"]] == ["0.09", "0.36"]
    assert node["offers"]["seller"]["name"] == "Poe"


def test_the_page_leads_to_the_line_that_states_the_offer() -> None:
    assert "/blob/main/content/models/acme/one.yaml#L" in links(section(page("poe"), "sources"))["Correct this record"]
    assert not links(section(page("poe"), "sources"))["Correct this record"].endswith("#L1")


@pytest.mark.parametrize(
    ("value", "other", "said"),
    [
        ("1", "1", "As much as"),
        ("0.5", "1", "50 % less than"),
        ("1.5", "1", "50 % more than"),
        ("1.001", "1", "Slightly more than"),
        ("25", "1", "2,400 % more than"),
        ("1", "0", ""),
        ("free", "1", ""),
        ("1", None, ""),
    ],
)
def test_an_amount_is_set_against_another_in_whole_per_cent(value: str, other: str | None, said: str) -> None:
    def amount(text: str | None) -> Decimal | str | None:
        return Decimal(text) if text and text[0].isdigit() else text

    assert difference(amount(value), amount(other)) == said


def test_amounts_of_other_units_do_not_compare() -> None:
    assert difference(UnitPrice(usd=Decimal(1), per="minute"), Decimal(1)) == ""
