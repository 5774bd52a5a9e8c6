"""Badges in a real browser: the picker of the gallery, and every picture where a page shows it."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def pick(page: Page, origin: str, name: str) -> None:
    page.goto(f"{origin}/badges/")
    field = page.get_by_label("Show the badge of")
    field.fill(name)
    field.blur()


@pytest.mark.parametrize("name", ["GPT-4.1 nano", "openai/gpt-4.1-nano"])
def test_a_model_chosen_by_name_or_id_gives_the_snippets_of_its_own_page(page: Page, origin: str, name: str) -> None:
    pick(page, origin, name)
    expect(page.locator(".picked")).to_be_visible()
    found = page.locator(".picked code").all_text_contents()
    page.goto(f"{origin}/models/openai/gpt-4.1-nano/")
    assert found == page.locator("#embed .calls code").all_text_contents()


def test_another_kind_gives_another_picture_and_no_endpoint(page: Page, origin: str) -> None:
    pick(page, origin, "GPT-4.1 nano")
    expect(page.locator(".picked")).to_be_visible()
    page.get_by_label("that says its").select_option("price")
    first = page.locator(".picked code").first
    expect(first).to_contain_text("/embed/openai/gpt-4.1-nano/price.svg")
    expect(first).to_contain_text('alt="GPT-4.1 nano: price, by Almanac"')
    expect(page.locator(".picked summary", has_text="shields.io")).to_be_hidden()
    page.get_by_label("that says its").select_option("png")
    expect(first).to_contain_text('.png" width="')
    expect(first).to_contain_text('height="20"')


def test_a_name_that_nobody_has_is_said(page: Page, origin: str) -> None:
    pick(page, origin, "No such model")
    expect(page.get_by_role("status")).to_have_text("No model has this name or id.")
    expect(page.locator(".picked")).to_be_hidden()


@pytest.mark.parametrize("url", ["/badges/", "/models/openai/gpt-4.1-nano/"])
def test_every_badge_has_the_size_that_the_page_says(page: Page, origin: str, url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(origin + url)
    pictures = page.locator("img.badge[src]")
    assert pictures.count() >= 5
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete", arg=picture.element_handle())
        shown, drawn = picture.evaluate("i => [[i.width, i.height], [i.naturalWidth, i.naturalHeight]]")
        assert shown == [side / (drawn[1] / shown[1]) for side in drawn]
