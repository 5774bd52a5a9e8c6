"""Snapshots: the dated ids of a base model, as its lab or a seller spells them, with the day that each names."""

import re
from collections.abc import Iterable, Iterator

from almanac.importers.findings import Finding
from almanac.importers.folding import fold
from almanac.importers.untyped import as_date

_DATED = re.compile(r"-(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$")
_SNAPSHOT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def snapshots(model: str, ids: Iterable[str]) -> dict[str, str]:
    """Return those of some upstream ids that are the model's own name with a day behind it, each to that day.

    Of two spellings of one day the one with hyphens is kept.
    """
    found: dict[str, str] = {}
    for name in sorted({model_id.rpartition("/")[2].partition(":")[0] for model_id in ids}):
        match = _DATED.search(name)
        day = as_date("-".join(match.groups())) if match else None
        if match and day and _SNAPSHOT.fullmatch(name) and fold(name[: match.start()]) == fold(model.partition("/")[2]):
            found.setdefault(day, name)
    return {name: day for day, name in found.items()}


def snapshot_findings(model: str, ids: Iterable[str], *, upstream: str) -> Iterator[Finding]:
    """Yield the snapshots among some ids as facts of the model; `upstream` says where they were read."""
    for name, released in sorted(snapshots(model, ids).items()):
        yield Finding(f"models/{model}", ("ids", "snapshots", name), {"id": name, "released": released}, upstream)
