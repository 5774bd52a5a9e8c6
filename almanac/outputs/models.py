"""The models table: all models, a hundred rows a page, and the same sorted by each column for those without script."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from almanac import addresses
from almanac.catalogue.catalogue import Amount, ModelEntry, OfferEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks, SourceLine
from almanac.outputs.output import Output
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import column, modalities, plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, month_date, sort_key
from almanac.units.tokens import thousands

PAGE = 100
"""Rows a page; a longer table blocks a phone."""
ORIGIN = "the program"
Key = tuple[bool, object]


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort the table: its name in the URL, what the page says of it, and the key; unknown comes last."""

    name: str
    said: str
    title: str
    key: Callable[[ModelEntry], Any]


def priced_offer(model: ModelEntry) -> OfferEntry | None:
    """Return the offer whose price stands in the row: the lab's own if paid, else the cheapest, else the first."""
    key = (
        model.own if model.own and model.offers[model.own].is_paid else model.cheapest or next(iter(model.offers), None)
    )
    return model.offers[key] if key else None


def _amount(model: ModelEntry, side: str) -> Decimal | None:
    offer = priced_offer(model)
    value = getattr(offer, side) if offer else None
    return value if isinstance(value, Decimal) else None


def _released(model: ModelEntry) -> tuple[int, ...] | None:
    when = model.record.lifecycle.released
    return tuple(-part for part in sort_key(when)) if isinstance(when, Day) else None


def _most(value: int | None) -> int | None:
    return None if value is None else -value


ORDERS = (
    Order("input", "cheapest input first", "by input price", lambda model: _amount(model, "input")),
    Order("name", "by name", "by name", lambda model: model.record.name.casefold()),
    Order("lab", "by lab", "by lab", lambda model: model.lab),
    Order("output", "cheapest output first", "by output price", lambda model: _amount(model, "output")),
    Order(
        "cached",
        "cheapest cached input first",
        "by cached input price",
        lambda model: _amount(model, "cache_read"),
    ),
    Order(
        "context",
        "longest context first",
        "by context window",
        lambda model: _most(model.record.limits.context),
    ),
    Order(
        "longest-output",
        "longest output first",
        "by longest output",
        lambda model: _most(model.record.limits.max_output),
    ),
    Order("released", "newest first", "by release", _released),
)
"""The first is the order of `/models/` itself; each also answers at `/models/by-<name>/`."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One column head: its text, its classes, where it sorts (empty: not sortable) and how it is sorted now."""

    text: str
    css: str
    href: str
    sort: str


@dataclass(frozen=True, slots=True)
class Row:
    """One model's row."""

    name: str
    href: str
    lab: str
    input: Cell
    output: Cell
    cached: Cell
    at: Cell
    context: Cell
    max_output: Cell
    reads: str
    reasons: str
    weights: str
    status: str
    released: Cell
    mark: Cell


