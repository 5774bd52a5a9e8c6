"""The search in a real browser: from any page, by keyboard alone, under the base path, and as plain pages."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
FOUND = "dialog .names li"


def find(page: Page, text: str) -> list[str]:
    """Type into the dialog and return what it finds, once it found that."""
    page.fill("#finder-q", text)
    page.wait_for_function(
        "text => document.querySelector('dialog [role=status]').textContent && document.activeElement.value === text",
        arg=text,
    )
    page.wait_for_timeout(50)
    return page.locator(FOUND).all_inner_texts()


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_opens_the_search_on_any_page_and_escape_closes_it(page: Page, origin: str, keys: str) -> None:
    page.goto(f"{origin}/about/")
    page.keyboard.press(keys)
    page.locator("dialog[open]").wait_for()
    assert page.evaluate("document.activeElement.id") == "finder-q"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_no_letter_is_lost_that_is_typed_before_the_dialog_is_there(page: Page, origin: str) -> None:
    page.goto(f"{origin}/about/")
    page.keyboard.type("/deepseek v3")
    page.locator("dialog[open]").wait_for()
    page.wait_for_function("document.querySelector('#finder-q').value === 'deepseek v3'")
    page.locator(FOUND).first.wait_for()


def test_a_slash_that_is_written_into_a_field_is_a_slash(page: Page, origin: str) -> None:
    page.goto(f"{origin}/models/")
    page.locator("[name=q]").focus()
    page.keyboard.type("openai/gpt")
    assert page.input_value("[name=q]") == "openai/gpt"
    assert page.locator("dialog").count() == 0


def test_arrows_walk_through_what_is_found_and_enter_goes_there(page: Page, origin: str) -> None:
    page.goto(f"{origin}/about/")
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    found = find(page, "gpt-4.1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert found[1].startswith(page.evaluate("document.activeElement.textContent"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "finder-q"
    find(page, "gpt-4.1-nano")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}/models/openai/gpt-4.1-nano/")


def test_focus_stays_in_the_dialog(page: Page, origin: str) -> None:
    page.goto(f"{origin}/about/")
    page.locator(".mast .find").click()
    page.locator("dialog[open]").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main, header, footer')")


def test_the_very_id_comes_first_then_what_begins_so_and_the_living_before_the_retired(page: Page, origin: str) -> None:
    page.goto(f"{origin}/about/")
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    assert find(page, "openai/gpt-4.1-nano")[0].startswith("GPT-4.1 nano")
    assert {text.split()[-1] for text in find(page, "openai")[:2]} == {"provider", "lab"}
    assert find(page, "gpt4.1nano")[0].startswith("GPT-4.1 nano")
    gone = ["retired" in text for text in find(page, "claude")]
    assert gone == sorted(gone)


def test_what_nobody_is_called_leads_to_the_register_of_ids(page: Page, origin: str) -> None:
    page.goto(f"{origin}/about/")
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    assert find(page, "no such name") == []
    page.locator("dialog [role=status] a").click()
    page.wait_for_url(f"{origin}/ids/?id=no%20such%20name")
    page.wait_for_function("document.querySelector('#resolved [role=status]').textContent === 'Nobody uses this id.'")


def test_the_page_of_the_search_shows_what_its_address_asks_for(page: Page, origin: str) -> None:
    page.goto(f"{origin}/search/?q=mistral")
    page.locator("#finds .names li").first.wait_for()
    assert page.input_value("#find-q") == "mistral"
    page.fill("#find-q", "anthropic")
    page.wait_for_url(f"{origin}/search/?q=anthropic")
    page.keyboard.press("/")
    assert page.locator("dialog").count() == 0


def test_without_script_the_masthead_leads_to_an_index_and_that_to_every_model(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{origin}/about/")
    opened.locator(".mast .find").click()
    assert opened.url == f"{origin}/search/"
    assert not opened.locator("#find-q").is_visible()
    opened.locator(".az li", has=opened.locator("b", has_text="G")).first.locator("a").click()
    opened.locator(".names li").first.wait_for()
    assert opened.locator(".names li").count() > 10
    context.close()


def test_an_id_is_resolved_as_it_is_typed(page: Page, origin: str) -> None:
    page.goto(f"{origin}/ids/")
    page.fill("#resolve-id", "gpt-4.1-nano")
    page.locator("#resolved li").first.wait_for()
    assert page.locator("#resolved li code").first.inner_text() == "gpt-4.1-nano"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}/models/openai/gpt-4.1-nano/")


@pytest.mark.parametrize("url", ["/search/?q=gpt", "/ids/?id=claude"])
def test_what_is_found_fits_a_narrow_dark_screen(browser: Browser, origin: str, url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme="dark")
    opened = context.new_page()
    opened.goto(origin + url)
    opened.locator("main .names li").first.wait_for()
    assert opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    context.close()
