"""Feeds: the newest changes as Atom and JSON Feed, of the whole catalogue and of each provider."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote, urlsplit

from almanac import addresses
from almanac.addresses import Site
from almanac.catalogue.catalogue import Change
from almanac.outputs.context import Context
from almanac.outputs.news import direction, headline
from almanac.outputs.output import Output
from almanac.render.jsonfile import json_file
from almanac.render.xml import Xml, document, element, lined
from almanac.units.dates import Day, first_day, long_date

ORIGIN = "the feeds"
MOST = 100
MINTED = "2026"
"""The year in which our entry ids were first used; a tag: URI needs one (RFC 4151), and it must never change."""
TOLD_BY_NOTE = ("snapshot", "result")
"""Kinds of which one model may have several on one day; their notes tell them apart."""
ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change in a feed. `at` is an RFC 3339 time: midnight of its day, or of the first day of its month."""

    id: str
    title: str
    url: str
    at: str
    text: str
    kind: str
    published: str = ""
    """When it first appeared, where `at` is the day of its last revision."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed with its entries, newest first; `page` is the page that shows the same to people."""

    id: str
    title: str
    about: str
    url: str
    page: str
    at: str
    author: str
    entries: tuple[Entry, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the two feeds of the catalogue, and an Atom feed for every provider that has changes."""
    changes = context.catalogue.changes
    title = f"{context.shell.site.title}: changes"
    about = "Prices, releases, retirements and results of language models, from dated facts."
    page = addresses.CHANGES
    for url, write in ((addresses.FEED, atom), (addresses.JSON_FEED, json_feed)):
        yield Output(addresses.file_of(url), _feed(context, changes, Face(url, page, title, about)), write, ORIGIN)
    for provider, own in by_provider(changes).items():
        name = context.provider_name(provider)
        face = Face(
            url=addresses.feed_of(provider),
            page=addresses.provider(provider),
            title=f"{context.shell.site.title}: changes at {name}",
            about=f"Prices, first days and last days of offers at {name}, from dated facts.",
        )
        yield Output(addresses.file_of(face.url), _feed(context, own, face), atom, ORIGIN)


def by_provider(changes: Iterable[Change]) -> Mapping[str, list[Change]]:
    """Return the changes of offers under their provider's id, in string order of the ids."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        if change.offer:
            found.setdefault(change.offer.partition("@")[0], []).append(change)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Face:
    """What a feed says of itself; `url` is its own site path, `page` that of the page it stands beside."""

    url: str
    page: str
    title: str
    about: str


def _feed(context: Context, changes: Iterable[Change], face: Face) -> Feed:
    place, site = context.shell.place, context.shell.site
    newest = sorted(changes, key=lambda change: first_day(change.on), reverse=True)[:MOST]
    return Feed(
        id=tag(place, face.url),
        title=face.title,
        about=face.about,
        url=place.absolute(face.url),
        page=place.absolute(face.page),
        at=midnight(newest[0].on if newest else site.edition),
        author=site.title,
        entries=tuple(_entries(context, newest)),
    )


def _entries(context: Context, changes: Iterable[Change]) -> Iterator[Entry]:
    seen: dict[str, int] = {}
    for change in changes:
        name = _name(change)
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}/{seen[name]}"
        yield _entry(context, change, id=tag(context.shell.place, unique))


def _entry(context: Context, change: Change, *, id: str) -> Entry:
    has_offer = change.offer in context.catalogue.models[change.model_id].offers
    url = addresses.offer(change.model_id, change.offer) if has_offer else addresses.model(change.model_id)
    source = context.catalogue.sources.get(change.source)
    way = direction(change) if change.kind == "price" else ""
    said = [headline(context, change), f"{way[:1].upper()}{way[1:]}, {long_date(change.on)}".removeprefix(", ")]
    if source is not None:
        said.append(f"Source: {source.title}")
    return Entry(
        id=id,
        title=" ".join(said[0].split()),
        url=context.shell.place.absolute(url),
        at=midnight(change.on),
        text=" ".join(f"{' '.join(part.split())}." for part in said),
        kind=change.kind,
    )


def _name(change: Change) -> str:
    """Name a change by what it is and never by its words or its place, so that readers see it once."""
    parts = [str(change.on), change.kind, change.model_id, *([change.offer] if change.offer else [])]
    if change.kind in TOLD_BY_NOTE:
        parts.append(blake2b(f"{change.note}\n{change.source}".encode(), digest_size=6).hexdigest())
    return f"/changes/{'/'.join(parts)}"


def tag(place: Site, name: str) -> str:
    """Return a tag: URI below the site, stable as long as the site's address is."""
    host = urlsplit(place.base_url).hostname or ""
    return f"tag:{host},{MINTED}:{quote(place.base_path + name, safe='/@.-_~')}"


def midnight(day: Day) -> str:
    """Return the beginning of a day as an RFC 3339 time; the clock of the build has no part in it."""
    return f"{first_day(day).isoformat()}T00:00:00Z"


def atom(feed: Feed) -> bytes:
    """Write a feed as Atom (RFC 4287)."""
    head = (
        element("id", feed.id),
        element("title", feed.title),
        element("subtitle", feed.about),
        element("updated", feed.at),
        element("author", element("name", feed.author)),
        element("link", attributes={"rel": "self", "type": "application/atom+xml", "href": feed.url}),
        element("link", attributes={"rel": "alternate", "type": "text/html", "href": feed.page}),
    )
    entries = (_atom_entry(entry) for entry in feed.entries)
    attributes = {"xmlns": ATOM, "xml:lang": "en"}
    return document(element("feed", lined((*head, *entries)), attributes=attributes))


def _atom_entry(entry: Entry) -> Xml:
    return element(
        "entry",
        element("id", entry.id),
        element("title", entry.title),
        *([element("published", entry.published)] if entry.published else []),
        element("updated", entry.at),
        element("link", attributes={"rel": "alternate", "type": "text/html", "href": entry.url}),
        element("category", attributes={"term": entry.kind}),
        element("content", entry.text, attributes={"type": "text"}),
    )


def json_feed(feed: Feed) -> bytes:
    """Write a feed as JSON Feed 1.1."""
    return json_file(
        {
            "version": JSON_FEED,
            "title": feed.title,
            "home_page_url": feed.page,
            "feed_url": feed.url,
            "description": feed.about,
            "language": "en",
            "authors": [{"name": feed.author, "url": feed.page}],
            "items": [_json_item(entry) for entry in feed.entries],
        }
    )


def _json_item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published or entry.at,
        **({"date_modified": entry.at} if entry.published else {}),
        "tags": [entry.kind],
    }
