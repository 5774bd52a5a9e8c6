"""Assemble: the library, proved, becomes the catalogue."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from almanac.catalogue import history, models, names, rankings
from almanac.catalogue.catalogue import (
    BenchmarkEntry,
    Catalogue,
    GuideEntry,
    LabEntry,
    ModelEntry,
    Proof,
    ProviderEntry,
)
from almanac.catalogue.evidence import Origin, Prover, dossier
from almanac.catalogue.models import Surroundings
from almanac.catalogue.pairs import named_pairs, pairs
from almanac.catalogue.prices import Exchange
from almanac.catalogue.quality import quality
from almanac.catalogue.questions import Asked, questions
from almanac.catalogue.relations import Relations, lab_of, relations
from almanac.catalogue.scores import boards
from almanac.catalogue.similarity import Similar, similar
from almanac.catalogue.subject import Subject
from almanac.problems import Problem
from almanac.reader.document import Document, Entry
from almanac.reader.library import Library
from almanac.records import Benchmark, Provider

R = TypeVar("R")


def assemble(library: Library, *, today: date, waived: tuple[Problem, ...] = ()) -> Catalogue:
    """Return the catalogue of a library that the checks have passed. `today` decides states and ages, nothing else."""
    prover = Prover(_records(library.sources), library.site.record.stale_after, today)
    subjects = _subjects(library, prover)
    benchmarks = _records(library.benchmarks)
    ranked = rankings.ranked(
        (entry for subject in subjects.values() for entry in rankings.results_of(subject)), benchmarks=benchmarks
    )
    workloads = {key: entry.record for key, entry in library.workloads.items()}  # as their file orders them
    related = relations(_records(library.models), _records(library.guides))
    around = Surroundings(results=ranked.by_model, workloads=workloads, relations=related)
    entries = _entries(subjects, around, benchmarks=benchmarks)
    told = history.Names(_records(library.labs), _records(library.providers), benchmarks)
    reached, upcoming = history.split(history.changes(entries.values(), told), today)
    rated = _rated(benchmarks, ranked)
    alternatives = _alternatives(library, entries, rated)
    named = named_pairs(library.site.record, _records(library.guides), library.ledger)
    return Catalogue(
        site=library.site.record,
        today=today,
        models=entries,
        tombstones=_records(library.tombstones),
        labs=_labs(library, related),
        providers=_providers(library, entries, prover),
        benchmarks=rated,
        sources=_records(library.sources),
        guides=_guides(library),
        workloads=workloads,
        scores=library.scores.record,
        boards=boards(library.scores.record, benchmarks=rated, models=entries),
        parameters=_records(library.parameters),
        other_names=names.other_names(_records(library.models), _records(library.tombstones)),
        changes=reached,
        upcoming=upcoming,
        quality=quality(entries.values(), documents=_documents(library), waived=waived, stale_after=prover.stale_after),
        similar=alternatives,
        pairs=pairs(entries, alternatives, named),
        former_pairs=tuple(ids for ids in named if not (ids[0] in entries and ids[1] in entries)),
    )


def _documents(library: Library) -> dict[str, Document]:
    return {key: entry.document for key, entry in library.models.items()}


def _records(entries: Mapping[str, Entry[R]]) -> dict[str, R]:
    return {key: entries[key].record for key in sorted(entries)}


def _subjects(library: Library, prover: Prover) -> dict[str, Subject]:
    exchange = Exchange(_records(library.currencies), prover.today)
    labs, providers = _records(library.labs), _records(library.providers)
    return {
        model_id: Subject(
            id=model_id,
            model=entry.record,
            document=entry.document,
            dossier=dossier(entry.record, data=entry.document.data, prover=prover),
            lab=labs[lab_of(model_id)],
            providers=providers,
            exchange=exchange,
        )
        for model_id, entry in sorted(library.models.items())
    }


def _entries(
    subjects: Mapping[str, Subject], around: Surroundings, *, benchmarks: Mapping[str, Benchmark]
) -> dict[str, ModelEntry]:
    alone = {model_id: models.model_entry(subject, around) for model_id, subject in subjects.items()}
    return {model_id: _with_questions(subjects[model_id], alone, benchmarks=benchmarks) for model_id in alone}


def _with_questions(
    subject: Subject, entries: Mapping[str, ModelEntry], *, benchmarks: Mapping[str, Benchmark]
) -> ModelEntry:
    entry = entries[subject.id]
    asked = Asked(
        entry=entry, models=entries, providers=subject.providers, lab_name=subject.lab.name, benchmarks=benchmarks
    )
    return replace(entry, questions=questions(asked, subject.dossier))


def _rated(benchmarks: Mapping[str, Benchmark], ranked: rankings.Ranked) -> dict[str, BenchmarkEntry]:
    return {
        key: rankings.benchmark_entry(key, record=record, groups=ranked.groups.get(key, ()))
        for key, record in benchmarks.items()
    }


def _alternatives(
    library: Library, entries: Mapping[str, ModelEntry], rated: Mapping[str, BenchmarkEntry]
) -> dict[str, Similar]:
    sellers = {*library.providers, *library.labs}
    return similar(entries, rated, recipe=library.scores.record.similarity, sellers=sellers)


def _guides(library: Library) -> dict[str, GuideEntry]:
    return {
        key: GuideEntry(id=key, record=library.guides[key].record, text=library.guide_texts[key])
        for key in sorted(library.guides)
    }


def _labs(library: Library, related: Relations) -> dict[str, LabEntry]:
    return {
        key: LabEntry(id=key, record=record, models=related.labs.get(key, ()))
        for key, record in _records(library.labs).items()
    }


def _providers(library: Library, entries: Mapping[str, ModelEntry], prover: Prover) -> dict[str, ProviderEntry]:
    offered: dict[str, list[tuple[str, str]]] = {}
    by_name = sorted(entries.values(), key=lambda entry: (entry.record.name.casefold(), entry.id))
    for entry in by_name:
        for key in sorted(entry.offers):
            offered.setdefault(entry.offers[key].provider, []).append((entry.id, key))
    labs = {record.provider: lab for lab, record in reversed(_records(library.labs).items()) if record.provider}
    return {
        key: ProviderEntry(
            id=key,
            record=record,
            offers=tuple(offered.get(key, ())),
            lab=labs.get(key),
            data_proof=_data_proof(record, prover),
        )
        for key, record in _records(library.providers).items()
    }


def _data_proof(provider: Provider, prover: Prover) -> Proof | None:
    data = provider.data
    return prover.prove(Origin(data.source, data.checked), below="data") if data else None
