"""The library: everything in `content/` as read, one plain struct of maps from id to entry."""

from collections.abc import Mapping
from dataclasses import dataclass

from almanac.markup import Outline
from almanac.reader.document import Document, Entry
from almanac.records import (
    Benchmark,
    Currency,
    Guide,
    Lab,
    Model,
    ParameterMeaning,
    Provider,
    Scores,
    Site,
    Source,
    Tombstone,
    Waiver,
    Workload,
)


@dataclass(frozen=True, slots=True)
class GuideText:
    """The body of a guide: its Markdown, the line of the file on which it begins, and its structure."""

    text: str
    first_line: int
    outline: Outline


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of published.txt: `offer openai/gpt-4.1-nano azure` is kind "offer" with two ids."""

    kind: str
    ids: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read. `root` is the content folder as it was given, `ledger_path` that of published.txt."""

    root: str
    site: Entry[Site]
    labs: Mapping[str, Entry[Lab]]
    providers: Mapping[str, Entry[Provider]]
    benchmarks: Mapping[str, Entry[Benchmark]]
    sources: Mapping[str, Entry[Source]]
    models: Mapping[str, Entry[Model]]
    tombstones: Mapping[str, Entry[Tombstone]]
    guides: Mapping[str, Entry[Guide]]
    guide_texts: Mapping[str, GuideText]
    scores: Entry[Scores]
    workloads: Mapping[str, Entry[Workload]]
    currencies: Mapping[str, Entry[Currency]]
    parameters: Mapping[str, Entry[ParameterMeaning]]
    waivers: tuple[Entry[Waiver], ...]
    ledger: tuple[LedgerLine, ...]
    ledger_path: str
    documents: Mapping[str, Document]
    """Printed path to document."""
    broken: frozenset[str] = frozenset()
    """Names of what cannot be read: "providers/openai", "sources/modelsdev", "sources" for a whole file."""

    def is_broken(self, name: str) -> bool:
        """Say whether `providers/openai` is missing only because it, or what it lies in, could not be read."""
        parts = name.split("/")
        return any("/".join(parts[:length]) in self.broken for length in range(1, len(parts) + 1))
