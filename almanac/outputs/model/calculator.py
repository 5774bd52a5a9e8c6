"""The calculator: what a reader's own job costs, worked out in the browser from the prices that stand in the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from markupsafe import Markup

from almanac.catalogue.bargains import contenders
from almanac.catalogue.catalogue import Amount, ModelEntry, OfferEntry
from almanac.catalogue.offers import reference_of
from almanac.catalogue.receipts import LINES, is_plain
from almanac.catalogue.status import SOLD
from almanac.outputs.context import Context
from almanac.outputs.model.figures import Told
from almanac.outputs.values import unit_text
from almanac.records import Price, PriceRow, UnitPrice, Workload
from almanac.render.jsonld import data_block
from almanac.units.money import exact

SCRIPT = "calculator"


@dataclass(frozen=True, slots=True)
class Job:
    """A preset job as the calculator offers it."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One price that a job can be priced at: what the address calls it, its name, and the offer."""

    key: str
    name: str
    offer: OfferEntry


@dataclass(frozen=True, slots=True)
class Calculator:
    """The form: the preset jobs, what the choice of a price is called, and the data behind it, sellers included."""

    jobs: tuple[Job, ...]
    whose: str
    data: Markup


def of_model(told: Told) -> Calculator | None:
    """Return the calculator over all offers of a model that are sold today."""
    model = told.model
    return _at_sellers(told, model.offers.values()) if model.record.mode == "chat" else None


def of_offer(told: Told, offer: OfferEntry) -> Calculator | None:
    """Return the calculator at one offer, with the one that its model is compared by beside it."""
    model = told.model
    if model.record.mode != "chat":
        return None
    other = reference_of(model.offers, own=model.own, cheapest=model.cheapest)
    shown = {entry.key: entry for entry in (offer, *(filter(None, (other, model.offers.get(model.cheapest or "")))))}
    return _at_sellers(told, shown.values())


def of_models(context: Context, models: Iterable[ModelEntry]) -> Calculator | None:
    """Return the calculator over several models, each at all who may be the cheapest; None for fewer than two."""
    sellers = [found for model in models if (found := choices(context, model))]
    workloads = context.catalogue.workloads
    return _form(workloads, chain(*sellers), whose="Model and seller") if len(sellers) > 1 and workloads else None


def choices(context: Context, model: ModelEntry) -> list[Choice]:
    """Return what a chat model can be bought at: the offer that stands for it, then those that may be cheaper."""
    if model.record.mode != "chat":
        return []
    return [
        Choice(f"{model.id}/{offer.key}", f"{model.record.name} at {context.offer_name(offer)}", offer)
        for offer in contenders(model)
    ]


def blank(context: Context) -> Calculator | None:
    """Return the calculator without offers, for a script that knows them only once its reader has chosen models."""
    workloads = context.catalogue.workloads
    return _form(workloads, (), whose="Model and seller") if workloads else None


def _at_sellers(told: Told, offers: Iterable[OfferEntry]) -> Calculator | None:
    workloads = told.context.catalogue.workloads
    sold = [offer for offer in offers if offer.status.word in SOLD and offer.price is not None]
    choices = [Choice(offer.key, told.context.offer_name(offer), offer) for offer in sold]
    return _form(workloads, choices, whose="Provider") if choices and workloads else None


def _form(workloads: Mapping[str, Workload], choices: Iterable[Choice], *, whose: str) -> Calculator:
    data = {
        "jobs": {key: job(workload) for key, workload in workloads.items()},
        "offers": [plain(choice) for choice in choices],
    }
    return Calculator(
        jobs=tuple(Job(key, workload.title) for key, workload in workloads.items()),
        whose=whose,
        data=data_block(data),
    )


def plain(choice: Choice) -> dict[str, object]:
    """Return one choice as plain data."""
    return {"key": choice.key, "name": choice.name, **rates(choice.offer)}


def job(workload: Workload) -> dict[str, object]:
    """Return a preset job as plain data; what is 0 or not stated is left out."""
    names = ("requests", *(name for name, _ in LINES), "longest", "batch")
    return {name: value for name in names if (value := getattr(workload, name))}


def rates(offer: OfferEntry) -> dict[str, object]:
    """Return the prices of an offer that a receipt needs, amounts as exact text, and its context."""
    rows = [_row(row) for row in offer.price_when.values() if is_plain(row)]
    found = {
        "price": _components(offer.price) if isinstance(offer.price, Price) else offer.price,
        "rows": rows,
        "context": offer.limits.context,
    }
    return {name: value for name, value in found.items() if value}


def _row(row: PriceRow) -> dict[str, object]:
    when = {
        "tier": row.when.tier,
        "above": row.when.context_above,
        "marginal": row.marginal or row.when.marginal,
    }
    return {**{name: value for name, value in when.items() if value}, **_components(row)}


def _components(price: Price) -> dict[str, object]:
    return {name: _amount(value) for name, _ in LINES if (value := getattr(price, name)) is not None}


def _amount(value: Amount) -> object:
    match value:
        case Decimal():
            return exact(value)
        case UnitPrice():
            return {"usd": exact(value.usd), "per": unit_text(value.per)}
        case _:
            return value
