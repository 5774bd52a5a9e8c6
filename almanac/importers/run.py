"""Run: one import from upstream files to changed content, or to a report of why nothing was changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from almanac.importers.cases import Run
from almanac.importers.findings import Harvest
from almanac.importers.ground import Ground
from almanac.importers.merge import Merge
from almanac.importers.proof import Blame, Proof, blamed
from almanac.importers.report import Report
from almanac.importers.sources import SOURCES
from almanac.importers.sync import FOLDER, load, text_of
from almanac.importers.upstream import load as load_upstream
from almanac.importers.writing import write_all
from almanac.problems import Problem, UsageError
from almanac.reader import Library, read
from almanac.reader.sweeping import unswept
from almanac.units.dates import Day, is_before

_MOST_TURNS = 12
"""How often the content is checked anew after statements that broke it were held back."""
_RECORDS_A_STEP = 50

Watch = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an import is told. `machine_today` only keeps the edition from lying in the future."""

    content: str
    source: str
    files: tuple[str, ...]
    at: Day
    machine_today: date
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an import ended. `problems` are those of the content that stopped it."""

    report: Report
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Say whether nothing could be written."""
        return bool(self.report.refusal)


def run(options: Options, watch: Watch) -> Outcome:
    """Import the files of one source.

    Raises UsageError where the content or a file is not what it should be, MachineError where the disk fails.
    """
    with unswept():
        return _run_whole(options, watch)


def _run_whole(options: Options, watch: Watch) -> Outcome:
    importer = SOURCES.get(options.source)
    if importer is None:
        raise UsageError(f"There is no source {options.source} to import. Name one of: {', '.join(SOURCES)}.")
    if options.at.day is None:
        raise UsageError(f"{options.at} is a month. Write the day on which the files were fetched: YYYY-MM-DD.")
    watch("read", 0, 2)
    library, problems = read(options.content)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if library is None or errors:
        sentence = "The content cannot be read, so nobody knows what a person wrote. Mend it first."
        return Outcome(Report(options.source, str(options.at), refusal=sentence), errors)
    watch("read", 1, 2)
    files = load_upstream(options.files, options.source, options.at)
    harvest = importer.harvest(files, Ground.of(library, options.at))
    watch("read", 2, 2)
    return take_in(harvest, library, options=options, watch=watch)


def take_in(harvest: Harvest, library: Library, *, options: Options, watch: Watch) -> Outcome:
    """Merge a harvest into the content, prove the result, and write it, unless something speaks against it."""
    content = Path(library.root)
    memories = load(content)
    documents = {document.name: document for document in library.documents.values()}
    merge = Merge(harvest, documents, memories, _run(harvest, library, options))
    merged = merge.merged
    if merged.is_too_much:
        lost = f"{merged.lost:,} of the {merged.listed:,} offers that {harvest.source} listed last time are gone"
        sentence = f"{lost}, more than one in ten. Look at the files; upstream or the download may be broken."
        return Outcome(_report(harvest, merge, options, sentence))
    records = merge.records()
    for start in range(0, len(records), _RECORDS_A_STEP):
        watch("merge", start, len(records))
        merge.turn(records[start : start + _RECORDS_A_STEP], {})
    watch("merge", len(records), len(records))
    left = _prove(merge, Proof(library, machine_today=options.machine_today), watch)
    if left:
        sentence = f"The content would have {len(left):,} errors that no single statement explains."
        return Outcome(_report(harvest, merge, options, sentence), tuple(left))
    files = _changed(merge)
    if not options.dry_run:
        watch("write", 0, len(files))
        write_all({content / name: text.encode() for name, text in files.items()})
        watch("write", len(files), len(files))
    return Outcome(_report(harvest, merge, options, "", tuple(files)))


def _run(harvest: Harvest, library: Library, options: Options) -> Run:
    source = library.sources.get(harvest.source)
    is_introduced = any(one.record == "sources" and one.steps[0] == harvest.source for one in harvest.findings)
    if source is None and not is_introduced:
        raise UsageError(f"sources.yaml has no {harvest.source}, which every imported fact would name. Add it first.")
    days = {name: str(one.record.at) for name, one in library.sources.items() if isinstance(one.record.at, Day)}
    last = source.record.at if source else None
    is_later = not isinstance(last, Day) or is_before(last, options.at)
    return Run(
        source=harvest.source,
        at=str(options.at),
        last_at=str(last) if isinstance(last, Day) and last.day else "",
        days=days | ({harvest.source: str(options.at)} if is_later else {}),
        accepted=frozenset((waiver.record.code, waiver.record.path) for waiver in library.waivers),
    )


def _prove(merge: Merge, proof: Proof, watch: Watch) -> list[Problem]:
    """Hold back what breaks the content until nothing does; return the problems that this does not mend."""
    refused: Blame = {}
    for turn in range(_MOST_TURNS):
        watch("check", turn, _MOST_TURNS)
        problems = proof.problems(merge.merged)
        if not problems:
            watch("check", _MOST_TURNS, _MOST_TURNS)
            return []
        more, left = blamed(problems, merge.merged)
        if not more:
            return left
        for record, statements in more.items():
            refused.setdefault(record, {}).update(statements)
        merge.turn(more, refused)
    watch("check", _MOST_TURNS, _MOST_TURNS)
    return [problem for problem in proof.problems(merge.merged) if problem.severity == "error"]


def _changed(merge: Merge) -> dict[str, str]:
    """Return the text of every file that changes, by its name in the content folder; the memories come last."""
    files = {f"{record}.yaml": text for record, text in sorted(merge.merged.texts.items())}
    for name, memory in sorted(merge.merged.memories.items()):
        if name not in merge.memories or memory != merge.memories[name]:
            files[f"{FOLDER}/{name}.json"] = text_of(memory)
    return files


def _report(harvest: Harvest, merge: Merge, options: Options, refusal: str, files: tuple[str, ...] = ()) -> Report:
    merged = merge.merged
    return Report(
        source=harvest.source,
        at=str(options.at),
        files=files,
        new=frozenset(record for record in merged.texts if record not in merge.documents),
        events=tuple(merged.events),
        notes=(*harvest.notes, *merged.notes),
        fields=harvest.fields,
        refusal=refusal,
        dry_run=options.dry_run,
    )
