"""Runs: one upstream figure as one result of ours, told apart from every other of the same model."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.folding import fold
from almanac.paths import item_name

_FULL_DATE = re.compile(r"-(20\d\d)-?(\d\d)-?(\d\d)(?=-|$)")
_SHORT_DATE = re.compile(r"-(preview|exp)-(\d\d-\d\d)(?=-|$)")
_REVISION = re.compile(r"-(00\d)$")
_KEYS = ("benchmark", "score", "by", "variant", "version", "harness", "dataset", "date", "cost", "source")


@dataclass(frozen=True, slots=True)
class Run:
    """A result before its name is known. `snapshot` is the dated id that was run, where the upstream name has one."""

    model: str
    benchmark: str
    score: Decimal
    by: str
    source: str
    upstream: str
    snapshot: str = ""
    variant: str = ""
    version: str = ""
    harness: str = ""
    dataset: str = ""
    date: str = ""
    cost: Decimal | None = None

    def row(self) -> Mapping[str, Plain]:
        """Return the result as it stands in a model's file; what is not said is left out."""
        stated = {key: getattr(self, key) for key in _KEYS}
        return {key: value for key, value in stated.items() if value is not None and value != ""}


def snapshot_in(name: str) -> str:
    """Return the dated id in an upstream name, as it tells runs of one model apart; "" where it has none."""
    folded = fold(name)
    if match := _FULL_DATE.search(folded):
        return "-".join(match.groups())
    if match := _SHORT_DATE.search(folded):
        return f"{match[1]}-{match[2]}"
    return match[1] if (match := _REVISION.search(folded)) else ""


def in_tenths(score: Decimal) -> Decimal:
    """Return a score with one decimal where it has none or one: 70 is written 70.0, as all others of its column are."""
    tenths = score.quantize(Decimal("0.1"))
    return tenths if tenths == score else score


def told_apart(runs: Iterable[Run]) -> Iterator[Finding | Note]:
    """Yield the runs as findings; of two with one identity the second is a note, for nobody could tell them apart.

    Where several snapshots of a model were run, the newest is the model's own; each other one is named in its variant.
    """
    listed = tuple(runs)
    newest = _newest(listed)
    seen: set[tuple[str, str]] = set()
    for run in listed:
        named = run if run.snapshot == newest[run.model] else _with_snapshot(run)
        row = named.row()
        name = item_name(row)
        if (run.model, name) in seen:
            yield Note("dropped", run.upstream, f"a second figure for {run.model} {name}", str(run.score))
            continue
        seen.add((run.model, name))
        yield Finding(f"models/{run.model}", ("results", name), row, run.upstream)


def _newest(runs: Iterable[Run]) -> Mapping[str, str]:
    """Return the snapshot of each model that needs no name: none where the model itself was run, else the latest."""
    found: dict[str, set[str]] = {}
    for run in runs:
        found.setdefault(run.model, set()).add(run.snapshot)
    return {model: "" if "" in snapshots else max(snapshots, key=_age) for model, snapshots in found.items()}


def _age(snapshot: str) -> tuple[str, str]:
    """Order snapshots: experimental ones before previews of the same year, dates of one kind by themselves."""
    kind, _, rest = snapshot.partition("-")
    return (kind, rest) if kind in {"exp", "preview"} else ("", snapshot)


def _with_snapshot(run: Run) -> Run:
    return replace(run, variant=f"{run.variant} {run.snapshot}".strip()) if run.snapshot else run
