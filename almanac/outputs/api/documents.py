"""Documents: one JSON file for each model, provider and benchmark, its record with the few keys that we add."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from almanac import addresses
from almanac.addresses import Site
from almanac.catalogue.catalogue import BenchmarkEntry, ModelEntry, OfferEntry, ProviderEntry
from almanac.outputs.api.records import of_record
from almanac.records import Tombstone
from almanac.render.jsonfile import json_file


@dataclass(frozen=True, slots=True)
class ModelDocument:
    """One model, where the site lives, the kinds of badges that the model has, and its own scores by axis."""

    model: ModelEntry
    place: Site
    badges: tuple[str, ...] = ()
    scores: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TombstoneDocument:
    """What is left of a model that moved or was withdrawn."""

    id: str
    record: Tombstone
    place: Site


@dataclass(frozen=True, slots=True)
class ProviderDocument:
    """One provider with its offers, each with the model's id."""

    provider: ProviderEntry
    offers: tuple[OfferEntry, ...]
    place: Site


@dataclass(frozen=True, slots=True)
class BenchmarkDocument:
    """One benchmark with its results."""

    benchmark: BenchmarkEntry
    place: Site


def model_json(view: ModelDocument) -> bytes:
    """Write `models/<lab>/<slug>.json`."""
    model = view.model
    badges = {kind: view.place.absolute(addresses.badge(model.id, kind)) for kind in view.badges}
    record = {key: value for key, value in of_record(model.record).items() if key != "badges"}  # the kinds it asks for
    if model.record.offers:
        record["offers"] = {key: offer(model.offers[key], view.place) for key in model.record.offers}
    url = view.place.absolute(addresses.model(model.id))
    scores = {"scores": view.scores} if view.scores else {}
    added = {"id": model.id, "lab": model.lab, "url": url, "status": model.status.word, "badges": badges, **scores}
    return json_file({**added, **record})


def tombstone_json(view: TombstoneDocument) -> bytes:
    """Write the same file of a model that is listed no longer: `moved_to` or `withdrawn` says why."""
    url = view.place.absolute(addresses.model(view.id))
    return json_file({"id": view.id, "lab": view.id.partition("/")[0], "url": url, **of_record(view.record)})


def provider_json(view: ProviderDocument) -> bytes:
    """Write `providers/<p>.json`. `url` is the provider's own site, as in its record; our page is `page`."""
    provider = view.provider
    lab = {"lab": provider.lab} if provider.lab else {}
    page = view.place.absolute(addresses.provider(provider.id))
    offers = [{"model": entry.model_id, **offer(entry, view.place)} for entry in view.offers]
    return json_file({"id": provider.id, **lab, "page": page, **of_record(provider.record), "offers": offers})


def benchmark_json(view: BenchmarkDocument) -> bytes:
    """Write `benchmarks/<b>.json`; results stand in their comparable groups, best first in each."""
    benchmark = view.benchmark
    page = view.place.absolute(addresses.benchmark(benchmark.id))
    results = [
        {"model": result.model_id, **of_record(result.record)} for group in benchmark.groups for result in group.results
    ]
    return json_file({"id": benchmark.id, "page": page, **of_record(benchmark.record), "results": results})


def offer(entry: OfferEntry, place: Site) -> dict[str, object]:
    """Return one offer's record with its key, its page and its status."""
    url = place.absolute(addresses.offer(entry.model_id, entry.key))
    return {"id": entry.key, "url": url, "status": entry.status.word, **of_record(entry.record)}
