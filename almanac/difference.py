"""Differences: what changed in the published data between two builds, offer by offer, in the words of the domain."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Row = Mapping[str, str]
SHOWN = ("status", "input", "output", "cache_read", "cache_write", "context", "max_output", "model_id")
"""The columns of offers.csv whose change is told; the date of a check changes too often to be news."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two editions of `offers.csv` differ in: new offers, gone ones, and changed ones with what changed."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def difference(before: bytes, after: bytes) -> Difference:
    """Compare the offers of two builds, given as the bytes of their `offers.csv`."""
    old, new = _rows(before), _rows(after)
    return Difference(
        added=tuple(name for name in new if name not in old),
        removed=tuple(name for name in old if name not in new),
        changed=tuple(
            f"{name}: {said}" for name in new if name in old and (said := ", ".join(_told(old[name], new[name])))
        ),
    )


def sentences(found: Difference, *, most: int = 10) -> Iterator[str]:
    """Say what changed: counts first, then each change up to `most` of a kind."""
    if not found:
        yield "The published offers are as before."
        return
    counts = f"{len(found.added):,} offers added, {len(found.removed):,} removed, {len(found.changed):,} changed."
    yield f"Published data: {counts}"
    for sign, names in (("+", found.added), ("-", found.removed), ("~", found.changed)):
        yield from (f"  {sign} {name}" for name in names[:most])
        if len(names) > most:
            yield f"  {sign} and {len(names) - most:,} more"


def _rows(table: bytes) -> dict[str, Row]:
    rows = csv.DictReader(io.StringIO(table.decode("utf-8")))
    return {f"{row['model']} at {row['offer']}": row for row in rows}


def _told(old: Row, new: Row) -> Iterator[str]:
    for column in SHOWN:
        before, after = old.get(column, ""), new.get(column, "")
        if before != after:
            yield f"{column.replace('_', ' ')} {before or 'not stated'} → {after or 'not stated'}"
