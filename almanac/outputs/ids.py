"""Ids: the register of what every provider's id, snapshot, alias and moved id stands for, five hundred a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry, ProviderEntry
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural

ROWS = 500
"""The most ids of one page (spec/site.md section 2)."""
PROVIDERS, NAMES = "Ids at each provider", "Snapshots, aliases and moved ids"
KINDS = {"snapshot": "snapshot", "alias": "alias", "moved": "moved id"}


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """One provider with how many ids it has."""

    provider: Link
    count: str


@dataclass(frozen=True, slots=True)
class IdRow:
    """One id, what kind of id it is or what state its offer is in, and its model."""

    id: str
    kind: str
    model: Link


@dataclass(frozen=True, slots=True)
class IdsView:
    """One page of the register's front: the field, which needs script, the providers and the other names."""

    page: Page
    title: str
    count: str
    data: str
    providers: tuple[ProviderLine, ...]
    names: tuple[IdRow, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class ProviderIdsView:
    """One page of the ids of one provider."""

    page: Page
    provider: Link
    register: str
    count: str
    rows: tuple[IdRow, ...]
    pager: Pager | None


def outputs(context: Context) -> Iterator[Output]:
    """Yield the front of the register and the pages of every provider that sells something."""
    providers = [entry for entry in context.catalogue.providers.values() if entry.offers]
    yield from _front(context, providers)
    draw = context.draw("pages/provider-ids.html")
    for entry in providers:
        pages = chunks([("", _offers(context, entry))], size=ROWS)
        for number in range(1, len(pages) + 1):
            url = addresses.page_of(addresses.ids_of(entry.id), number)
            offers = pages[number - 1][0][1]
            view = _provider_view(context, entry, offers, pages=(number, len(pages)))
            yield Output(addresses.file_of(url), view, draw, f"providers/{entry.id}.yaml")


def _front(context: Context, providers: list[ProviderEntry]) -> Iterator[Output]:
    draw = context.draw("pages/ids.html")
    lines = sorted((_line(context, entry) for entry in providers), key=lambda line: line.provider.text.casefold())
    groups: list[tuple[str, list[ProviderLine] | list[IdRow]]] = [(PROVIDERS, lines), (NAMES, list(_names(context)))]
    pages = chunks(groups, size=ROWS)
    count = sum(len(entry.offers) for entry in providers)
    said = f"{plural(count, 'id')} at {plural(len(providers), 'provider')}"
    for number, page in enumerate(pages, 1):
        url = addresses.page_of(addresses.IDS, number)
        shown = dict(page)
        view = IdsView(
            page=context.shell.page(_front_head(url, said, number)),
            title=numbered("Which model is this id?", number),
            count=said,
            data=context.shell.href(f"{addresses.API}ids.json"),
            providers=tuple(line for line in shown.get(PROVIDERS, ()) if isinstance(line, ProviderLine)),
            names=tuple(row for row in shown.get(NAMES, ()) if isinstance(row, IdRow)),
            pager=pager(context, addresses.IDS, number=number, count=len(pages)),
        )
        yield Output(addresses.file_of(url), view, draw, "the register of ids")


def _front_head(url: str, said: str, number: int) -> Head:
    return Head(
        url=url,
        title=numbered("Which model is this id?", number),
        description=description(
            numbered(f"{said}, each with the model that it calls", number) + ".",
            "Snapshots, aliases and moved ids too, also as JSON.",
        ),
        scripts=("ids",) if number == 1 else (),
    )


def _line(context: Context, entry: ProviderEntry) -> ProviderLine:
    href = context.shell.href(addresses.ids_of(entry.id))
    return ProviderLine(Link(entry.record.name, href), f"{len(entry.offers):,}")


def _names(context: Context) -> Iterator[IdRow]:
    """Yield every other name by which a model is known, by lab."""
    catalogue = context.catalogue
    kinds = {
        **{
            f"{model.lab}/{name.id}": "snapshot"
            for model in catalogue.models.values()
            for name in model.record.ids.snapshots
        },
        **{
            f"{model.lab}/{name.id}": "alias"
            for model in catalogue.models.values()
            for name in model.record.ids.aliases
        },
    }
    for name, target in catalogue.other_names.items():
        yield IdRow(name, KINDS[kinds.get(name, "moved")], _model(context, target))


def _offers(context: Context, entry: ProviderEntry) -> list[OfferEntry]:
    found = [context.catalogue.models[model_id].offers[key] for model_id, key in entry.offers]
    return sorted(found, key=lambda offer: (offer.record.model_id.casefold(), offer.record.model_id, offer.key))


def _provider_view(
    context: Context, entry: ProviderEntry, offers: tuple[OfferEntry, ...], *, pages: tuple[int, int]
) -> ProviderIdsView:
    number, count = pages
    url, name = addresses.ids_of(entry.id), entry.record.name
    said = f"{plural(len(entry.offers), 'id')}, each with the model that it calls"
    head = Head(
        url=addresses.page_of(url, number),
        title=numbered(f"Model ids at {name}", number),
        description=description(numbered(f"The model ids of {name}: {said}", number) + "."),
        section=addresses.PROVIDERS,
        crumbs=(("Ids", addresses.IDS),),
    )
    return ProviderIdsView(
        page=context.shell.page(head),
        provider=Link(name, context.shell.href(addresses.provider(entry.id))),
        register=context.shell.href(addresses.IDS),
        count=said,
        rows=tuple(IdRow(o.record.model_id, o.status.word, _model(context, o.model_id)) for o in offers),
        pager=pager(context, url, number=number, count=count),
    )


def _model(context: Context, model_id: str) -> Link:
    return Link(context.catalogue.models[model_id].record.name, context.shell.href(addresses.model(model_id)))
