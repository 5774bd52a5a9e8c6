"""Lists: the files of the API that speak of everything at once."""

from collections.abc import Iterator, Mapping

from almanac import addresses
from almanac.catalogue.catalogue import Amount, Catalogue, Change, ModelEntry, OfferEntry
from almanac.outputs.api.records import of_price, of_record
from almanac.outputs.context import Context
from almanac.outputs.news import headline
from almanac.outputs.values import priced
from almanac.records import UnitPrice
from almanac.units.dates import Day
from almanac.units.money import exact

COLUMNS = (
    "edition", "model", "offer", "provider", "model_id", "status", "input", "output", "cache_read", "cache_write",
    "context", "max_output", "source", "checked",
)  # fmt: skip
"""The header of offers.csv; columns may be added at the end, and none may go."""


def index(context: Context, *, schemas: tuple[str, ...]) -> dict[str, object]:
    """Return `index.json`: which files there are, and the labs and sources that the others name by id."""
    catalogue, absolute = context.catalogue, context.shell.place.absolute
    files = ("models.json", "ids.json", "changes.json", "scores.json", "offers.csv")
    patterns = {"model": addresses.MODELS, "provider": addresses.PROVIDERS, "benchmark": addresses.BENCHMARKS}
    return {
        "version": "v1",
        "title": catalogue.site.title,
        "url": absolute(addresses.HOME),
        "edition": str(catalogue.site.edition),
        "counts": _counts(catalogue),
        "files": {name: absolute(f"{addresses.API}{name}") for name in files},
        "patterns": {name: absolute(addresses.data_of(f"{url}{{id}}/")) for name, url in patterns.items()},
        "schemas": {name.partition(".")[0]: absolute(f"{addresses.API}schemas/{name}") for name in schemas},
        "providers": {key: entry.record.name for key, entry in catalogue.providers.items()},
        "benchmarks": {key: entry.record.name for key, entry in catalogue.benchmarks.items()},
        "labs": {key: _lab(context, key) for key in catalogue.labs},
        "sources": {key: of_record(source) for key, source in catalogue.sources.items()},
    }


def _counts(catalogue: Catalogue) -> dict[str, int]:
    return {
        "models": len(catalogue.models),
        "offers": sum(len(model.offers) for model in catalogue.models.values()),
        "providers": len(catalogue.providers),
        "benchmarks": len(catalogue.benchmarks),
        "labs": len(catalogue.labs),
        "sources": len(catalogue.sources),
    }


def _lab(context: Context, lab: str) -> dict[str, object]:
    page = context.shell.place.absolute(addresses.lab(lab))
    return {"page": page, **of_record(context.catalogue.labs[lab].record)}


def models(catalogue: Catalogue) -> dict[str, object]:
    """Return `models.json`: one line a model; `input` and `output` are those of the lab's own offer."""
    rows = [dict(_row(model)) for model in catalogue.models.values()]
    return {"edition": str(catalogue.site.edition), "models": rows}


def _row(model: ModelEntry) -> Iterator[tuple[str, object]]:
    released, limits = model.record.lifecycle.released, model.record.limits
    yield from {"id": model.id, "name": model.record.name, "lab": model.lab, "status": model.status.word}.items()
    if isinstance(released, Day):
        yield "released", str(released)
    yield from of_record(limits.model_copy(update={"max_input": None})).items()
    if model.own:
        yield from _pair(model.offers[model.own])
    if model.cheapest:
        yield "cheapest", {"offer": model.cheapest, **dict(_pair(model.offers[model.cheapest]))}
    if modalities := of_record(model.record.modalities):
        yield "modalities", modalities


def _pair(offer: OfferEntry) -> Iterator[tuple[str, object]]:
    """Yield the two prices of one offer in US dollars, as far as they are known."""
    for name, value in (("input", offer.input), ("output", offer.output)):
        if value is not None:
            yield name, _amount(value)


def _amount(value: Amount) -> object:
    if isinstance(value, UnitPrice):
        return of_record(value)
    return value if isinstance(value, str) else exact(value)


def ids(catalogue: Catalogue) -> dict[str, object]:
    """Return `ids.json`: what every provider's id, snapshot, alias and moved id stands for."""
    entries = catalogue.models.values()
    return {
        "edition": str(catalogue.site.edition),
        "providers": dict(_provider_ids(catalogue)),
        "snapshots": {f"{model.lab}/{name.id}": model.id for model in entries for name in model.record.ids.snapshots},
        "aliases": {f"{model.lab}/{name.id}": model.id for model in entries for name in model.record.ids.aliases},
        "moved": {old: catalogue.other_names[old] for old in catalogue.tombstones if old in catalogue.other_names},
    }


def _provider_ids(catalogue: Catalogue) -> Iterator[tuple[str, dict[str, object]]]:
    for provider in catalogue.providers.values():
        offers = [catalogue.models[model_id].offers[key] for model_id, key in provider.offers]
        if offers:
            ordered = sorted(offers, key=lambda offer: offer.record.model_id)
            yield provider.id, {o.record.model_id: {"model": o.model_id, "offer": o.key} for o in ordered}


def changes(context: Context) -> dict[str, object]:
    """Return `changes.json`: every dated change, newest first, and what is known to come, soonest first."""
    catalogue = context.catalogue
    return {
        "edition": str(catalogue.site.edition),
        "changes": [dict(_change(context, change)) for change in catalogue.changes],
        "upcoming": [dict(_change(context, change)) for change in catalogue.upcoming],
    }


def _change(context: Context, change: Change) -> Iterator[tuple[str, object]]:
    yield from {"on": str(change.on), "kind": change.kind, "model": change.model_id}.items()
    if change.offer:
        yield "offer", change.offer
    yield "title", headline(context, change)
    for name, price in (("before", change.before), ("after", change.after)):
        if price is not None:
            yield name, of_price(price)
    if change.source:
        yield "source", change.source


def offer_rows(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """Yield the rows of `offers.csv`: US dollars per million tokens or a price word, tokens; unknown is empty."""
    edition = str(catalogue.site.edition)
    for model in catalogue.models.values():
        for key in sorted(model.offers):
            row = _offer_row(model.offers[key])
            yield (edition, *(row.get(column, "") for column in COLUMNS[1:]))


def _offer_row(offer: OfferEntry) -> Mapping[str, str]:
    fact = offer.facts.get("price") or offer.facts.get("model_id")
    proof = fact.proof if fact else None
    price = {} if offer.price is None or isinstance(offer.price, str) else offer.price.components()
    word = {"input": offer.price, "output": offer.price} if isinstance(offer.price, str) else {}
    amounts = {name: price[name] for name in ("input", "output", "cache_read", "cache_write") if name in price}
    return {
        "model": offer.model_id,
        "offer": offer.key,
        "provider": offer.provider,
        "model_id": offer.record.model_id,
        "status": offer.status.word,
        **word,
        **{name: _cell(value) for name, value in amounts.items()},
        "context": str(offer.limits.context or ""),
        "max_output": str(offer.limits.max_output or ""),
        "source": proof.source if proof else "",
        "checked": str(proof.checked) if proof and proof.checked else "",
    }


def _cell(value: Amount) -> str:
    """Write an amount bare, so that a spreadsheet reads a number; another unit than a million tokens is spelled out."""
    if isinstance(value, UnitPrice):
        return priced(value).removeprefix("$")
    return value if isinstance(value, str) else exact(value)
