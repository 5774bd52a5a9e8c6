"""Merging in tests: harvests written as small tables, taken into a content folder or into texts in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from almanac.importers.cases import Refused, Run
from almanac.importers.findings import Finding, Harvest, Note, Plain
from almanac.importers.merge import Merge, Merged
from almanac.importers.run import Options, Outcome, take_in
from almanac.importers.sync import Memory, text_of
from almanac.reader import Document
from almanac.reader.yamlfile import parse
from almanac.units.dates import parse_day
from tests.support.content import SOURCES, ContentTree

ONE = "models/acme/one"
CATALOGUES = "".join(
    f"{name}: {{title: {name}, url: https://{name}.example, kind: catalogue, at: 2026-05-01}}\n"
    for name in ("modelsdev", "openrouter", "litellm", "llmstats")
)
BARE: Mapping[str, Plain] = {"name": "Acme One", "lifecycle released": "2026-01-15", "offers acme model_id": "acme-one"}
"""The least that a source says of a model and its one offer."""


def findings(facts: Mapping[str, Any], record: str = ONE) -> Iterable[Finding]:
    """Yield findings; steps are joined by blanks."""
    return (Finding(record, tuple(steps.split(" ")), value, "upstream") for steps, value in facts.items())


def harvest(
    source: str, facts: Mapping[str, Any], *, offers: Iterable[str] = (), notes: tuple[Note, ...] = ()
) -> Harvest:
    """Return what a source says of acme/one, with the offers that it lists: by default those that it names."""
    named = {steps.split(" ")[1] for steps in facts if steps.startswith("offers ")} | set(offers)
    return Harvest(source, tuple(findings(facts)), frozenset(("acme/one", key) for key in named), notes)


@dataclass(slots=True)
class Shelf:
    """Record files and memories, held in memory; each import gives a new state of both."""

    texts: dict[str, str] = field(default_factory=dict)
    memories: dict[str, Memory] = field(default_factory=dict)
    last: Merged | None = None
    last_at: str = "2026-05-01"

    def take(self, found: Harvest, at: str = "2026-06-01", refused: Mapping[str, Refused] | None = None) -> Self:
        """Merge a harvest, without proving the result."""
        documents = {name: Document(name, name, text, data_of(text)) for name, text in self.texts.items()}
        run = Run(found.source, at, self.last_at, {found.source: at})
        merge = Merge(found, documents, self.memories, run)
        self.last = merge.turn(merge.records(), refused or {})
        self.texts |= self.last.texts
        self.memories = dict(self.last.memories)
        return self

    def say(self, source: str, facts: Mapping[str, Any], at: str = "2026-06-01") -> Self:
        """Merge what a source says beside the least that it must say."""
        return self.take(harvest(source, {**BARE, **facts}), at)

    def edit(self, old: str, new: str) -> Self:
        """Change the text of acme/one as a person would."""
        assert old in self.text, f"{old!r} is not in\n{self.text}"
        self.texts[ONE] = self.text.replace(old, new, 1)
        return self

    @property
    def text(self) -> str:
        """The text of acme/one."""
        return self.texts[ONE]

    @property
    def data(self) -> Any:
        """What acme/one says."""
        return data_of(self.text)

    @property
    def state(self) -> tuple[object, ...]:
        """Everything that a second run must leave as it is."""
        return self.texts.copy(), {name: text_of(memory) for name, memory in self.memories.items()}

    def told(self, kind: str) -> list[str]:
        """Return the paths of the last import's events of one kind."""
        assert self.last is not None
        return [event.path for event in self.last.events if event.kind == kind]


def data_of(text: str) -> Any:
    """Return what a YAML text says, and be sure that it is one."""
    parsed = parse(text, path="x.yaml")
    assert parsed.is_whole, parsed.problems
    return parsed.data


def hand_made(**parts: str) -> Shelf:
    """Return a shelf on which a person has written acme/one: the least, and these lines."""
    text = "name: Acme One\nlifecycle: {released: 2026-01-15}\n" + "".join(parts.values())
    return Shelf({ONE: text})


def tree(folder: Path) -> ContentTree:
    """Return the tiny content with the catalogues among its sources."""
    return ContentTree.tiny(folder).write("sources.yaml", SOURCES + CATALOGUES)


def taken(content: ContentTree, found: Harvest, at: str = "2026-06-01", *, dry_run: bool = False) -> Outcome:
    """Import a harvest into a content folder, all of the way."""
    options = Options(str(content.root), found.source, (), parse_day(at), date(2026, 11, 21), dry_run=dry_run)
    return take_in(found, content.library(), options=options, watch=lambda *_: None)
