"""Comparisons and the calculator in a real browser: by address, by keyboard, with the back button, without script."""

import gzip
import re
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

pytestmark = [pytest.mark.slow, pytest.mark.browser]
NANO, NEXT, RIVAL = "openai/gpt-4.1-nano", "openai/gpt-5-nano", "google/gemini-2.5-flash-lite"
MODEL = f"/models/{NANO}/"
PAIR = f"/compare/{NANO}/{NEXT}/"
STATUS = ".calc [role=status]"


def compare(*ids: str) -> str:
    """Return the address of a comparison."""
    return f"/compare/?{'&'.join(f'm={id_}' for id_ in ids)}"


def asked(page: Page) -> dict[str, list[str]]:
    """Return what stands in the address, as the page itself sees it."""
    return parse_qs(page.evaluate("location.search").removeprefix("?"))


def chosen(page: Page) -> list[str]:
    """Return the models that the address names."""
    return asked(page).get("m", [])


def heads(page: Page) -> list[str]:
    """Return the names over the columns, once they are there."""
    page.wait_for_selector("[data-table] thead a", timeout=5000)
    return page.locator("[data-table] thead th a").all_inner_texts()


def test_an_address_sets_the_models_that_it_names_side_by_side_in_its_order(page: Page, origin: str) -> None:
    page.goto(origin + compare(RIVAL, NANO, NEXT))
    assert heads(page) == ["Gemini 2.5 Flash-Lite", "GPT-4.1 nano", "GPT-5 nano"]
    assert page.title().startswith("Gemini 2.5 Flash-Lite or GPT-4.1 nano or GPT-5 nano – ")


def test_the_script_and_the_page_of_a_pair_say_the_same_in_every_word(page: Page, origin: str) -> None:
    page.goto(origin + compare(NANO, NEXT))
    heads(page)
    by_script = [page.locator(name).inner_text().replace("Remove", "").split() for name in (".cmp", "#same .body")]
    marks = page.locator("#sources").inner_text()
    page.goto(origin + PAIR)
    assert [page.locator(name).inner_text().split() for name in (".cmp", "#same .body")] == by_script
    assert page.locator("#sources").inner_text() == marks


def test_models_are_added_and_removed_by_keyboard_and_the_back_button_undoes_it(page: Page, origin: str) -> None:
    page.goto(origin + compare(NANO))
    heads(page)
    assert "Add a second one." in page.locator("[data-said]").inner_text()
    page.locator("[name=model]").focus()
    page.keyboard.type("gpt 5 nano")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('[data-table] thead th').length === 3")
    assert chosen(page) == [NANO, NEXT]
    page.get_by_role("button", name="Remove GPT-4.1 nano").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('[data-table] thead th').length === 2")
    assert chosen(page) == [NEXT]
    page.wait_for_function("document.activeElement.name === 'model'")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('[data-table] thead th').length === 3")
    assert chosen(page) == [NANO, NEXT]


def test_a_snapshot_leads_to_its_model_and_a_name_that_means_none_is_told(page: Page, origin: str) -> None:
    page.goto(origin + compare(f"{NANO}-2025-04-14", NANO, "openai/no-such-model"))
    assert heads(page) == ["GPT-4.1 nano"]
    assert "No model is called openai/no-such-model." in page.locator("[data-said]").inner_text()


