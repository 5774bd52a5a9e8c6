"""The front page: what the catalogue shows at a glance, what changed lately, and the ways in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, islice

from almanac import addresses
from almanac.catalogue.catalogue import Change, ModelEntry, OfferEntry
from almanac.catalogue.offers import cheapest
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks, SourceLine
from almanac.outputs.news import direction
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.output import Output
from almanac.outputs.plate import Plate, plate
from almanac.outputs.shell import Head, Page
from almanac.outputs.values import column, listed, plural
from almanac.records import Price
from almanac.render.cells import EMPTY, Cell
from almanac.units.dates import long_date, short_date
from almanac.units.money import dollars

MOST_CHANGES = 10
FEWEST_ALIKE, MOST_NAMED = 2, 4
"""So many models make one line of the changes, and so many of them are named in it."""
ENDS = {"retires": "planned for", "ended": "gone since"}
"""What stands before the day of an end."""
MOST_LISTED = 7
LONG_CONTEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: a link, a small remark and a value."""

    text: str
    href: str
    small: str
    value: str
    mark: Cell = EMPTY


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """The changes of one day."""

    day: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One row of the short price table."""

    name: str
    href: str
    input: Cell
    output: Cell
    mark: Cell


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the front page shows."""

    page: Page
    title: str
    lead: str
    plate: Plate | None
    days: tuple[ChangeDay, ...]
    ways: tuple[Item, ...]
    cheap: tuple[PriceRow, ...]
    ending: tuple[Item, ...]
    changes: str
    feed: str
    retirements: str
    sources: tuple[SourceLine, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the front page."""
    yield Output("index.html", home_view(context), context.draw("pages/home.html"), "the program")


def home_view(context: Context) -> HomeView:
    """Return what the front page shows."""
    catalogue, href, marks = context.catalogue, context.shell.href, context.marks()
    site = catalogue.site
    lead = (
        f"{plural(len(catalogue.models), 'model')} at {plural(len(catalogue.providers), 'provider')}. "
        "Where sources disagree, the page "
        "says so and shows each claim; where nobody says, it says “not stated”."
    )
    return HomeView(
        page=context.shell.page(
            Head(
                url=addresses.HOME,
                title=f"{site.title}: what AI models cost, hold and score",
                description="Prices, limits, benchmarks and retirement dates of "
                f"{plural(len(catalogue.models), 'AI model')}, each with its source and the day it was checked.",
                nodes=(_dataset(context),),
            )
        ),
        title="What AI models cost, hold and score, with the source of every figure",
        lead=lead,
        plate=plate(context, marks),
        days=changed_days(context),
        ways=_ways(context),
        cheap=_cheap(context, marks),
        ending=_ending(context, marks),
        changes=href(addresses.CHANGES),
        feed=href("/feed.xml"),
        retirements=href(addresses.RETIREMENTS),
        sources=marks.lines(),
    )


def _dataset(context: Context) -> dict[str, object]:
    site = context.catalogue.site
    return {
        "@type": "Dataset",
        "name": f"{site.title}, edition of {long_date(site.edition)}",
        "description": site.description
        or "Prices, limits, benchmark results and dates of AI models, each with its source and rival claims.",
        "url": context.shell.place.absolute(addresses.HOME),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "creator": {"@type": "Organization", "name": site.title},
        "dateModified": str(site.edition),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": context.shell.place.absolute(f"/api/v1/{name}"),
                "encodingFormat": encoding,
            }
            for name, encoding in (("offers.csv", "text/csv"), ("models.json", "application/json"))
        ],
    }


def changed_days(context: Context) -> tuple[ChangeDay, ...]:
    """Return the latest changes of the catalogue, by day, the latest first."""
    past = (change for change in context.catalogue.changes if change.kind != "result")
    told = islice(_together(context, past), MOST_CHANGES)
    return tuple(
        ChangeDay(long_date(day), tuple(_told(context, alike) for alike in items))
        for day, items in groupby(told, key=lambda alike: alike[0].on)
    )


def _together(context: Context, changes: Iterable[Change]) -> Iterator[tuple[Change, ...]]:
    """Yield changes in their order, each in a tuple; what befell many models alike at one seller stands in one."""
    for _, found in groupby(changes, key=lambda change: change.on):
        kinds: dict[tuple[str, ...], list[Change]] = {}
        for number, change in enumerate(found):
            is_price = change.kind == "price"
            key = (f"{number}",) if is_price else (change.kind, _seller(context, change), change.source)
            kinds.setdefault(key, []).append(change)
        for alike in kinds.values():
            if len({change.model_id for change in alike}) >= FEWEST_ALIKE:
                yield tuple(alike)
            else:
                yield from ((change,) for change in alike)


def _seller(context: Context, change: Change) -> str:
    """Say at whom it happened: "at Azure", "by OpenAI"."""
    model = context.catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    return f"at {context.provider_name(offer.provider)}" if offer else f"by {context.lab_name(model.lab)}"


def _told(context: Context, alike: tuple[Change, ...]) -> Item:
    """Return the line of one change, or of several that are told at once."""
    change, models, href = alike[0], context.catalogue.models, context.shell.href
    source = context.catalogue.sources.get(change.source)
    says = f"says {source.title.partition(',')[0]}" if source else ""
    if len(alike) == 1:
        model = models[change.model_id]
        offer = model.offers.get(change.offer)
        url = addresses.offer(model.id, offer.key) if offer else addresses.model(model.id)
        name = f"{model.record.name}{f' at {context.offer_name(offer)}' if offer else ''}"
        small = "; ".join(filter(None, (_terms(change), says)))
        return Item(name, href(url), small, direction(change))
    names = list(dict.fromkeys(models[one.model_id].record.name for one in alike))
    more = [f"{len(names) - MOST_NAMED:,} more"] if len(names) > MOST_NAMED else []
    small = "; ".join(filter(None, (listed([*names[:MOST_NAMED], *more]), _terms(change), says)))
    text = f"{plural(len(names), 'model')} {_seller(context, change)}"
    return Item(text, href(addresses.CHANGES), small, direction(change).replace("was ", "were "))


def _terms(change: Change) -> str:
    """Say from which price to which: "$3.00 → $2.00 in, $15.00 → $10.00 out per 1M tokens"; of an end, the day."""
    if change.kind in ENDS:
        return f"{ENDS[change.kind]} {long_date(change.on)}"
    said = []
    for side, name in (("input", "in"), ("output", "out")):
        before, after = _side(change.before, side), _side(change.after, side)
        if before or after:
            said.append(
                f"{before} → {after} {name}" if before and after and before != after else f"{after or before} {name}"
            )
    return f"{', '.join(said)} per 1M tokens" if said else ""


def _side(price: Price | str | None, side: str) -> str:
    value = getattr(price, side) if isinstance(price, Price) else None
    return f"${dollars(value)}" if isinstance(value, Decimal) else ""


def _ways(context: Context) -> tuple[Item, ...]:
    catalogue, href = context.catalogue, context.shell.href
    counted = (
        ("All models", addresses.MODELS, f"{len(catalogue.models):,}"),
        ("Labs", addresses.LABS, f"{len(catalogue.labs):,}"),
        ("Providers", addresses.PROVIDERS, f"{len(catalogue.providers):,}"),
        ("Benchmarks", addresses.BENCHMARKS, f"{len(catalogue.benchmarks):,}"),
        ("Leaderboards", addresses.LEADERBOARDS, "with recipes"),
        ("Guides", addresses.GUIDES, "with citations"),
        ("Sources", addresses.SOURCES, f"{len(catalogue.sources):,}"),
        ("What we doubt", addresses.QUALITY, f"{len(catalogue.quality.disputed):,} disputed"),
    )
    return tuple(Item(text, href(url), "", value) for text, url, value in counted)


def _cheap(context: Context, marks: Marks) -> tuple[PriceRow, ...]:
    """Return the cheapest living models with a million tokens of context, each at its cheapest offer that has them."""
    found = [
        (blend, model, offer)
        for model in context.catalogue.models.values()
        if (offer := _cheapest_long(model)) is not None and (blend := offer.blend) is not None
    ]
    found.sort(key=lambda item: (item[0], item[1].record.name))
    chosen = found[:MOST_LISTED]
    inputs, outputs_ = column([offer.input for *_, offer in chosen]), column([offer.output for *_, offer in chosen])
    return tuple(
        PriceRow(
            name=model.record.name,
            href=context.shell.href(addresses.model(model.id)),
            input=money_in,
            output=money_out,
            mark=price_mark(marks, offer),
        )
        for (_, model, offer), money_in, money_out in zip(chosen, inputs, outputs_, strict=True)
    )


def _cheapest_long(model: ModelEntry) -> OfferEntry | None:
    """Return the cheapest paid offer of a model that itself holds a million tokens."""
    long = {key: offer for key, offer in model.offers.items() if (offer.limits.context or 0) >= LONG_CONTEXT}
    return long.get(cheapest(long) or "")


def _ending(context: Context, marks: Marks) -> tuple[Item, ...]:
    """Return what ends next, as the calendar has it."""
    ends = [change for change in context.catalogue.upcoming if change.kind == "retires"]
    return tuple(_end(context, change, marks) for change in ends[:MOST_LISTED])


def _end(context: Context, change: Change, marks: Marks) -> Item:
    model = context.catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    url = addresses.offer(model.id, change.offer) if offer else addresses.model(model.id)
    where = context.offer_name(offer) if offer else context.lab_name(model.lab)
    fact = (offer.facts.get("retires") if offer else None) or model.facts.get("lifecycle.retires")
    mark = marks.mark(fact.proof) if fact else EMPTY
    return Item(model.record.name, context.shell.href(url), where, short_date(change.on), mark)
