"""Layout: how a record is written by hand, so that a machine writes it alike: order of keys, blocks, empty lines."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from almanac.importers.findings import Plain
from almanac.paths import item_name
from almanac.records import COMPONENTS, Benchmark, Lab, Model, Provider, Source
from almanac.records.fields import Record
from almanac.records.price import TIERS
from almanac.records.shape import keys_at

Steps = tuple[str, ...]

_RECORDS: dict[str, type[Record]] = {
    "models": Model, "labs": Lab, "providers": Provider, "benchmarks": Benchmark,
}  # fmt: skip
_MODEL = (
    "name", "family", "tokenizer", "tags", "summary", "mode", "ids", "lifecycle", "limits", "modalities",
    "capabilities", "weights", "endpoints", "parameters", "offers", "results", "measurements", "ratings", "evidence",
    "claims", "faq", "badges", "sync",
)  # fmt: skip
_RESULT = (
    "benchmark", "score", "by", "variant", "version", "harness", "dataset", "date", "cost", "source", "checked",
)  # fmt: skip
_LIFECYCLE = (
    "announced", "preview", "released", "knowledge_cutoff", "cutoff_kind", "deprecated", "retires", "successor",
)  # fmt: skip
_AS_WRITTEN: dict[Steps, tuple[str, ...]] = {
    (): _MODEL,
    ("lifecycle",): _LIFECYCLE,
    ("results", "*"): _RESULT,
    ("claims", "*"): ("path", "value", "source", "checked", "verdict", "why"),
    ("offers", "*", "price_when", "*"): ("when", *COMPONENTS, "marginal"),
    ("offers", "*", "price_history", "*"): ("from", "price", *COMPONENTS),
}
"""Where the order in which people write a model's keys is not that of the record's fields."""

_BY = ("lab", "independent", "republished")
_LISTS: frozenset[Steps] = frozenset({
    ("results",), ("measurements",), ("ratings",), ("claims",), ("faq",), ("ids", "snapshots"), ("ids", "aliases"),
    ("offers", "*", "price_when"), ("offers", "*", "price_history"),
})  # fmt: skip
"""Lists of a model whose items are mappings with an identity."""
_BLOCKS: frozenset[Steps] = _LISTS - {("ids", "snapshots"), ("ids", "aliases")} | {
    (), ("offers",), ("offers", "*"), ("evidence",), ("ids",), ("capabilities",),
}  # fmt: skip
_OPENINGS = frozenset({"ids", "lifecycle", "offers", "results", "measurements", "ratings", "evidence"})
"""Keys of a model that begin a new part of the file, below an empty line."""


def kind_of(record: str) -> str:
    """Return the folder of a record, or the file that holds it: `models`, `sources`."""
    return record.partition("/")[0]


def pattern(steps: Sequence[str]) -> Steps:
    """Return the steps of a model with the names that people choose taken out: ("offers", "*", "price")."""
    if not steps or steps[0] not in {"offers", "results", "claims", "ids"}:
        return tuple(steps)
    found = tuple(steps)
    if found[0] in {"results", "claims"} and len(found) > 1:
        return (found[0], "*", *found[2:])
    if found[0] == "offers" and len(found) > 1:
        found = ("offers", "*", *found[2:])
        if len(found) > 3 and found[:3] in _LISTS:  # noqa: PLR2004 - an item of one of the offer's lists
            found = (*found[:3], "*", *found[4:])
    return found


def is_list(kind: str, steps: Sequence[str]) -> bool:
    """Say whether items with an identity of their own lie at a path."""
    return kind == "models" and pattern(steps) in _LISTS


def is_block(kind: str, steps: Sequence[str], value: Plain) -> bool:
    """Say whether people write the value on lines of its own, rather than in brackets."""
    if not value or not isinstance(value, dict | list):
        return False
    if not steps:
        return True
    if kind == "models":
        is_long = tuple(steps) == ("parameters",) and any(isinstance(item, dict) for item in value)
        return is_long or pattern(steps) in _BLOCKS
    return (kind == "labs" and tuple(steps) == ("families",)) or (kind == "sources" and len(steps) == 1)


def opens_part(kind: str, steps: Sequence[str]) -> bool:
    """Say whether an empty line stands above a key."""
    return kind == "models" and len(steps) == 1 and steps[0] in _OPENINGS


def rank(kind: str, within: Sequence[str], key: str) -> tuple[int, str]:
    """Return what keys of one mapping are sorted by: the order of the record, else that of the alphabet."""
    if kind == "models" and tuple(within) == ("evidence",):
        return rank(kind, (), re.split(r"[.\[]", key, maxsplit=1)[0])[0], key
    order = _order(kind, pattern(within) if kind == "models" else tuple(within))
    return (order.index(key), "") if key in order else (len(order), key)


def item_rank(steps: Sequence[str], item: Plain) -> tuple[int, int, str]:
    """Return what items of one of a model's lists are sorted by."""
    name = item_name(item)
    if not isinstance(item, Mapping):
        return 0, 0, name
    match pattern(steps):
        case ("results",):
            by = str(item.get("by"))
            return (_BY.index(by) if by in _BY else len(_BY)), 0, f"{item.get('source')} {name}"
        case ("claims",):
            return rank("models", ("evidence",), str(item.get("path")))[0], 0, name
        case (*_, "price_when"):
            when = item.get("when")
            return _condition_rank(when if isinstance(when, Mapping) else {}, name)
    return 0, 0, name


def _condition_rank(when: Mapping[str, Plain], name: str) -> tuple[int, int, str]:
    tier, above = when.get("tier"), when.get("context_above")
    return (
        TIERS.index(tier) + 1 if isinstance(tier, str) and tier in TIERS else 0,
        above if isinstance(above, int) else 0,
        name,
    )


@cache
def _order(kind: str, within: Steps) -> tuple[str, ...]:
    if kind == "models" and within in _AS_WRITTEN:
        return _AS_WRITTEN[within]
    root = _RECORDS.get(kind)
    if kind == "sources":
        root, within = (Source, within[1:]) if within else (None, ())
    typed = tuple("x" if step == "*" else step for step in within)  # any name does where people choose one
    return tuple(keys_at(typed, root=root)) if root else ()
