"""The real site in a real browser: narrow, dark, by keyboard, without script, and judged by axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PAGES = (
    "/",
    "/models/",
    "/models/openai/gpt-4.1-nano/",
    "/models/openai/gpt-4.1-nano/azure/",
    "/models/liquid/lfm-2.5-1.2b-instruct/",
    "/providers/",
    "/providers/openrouter/",
    "/labs/openai/",
    "/benchmarks/",
    "/benchmarks/gpqa-diamond/",
    "/leaderboards/",
    "/leaderboards/intelligence/",
    "/leaderboards/value/",
    "/leaderboards/technical/",
    "/leaderboards/category/math/",
    "/guides/choosing-a-small-model/",
    "/compare/",
    "/compare/openai/gpt-4.1-nano/openai/gpt-5-nano/",
    "/quality/",
    "/quality/models/openai/",
    "/quality/providers/",
    "/quality/fields/prices/",
    "/sources/",
    "/changes/",
    "/retirements/",
    "/about/",
    "/faq/",
    "/badges/",
    "/search/",
    "/search/g/",
    "/ids/",
    "/ids/openai/",
    "/404.html",
)
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.mark.parametrize("url", PAGES)
def test_no_page_scrolls_sideways_at_320_pixels(page: Page, origin: str, url: str) -> None:
    page.goto(origin + url)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


@pytest.mark.parametrize("url", PAGES)
def test_no_heading_and_no_list_is_cut(page: Page, origin: str, url: str) -> None:
    page.goto(origin + url)
    cut = page.locator("main :is(h1, h2, h3, h4, ul, ol, dl):visible").evaluate_all(
        "all => all.filter(one => !one.closest('.vh') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth)"
        ".map(one => one.outerHTML.slice(0, 120))"
    )
    assert cut == []


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_name_in_a_table_has_room_for_whole_words(page: Page, origin: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for url in ("/providers/openrouter/", "/labs/openai/", "/models/openai/gpt-4.1-nano/", "/benchmarks/", "/sources/"):
        page.goto(origin + url)
        rooms = page.locator("table.flow:not(.bench) tbody th").evaluate_all("all => all.map(one => one.clientWidth)")
        assert min(room for room in rooms if room) >= 96, url


@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing_light_and_wide_nor_dark_and_narrow(browser: Browser, origin: str, url: str) -> None:
    for scheme, width in (("light", 1440), ("dark", 360)):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(origin + url)
        found = Axe().run(opened, options=RULES)
        assert [violation["id"] for violation in found.response["violations"]] == [], found.generate_report()
        context.close()


ONLY_ONE_WAY = "[data-script], [data-plain], [data-calculator], [data-compare], [data-copy]"
"""What stands only with script, and what stands in its place without it."""


@pytest.mark.parametrize("url", PAGES)
def test_every_word_is_there_without_script(browser: Browser, origin: str, url: str) -> None:
    said = []
    for scripted in (True, False):
        context = browser.new_context(java_script_enabled=scripted)
        opened = context.new_page()
        opened.goto(origin + url)
        said.append(words(opened))
        context.close()
    assert said[0] == said[1]


def words(page: Page) -> list[str]:
    """Return the words of the main part, but for those of controls and of what they stand in place of."""
    page.evaluate(f"for (const part of document.querySelectorAll({ONLY_ONE_WAY!r})) part.remove()")
    return page.locator("main").inner_text().split()


def test_a_button_that_cannot_act_is_not_shown(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{origin}/models/openai/gpt-4.1-nano/")
    assert opened.locator("[data-copy]").count() == 1
    assert not opened.locator("[data-copy]").is_visible()
    context.close()


def test_the_id_is_copied(browser: Browser, origin: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(f"{origin}/models/openai/gpt-4.1-nano/")
    # What the button says is recorded in the page, because it says "Copied" only for a moment.
    opened.evaluate(
        """() => {
            window.said = [];
            const button = document.querySelector("[data-copy]");
            new MutationObserver(() => window.said.push(button.textContent)).observe(button, {childList: true});
        }"""
    )
    opened.get_by_role("button", name="Copy id").click()
    opened.wait_for_function("window.said.includes('Copied')")
    assert opened.evaluate("navigator.clipboard.readText()") == "openai/gpt-4.1-nano"
    context.close()


def test_the_first_tab_stop_skips_to_the_content(page: Page, origin: str) -> None:
    page.goto(f"{origin}/models/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_dispute_opens_by_keyboard_and_shows_its_claims(page: Page, origin: str) -> None:
    page.goto(f"{origin}/models/openai/gpt-4.1-nano/")
    summary = page.locator("details.dispute summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.dispute .claims").first.is_visible()


def test_a_source_mark_leads_to_its_source(page: Page, origin: str) -> None:
    page.goto(f"{origin}/models/openai/gpt-4.1-nano/")
    page.locator("a.s").first.click()
    assert "#s" in page.url
    assert page.locator(".sources li:target").is_visible()


def test_the_table_is_sorted_by_another_column_through_a_plain_link(page: Page, origin: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    page.goto(f"{origin}/models/by-output/")
    page.get_by_role("link", name="Context", exact=True).click()
    assert page.url.endswith("/models/by-context/")
    assert page.locator('th[aria-sort="descending"]').inner_text().startswith("Context")
