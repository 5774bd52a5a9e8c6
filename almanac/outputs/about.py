"""About: how the site works, what its signs mean, under which licences it stands, how to cite and how to correct it."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.prices import INPUT_SHARE, OUTPUT_SHARE
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural
from almanac.records.site import Stale
from almanac.units.dates import long_date

DATA_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NUMBERS = ("no", "one", "two", "three", "four", "five")
AGES = (
    ("Prices", "price"),
    ("Limits", "limits"),
    ("Dates and status", "lifecycle"),
    ("Benchmark results", "result"),
    ("Measured service", "measurement"),
    ("Everything else", "default"),
)
SECTIONS = (
    ("what", "What stands here"),
    ("marks", "Sources"),
    ("disputes", "Disputes"),
    ("ages", "Ages"),
    ("status", "Status"),
    ("prices", "Prices"),
    ("results", "Results"),
    ("licence", "Licence"),
    ("cite", "How to cite"),
    ("correct", "How to correct it"),
)
STATUSES = (
    ("announced", "Its lab has said that it is coming; nobody can use it yet."),
    ("preview", "It can be used, and its lab says that it is not final."),
    ("active", "It can be used, and no end has begun."),
    ("deprecated", "It can still be used, and whoever sells it advises against building on it."),
    ("retired", "Whoever sold it no longer answers."),
)


@dataclass(frozen=True, slots=True)
class Age:
    """After how many days a kind of fact counts as stale."""

    what: str
    days: str


@dataclass(frozen=True, slots=True)
class State:
    """One status and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """Everything that the page says and counts."""

    page: Page
    site: str
    edition: str
    contents: tuple[Link, ...]
    counts: str
    ages: tuple[Age, ...]
    states: tuple[State, ...]
    blend: str
    address: str
    data_licence: str
    repository: str
    quality: str
    sources: str
    report: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page."""
    anchors = frozenset({"main", *(id_ for id_, _ in SECTIONS)})
    draw = context.draw("pages/about.html")
    yield Output(addresses.file_of(addresses.ABOUT), about_view(context), draw, "the page about the site", anchors)


def about_view(context: Context) -> AboutView:
    """Return what the page shows."""
    shell, site = context.shell, context.catalogue.site
    return AboutView(
        page=shell.page(_head(context)),
        site=site.title,
        edition=long_date(site.edition),
        contents=tuple(Link(text, f"#{id_}") for id_, text in SECTIONS),
        counts=_counts(context),
        ages=_ages(site.stale_after),
        states=tuple(State(word, meaning) for word, meaning in STATUSES),
        blend=blend(),
        address=shell.place.absolute(addresses.HOME),
        data_licence=DATA_LICENCE,
        repository=str(site.repository),
        quality=shell.href(addresses.QUALITY),
        sources=shell.href(addresses.SOURCES),
        report=shell.report_url("Wrong fact"),
    )


def _counts(context: Context) -> str:
    catalogue = context.catalogue
    models, providers = plural(len(catalogue.models), "model"), plural(len(catalogue.providers), "provider")
    offers = plural(sum(len(model.offers) for model in catalogue.models.values()), "offer")
    return f"{models} in {offers} at {providers}, results on {plural(len(catalogue.benchmarks), 'benchmark')}"


def _ages(stale: Stale) -> tuple[Age, ...]:
    return tuple(Age(text, plural(getattr(stale, name), "day")) for text, name in AGES)


def blend() -> str:
    """Say by which mix of tokens two prices are compared."""
    read, written = NUMBERS[INPUT_SHARE], NUMBERS[OUTPUT_SHARE]
    return f"{read} tokens read for {written} written"


def _head(context: Context) -> Head:
    site = context.catalogue.site
    said = (
        f"How {site.title} works: what a source mark, a dispute, an age and a status mean, and how prices are compared."
    )
    absolute = context.shell.place.absolute
    dataset: dict[str, object] = {
        "@type": "Dataset",
        "@id": f"{absolute(addresses.HOME)}#data",
        "name": f"{site.title}: models, offers, prices and results",
        "description": f"{_counts(context)}; every fact with its source and the day it was checked. Edition of "
        f"{long_date(site.edition)}.",
        "url": absolute(addresses.HOME),
        "license": DATA_LICENCE,
        "creator": {"@type": "Organization", "name": site.title, "url": absolute(addresses.HOME)},
        "version": str(site.edition),
    }
    return Head(
        url=addresses.ABOUT,
        title="How it works",
        description=description(said, "Licences, and how to cite and correct it."),
        nodes=(dataset,),
    )
