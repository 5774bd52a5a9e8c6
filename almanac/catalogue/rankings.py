"""Rankings: the results of all models in groups that may be compared, each with its place in its own group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from almanac.catalogue.catalogue import BenchmarkEntry, Group, ResultEntry
from almanac.catalogue.evidence import Origin
from almanac.catalogue.subject import Subject
from almanac.paths import follow, item_name
from almanac.records import Benchmark, Result
from almanac.units.dates import Day, sort_key

Kind = tuple[str, str, str, str, str, str, str]
"""What results must share to be compared: benchmark, source, evaluator, version, variant, harness, data set."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """All results: by model in the order written, and by benchmark in groups."""

    by_model: Mapping[str, tuple[ResultEntry, ...]]
    groups: Mapping[str, tuple[Group, ...]]


def results_of(subject: Subject) -> Iterator[ResultEntry]:
    """Yield a model's results, not yet ranked."""
    written = follow(subject.document.data, ("results",))
    items = written if isinstance(written, Sequence) else ()
    for record, item in zip(subject.model.results, items, strict=True):
        path = f"results[{item_name(item)}]"
        proof = subject.dossier.proof_of(path, Origin(record.source, record.checked))
        yield ResultEntry(model_id=subject.id, record=record, proof=proof, rank=None, of=0, path=path)


def ranked(results: Iterable[ResultEntry], *, benchmarks: Mapping[str, Benchmark]) -> Ranked:
    """Rank all results, each only among those of its own kind."""
    kinds: dict[Kind, list[ResultEntry]] = {}
    by_model: dict[str, dict[tuple[Kind, str], ResultEntry]] = {}
    for entry in results:
        kinds.setdefault(kind := kind_of(entry.record), []).append(entry)
        by_model.setdefault(entry.model_id, {})[kind, entry.path] = entry
    groups: dict[str, list[Group]] = {}
    for kind in sorted(kinds):
        group = _group(kind, _placed(kinds[kind], higher=benchmarks[kind[0]].higher_is_better))
        groups.setdefault(kind[0], []).append(group)
        for entry in group.results:
            by_model[entry.model_id][kind, entry.path] = entry
    return Ranked(
        by_model={model: tuple(found.values()) for model, found in by_model.items()},
        groups={benchmark: tuple(sorted(found, key=_size)) for benchmark, found in groups.items()},
    )


def kind_of(result: Result) -> Kind:
    """Return what a result must share with another to be compared with it."""
    return (
        result.benchmark,
        result.source,
        result.by,
        result.version or "",
        result.variant or "",
        result.harness or "",
        result.dataset or "",
    )


def _placed(entries: Sequence[ResultEntry], *, higher: bool) -> tuple[ResultEntry, ...]:
    """Return the entries best first. Of several runs of one model the newest is ranked; equal scores share a rank."""
    ordered = sorted(entries, key=lambda entry: _merit(entry, higher=higher))
    counting = newest(entries)
    current = [entry for entry in ordered if counting[entry.model_id] is entry]
    if len(current) == 1:
        return tuple(replace(entry, of=1) for entry in ordered)
    ranks = _ranks(current)
    return tuple(replace(entry, rank=ranks.get(id(entry)), of=len(current)) for entry in ordered)


def newest(entries: Iterable[ResultEntry]) -> dict[str, ResultEntry]:
    """Return the newest of each model's runs in one comparable group; of several of one day the last by its path."""
    ordered = sorted(entries, key=lambda entry: (_age(entry.record), entry.path, entry.record.score))
    return {entry.model_id: entry for entry in ordered}


def _ranks(best_first: Sequence[ResultEntry]) -> dict[int, int]:
    ranks: dict[int, int] = {}
    before = 0
    for _, tied in groupby(best_first, key=lambda entry: entry.record.score):
        equal = list(tied)
        ranks |= {id(entry): before + 1 for entry in equal}
        before += len(equal)
    return ranks


def _merit(entry: ResultEntry, *, higher: bool) -> tuple[Decimal, str, str]:
    score = entry.record.score
    return (-score if higher else score, entry.model_id, entry.path)


def _age(result: Result) -> tuple[int, int, int]:
    return sort_key(result.date) if isinstance(result.date, Day) else (0, 0, 0)


def _group(kind: Kind, results: tuple[ResultEntry, ...]) -> Group:
    _, source, by, version, variant, harness, dataset = kind
    return Group(
        source=source, by=by, version=version, variant=variant, harness=harness, dataset=dataset, results=results
    )


def _size(group: Group) -> tuple[int, str, str, str, str, str, str]:
    kind = (group.source, group.by, group.version, group.variant, group.harness, group.dataset)
    return (-len(group.results), *kind)


def benchmark_entry(benchmark_id: str, *, record: Benchmark, groups: tuple[Group, ...]) -> BenchmarkEntry:
    """Return a benchmark with its results."""
    models = {entry.model_id for group in groups for entry in group.results}
    return BenchmarkEntry(id=benchmark_id, record=record, groups=groups, models=len(models))
