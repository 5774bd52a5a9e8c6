"""Files of the API: every one of them with its place under `/api/v1/`."""

from collections.abc import Iterator

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry, ProviderEntry
from almanac.outputs.api import documents, lists, schemas, scores
from almanac.outputs.badges.files import kinds_in
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.render.jsonfile import json_file
from almanac.render.lines import table

ORIGIN = "the API"


def outputs(context: Context) -> Iterator[Output]:
    """Yield every file of the API."""
    yield from _lists(context)
    yield from _models(context)
    yield from _others(context)
    for name in schemas.names():
        yield Output(_file(f"schemas/{name}"), name, schemas.schema_json, ORIGIN)


def _lists(context: Context) -> Iterator[Output]:
    catalogue = context.catalogue
    yield Output(_file("index.json"), lists.index(context, schemas=schemas.names()), json_file, ORIGIN)
    yield Output(_file("models.json"), lists.models(catalogue), json_file, ORIGIN)
    yield Output(_file("ids.json"), lists.ids(catalogue), json_file, ORIGIN)
    yield Output(_file("scores.json"), scores.scores(context), json_file, ORIGIN)
    yield Output(_file("changes.json"), lists.changes(context), json_file, ORIGIN)
    yield Output(_file("offers.csv"), tuple(lists.offer_rows(catalogue)), offers_csv, ORIGIN)


def offers_csv(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """Write `offers.csv`."""
    return table(lists.COLUMNS, rows)


def _models(context: Context) -> Iterator[Output]:
    catalogue, place = context.catalogue, context.shell.place
    for model in catalogue.models.values():
        view = documents.ModelDocument(model, place, kinds_in(context, model), scores.of_model(catalogue, model.id))
        yield Output(_data(addresses.model(model.id)), view, documents.model_json, f"models/{model.id}.yaml")
    for old, record in catalogue.tombstones.items():
        gone = documents.TombstoneDocument(old, record, place)
        yield Output(_data(addresses.model(old)), gone, documents.tombstone_json, f"models/{old}.yaml")


def _others(context: Context) -> Iterator[Output]:
    catalogue, place = context.catalogue, context.shell.place
    for provider in catalogue.providers.values():
        view = documents.ProviderDocument(provider, _offers(context, provider), place)
        origin = f"providers/{provider.id}.yaml"
        yield Output(_data(addresses.provider(provider.id)), view, documents.provider_json, origin)
    for benchmark in catalogue.benchmarks.values():
        page, shown = addresses.benchmark(benchmark.id), documents.BenchmarkDocument(benchmark, place)
        yield Output(_data(page), shown, documents.benchmark_json, f"benchmarks/{benchmark.id}.yaml")


def _offers(context: Context, provider: ProviderEntry) -> tuple[OfferEntry, ...]:
    return tuple(context.catalogue.models[model_id].offers[key] for model_id, key in provider.offers)


def _data(page: str) -> str:
    return addresses.file_of(addresses.data_of(page))


def _file(name: str) -> str:
    return addresses.file_of(f"{addresses.API}{name}")
