"""The page of one provider: what it is, how it is called, what it does with data, and everything it sells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry, Proof, ProviderEntry
from almanac.catalogue.quality import doubts_by_provider
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import Marks, SourceLine
from almanac.outputs.model.figures import Figure
from almanac.outputs.model.freshness import last_checked
from almanac.outputs.model.offers import standing
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.output import Output
from almanac.outputs.paging import ROWS, Pager, chunks, numbered, pager
from almanac.outputs.prose import OUTSIDE, prose
from almanac.outputs.providers.index import STYLES, living
from almanac.outputs.retirements import ENDS, EndRow, end_rows, ends_at
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import column, listed, plural, tokens
from almanac.records.provider import Api, Data
from almanac.render import cells
from almanac.render.cells import Cell

KIND_TEXT = {
    "lab": "Provider, a lab", "cloud": "Provider, a cloud", "host": "Provider, a host", "router": "Provider, a router",
    "plan": "Provider, a subscription plan", "local": "Provider, a local program",
}  # fmt: skip
KIND_LEAD = {
    "lab": "It sells the models that it made.",
    "cloud": "It sells models beside its other services, often with dates and regions of its own.",
    "host": "It runs models whose weights are open.",
    "router": "It passes each request on to one of several providers.",
    "plan": "It includes models in a subscription, so a price for each token is seldom stated.",
    "local": "It runs open weights on a machine of your own.",
}
"""What a provider of each kind does, where no record says more of it."""
TRAINS = {"no": "no", "yes": "yes", "opt-out": "unless you opt out"}


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer of the provider."""

    model: str
    href: str
    id: str
    input: Cell
    output: Cell
    cached: Cell
    context: Cell
    status: str
    mark: Cell
    retired: bool


@dataclass(frozen=True, slots=True)
class ApiLine:
    """One fact on how the provider is called."""

    name: str
    value: Cell


