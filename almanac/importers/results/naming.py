"""Naming: what upstreams call a benchmark, as one of ours with the variant, version or dataset that the name says."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from almanac.importers.findings import Finding, Plain
from almanac.reader.library import Library

_OTHER = re.compile(r"[^a-z0-9+<>]+")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Meant:
    """A benchmark of ours, and what else its upstream name says of a result."""

    benchmark: str
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit of a benchmark and the top of its range, if it has one."""

    unit: str
    top: Decimal | None


def meant(name: str, library: Library) -> Meant | None:
    """Return the benchmark that a name means: by the table, else by the names in content/benchmarks/."""
    folded = _fold(name)
    known = _names().get(folded)
    if known is not None:
        return known
    for benchmark, entry in sorted(library.benchmarks.items()):
        if folded in map(_fold, (benchmark, entry.record.name, *entry.record.aliases)):
            return Meant(benchmark)
    return None


def left_out(name: str) -> str:
    """Say why a benchmark is not carried over; the empty string where nobody has looked at the name."""
    return _left_out().get(_fold(name), "")


def scale(benchmark: str, library: Library) -> Scale:
    """Return the scale of a benchmark, as its file says it, else as the table does."""
    entry = library.benchmarks.get(benchmark)
    if entry is not None:
        bounds = entry.record.range
        return Scale(entry.record.unit, bounds[1] if bounds else _HUNDRED if entry.record.unit == "percent" else None)
    row = _table()["benchmarks"].get(benchmark, {})
    limits = row.get("range", [0, 100])
    return Scale(row.get("unit", "percent"), Decimal(limits[1]) if limits else None)


def exists(benchmark: str, library: Library) -> bool:
    """Say whether a benchmark has a file, or will have one."""
    return benchmark in library.benchmarks or "name" in _table()["benchmarks"].get(benchmark, {})


def findings(benchmarks: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what makes the files of these benchmarks (id → upstream name), where the table can make them."""
    for benchmark, upstream in sorted(benchmarks.items()):
        row = _table()["benchmarks"].get(benchmark, {})
        if "name" in row:
            facts = _facts(row).items()
            yield from (Finding(f"benchmarks/{benchmark}", (key,), value, upstream) for key, value in facts)


def _facts(row: Mapping[str, Any]) -> Mapping[str, Plain]:
    found: dict[str, Plain] = {"name": row["name"], "category": row["category"]}
    found |= {key: row[key] for key in ("about", "misses") if key in row}
    found["unit"] = row.get("unit", "percent")
    limits = row.get("range", [0, 100])
    if limits:
        found["range"] = limits
    found["higher_is_better"] = True
    found |= {key: row[key] for key in ("url", "run_by", "saturated") if key in row}
    aliases = [name for name in row.get("names", ()) if name != row["name"]]
    if aliases:
        found["aliases"] = aliases
    return found


def _fold(name: str) -> str:
    return _OTHER.sub("", name.lower())


@cache
def _names() -> Mapping[str, Meant]:
    found: dict[str, Meant] = {}
    for benchmark, row in _table()["benchmarks"].items():
        plain = (benchmark, row.get("name", benchmark), *row.get("names", ()))
        found.update((_fold(name), Meant(benchmark)) for name in plain)
        found.update((_fold(name), Meant(benchmark, says)) for name, says in row.get("parts", {}).items())
    return found


@cache
def _left_out() -> Mapping[str, str]:
    return {_fold(name): why for name, why in _table()["left_out"].items()}


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "benchmarks.toml").read_text(encoding="utf-8"))
