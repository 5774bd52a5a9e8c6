"""Placeholders: what sellers fill in for want of knowledge, taken out of models.dev's entries before all else."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from almanac.importers.findings import Note
from almanac.importers.modelsdev.entries import Entry
from almanac.importers.modelsdev.traits import CAPABILITIES, LIMITS, MODALITIES, Steps
from almanac.importers.untyped import as_object, as_text, as_texts

EVERYBODY = "*"

DATE, LIMIT = "release_date", "limit"
"""Fields of an entry."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One kind of value that says nothing: see placeholders.toml."""

    why: str
    providers: frozenset[str]
    ids: tuple[str, ...] = ("",)
    dates: tuple[str, ...] = ()
    limits: Mapping[str, int] | None = None
    fillings: tuple[str, ...] = ()

    def is_about(self, provider: str, model_id: str) -> bool:
        """Say whether it is about what a provider says of an id."""
        return bool({EVERYBODY, provider} & self.providers) and model_id.startswith(self.ids)


@cache
def placeholders() -> tuple[Placeholder, ...]:
    """Read the table beside this module."""
    text = files("almanac.importers.modelsdev").joinpath("placeholders.toml").read_text(encoding="utf-8")
    return tuple(
        Placeholder(
            why=row["why"],
            providers=frozenset(row["providers"]),
            ids=tuple(row.get("ids", ("",))),
            dates=tuple(row.get("dates", ())),
            limits=row.get("limits"),
            fillings=tuple(row.get("fillings", ())),
        )
        for row in tomllib.loads(text)["placeholder"]
    )


def believed(entry: Entry) -> Iterator[Entry | Note]:
    """Yield an entry without what says nothing in it, and a note about each value that was left out."""
    data, notes = _left(entry.theirs, entry.model_id, entry.data, entry.subject)
    yield replace(entry, data=data, left_out=frozenset(notes)) if notes else entry
    yield from notes.values()


def believed_bases(bases: Mapping[str, object]) -> tuple[dict[str, object], list[Note]]:
    """Return the entries of models.json without what says nothing in them, and a note about each value left out."""
    found = {theirs: _left("", theirs, as_object(base), theirs) for theirs, base in bases.items()}
    notes = [note for _, told in found.values() for note in told.values()]
    return {theirs: data for theirs, (data, _) in found.items()}, notes


def _left(
    provider: str, model_id: str, data: Mapping[str, object], subject: str
) -> tuple[Mapping[str, object], dict[str, Note]]:
    """Return the data without its placeholders, and a note about each by the field that held it."""
    notes: dict[str, Note] = {}
    for one in placeholders():
        if one.is_about(provider, model_id) and (gone := dict(_matched(one, data))):
            cause = f"a placeholder: {one.why}"
            notes |= {name: Note("suspicious", f"{subject} {name}", cause, value) for name, value in gone.items()}
            data = _without(data, one, gone)
    return data, notes


def _matched(one: Placeholder, data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry that hold a placeholder, each as the report shows it."""
    date = as_text(data.get(DATE))
    if date and any(fnmatchcase(date, pattern) for pattern in one.dates):
        yield DATE, date
    stated = as_object(data.get(LIMIT))
    if one.limits and all(stated.get(name) == size for name, size in one.limits.items()):
        yield LIMIT, ", ".join(f"{name} {size:,}" for name, size in one.limits.items())
        yield from ((name, _said(data[name])) for name in one.fillings if name in data)


def _said(value: object) -> str:
    texts = [f"{name} {', '.join(as_texts(stated))}" for name, stated in as_object(value).items() if stated]
    return "; ".join(texts) or str(value).lower()


def _without(data: Mapping[str, object], one: Placeholder, gone: Collection[str]) -> dict[str, object]:
    kept = {name: value for name, value in data.items() if name not in gone}
    if LIMIT in gone:
        kept[LIMIT] = {name: size for name, size in as_object(data[LIMIT]).items() if name not in (one.limits or {})}
    return kept


def unsettled(entries: Iterable[Entry]) -> Iterator[Steps]:
    """Yield the facts of a model that are decided anew, because some of its entries were found to say nothing of them.

    What a source said of such a fact before is no longer its word, unless it says it again.
    """
    left_out = frozenset[str]().union(*(entry.left_out for entry in entries))
    if LIMIT in left_out:
        yield from (("limits", name) for name in LIMITS.values())
    if "modalities" in left_out:
        yield from (("modalities", name) for name in MODALITIES)
    yield from (("capabilities", ours) for theirs, ours in CAPABILITIES.items() if theirs in left_out)
    if DATE in left_out:
        yield "lifecycle", "knowledge_cutoff"  # kept or not by the date of release