def test_no_more_than_six_are_shown_and_the_rest_is_told(page: Page, origin: str) -> None:
    others = [
        "openai/gpt-4.1-mini", "openai/gpt-4.1", "openai/gpt-4o-mini", "openai/gpt-5-mini", "openai/gpt-4o",
    ]  # fmt: skip
    page.goto(origin + compare(NANO, NEXT, *others))
    assert len(heads(page)) == 6
    assert "names 1 more than fit" in page.locator("[data-said]").inner_text()
    assert page.locator("[name=model]").is_disabled()


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_comparison_never_scrolls_the_page_sideways_and_axe_finds_nothing(
    browser: Browser, origin: str, count: int
) -> None:
    ids = [NANO, NEXT, RIVAL, "openai/gpt-4.1-mini", "openai/text-embedding-3-small", "liquid/lfm-2.5-1.2b-instruct"]
    for width, scheme in ((320, "dark"), (768, "light"), (1440, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(origin + compare(*ids[:count]))
        heads(opened)
        wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        assert [violation["id"] for violation in Axe().run(opened).response["violations"]] == []
        context.close()


def test_without_script_the_pairs_stand_in_place_of_the_tool(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(origin + compare(NANO, NEXT))
    assert not opened.locator("[data-compare]").is_visible()
    opened.locator("#pairs a").first.click()
    assert opened.locator(".cmp tbody tr").count() > 5
    assert not opened.locator(".calc").is_visible()
    context.close()


def test_the_calculator_reckons_a_job_keeps_it_in_the_address_and_reads_it_from_there(page: Page, origin: str) -> None:
    page.goto(origin + MODEL)
    page.locator("[name=n]").fill("2 000")
    page.locator("[name=new]").fill("1k")
    page.locator("[name=out]").fill("500")
    page.locator("[name=batch]").uncheck()
    page.locator("[name=at]").select_option("azure")
    told = page.locator(STATUS).inner_text()
    # 2,000,000 at 0.10 and 1,000,000 at 0.40
    assert told.startswith("Azure: $0.6000 for the job.")
    query = asked(page)
    assert {name: values[0] for name, values in query.items()} == {
        "n": "2000", "new": "1000", "kept": "0", "cached": "0", "out": "500", "long": "620", "at": "azure",
    }  # fmt: skip
    page.goto(page.evaluate("location.href"))
    assert page.locator(STATUS).inner_text() == told
    assert page.locator(".receipt[class~=receipt] tfoot").last.inner_text().split() == ["Total", "$0.6000"]


def test_the_calculator_is_worked_by_keyboard_alone(page: Page, origin: str) -> None:
    page.goto(origin + MODEL)
    page.locator("[name=job]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("20000")
    assert page.locator("[name=job]").input_value() == ""
    assert asked(page)["n"] == ["20000"]
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "batch"
    page.keyboard.press("Space")
    assert "batch" not in asked(page)
    before = page.locator(STATUS).inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.locator(STATUS).inner_text() != before


def test_a_preset_job_costs_what_its_receipt_says(page: Page, origin: str) -> None:
    page.goto(origin + MODEL)
    receipts = page.locator("div.receipt")
    for number, key in enumerate(page.locator("[name=job] option").evaluate_all("all => all.map(one => one.value)")):
        if not key:
            continue
        total = receipts.nth(number).locator("tfoot td").inner_text()
        page.locator("[name=job]").select_option(key)
        page.locator("[name=batch]").is_checked()
        told = page.locator(STATUS).inner_text()
        assert total in told, (key, total, told)


def test_what_is_no_number_is_told_beside_the_field_and_nothing_is_reckoned(page: Page, origin: str) -> None:
    page.goto(origin + MODEL)
    before = asked(page)
    page.locator("[name=new]").fill("many")
    assert page.locator("[name=new]").get_attribute("aria-invalid") == "true"
    assert "Write a whole number" in page.locator(STATUS).inner_text()
    assert not page.locator(".sums").is_visible()
    assert asked(page) == before
    page.locator("[name=new]").fill("10")
    page.get_by_text("Cache and longest request").click()
    page.locator("[name=kept]").fill("11")
    assert page.locator(STATUS).inner_text() == "No more can be kept than is new."


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("10M", "10000000"), ("2.5m", "2500000"), ("1,500", "1500"), ("1.500", "1500"), ("1,5 k", "1500"),
        ("1,500k", "1500000"), ("12 345 678", "12345678"), ("3b", "3000000000"),
    ],
)  # fmt: skip
def test_tokens_are_written_as_people_write_them(page: Page, origin: str, typed: str, tokens: str) -> None:
    page.goto(origin + MODEL)
    page.locator("[name=new]").fill(typed)
    assert asked(page)["new"] == [tokens]


@pytest.mark.parametrize("typed", ["1.5", "10 MB", "M", "0.12345k", "-3", "1e6", ""])
def test_what_could_be_read_in_two_ways_is_not_guessed(page: Page, origin: str, typed: str) -> None:
    page.goto(origin + MODEL)
    page.locator("[name=new]").fill(typed)
    assert page.locator("[name=new]").get_attribute("aria-invalid") == "true"


def test_the_same_job_elsewhere_is_ranked_cheapest_first_and_what_is_unknown_last(page: Page, origin: str) -> None:
    page.goto(f"{origin}/models/openai/gpt-oss-120b/?job=agent")
    more = page.get_by_role("button", name=re.compile("Show all"))
    more.click()
    sums = page.locator(".sums .own tbody tr td:nth-child(2)").all_inner_texts()
    known = [float(text.replace(",", "")) for text in sums if text[0].isdigit()]
    assert len(known) > 3
    assert known == sorted(known)
    last = max(number for number, text in enumerate(sums) if text[0].isdigit())
    assert {"unknown"} >= set(sums[last + 1 :]) - {"dynamic", "on request"}
    assert "0.0000" not in sums


def test_the_calculator_of_a_comparison_prices_every_model_and_leaves_the_models_in_the_address(
    page: Page, origin: str
) -> None:
    page.goto(origin + compare(NANO, NEXT, RIVAL))
    heads(page)
    page.locator(".calc [name=job]").select_option("agent")
    assert chosen(page) == [NANO, NEXT, RIVAL]
    assert asked(page)["job"] == ["agent"]
    ranked = page.locator(".sums .own tbody tr th").all_inner_texts()
    assert {name.partition(" at ")[0] for name in ranked} == {"GPT-4.1 nano", "GPT-5 nano", "Gemini 2.5 Flash-Lite"}
    page.locator(".calc [name=at]").select_option(label="GPT-4.1 nano at Azure")
    assert asked(page)["at"] == [f"{NANO}/azure"]


def test_scripts_of_a_comparison_stay_within_ten_kilobytes(page: Page, origin: str) -> None:
    weights: dict[str, int] = {}

    def weigh(answer: Response) -> None:
        if answer.url.endswith(".js"):
            weights[answer.url] = len(gzip.compress(answer.body(), 9))

    page.on("response", weigh)
    page.goto(origin + compare(NANO, NEXT))
    heads(page)
    assert 0 < sum(weights.values()) <= 10 * 1024


def test_a_fact_of_the_table_leads_to_its_source(page: Page, origin: str) -> None:
    page.goto(origin + compare(NANO, NEXT))
    heads(page)
    page.locator("[data-table] a.s").first.click()
    assert page.locator(".sources li:target").is_visible()