@dataclass(frozen=True, slots=True)
class TableView:
    """One page of the table."""

    page: Page
    found: str
    heads: tuple[HeadCell, ...]
    rows: tuple[Row, ...]
    pages: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the table in every order, and the Markdown twin of the first."""
    draw, twin = context.draw("pages/models.html"), context.draw("text/models.md")
    for order in ORDERS:
        views = list(_views(context, order))
        for number, view in enumerate(views, 1):
            yield Output(addresses.file_of(sorted_url(order, number)), view, draw, ORIGIN)
            if order is ORDERS[0]:
                url = addresses.page_of(addresses.MODELS, number)
                own = _view(context, order, number=number, url=url)
                yield Output(addresses.file_of(url), own, draw, ORIGIN)
                yield Output(addresses.twin_of(addresses.file_of(url)), own, twin, ORIGIN)


def sorted_url(order: Order, number: int) -> str:
    """Return the URL of one page of one order."""
    return f"{addresses.MODELS}by-{order.name}{f'-{number}' if number > 1 else ''}/"


def _views(context: Context, order: Order) -> Iterator[TableView]:
    pages = max(1, -(-len(context.catalogue.models) // PAGE))
    for number in range(1, pages + 1):
        yield _view(context, order, number=number, url=sorted_url(order, number))


def in_order(context: Context, order: Order) -> list[ModelEntry]:
    """Return all models sorted, those without the value last and by name."""
    models = sorted(context.catalogue.models.values(), key=lambda model: (model.record.name.casefold(), model.id))
    known = [model for model in models if order.key(model) is not None]
    return sorted(known, key=order.key) + [model for model in models if order.key(model) is None]


def _view(context: Context, order: Order, *, number: int, url: str) -> TableView:
    models = in_order(context, order)
    shown = models[(number - 1) * PAGE : number * PAGE]
    marks = context.marks()
    own = url.startswith((addresses.MODELS + "page-",)) or url == addresses.MODELS
    return TableView(
        page=context.shell.page(_head(context, order, number, url)),
        found=f"{plural(len(models), 'model')}, {order.said}, not stated last. Dollars per million tokens.",
        heads=tuple(_heads(context, order)),
        rows=_rows(context, shown, marks),
        pages=_pages(context, order, number=number, own=own),
        sources=marks.lines(),
    )


def _head(context: Context, order: Order, number: int, url: str) -> Head:
    part = f", page {number}" if number > 1 else ""
    default = url == addresses.MODELS or url.startswith(addresses.MODELS + "page-")
    title = f"All models compared{part}" if default else f"All models {order.title}{part}"
    return Head(
        url=url,
        title=title,
        description=f"{len(context.catalogue.models):,} AI models, {order.said}{part}: "
        "price in and out, context, longest output, "
        f"what they read and when they came{'' if default else '. One column decides the order'}.",
        section=addresses.MODELS,
        crumbs=() if default and number == 1 else (("Models", addresses.MODELS),),
        twin=default,
    )


COLUMNS = (
    ("Model", "c-nm", "name"), ("Lab", "c-lab", "lab"), ("Input", "r c-in", "input"), ("Output", "r c-out", "output"),
    ("Cached", "r x2", "cached"), ("Priced at", "x2", ""), ("Context, 1,000s", "r c-ctx", "context"),
    ("Output, 1,000s", "r x3", "longest-output"), ("Reads", "x3", ""), ("Reasons", "x2", ""), ("Weights", "x2", ""),
    ("Status", "x3", ""), ("Released", "c-rel", "released"), ("Source", "r src", ""),
)  # fmt: skip


def _heads(context: Context, order: Order) -> Iterator[HeadCell]:
    by_name = {order.name: order for order in ORDERS}
    for text, css, name in COLUMNS:
        href = context.shell.href(sorted_url(by_name[name], 1)) if name else ""
        descending = name in {"context", "longest-output", "released"}
        sort = ("descending" if descending else "ascending") if name == order.name else ""
        yield HeadCell(text, css, href, sort)


def _rows(context: Context, models: list[ModelEntry], marks: Marks) -> tuple[Row, ...]:
    offers = [priced_offer(model) for model in models]

    def side(name: str) -> list[Amount | None]:
        return [getattr(offer, name) if offer else None for offer in offers]

    prices = zip(column(side("input")), column(side("output")), column(side("cache_read")), strict=True)
    return tuple(_row(context, model, money, marks) for model, money in zip(models, prices, strict=True))


def _row(context: Context, model: ModelEntry, money: tuple[Cell, Cell, Cell], marks: Marks) -> Row:
    offer, record, href = priced_offer(model), model.record, context.shell.href
    limits = record.limits
    return Row(
        name=record.name,
        href=href(addresses.model(model.id)),
        lab=context.lab_name(model.lab),
        input=money[0],
        output=money[1],
        cached=money[2],
        at=cells.plain(context.provider_name(offer.provider)) if offer else cells.gap("nobody"),
        context=cells.number(thousands(limits.context)) if limits.context else cells.gap(),
        max_output=cells.number(thousands(limits.max_output)) if limits.max_output else cells.gap(),
        reads=modalities(record.modalities.input) or "–",
        reasons={True: "yes", False: "no", None: "–"}[model.capabilities.reasoning],
        weights={True: "open", False: "closed", None: "–"}[record.weights.open if record.weights else None],
        status=model.status.word,
        released=_release(record.lifecycle.released),
        mark=marks.mark(offer.facts["price"].proof if "price" in offer.facts else offer.facts["model_id"].proof)
        if offer
        else cells.EMPTY,
    )


def _release(when: Day | str) -> Cell:
    return cells.number(month_date(when)) if isinstance(when, Day) else cells.gap("unknown")


def _pages(context: Context, order: Order, *, number: int, own: bool) -> tuple[Link, ...]:
    count = -(-len(context.catalogue.models) // PAGE)
    if count <= 1:
        return ()

    def url(page: int) -> str:
        return addresses.page_of(addresses.MODELS, page) if own else sorted_url(order, page)

    return tuple(Link(str(page), context.shell.href(url(page)), page == number) for page in range(1, count + 1))
