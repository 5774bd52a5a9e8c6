from xml.etree import ElementTree as ET

import pytest

from almanac.outputs import sitemap
from almanac.units.dates import Day
from tests.outputs.press import context, files

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(data: bytes, kind: str = "url") -> list[str]:
    return [found.text or "" for found in ET.fromstring(data).iterfind(f"s:{kind}/s:loc", NS)]


def test_every_page_is_listed_once_by_its_full_address() -> None:
    found = files(sitemap.outputs(context(), [("/models/", None), ("/", None), ("/models/", None)]))
    assert list(found) == ["sitemap.xml"]
    assert locations(found["sitemap.xml"]) == [
        "https://example.org/almanac/",
        "https://example.org/almanac/models/",
    ]


def test_a_known_day_of_change_is_given_at_its_precision() -> None:
    pages = [("/a/", Day(2026, 5, 1)), ("/b/", Day(2026, 5)), ("/c/", None)]
    root = ET.fromstring(files(sitemap.outputs(context(), pages))["sitemap.xml"])
    assert [row.findtext("s:lastmod", None, NS) for row in root] == ["2026-05-01", "2026-05", None]


def test_a_hostile_address_stays_text() -> None:
    pages = [("/a?b=1&c=<x>]]>/", None)]
    assert locations(files(sitemap.outputs(context(), pages))["sitemap.xml"]) == [
        "https://example.org/almanac/a?b=1&c=<x>]]>/"
    ]


@pytest.mark.parametrize(("count", "parts"), [(3, 0), (4, 2), (6, 2), (7, 3)])
def test_too_many_pages_are_split_into_parts_that_an_index_lists(
    count: int, parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 3)
    pages = [(f"/{number}/", None) for number in range(count)]
    found = files(sitemap.outputs(context(), pages))
    assert len(found) == parts + 1
    if parts:
        names = [f"sitemap-{number}.xml" for number in range(1, parts + 1)]
        assert locations(found["sitemap.xml"], "sitemap") == [f"https://example.org/almanac/{name}" for name in names]
        listed = [url for name in names for url in locations(found[name])]
        assert listed == [f"https://example.org/almanac{url}" for url, _ in pages]


def test_the_protocol_allows_fifty_thousand_pages() -> None:
    assert sitemap.MOST == 50_000
