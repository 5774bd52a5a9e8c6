"""Reading: the whole content folder in one pass, every file of it, into a library and all that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from almanac.problems import Place, Problem, problem
from almanac.reader.document import Document, Entry
from almanac.reader.folder import Folder, Found, scan
from almanac.reader.guidefiles import read_guide_file
from almanac.reader.ledger import read_ledger
from almanac.reader.library import GuideText, LedgerLine, Library
from almanac.reader.recordfiles import read_record_file
from almanac.reader.sweeping import unswept
from almanac.reader.textfile import LEDGER_BYTES, load
from almanac.records import Model, Scores, Tombstone, Waiver

_LEDGER = "published"


def read(root: str) -> tuple[Library | None, list[Problem]]:
    """Read the content folder, given as on the command line; problems are sorted by file and line.

    The library holds every record without a fault of its own. It is None only where site.yaml gives no title,
    address, repository and edition. Raises UsageError where there is no such folder, MachineError where the disk
    fails.
    """
    folder = scan(root)
    gathered = _Gathered(problems=folder.problems, broken=folder.broken)
    with unswept():
        for found in folder.files:
            _gather(found, gathered)
    _tell_missing(folder, gathered)
    return _library(root, folder.root, gathered), sorted(set(gathered.problems))


_NEEDED = {
    "site": (
        "This file is missing, and no site can be built without it.",
        "Write it with title, base_url, repository and edition.",
    ),
    "sources": (
        "This file is missing, and every fact rests on one of the sources in it.",
        "Write it with an id for each source, and title, url and kind below.",
    ),
}
"""Each file that must be there, to what is said where it is not."""


def _tell_missing(folder: Folder, gathered: "_Gathered") -> None:
    """Say once of each file that it is missing; what it would hold is then broken, so that nothing else is said."""
    there = folder.broken.union(found.kind for found in folder.files)
    for kind, (message, hint) in _NEEDED.items():
        if kind not in there:
            place = Place(f"{folder.root}/{kind}.yaml")
            gathered.problems.append(problem("file-missing", place, message=message, hint=hint))
            gathered.broken.add(kind)


@dataclass(slots=True)
class _Gathered:
    """What has been read so far; `entries` are those of each kind by id."""

    problems: list[Problem]
    broken: set[str]
    entries: dict[str, dict[str, Entry[Any]]] = field(default_factory=dict)
    waivers: list[Entry[Waiver]] = field(default_factory=list)
    texts: dict[str, GuideText] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    ledger: tuple[LedgerLine, ...] = ()


def _gather(found: Found, gathered: _Gathered) -> None:
    if found.kind == _LEDGER:
        _gather_ledger(found, gathered)
        return
    if found.kind == "guides":
        outcome, text = read_guide_file(found)
        if text and outcome.entries and found.is_sound:
            gathered.texts[found.id] = text
    else:
        outcome = read_record_file(found)
    gathered.problems += outcome.problems
    gathered.broken |= outcome.broken
    if outcome.document:
        gathered.documents[found.path] = outcome.document
    if found.kind == "waivers":
        gathered.waivers += outcome.entries
    elif found.is_sound:
        gathered.entries.setdefault(found.kind, {}).update((entry.id, entry) for entry in outcome.entries)


def _gather_ledger(found: Found, gathered: _Gathered) -> None:
    text, problems = load(found.file, path=found.path, limit=LEDGER_BYTES)
    gathered.problems += problems
    if text is None:
        gathered.broken.add(_LEDGER)
        return
    gathered.ledger, problems = read_ledger(text, path=found.path)
    gathered.problems += problems


def _library(root: str, base: str, gathered: _Gathered) -> Library | None:
    def of(kind: str) -> Mapping[str, Entry[Any]]:
        return gathered.entries.get(kind, {})

    models = of("models")
    if not of("site"):
        return None
    no_scores = Entry("", Scores(), Document(f"{base}/scores.yaml", "scores", "", None))
    return Library(
        root=root,
        site=of("site")[""],
        labs=of("labs"),
        providers=of("providers"),
        benchmarks=of("benchmarks"),
        sources=of("sources"),
        models={name: entry for name, entry in models.items() if isinstance(entry.record, Model)},
        tombstones={name: entry for name, entry in models.items() if isinstance(entry.record, Tombstone)},
        guides=of("guides"),
        guide_texts=gathered.texts,
        scores=of("scores").get("", no_scores),
        workloads=of("workloads"),
        currencies=of("currencies"),
        parameters=of("parameters"),
        waivers=tuple(gathered.waivers),
        ledger=gathered.ledger,
        ledger_path=f"{base}/published.txt",
        documents=gathered.documents,
        broken=frozenset(gathered.broken),
    )
