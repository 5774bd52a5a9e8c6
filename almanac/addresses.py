"""Addresses: which URL each id answers at; the only place that knows the shape of our URLs.

A URL here is a site path such as `/models/openai/gpt-4.1-nano/`; `Site` puts it under the base path or makes it
absolute.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[^a-z0-9.-]+")

HOME, MODELS, LABS, PROVIDERS = "/", "/models/", "/labs/", "/providers/"
BENCHMARKS, GUIDES, SOURCES, QUALITY = "/benchmarks/", "/guides/", "/sources/", "/quality/"
ABOUT, CHANGES, RETIREMENTS = "/about/", "/changes/", "/retirements/"
COMPARE, SEARCH, IDS = "/compare/", "/search/", "/ids/"
LEADERBOARDS = "/leaderboards/"
FEED, JSON_FEED, CALENDAR, SITEMAP = "/feed.xml", "/feed.json", "/retirements.ics", "/sitemap.xml"
GUIDES_FEED, GUIDES_JSON_FEED, FAQ = "/guides/feed.xml", "/guides/feed.json", "/faq/"
API, SEARCH_DATA = "/api/v1/", "/search/index.json"
BADGES, EMBED, OG = "/badges/", "/embed/", "/og/"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site will live: `https://example.org/almanac`, without a slash at the end."""

    base_url: str

    @property
    def base_path(self) -> str:
        """The part of every local link that the host does not answer for: `/almanac`, or the empty string."""
        return urlsplit(self.base_url).path.rstrip("/")

    def href(self, url: str) -> str:
        """Return the link to a site path from any page."""
        return f"{self.base_path}{url}"

    def absolute(self, url: str) -> str:
        """Return the full URL of a site path."""
        return f"{self.base_url.rstrip('/')}{url}"


def model(model_id: str) -> str:
    """Return the page of `openai/gpt-4.1-nano`."""
    return f"{MODELS}{model_id}/"


def offer(model_id: str, key: str) -> str:
    """Return the page of one offer of a model; the `@` of its key becomes `--`."""
    return f"{MODELS}{model_id}/{key.replace('@', '--')}/"


def other_name(lab: str, name: str) -> str:
    """Return the page that leads from a snapshot, alias or moved id to its model."""
    return f"{MODELS}{lab}/{fold(name)}/"


def fold(name: str) -> str:
    """Return an upstream id as a path segment: lower case, everything a URL would escape as `-`."""
    return _UNSAFE.sub("-", name.lower()).strip("-.")


def lab(lab_id: str) -> str:
    """Return the page of a lab."""
    return f"{LABS}{lab_id}/"


def provider(provider_id: str) -> str:
    """Return the page of a provider."""
    return f"{PROVIDERS}{provider_id}/"


def benchmark(benchmark_id: str) -> str:
    """Return the page of a benchmark."""
    return f"{BENCHMARKS}{benchmark_id}/"


def leaderboard(axis: str) -> str:
    """Return the page of one of our own scores."""
    return f"{LEADERBOARDS}{axis}/"


def category(name: str) -> str:
    """Return the page of the rankings of one category of benchmarks."""
    return f"{LEADERBOARDS}category/{name}/"


def quality(*names: str) -> str:
    """Return a list of doubts: of one kind (`stale`), or by `models` and a lab, `providers` or `fields`."""
    return f"{QUALITY}{'/'.join(names)}/"


def doubts_of(model_id: str) -> str:
    """Return where the lines in doubt of a model stand, or where it is said on which page they do.

    No slug has an underscore, so no two models share a fragment; a dot is one that some stylesheets cannot name.
    """
    lab, slug = _split(model_id)
    return f"{quality('models', lab)}#model-{slug.replace('.', '_')}"


def guide(slug: str) -> str:
    """Return the page of a guide."""
    return f"{GUIDES}{slug}/"


def pair(one: str, other: str) -> str:
    """Return the page that sets two models side by side, ids in string order."""
    first, second = sorted((one, other))
    return f"/compare/{first}/{second}/"


def badge(model_id: str, kind: str) -> str:
    """Return the badge of one kind; `default` is the model's own SVG, `social` the picture that stands for its page."""
    match kind:
        case "default":
            return f"{EMBED}{model_id}.svg"
        case "json" | "png":
            return f"{EMBED}{model_id}.{kind}"
        case "social":
            return f"{OG}{model_id}.png"
        case _:
            return f"{EMBED}{model_id}/{kind}.svg"


def badge_id(lab: str, name: str) -> str:
    """Return the id under which a snapshot, alias or moved id has its badge."""
    return f"{lab}/{fold(name)}"


def sorted_models(order: str, number: int) -> str:
    """Return the n-th page of the models sorted by one column: `/models/by-context/`, `/models/by-context-2/`."""
    return f"{MODELS}by-{order}{f'-{number}' if number > 1 else ''}/"


def letter(name: str) -> str:
    """Return the page of the index of everything that begins with a letter."""
    return f"{SEARCH}{name}/"


def ids_of(provider_id: str) -> str:
    """Return the page of the ids of one provider."""
    return f"{IDS}{provider_id}/"


def page_of(url: str, number: int) -> str:
    """Return the URL of the n-th page of a list, the first being the list's own."""
    return url if number == 1 else f"{url}page-{number}/"


def file_of(url: str) -> str:
    """Return the site-relative file that answers at a URL."""
    path = url.removeprefix("/")
    return f"{path}index.html" if url.endswith("/") else path


def url_of(file: str) -> str:
    """Return the URL at which a site-relative file answers: the opposite of `file_of`."""
    return f"/{file.removesuffix('index.html')}" if file == "index.html" or file.endswith("/index.html") else f"/{file}"


def twin_of(file: str) -> str:
    """Return the Markdown twin beside a page's file."""
    return f"{file.removesuffix('.html')}.md"


def data_of(url: str) -> str:
    """Return the JSON of what a model's, provider's or benchmark's page is about."""
    return f"{API}{url.strip('/')}.json"


def feed_of(provider_id: str) -> str:
    """Return the feed of the changes at one provider."""
    return f"{CHANGES}{provider_id}.xml"


def published(kind: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Return every URL that a ledger entry promises for ever; KeyError for a kind that is not in the ledger."""
    return LEDGER[kind](*ids)


def _split(name: str) -> tuple[str, str]:
    lab_id, _, rest = name.partition("/")
    return lab_id, rest


LEDGER: Mapping[str, Callable[..., tuple[str, ...]]] = {
    "model": lambda model_id: (model(model_id),),
    "offer": lambda model_id, key: (offer(model_id, key),),
    "snapshot": lambda name: (other_name(*_split(name)), badge(badge_id(*_split(name)), "default")),
    "alias": lambda name: (other_name(*_split(name)), badge(badge_id(*_split(name)), "default")),
    "lab": lambda lab_id: (lab(lab_id),),
    "provider": lambda provider_id: (provider(provider_id),),
    "benchmark": lambda benchmark_id: (benchmark(benchmark_id),),
    "guide": lambda slug: (guide(slug),),
    "pair": lambda one, other: (pair(one, other),),
    "badge": lambda model_id, kind: (badge(model_id, kind),),
}
"""Each kind of ledger entry to the URLs its ids answer at (spec/content.md section 8)."""
