"""The index of providers: by kind, each with how many models and offers it has."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ProviderEntry
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.shell import Head, Page
from almanac.outputs.twins import TextIndex, TextTable, index_twin, row, text_link
from almanac.outputs.values import plural
from almanac.records.provider import KINDS

TITLES = {
    "lab": ("Labs", "They sell the models that they made."),
    "cloud": ("Clouds", "They sell models beside their other services, often with dates and regions of their own."),
    "host": ("Hosts", "They run models whose weights are open."),
    "router": ("Routers", "They pass each request on to one of several providers."),
    "plan": ("Plans", "They include models in a subscription, so a price for each token is seldom stated."),
    "local": ("Local programs", "They run open weights on a machine of your own."),
}
STYLES = {"openai": "OpenAI’s", "anthropic": "Anthropic’s", "google": "Google’s", "own": "its own"}
LEAD = "A provider sells access to models. What it asks, and until when, stands with each of its offers."


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One provider in the index."""

    name: str
    href: str
    models: str
    offers: str
    living: str
    style: str


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The providers of one kind, or those of them that stand on this page."""

    id: str
    title: str
    about: str
    rows: tuple[ProviderRow, ...]


@dataclass(frozen=True, slots=True)
class ProvidersView:
    """One page of the index."""

    page: Page
    title: str
    lead: str
    groups: tuple[KindGroup, ...]
    pager: Pager | None


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the index, and its twin."""
    draw = context.draw("pages/providers.html")
    groups = by_kind(context)
    pages = chunks(groups)
    for number, page in enumerate(pages, 1):
        url = addresses.page_of(addresses.PROVIDERS, number)
        view = ProvidersView(
            page=context.shell.page(_head(context, url, number)),
            title=f"{plural(len(context.catalogue.providers), 'provider')} that sell access",
            lead=LEAD,
            groups=tuple(_group(context, kind, entries) for kind, entries in page),
            pager=pager(context, addresses.PROVIDERS, number=number, count=len(pages)),
        )
        anchors = frozenset({"main", *(group.id for group in view.groups)})
        yield Output(addresses.file_of(url), view, draw, "the index of providers", anchors)
    yield index_twin(context, addresses.PROVIDERS, _text(context, groups))


def by_kind(context: Context) -> list[tuple[str, list[ProviderEntry]]]:
    """Return the providers of each kind by name, the kinds in the order of the record format."""
    named = sorted(context.catalogue.providers.values(), key=lambda entry: (entry.record.name.casefold(), entry.id))
    found = [(kind, [entry for entry in named if entry.record.kind == kind]) for kind in KINDS]
    return [(kind, entries) for kind, entries in found if entries]


def _group(context: Context, kind: str, entries: tuple[ProviderEntry, ...]) -> KindGroup:
    title, about = TITLES[kind]
    return KindGroup(kind, title, about, tuple(_row(context, entry) for entry in entries))


def _row(context: Context, entry: ProviderEntry) -> ProviderRow:
    api = entry.record.api
    return ProviderRow(
        name=entry.record.name,
        href=context.shell.href(addresses.provider(entry.id)),
        models=f"{len({model for model, _ in entry.offers}):,}",
        offers=f"{len(entry.offers):,}",
        living=f"{living(context, entry):,}",
        style=STYLES[api.style] if api else "not stated",
    )


def living(context: Context, entry: ProviderEntry) -> int:
    """Count the provider's offers that are not retired."""
    models = context.catalogue.models
    return sum(models[model].offers[key].status.word != "retired" for model, key in entry.offers)


def _head(context: Context, url: str, number: int) -> Head:
    count = plural(len(context.catalogue.providers), "provider")
    return Head(
        url=url,
        title=numbered("Providers of AI models", number),
        description=description(
            numbered(f"{count} of AI models by kind", number)
            + ": labs, clouds, hosts, routers, plans, local programs.",
            "How many models and offers each has, and in whose style it is called.",
        ),
        section=addresses.PROVIDERS,
        twin=number == 1,
    )


def _text(context: Context, groups: list[tuple[str, list[ProviderEntry]]]) -> TextIndex:
    return TextIndex("Providers", LEAD, tuple(_table(context, kind, entries) for kind, entries in groups))


def _table(context: Context, kind: str, entries: list[ProviderEntry]) -> TextTable:
    rows = []
    for entry in entries:
        shown = _row(context, entry)
        link = text_link(context, shown.name, addresses.provider(entry.id))
        rows.append(row((link, shown.models, shown.offers, shown.living, shown.style)))
    return TextTable(TITLES[kind][0], ("Provider", "Models", "Offers", "Not retired", "API style"), tuple(rows))
