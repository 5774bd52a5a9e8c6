"""Sitemap: every page that search engines should know, in parts where there are too many for one file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.render.xml import Xml, document, element, lined
from almanac.units.dates import Day

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Addresses that one file may hold by the protocol; at our lengths they stay far below its 50 MB."""
ORIGIN = "the sitemap"


@dataclass(frozen=True, slots=True)
class Entry:
    """One address; `changed` is the day as written, or the empty string where it is not known."""

    url: str
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """One file of the sitemap."""

    entries: tuple[Entry, ...]


def outputs(context: Context, pages: Iterable[tuple[str, Day | None]]) -> Iterator[Output]:
    """Yield the sitemap of pages, each its site path with the day of its last change where that is known."""
    place = context.shell.place
    entries = [Entry(place.absolute(url), str(changed or "")) for url, changed in sorted(set(pages), key=_by_url)]
    file = addresses.file_of(addresses.SITEMAP)
    if len(entries) <= MOST:
        yield Output(file, Sitemap(tuple(entries)), url_set, ORIGIN)
        return
    parts = [entries[start : start + MOST] for start in range(0, len(entries), MOST)]
    names = [f"{file.removesuffix('.xml')}-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Output(name, Sitemap(tuple(part)), url_set, ORIGIN)
    index = Sitemap(tuple(Entry(place.absolute(f"/{name}")) for name in names))
    yield Output(file, index, index_of_parts, ORIGIN)


def url_set(sitemap: Sitemap) -> bytes:
    """Write the pages of a sitemap."""
    return _document("urlset", "url", sitemap)


def index_of_parts(sitemap: Sitemap) -> bytes:
    """Write the list of a sitemap's parts."""
    return _document("sitemapindex", "sitemap", sitemap)


def _document(root: str, item: str, sitemap: Sitemap) -> bytes:
    rows = lined(_row(item, entry) for entry in sitemap.entries)
    return document(element(root, rows, attributes={"xmlns": NAMESPACE}))


def _row(item: str, entry: Entry) -> Xml:
    changed = (element("lastmod", entry.changed),) if entry.changed else ()
    return element(item, element("loc", entry.url), *changed)


def _by_url(page: tuple[str, Day | None]) -> str:
    return page[0]
