"""The pages of the models table: a hundred rows each, in its own order and sorted by each column without script."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.assets import named
from almanac.outputs.context import Context
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.freshness import last_checked
from almanac.outputs.models.data import tables
from almanac.outputs.models.filters import Filters, filters
from almanac.outputs.models.orders import BY_NAME, ORDERS, Order, in_order
from almanac.outputs.models.rows import COLUMNS, Row, rows
from almanac.outputs.output import Output
from almanac.outputs.paging import ROWS, Pager, pager_of
from almanac.outputs.shell import Head, Page
from almanac.outputs.values import plural
from almanac.render.jsonfile import json_file

ORIGIN = "the program"
SCRIPTS = ("cells", "rows", "table")
"""The script of the table, what it imports first, so that a browser need not find that out one by one."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One column head: its text, classes and name, where it sorts (empty: nowhere) and how it is sorted now."""

    text: str
    css: str
    name: str
    href: str
    sort: str


@dataclass(frozen=True, slots=True)
class TableView:
    """One page of the table. Only its first page has filters; the others lead there as `whole`."""

    page: Page
    count: str
    order: str
    heads: tuple[HeadCell, ...]
    rows: tuple[Row, ...]
    pager: Pager | None
    filters: Filters | None
    whole: str
    checked: str
    """When all prices were last checked, and how long ago."""
    sources: tuple[SourceLine, ...]


SORTED_ROWS = 80
"""The rows of a page of one of the table's sorted copies."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All models in one order, whether this is the table itself or a sorted copy, and how old its prices are."""

    order: Order
    models: list[ModelEntry]
    is_table: bool
    checked: str

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return max(1, -(-len(self.models) // self.size))

    @property
    def size(self) -> int:
        """How many rows stand on a page: a sorted copy has a column more, and a page keeps under 3,000 elements."""
        return ROWS if self.is_table else SORTED_ROWS

    def url(self, number: int) -> str:
        """Return the URL of one of its pages."""
        if self.is_table:
            return addresses.page_of(addresses.MODELS, number)
        return addresses.sorted_models(self.order.name, number)


def outputs(context: Context) -> Iterator[Output]:
    """Yield the rows as data, the pages of the table in every order, and the Markdown twins of the table itself."""
    draw, twin = context.draw("pages/models.html"), context.draw("text/models.md")
    data = [(named(name, "json", content), content) for name, content in _data(context)]
    for path, content in data:
        yield Output(path, content, bytes, ORIGIN)
    href = context.shell.href
    models, offers = (href(f"/{path}") for path, _ in data)
    everything = (offer for model in context.catalogue.models.values() for offer in model.offers.values())
    checked = last_checked(everything, context.catalogue.today)
    asked = filters(context, models=models, offers=offers, compare=href(addresses.COMPARE))
    for order in ORDERS:
        listing = Listing(order, in_order(context, order), is_table=order is ORDERS[0], checked=checked)
        for number in range(1, listing.pages + 1):
            first = listing.is_table and number == 1
            view, file = _view(context, listing, number, asked if first else None), _file(listing, number)
            yield Output(file, view, draw, ORIGIN)
            if listing.is_table:
                yield Output(addresses.twin_of(file), view, twin, ORIGIN)


def _data(context: Context) -> Iterator[tuple[str, bytes]]:
    models, offers = tables(context)
    yield "models", json_file(models)
    yield "offers", json_file(offers)


def _file(listing: Listing, number: int) -> str:
    return addresses.file_of(listing.url(number))


def _view(context: Context, listing: Listing, number: int, asked: Filters | None) -> TableView:
    marks, order = context.marks(), listing.order
    return TableView(
        page=context.shell.page(_head(listing, number)),
        count=plural(len(listing.models), "model"),
        order=order.said,
        heads=tuple(_heads(context, order)),
        rows=rows(context, listing.models[(number - 1) * listing.size : number * listing.size], marks),
        pager=pager_of(context, listing.url, number=number, count=listing.pages),
        filters=asked,
        whole=context.shell.href(addresses.MODELS),
        checked=listing.checked,
        sources=marks.lines(),
    )


def _head(listing: Listing, number: int) -> Head:
    part, order = f", page {number}" if number > 1 else "", listing.order
    title = f"All models compared{part}" if listing.is_table else f"All models {order.title}{part}"
    first = listing.is_table and number == 1
    return Head(
        url=listing.url(number),
        title=title,
        description=f"{len(listing.models):,} AI models, {order.said}{part}: "
        "price in and out, context, longest output, "
        f"what they read and when they came{'' if listing.is_table else '. One column decides the order'}.",
        section=addresses.MODELS,
        crumbs=() if first else (("Models", addresses.MODELS),),
        twin=listing.is_table,
        scripts=SCRIPTS if first else (),
    )


def _heads(context: Context, order: Order) -> Iterator[HeadCell]:
    for text, css, name in COLUMNS:
        href = context.shell.href(addresses.sorted_models(name, 1)) if name in BY_NAME else ""
        sort = ("descending" if order.descends else "ascending") if name == order.name else ""
        yield HeadCell(text, css, name, href, sort)
