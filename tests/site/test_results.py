"""Results in a real browser: rows narrowed down by lab, weights and price, and nothing of it without script."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
GPQA, INTELLIGENCE = "/benchmarks/gpqa-diamond/", "/leaderboards/intelligence/"
ROWS = "tr[data-lab]:visible"


def seen(page: Page, name: str) -> set[str]:
    """Return what the rows in sight have of one trait."""
    found = page.eval_on_selector_all(
        "tr[data-lab]", f"(rows) => rows.filter((r) => !r.hidden).map((r) => r.dataset.{name})"
    )
    return set(found)


def ranks(page: Page) -> list[str]:
    return page.locator(f"#ranking {ROWS} .n").all_inner_texts()


def test_rows_are_narrowed_by_lab_and_keep_their_rank(page: Page, origin: str) -> None:
    page.goto(origin + INTELLIGENCE)
    whole = ranks(page)
    page.get_by_label("Lab", exact=True).select_option("anthropic")
    assert seen(page, "lab") == {"anthropic"}
    assert set(ranks(page)) < set(whole)
    assert ranks(page)[0] != "1"
    assert page.locator("#narrowed").inner_text().endswith("each keeps its rank among all.")
    assert page.url.endswith("?lab=anthropic")


def test_rows_are_narrowed_by_weights_and_price(page: Page, origin: str) -> None:
    page.goto(origin + GPQA)
    page.get_by_label("Weights").select_option("open")
    page.get_by_label("Highest price").fill("0.5")
    assert seen(page, "weights") == {"open"}
    prices = seen(page, "price")
    assert prices
    assert all(price and float(price) <= 0.5 for price in prices)


def test_a_price_that_is_no_number_bounds_nothing_and_says_so(page: Page, origin: str) -> None:
    page.goto(origin + GPQA)
    whole = page.locator(ROWS).count()
    page.get_by_label("Highest price").fill("cheap")
    assert page.locator(ROWS).count() == whole
    assert page.get_by_label("Highest price").get_attribute("aria-invalid") == "true"


def test_the_address_brings_the_choice_back_and_the_next_page_keeps_it(page: Page, origin: str) -> None:
    page.goto(f"{origin}{GPQA}?lab=openai&price=5")
    assert seen(page, "lab") == {"openai"}
    assert page.get_by_label("Highest price").input_value() == "5"
    assert page.get_by_role("link", name="Next").get_attribute("href").endswith("page-2/?lab=openai&price=5")  # type: ignore[union-attr]
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_function("!document.querySelector('tr[data-lab][hidden]')")
    assert "?" not in page.url


def test_a_lab_that_the_page_does_not_know_chooses_nothing(page: Page, origin: str) -> None:
    page.goto(f"{origin}{GPQA}?lab=nobody")
    assert page.get_by_label("Lab", exact=True).input_value() == ""
    assert page.locator("tr[data-lab][hidden]").count() == 0


def test_a_table_without_a_row_in_sight_is_hidden_with_its_heading(page: Page, origin: str) -> None:
    page.goto(f"{origin}{GPQA}?lab=openai&price=0.01")
    assert page.locator(ROWS).count() == 0
    assert not page.locator("#g1").is_visible()
    assert page.locator("#narrowed").inner_text().startswith("0 of ")


def test_the_filter_is_not_seen_without_script(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    for url in (GPQA, INTELLIGENCE):
        opened.goto(origin + url)
        assert opened.locator("#narrow").count() == 1
        assert not opened.locator("#narrow").is_visible()
        assert not opened.locator("#narrowed").is_visible()
    context.close()
