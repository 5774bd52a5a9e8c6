"""The layout in a real browser: what stands beside what, so that nobody reads one thing for another."""

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.mark.parametrize(("width", "lines"), [(320, 2), (360, 2), (414, 2), (768, 1), (1440, 1)])
def test_all_sections_stand_in_the_masthead(page: Page, origin: str, width: int, lines: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{origin}/about/")
    places = page.locator(".mast nav a").evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
    assert len(places) == 7
    assert len({round(place["top"]) for place in places}) == lines
    assert min(place["height"] for place in places) >= 24
    assert max(place["right"] for place in places) <= width


@pytest.mark.parametrize("url", ["/models/", "/models/page-2/"])
def test_a_mark_does_not_stand_before_a_month_as_if_it_were_its_day(page: Page, origin: str, url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(origin + url)
    for row in page.locator("#table tbody tr").all()[:5]:
        mark, month = row.locator(".src").bounding_box(), row.locator(".c-rel").bounding_box()
        assert mark and month
        is_after, is_apart = mark["x"] >= month["x"] + month["width"], mark["x"] + mark["width"] < month["x"] - 100
        assert is_after or is_apart
