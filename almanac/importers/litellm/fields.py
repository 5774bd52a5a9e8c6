"""Fields: what each field name of LiteLLM's cost map becomes, read off fields.toml; a price by base and endings."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from almanac.importers.amounts import MILLION

_ENDING = re.compile(r"_above_(?P<thousands>\d+)k_tokens|_(?P<tier>batches|batch_requests|flex|priority)")
_TIERS = {"batches": "batch", "batch_requests": "batch", "flex": "flex", "priority": "priority"}

When = tuple[tuple[str, str | int], ...]
"""Conditions in the one order of the format: tier, context_above, region."""

ORDER = ("tier", "context_above", "region")


@dataclass(frozen=True, slots=True)
class PriceField:
    """What a price field says: a component, its unit (None: 1M tokens), the factor, and under which condition."""

    component: str
    times: int
    per: str | None = None
    when: When = ()


def ordered(when: Mapping[str, str | int]) -> When:
    """Return conditions in the one order in which they are written."""
    return tuple((name, when[name]) for name in ORDER if name in when)


def price_field(name: str, mode: str) -> PriceField | None:
    """Return what a field says of the price of a model of a mode; None where it is no price, or none of this mode."""
    parted = _parted(name)
    if parted is None:
        return None
    base, when = parted
    component = _tables()["tokens"].get(base)
    if isinstance(component, str):
        return PriceField(component, MILLION, None, when)
    for unit in _tables()["units"][base]:
        if mode in unit.get("modes", (mode,)):
            return PriceField(unit["component"], unit.get("times", 1), unit["per"], when)
    return None


def meaning(name: str) -> str | None:
    """Say what becomes of a field, for the report; None for a name that nobody has looked at."""
    tables = _tables()
    if name in tables["left_out"]:
        return f"not carried over: {tables['left_out'][name]}"
    if name in tables["facts"]:
        return str(tables["facts"][name])
    parted = _parted(name.removeprefix("tiered_pricing."))
    if parted is None:
        return None
    base, when = parted
    component = tables["tokens"].get(base) or tables["units"][base][0]["component"]
    row = f"price_when[{','.join(f'{key}={value}' for key, value in when)}]" if when else "price"
    return f"{row}.{component}"


def names(entry: Mapping[str, object]) -> Iterator[str]:
    """Yield every field name of an entry, those inside an object or a list of objects after a dot."""
    for name, value in entry.items():
        yield name
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping):
                yield from (f"{name}.{key}" for key in inner)


def _parted(name: str) -> tuple[str, When] | None:
    """Part a price field into its base and the conditions that its endings state."""
    base = next((base for base in _bases() if name.startswith(base)), None)
    if base is None:
        return None
    when: dict[str, str | int] = {}
    rest = name[len(base) :]
    while rest:
        match = _ENDING.match(rest)
        if match is None:
            return None
        if match["tier"]:
            when["tier"] = _TIERS[match["tier"]]
        else:
            when["context_above"] = int(match["thousands"]) * 1000
        rest = rest[match.end() :]
    return base, ordered(when)


@cache
def _bases() -> tuple[str, ...]:
    """Return the names that price fields begin with, the longest first: one may begin another."""
    tables = _tables()
    return tuple(sorted((*tables["tokens"], *tables["units"]), key=len, reverse=True))


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "fields.toml").read_text(encoding="utf-8"))
