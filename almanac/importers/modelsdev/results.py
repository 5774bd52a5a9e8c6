"""Results on models.dev: the benchmark scores of its base models, with who measured them as their address tells."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from almanac.importers.amounts import amount
from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.folding import fold
from almanac.importers.modelsdev.providers import domain
from almanac.importers.results.pages import is_labs_page
from almanac.importers.untyped import as_date, as_list, as_object, as_text
from almanac.paths import item_name
from almanac.reader.library import Library

_PARTS = ("variant", "version", "harness", "dataset")
_ALSO_OURS: Mapping[str, str] = {"aider.chat": "Aider's own leaderboard is a source of ours"}
"""Hosts of results that we read at their origin: a second copy of one run would count it twice."""
_EVALUATORS: Mapping[str, str] = {
    "artificialanalysis.ai": "modelsdev-artificial-analysis",
    "openrouter.ai": "modelsdev-artificial-analysis",  # its pages of benchmarks repeat Artificial Analysis
    "scale.com": "modelsdev-scale",
    "swebench.com": "modelsdev-swe-bench",
}
"""Hosts of those who measured, to our sources: each says whose figures models.dev lists."""


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """Benchmark names, folded, to our ids; `own` are records of those that came with models.dev."""

    ids: Mapping[str, str]
    own: Mapping[str, Mapping[str, Plain]]


@cache
def _table() -> Mapping[str, Mapping[str, Plain]]:
    text = files("almanac.importers.modelsdev").joinpath("benchmarks.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def benchmarks(library: Library) -> Benchmarks:
    """Return the benchmarks of the library and those that models.dev has besides."""
    ids = {fold(title): name for name, record in _table().items() for title in _titles(record)}
    for name, entry in library.benchmarks.items():
        for title in (name, entry.record.name, *entry.record.aliases):
            ids[fold(title)] = name
    return Benchmarks(ids, _table())


def _titles(record: Mapping[str, Plain]) -> tuple[str, ...]:
    aliases = record.get("aliases")
    return (str(record["name"]), *(map(str, aliases) if isinstance(aliases, list) else ()))


def result_findings(
    model: str, base: Mapping[str, object], known: Benchmarks, *, subject: str, variant: str = ""
) -> Iterator[Finding | Note]:
    """Yield the results of a base model. `variant` says which snapshot was measured, where upstream lists several."""
    for stated in map(as_object, as_list(base.get("benchmarks"))):
        name, url = as_text(stated.get("name")), as_text(stated.get("source"))
        named, version = _version(name, known)
        benchmark = known.ids.get(fold(named))
        score = amount(stated.get("score"))
        where = f"{subject} {name}"
        if reason := _ALSO_OURS.get(domain(urlsplit(url).hostname or "")):
            yield Note("dropped", where, reason)
        elif benchmark is None or score is None:
            yield Note("unmapped", where, "no benchmark of ours has this name" if score else "no score", name)
        else:
            item: dict[str, Plain] = {"benchmark": benchmark, "score": score.value, "by": _by(url, model)}
            parts = {part: as_text(stated.get(part)) for part in _PARTS}
            parts["variant"] = " ".join(filter(None, (variant, parts["variant"])))
            parts["version"] = parts["version"] or version
            item |= {part: text for part, text in parts.items() if text}
            item |= {"date": date} if (date := as_date(stated.get("date"))) else {}
            item["source"] = "modelsdev" if item["by"] == "lab" else _source(url)
            yield Finding(f"models/{model}", ("results", item_name(item)), item, where)


def _version(name: str, known: Benchmarks) -> tuple[str, str]:
    """Take the version off a name that we know only without it: Terminal Bench 2.0."""
    bare, _, last = name.rpartition(" ")
    if fold(name) not in known.ids and bare and last[:1].isdigit():
        return bare, last
    return name, ""


def _by(url: str, model: str) -> str:
    """Say who measured: the lab where the address is its own page, else models.dev has it from somebody else."""
    return "lab" if is_labs_page(url, model) else "republished"


def _source(url: str) -> str:
    """Return who measured, where we know the host: scores of two evaluators are never ranked together."""
    return _EVALUATORS.get(domain(urlsplit(url).hostname or ""), "modelsdev")


def benchmark_findings(known: Benchmarks, used: frozenset[str], file: str) -> Iterator[Finding]:
    """Yield the records of benchmarks that came with models.dev and have results."""
    for name in sorted(used & known.own.keys()):
        for key, value in known.own[name].items():
            yield Finding(f"benchmarks/{name}", (key,), value, file)