@dataclass(frozen=True, slots=True)
class ProviderView:
    """One page of a provider; what it is and how it is called stand on the first."""

    page: Page
    name: str
    kind: str
    lead: Cell
    links: tuple[Cell, ...]
    lab: Link | None
    figures: tuple[Figure, ...]
    rows: tuple[OfferRow, ...]
    count: str
    pager: Pager | None
    ends: tuple[EndRow, ...]
    """What ends here from today on, soonest first."""
    api: tuple[ApiLine, ...]
    data: tuple[ApiLine, ...]
    data_mark: Cell
    sources: tuple[SourceLine, ...]
    edit: str
    report: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of every provider."""
    draw, doubts = context.draw("pages/provider.html"), doubts_by_provider(context.catalogue.quality)
    for entry in context.catalogue.providers.values():
        for number, view in enumerate(provider_views(context, entry, doubts=doubts[entry.id]), 1):
            url = addresses.page_of(addresses.provider(entry.id), number)
            anchors = frozenset({"main", "offers", "sources", *([ENDS] if view.ends else [])})
            yield Output(addresses.file_of(url), view, draw, f"providers/{entry.id}.yaml", anchors)


def provider_views(context: Context, entry: ProviderEntry, *, doubts: int = 0) -> Iterator[ProviderView]:
    """Yield what each page of a provider shows; `doubts` counts the facts about its offers that are in doubt."""
    offers = [context.catalogue.models[model].offers[key] for model, key in entry.offers]
    pages = chunks([("", offers)])
    for number, page in enumerate(pages, 1):
        shown = [offer for _, found in page for offer in found]
        view = _view(context, entry, shown, (number, len(pages)))
        yield replace(view, links=(*view.links, _doubts(context, entry, doubts))) if doubts else view


def _doubts(context: Context, entry: ProviderEntry, count: int) -> Cell:
    return cells.link(f"In doubt ({count:,})", context.shell.href(addresses.quality("providers", entry.id)))


def _view(context: Context, entry: ProviderEntry, offers: list[OfferEntry], at: tuple[int, int]) -> ProviderView:
    marks, record, href = context.marks(), entry.record, context.shell.href
    number, count = at
    first = number == 1
    ending = ends_at(context, entry.id)[:ROWS] if first else ()
    data_mark = _data_mark(marks, entry.data_proof) if first else cells.EMPTY
    return ProviderView(
        page=context.shell.page(_head(context, entry, number)),
        name=record.name,
        kind=KIND_TEXT[record.kind],
        lead=prose(context, record.notes or KIND_LEAD[record.kind]) if first else cells.EMPTY,
        links=(*_links(entry), *([cells.link(f"What ends here ({len(ending):,})", f"#{ENDS}")] if ending else [])),
        lab=Link(context.lab_name(entry.lab), href(addresses.lab(entry.lab))) if entry.lab else None,
        figures=_figures(context, entry) if first else (),
        rows=_rows(context, offers, marks),
        count=f"{plural(len(entry.offers), 'offer')}. {_checked(context, entry)}".strip(),
        pager=pager(context, addresses.provider(entry.id), number=number, count=count),
        ends=end_rows(context, ending, marks),
        api=_api(record.api) if first else (),
        data=_data(record.data) if first else (),
        data_mark=data_mark,
        sources=marks.lines(),
        edit=context.shell.edit_url(f"providers/{entry.id}.yaml"),
        report=context.shell.report_url(f"providers/{entry.id}"),
    )


def _checked(context: Context, entry: ProviderEntry) -> str:
    """Say how old the prices of all its offers are."""
    offers = [context.catalogue.models[model].offers[key] for model, key in entry.offers]
    return last_checked(offers, context.catalogue.today) if offers else ""


def _links(entry: ProviderEntry) -> tuple[Cell, ...]:
    record = entry.record
    stated = (("Website", record.url), ("Prices", record.pricing_url), ("Documentation", record.docs_url))
    return tuple(cells.link(text, href, rel=OUTSIDE) for text, href in stated if href)


def _figures(context: Context, entry: ProviderEntry) -> tuple[Figure, ...]:
    models, record = context.catalogue.models, entry.record
    sold = {model for model, _ in entry.offers}
    paid = sum(models[model].offers[key].is_paid for model, key in entry.offers)
    cheapest = sum(models[model].cheapest == key for model, key in entry.offers)
    left = living(context, entry)
    return (
        Figure("Models", cells.plain(f"{len(sold):,}"), f"By {plural(len({models[id_].lab for id_ in sold}), 'lab')}."),
        Figure(
            "Offers", cells.plain(f"{len(entry.offers):,}"), f"{left:,} not retired, {paid:,} with a price in dollars."
        ),
        Figure("Cheapest paid offer of", cells.plain(plural(cheapest, "model")), "Of those that it sells."),
        Figure(
            "API in the style of", cells.plain(STYLES[record.api.style]) if record.api else cells.word("not stated"), ""
        ),
    )


def _rows(context: Context, offers: list[OfferEntry], marks: Marks) -> tuple[OfferRow, ...]:
    prices = zip(
        column([offer.input for offer in offers]),
        column([offer.output for offer in offers]),
        column([offer.cache_read for offer in offers]),
        strict=True,
    )
    return tuple(_row(context, offer, marks, cells_) for offer, cells_ in zip(offers, prices, strict=True))


def _row(context: Context, offer: OfferEntry, marks: Marks, prices: tuple[Cell, Cell, Cell]) -> OfferRow:
    name = context.catalogue.models[offer.model_id].record.name
    variant = f", {offer.variant.replace('.', ' ')}" if offer.variant else ""
    return OfferRow(
        model=f"{name}{variant}",
        href=context.shell.href(addresses.offer(offer.model_id, offer.key)),
        id=offer.record.model_id,
        input=prices[0],
        output=prices[1],
        cached=prices[2],
        context=tokens(offer.limits.context),
        status=standing(offer) or offer.status.word,
        mark=price_mark(marks, offer),
        retired=offer.status.word == "retired",
    )


def _api(api: Api | None) -> tuple[ApiLine, ...]:
    if api is None:
        return ()
    others = [name for name in api.env if name != api.key]
    stated = (
        ("Style", cells.plain(STYLES[api.style])),
        ("Base URL", cells.code(api.base_url) if api.base_url else cells.word("not stated")),
        ("Key, from the environment", cells.code(api.key) if api.key else cells.word("not stated")),
        ("Other variables", cells.join((cells.code(name) for name in others), ", ")),
    )
    return tuple(ApiLine(name, value) for name, value in stated if value)


def _data(data: Data | None) -> tuple[ApiLine, ...]:
    if data is None:
        return ()
    stated = (
        ("Trains on what customers send", TRAINS[data.trains] if data.trains else ""),
        ("Keeps it", data.retention or ""),
        ("Regions", listed(data.regions)),
    )
    return tuple(ApiLine(name, cells.plain(text) if text else cells.word("not stated")) for name, text in stated)


def _data_mark(marks: Marks, proof: Proof | None) -> Cell:
    return cells.join((marks.mark(proof), marks.doubt(proof))) if proof else cells.EMPTY


def _head(context: Context, entry: ProviderEntry, number: int) -> Head:
    name, url = entry.record.name, addresses.provider(entry.id)
    place = context.shell.place.absolute(url)
    sold = plural(len(entry.offers), "offer")
    return Head(
        url=addresses.page_of(url, number),
        title=numbered(f"{name} as a provider: prices and limits", number),
        description=description(
            numbered(f"{sold} at {name}", number) + ": price in and out, context window and status of each.",
            "How it is called, and what it does with what you send, each with its source.",
        ),
        section=addresses.PROVIDERS,
        crumbs=(("Providers", addresses.PROVIDERS),),
        nodes=({"@type": "Organization", "@id": f"{place}#provider", "name": name, "url": entry.record.url},),
    )
