"""Entries: everything that has a name and a page, in the words by which a reader looks for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry, LabEntry, ModelEntry, ProviderEntry
from almanac.outputs.context import Context
from almanac.units.dates import Day, sort_key

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHER = "other"
"""Stands for every first sign that is no letter from A to Z."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: its kind, its id, what it is called, and what tells it apart from its namesakes.

    `others` are the snapshots and aliases of a model; `gone` where it is retired and nobody sells it any longer.
    """

    kind: str
    id: str
    name: str
    url: str
    note: str
    others: tuple[str, ...] = ()
    gone: bool = False

    @property
    def letter(self) -> str:
        """The page of the index that the entry stands on."""
        first = self.name[:1].casefold()
        return first if first and first in LETTERS else OTHER


def entries(context: Context) -> tuple[Entry, ...]:
    """Return every entry: models first, the newest of them first, then the others by name."""
    catalogue = context.catalogue
    models = sorted(catalogue.models.values(), key=_newest)
    return (
        *(_model(context, model) for model in models),
        *_named("provider", catalogue.providers, addresses.provider),
        *_named("lab", catalogue.labs, addresses.lab),
        *_named("benchmark", catalogue.benchmarks, addresses.benchmark),
        *(
            Entry("guide", guide.id, guide.record.title, addresses.guide(guide.id), "guide")
            for guide in catalogue.guides.values()
        ),
    )


def by_letter(found: tuple[Entry, ...]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the letters that begin a name, each with its entries by name."""
    ordered = sorted(found, key=lambda entry: (entry.name.casefold(), entry.kind, entry.id))
    for letter in (*LETTERS, OTHER):
        if group := [entry for entry in ordered if entry.letter == letter]:
            yield letter, group


def _newest(model: ModelEntry) -> tuple[tuple[int, ...], str, str]:
    when = model.record.lifecycle.released
    age = tuple(-part for part in sort_key(when)) if isinstance(when, Day) else (0,)
    return age, model.record.name.casefold(), model.id


def _model(context: Context, model: ModelEntry) -> Entry:
    ids = model.record.ids
    status = "" if model.sellers or model.status.word == "active" else f", {model.status.word}"
    return Entry(
        kind="model",
        id=model.id,
        name=model.record.name,
        url=addresses.model(model.id),
        note=f"model, {context.lab_name(model.lab)}{status}",
        others=(*(name.id for name in ids.snapshots), *(name.id for name in ids.aliases)),
        gone=model.status.word == "retired" and not model.sellers,
    )


def _named(
    kind: str, found: Mapping[str, LabEntry | ProviderEntry | BenchmarkEntry], url: Callable[[str], str]
) -> Iterator[Entry]:
    for key, entry in sorted(found.items(), key=lambda item: (item[1].record.name.casefold(), item[0])):
        yield Entry(kind, key, entry.record.name, url(key), kind)
