"""Not found: one page for every wrong address, at whatever depth it is asked for."""

from almanac.outputs.notfound import outputs
from tests.outputs.press import context
from tests.outputs.seen import headings, html, links


def test_no_search_engine_keeps_the_page() -> None:
    assert '<meta name="robots" content="noindex">' in html(outputs(context()), "404.html")


def test_its_links_hold_at_any_depth() -> None:
    found = links(html(outputs(context()), "404.html"))
    assert found["All models"] == "/almanac/models/"
    assert all(href.startswith(("/almanac/", "#")) for href in found.values())
    assert 'href="/almanac/assets/a.css"' in html(outputs(context()), "404.html")


def test_it_says_what_happened() -> None:
    assert headings(html(outputs(context()), "404.html"))[0] == "No page here"
