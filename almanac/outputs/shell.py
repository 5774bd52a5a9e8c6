"""The shell: what every page has around its own matter, built once from the site's settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from almanac import addresses
from almanac.problems import UsageError
from almanac.records import Site
from almanac.render.jsonld import json_ld
from almanac.units.dates import long_date

NAVIGATION = (
    ("Models", addresses.MODELS),
    ("Compare", addresses.COMPARE),
    ("Providers", addresses.PROVIDERS),
    ("Guides", addresses.GUIDES),
    ("Leaderboards", addresses.LEADERBOARDS),
    ("Benchmarks", addresses.BENCHMARKS),
    ("Changes", addresses.CHANGES),
)
"""In an order that takes two lines at 320 pixels, not three."""
FOOTER = (
    (
        "Catalogue",
        (
            ("All models", addresses.MODELS),
            ("Compare", addresses.COMPARE),
            ("Labs", addresses.LABS),
            ("Providers", addresses.PROVIDERS),
        ),
    ),
    (
        "Scores",
        (
            ("Leaderboards", addresses.LEADERBOARDS),
            ("Benchmarks", addresses.BENCHMARKS),
            ("Guides", addresses.GUIDES),
        ),
    ),
    (
        "Record",
        (
            ("Changes", addresses.CHANGES),
            ("Retirements", addresses.RETIREMENTS),
            ("Data quality", addresses.QUALITY),
            ("Sources", addresses.SOURCES),
        ),
    ),
    (
        "Use the data",
        (
            ("Badges", addresses.BADGES),
            ("Ids", addresses.IDS),
            ("Feed", "/feed.xml"),
            ("Calendar", "/retirements.ics"),
            ("How it works", addresses.ABOUT),
            ("Questions", addresses.FAQ),
        ),
    ),
)
OG_IMAGE = "/og/almanac.png"
OG_ALT = "what the catalogue is about, and the day of its edition"


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text; `current` where it leads to the section that the page lies in."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One list of the footer."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the base template shows of a page: its head, navigation and footer."""

    title: str
    description: str
    canonical: str
    og_type: str
    og_image: str
    og_alt: str
    noindex: bool
    site_title: str
    home: str
    edition: str
    css: str
    scripts: tuple[str, ...]
    icon: str
    manifest: str
    feed: str
    json_feed: str
    twin: str
    """The Markdown twin of the page, or the empty string."""
    search: str
    navigation: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    footer: tuple[Column, ...]
    data: Markup


@dataclass(frozen=True, slots=True)
class Shell:
    """The settings that all pages share. `css`, `script` and `modules` are the site paths of the hashed assets."""

    site: Site
    place: addresses.Site
    today: date
    css: str
    script: str
    modules: Mapping[str, str]
    icon: str

    def href(self, url: str) -> str:
        """Return the link to a site path."""
        return self.place.href(url)

    def edit_url(self, file: str, line: int = 1) -> str:
        """Return where the repository shows a file of the content, at a line."""
        return f"{str(self.site.repository).rstrip('/')}/blob/main/content/{file}#L{line}"

    def report_url(self, what: str) -> str:
        """Return where a reader reports a mistake in a record."""
        return f"{str(self.site.repository).rstrip('/')}/issues/new?title={quote(what)}"

    def page(self, head: "Head") -> Page:
        """Return the frame of one page."""
        href, section = self.href, _section(head)
        return Page(
            title=head.title if head.url == addresses.HOME else f"{head.title} – {self.site.title}",
            description=head.description,
            canonical=self.place.absolute(head.url),
            og_type=head.og_type,
            og_image=self.place.absolute(head.picture or OG_IMAGE),
            og_alt=head.picture_alt or f"{self.site.title}: {OG_ALT}",
            noindex=head.noindex,
            site_title=self.site.title,
            home=href(addresses.HOME),
            edition=long_date(self.site.edition),
            css=href(self.css),
            scripts=tuple(map(href, (self.script, *map(self._module, head.scripts)))),
            icon=href(self.icon),
            manifest=href("/manifest.webmanifest"),
            feed=href("/feed.xml"),
            json_feed=href("/feed.json"),
            twin=href(head.url + "index.md") if head.twin else "",
            search=href(addresses.SEARCH),
            navigation=tuple(Link(text, href(url), url == section) for text, url in NAVIGATION),
            crumbs=tuple(Link(text, href(url)) for text, url in head.crumbs),
            footer=tuple(
                Column(f"f{number}", title, tuple(Link(text, href(url)) for text, url in links))
                for number, (title, links) in enumerate(FOOTER, 1)
            ),
            data=json_ld(*self._nodes(head)),
        )

    def _module(self, name: str) -> str:
        if name not in self.modules:
            raise UsageError(f"--static must name a folder with js/{name}.js, which a page asks for.")
        return self.modules[name]

    def _nodes(self, head: "Head") -> list[dict[str, object]]:
        """Every page is a WebPage in its trail; a page's own nodes follow."""
        absolute = self.place.absolute
        trail = [
            {"@type": "ListItem", "position": number, "name": text, "item": absolute(url)}
            for number, (text, url) in enumerate((*head.crumbs, (head.title, head.url)), 1)
        ]
        page: dict[str, object] = {
            "@type": "WebPage",
            "@id": absolute(head.url),
            "url": absolute(head.url),
            "name": head.title,
            "description": head.description,
            "isPartOf": {"@type": "WebSite", "name": self.site.title, "url": absolute(addresses.HOME)},
        }
        crumbs: list[dict[str, object]] = [{"@type": "BreadcrumbList", "itemListElement": trail}] if head.crumbs else []
        return [page, *crumbs, *head.nodes]


@dataclass(frozen=True, slots=True)
class Head:
    """What one page says of itself. `section` is the navigation entry it lies under; `nodes` are its own JSON-LD.

    `scripts` names the modules of `static/js/` that the page asks for beside the script of every page.
    """

    url: str
    title: str
    description: str
    section: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    nodes: tuple[dict[str, object], ...] = ()
    og_type: str = "website"
    noindex: bool = False
    twin: bool = False
    picture: str = ""
    """The site path of the page's own social card, 1200 by 630 pixels; the site's card stands for all other pages."""
    picture_alt: str = ""
    scripts: tuple[str, ...] = ()


def _section(head: Head) -> str:
    """Return the navigation entry that a page lies under: by its own address, else the one that it names."""
    under = (url for _, url in NAVIGATION if head.url.startswith(url))
    return next(under, head.section)
