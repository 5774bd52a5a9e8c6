"""The models table: all models, a hundred rows a page, and the same sorted by each column for those without script."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from almanac import addresses
from almanac.catalogue.catalogue import Amount, ModelEntry
from almanac.catalogue.offers import reference
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks, SourceLine
from almanac.outputs.modelrows import shown_offer
from almanac.outputs.output import Output
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import column, modalities, plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, month_date, sort_key
from almanac.units.tokens import short_count

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


def _amount(model: ModelEntry, side: str) -> Decimal | None:
    """Read one side of the price by which a model is compared: a dead offer never sorts among the living."""
    offer = reference(model)
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


@dataclass(frozen=True, slots=True)
class Listing:
    """All models in one order, and whether this is the table itself or one of its sorted copies."""

    order: Order
    models: list[ModelEntry]
    is_table: bool

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return max(1, -(-len(self.models) // PAGE))

    def url(self, number: int) -> str:
        """Return the URL of one of its pages."""
        return addresses.page_of(addresses.MODELS, number) if self.is_table else sorted_url(self.order, number)


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the table in every order, and the Markdown twins of the table itself."""
    draw, twin = context.draw("pages/models.html"), context.draw("text/models.md")
    for order in ORDERS:
        models = in_order(context, order)
        for is_table in (True, False) if order is ORDERS[0] else (False,):
            listing = Listing(order, models, is_table)
            for number in range(1, listing.pages + 1):
                view, file = _view(context, listing, number), addresses.file_of(listing.url(number))
                yield Output(file, view, draw, ORIGIN)
                if is_table:
                    yield Output(addresses.twin_of(file), view, twin, ORIGIN)


def sorted_url(order: Order, number: int) -> str:
    """Return the URL of one page of one order."""
    return f"{addresses.MODELS}by-{order.name}{f'-{number}' if number > 1 else ''}/"


def in_order(context: Context, order: Order) -> list[ModelEntry]:
    """Return all models sorted, those without the value last and by name."""
    models = sorted(context.catalogue.models.values(), key=lambda model: (model.record.name.casefold(), model.id))
    keyed = [(order.key(model), model) for model in models]
    known = sorted((pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0])
    return [model for _, model in known] + [model for key, model in keyed if key is None]


def _view(context: Context, listing: Listing, number: int) -> TableView:
    marks, order = context.marks(), listing.order
    return TableView(
        page=context.shell.page(_head(listing, number)),
        found=f"{plural(len(listing.models), 'model')}, {order.said}; words and what nobody states come last. "
        "Dollars per million tokens.",
        heads=tuple(_heads(context, order)),
        rows=_rows(context, listing.models[(number - 1) * PAGE : number * PAGE], marks),
        pages=_pages(context, listing, number),
        sources=marks.lines(),
    )


def _head(listing: Listing, number: int) -> Head:
    part, order = f", page {number}" if number > 1 else "", listing.order
    title = f"All models compared{part}" if listing.is_table else f"All models {order.title}{part}"
    return Head(
        url=listing.url(number),
        title=title,
        description=f"{len(listing.models):,} AI models, {order.said}{part}: "
        "price in and out, context, longest output, "
        f"what they read and when they came{'' if listing.is_table else '. One column decides the order'}.",
        section=addresses.MODELS,
        crumbs=() if listing.is_table and number == 1 else (("Models", addresses.MODELS),),
        twin=listing.is_table,
    )


COLUMNS = (
    ("Model", "c-nm", "name"), ("Lab", "c-lab", "lab"), ("Input", "r c-in", "input"), ("Output", "r c-out", "output"),
    ("Cached", "r x2", "cached"), ("Priced at", "x2", ""), ("Context", "r c-ctx", "context"),
    ("Longest output", "r x3", "longest-output"), ("Reads", "x3", ""), ("Reasons", "x2", ""), ("Weights", "x2", ""),
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
    offers = [shown_offer(model) for model in models]

    def side(name: str) -> list[Amount | None]:
        return [getattr(offer, name) if offer else None for offer in offers]

    prices = zip(column(side("input")), column(side("output")), column(side("cache_read")), strict=True)
    return tuple(_row(context, model, money, marks) for model, money in zip(models, prices, strict=True))


def _row(context: Context, model: ModelEntry, money: tuple[Cell, Cell, Cell], marks: Marks) -> Row:
    offer, record, href = shown_offer(model), model.record, context.shell.href
    limits = record.limits
    return Row(
        name=record.name,
        href=href(addresses.model(model.id)),
        lab=context.lab_name(model.lab),
        input=money[0],
        output=money[1],
        cached=money[2],
        at=cells.plain(context.offer_name(offer)) if offer else cells.gap("nobody"),
        context=cells.number(short_count(limits.context)) if limits.context else cells.gap(),
        max_output=cells.number(short_count(limits.max_output)) if limits.max_output else cells.gap(),
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


def _pages(context: Context, listing: Listing, number: int) -> tuple[Link, ...]:
    if listing.pages == 1:
        return ()
    href = context.shell.href
    return tuple(Link(str(page), href(listing.url(page)), page == number) for page in range(1, listing.pages + 1))
