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
        assert mark
        assert month
        is_after, is_apart = mark["x"] >= month["x"] + month["width"], mark["x"] + mark["width"] < month["x"] - 100
        assert is_after or is_apart


OVERLAPS = """() => {
    const boxes = (selector) => [...document.querySelectorAll(`svg.chart:has(circle) ${selector}`)]
        .filter((one) => getComputedStyle(one).display !== "none")
        .map((one) => [one.textContent, one.getBoundingClientRect(), one.tagName]);
    // A line of text is higher than its letters.
    const inked = ([text, { left, right, top, height }]) =>
        [text, { left, right, top: top + height * 0.22, bottom: top + height * 0.92 }];
    const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const words = boxes("text").map(inked), marks = boxes(":is(circle, .front)");
    return words.flatMap(([text, place], number) => [...words.slice(number + 1), ...marks]
        .filter(([, other]) => meets(place, other))
        .map(([other]) => `${text} / ${other}`));
}"""


@pytest.mark.parametrize("width", [320, 360, 480, 768, 1024, 1184, 1440])
@pytest.mark.parametrize("url", ["/", "/leaderboards/value/"])
def test_no_word_of_a_chart_touches_another_or_a_dot(page: Page, origin: str, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(origin + url)
    assert page.locator("svg.chart:has(circle) .lb").count() > 3
    assert page.evaluate(OVERLAPS) == []
