"""The real site: what holds on every page that we publish."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.site.pages import Html

pytestmark = pytest.mark.slow


def _target(site: Path, base_url: str, page: str, href: str) -> tuple[Path, str] | None:
    """Return the file and fragment that a link of ours leads to; None for one that leads out."""
    parts, base = urlsplit(href), urlsplit(base_url).path
    if parts.scheme or parts.netloc:
        own = href.startswith(f"{base_url}/")
        return (_file(site, parts.path.removeprefix(base)), parts.fragment) if own else None
    if not parts.path:
        return site / page, parts.fragment
    assert parts.path.startswith(f"{base}/"), f"{page}: {href} does not stand under the base path"
    return _file(site, parts.path.removeprefix(base)), parts.fragment


def _file(site: Path, path: str) -> Path:
    path = unquote(path)
    return site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))


def test_every_link_resource_and_fragment_leads_somewhere(site: Path, pages: Mapping[str, Html], base_url: str) -> None:
    broken = []
    for name, page in pages.items():
        for href in (*page.links, *page.resources):
            target = _target(site, base_url, name, href)
            if target is None:
                continue
            file, fragment = target
            if not file.is_file():
                broken.append(f"{name} -> {href}")
            elif fragment and file.suffix == ".html" and fragment not in pages[str(file.relative_to(site))].ids:
                broken.append(f"{name} -> {href} (no such place)")
    assert broken == []


def test_titles_and_descriptions_are_there_and_tell_pages_apart(pages: Mapping[str, Html]) -> None:
    indexed = {name: page for name, page in pages.items() if not page.noindex and not page.refresh}
    assert len(indexed) > 500
    for attribute in ("title", "description"):
        counts = Counter(getattr(page, attribute) for page in indexed.values())
        assert counts[""] == 0
        assert [text for text, count in counts.items() if count > 1] == []


def test_each_page_has_one_h1_no_skipped_heading_unique_ids_and_labelled_table_heads(pages: Mapping[str, Html]) -> None:
    for name, page in pages.items():
        if page.refresh:
            continue
        assert page.headings.count(1) == 1, name
        assert all(later <= earlier + 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False)), name
        assert [id_ for id_, count in Counter(page.ids).items() if count > 1] == [], name
        assert page.unlabelled_heads == 0, name


def test_no_page_needs_inline_style_script_or_another_host(pages: Mapping[str, Html], base_url: str) -> None:
    for name, page in pages.items():
        assert page.styles == 0, name
        for resource in page.resources:
            assert resource.startswith((f"{urlsplit(base_url).path}/", f"{base_url}/")), f"{name}: {resource}"


def test_canonicals_name_the_page_itself(pages: Mapping[str, Html], base_url: str) -> None:
    for name, page in pages.items():
        if page.noindex or page.refresh:
            continue
        assert page.canonical == f"{base_url}/{name.removesuffix('index.html')}", name


def test_a_missing_price_is_never_a_zero_and_no_python_value_leaks(site: Path, pages: Mapping[str, Html]) -> None:
    for name, page in pages.items():
        assert not re.search(r"\$0(\.0+)?(?![\d.])", page.text), name
        assert not re.search(r"Decimal\(|\bnan\b|&lt;|N/A|undefined|\bNone[,;)]", page.text), name
        assert ">None<" not in (site / name).read_text(encoding="utf-8"), name
    for twin in site.rglob("*.md"):
        assert not re.search(r"\bNone[,;)|]|Decimal\(|<span", twin.read_text(encoding="utf-8")), twin


def test_structured_data_and_every_data_file_can_be_read(site: Path, pages: Mapping[str, Html]) -> None:
    for page in pages.values():
        for data in page.data:
            assert json.loads(data)["@context"] == "https://schema.org"
    read = [json.loads(file.read_text(encoding="utf-8")) for file in site.rglob("*.json")]
    parsed = [ET.parse(file) for pattern in ("*.xml", "*.svg") for file in site.rglob(pattern)]
    assert len(read) > 50
    assert len(parsed) > 3


def test_pages_keep_their_budgets(site: Path, pages: Mapping[str, Html]) -> None:
    weights = sorted(len(gzip.compress((site / name).read_bytes(), 6)) for name in pages)
    assert weights[len(weights) // 2] <= 12 * 1024
    assert weights[-1] <= 60 * 1024
    assert max((page.elements, name) for name, page in pages.items()) <= (2_950, "")
    for pattern in ("assets/*.css", "assets/*.js"):
        for file in site.glob(pattern):
            assert len(gzip.compress(file.read_bytes(), 6)) <= 10 * 1024, file


def test_no_list_is_longer_than_a_hundred_rows(site: Path) -> None:
    for name in ("models", "providers", "labs", "benchmarks", "changes", "retirements"):
        for file in (site / name).rglob("index.html"):
            for body in re.findall(r"<tbody>.*?</tbody>", file.read_text(encoding="utf-8"), flags=re.DOTALL):
                assert body.count("<tr") <= 101, file
