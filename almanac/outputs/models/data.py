"""Data: the rows of all models and of all offers as compact columns, from which the table's script draws.

Money is exact text; an unknown text is empty, an unknown count 0. Lists and names are in the order in which they sort,
so that a number in a column sorts as what it stands for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Amount, ModelEntry, OfferEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.modelrows import shown_limits, shown_offer
from almanac.outputs.models.orders import BY_NAME, ORDERS, in_order
from almanac.outputs.models.rows import is_sold
from almanac.outputs.values import UNIT_TEXT
from almanac.records import Capabilities, UnitPrice
from almanac.records.model import MODES
from almanac.records.traits import CAPABILITIES, MODALITIES, Limits, Modalities
from almanac.units.dates import Day
from almanac.units.money import exact

SAME = -1
"""Stands in an offer's row for what it takes over from its model."""
STATUSES = ("announced", "preview", "active", "deprecated", "retired")
Columns = dict[str, list[object]]
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Numbering:
    """What the rows say by number: labs and providers by name, sources as the page numbers them, models by name."""

    labs: Mapping[str, int]
    providers: Mapping[str, int]
    models: Mapping[str, int]
    marks: Marks


def tables(context: Context) -> tuple[dict[str, object], dict[str, object]]:
    """Return the file of the models and that of the offers."""
    models = in_order(context, BY_NAME["name"])
    numbers = _numbering(context, models)
    offers = [(numbers.models[model.id], model, offer) for model in models for offer in model.offers.values()]
    model_columns = _columns(_model_row(numbers, model) for model in models)
    offer_columns = _columns(_offer_row(numbers, *offer) for offer in offers)
    sources = [
        [line.number, line.title, line.href, line.rel, line.kind, line.checked] for line in numbers.marks.lines()
    ]
    lists = {
        "labs": [[key, context.lab_name(key)] for key in numbers.labs],
        "providers": [[key, context.provider_name(key)] for key in numbers.providers],
        "can": CAPABILITIES,
        "statuses": STATUSES,
        "modes": MODES,
        "offers": len(offers),
    }
    return {**lists, "sources": sources, "rows": model_columns}, {"rows": offer_columns}


def _numbering(context: Context, models: Sequence[ModelEntry]) -> Numbering:
    """Number the sources as the first page does, which shows the models in the table's own order."""
    marks = context.marks()
    for model in in_order(context, ORDERS[0]):
        offer = shown_offer(model)
        if offer is not None:
            _source(marks, offer)
    providers = [key for key, entry in context.catalogue.providers.items() if entry.offers]
    return Numbering(
        labs=_numbered(
            sorted({model.lab for model in models}, key=lambda key: (context.lab_name(key).casefold(), key))
        ),
        providers=_numbered(sorted(providers, key=lambda key: (context.provider_name(key).casefold(), key))),
        models=_numbered(model.id for model in models),
        marks=marks,
    )


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(keys)}


def _columns(rows: Iterable[Row]) -> Columns:
    found: Columns = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, []).append(value)
    return found


def _model_row(numbers: Numbering, model: ModelEntry) -> Row:
    offer, record = shown_offer(model), model.record
    return {
        "slug": model.id.partition("/")[2],
        "lab": numbers.labs[model.lab],
        "name": record.name,
        **_priced(numbers, offer),
        **_traits(shown_limits(model), record.modalities, model.capabilities),
        "weights": 0 if record.weights is None else 1 if record.weights.open else 2,
        "status": STATUSES.index(model.status.word),
        "released": _day(record.lifecycle.released),
        "cutoff": _day(record.lifecycle.knowledge_cutoff),
        "sellers": model.sellers,
        "mode": MODES.index(record.mode),
    }


def _offer_row(numbers: Numbering, place: int, model: ModelEntry, offer: OfferEntry) -> Row:
    own = _traits(offer.limits, offer.modalities, offer.capabilities)
    general = _traits(shown_limits(model), model.record.modalities, model.capabilities)
    differing = {name: SAME if value == general[name] else value for name, value in own.items()}
    status = STATUSES.index(offer.status.word)
    return {"model": place, **_priced(numbers, offer), **differing, "status": status}


def _priced(numbers: Numbering, offer: OfferEntry | None) -> Row:
    return {
        "input": _money(offer.input if offer else None),
        "output": _money(offer.output if offer else None),
        "cached": _money(offer.cache_read if offer else None),
        "at": numbers.providers[offer.provider] if offer else SAME,
        "variant": offer.variant if offer else "",
        "sold": int(is_sold(offer)),
        "source": _source(numbers.marks, offer) if offer else 0,
    }


def _source(marks: Marks, offer: OfferEntry) -> int:
    """Return the number of the row's one source, 0 where there is none (see `price_mark`)."""
    fact = offer.facts.get("price") or offer.facts.get("model_id")
    return marks.number(fact.proof) if fact and fact.proof else 0


def _traits(limits: Limits, modalities: Modalities, capabilities: Capabilities) -> Row:
    return {
        "context": limits.context or 0,
        "longest": limits.max_output or 0,
        "reads": _mask(name in modalities.input for name in MODALITIES),
        "writes": _mask(name in modalities.output for name in MODALITIES),
        "can": _mask(getattr(capabilities, name) is True for name in CAPABILITIES),
        "cannot": _mask(getattr(capabilities, name) is False for name in CAPABILITIES),
    }


def _mask(answers: Iterable[bool]) -> int:
    return sum(1 << place for place, is_so in enumerate(answers) if is_so)


def _money(value: Amount | None) -> str:
    """Write an amount as the script reads it: `0.1`, `free`, `0.006 per minute`."""
    match value:
        case None:
            return ""
        case Decimal():
            return exact(value)
        case UnitPrice():
            return f"{exact(value.usd)} per {UNIT_TEXT.get(value.per, value.per)}"
        case _:
            return str(value)


def _day(when: Day | str | None) -> str:
    return str(when) if isinstance(when, Day) else ""
