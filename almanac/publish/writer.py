"""The writer: renders a plan into a new tree beside the old one, and puts it in place whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from almanac.outputs.output import Output
from almanac.problems import MachineError, Problem
from almanac.publish.before import look
from almanac.publish.budgets import Weight
from almanac.publish.clashes import clashes, notes, shown
from almanac.publish.draft import Draft
from almanac.publish.exchange import flush, put_in_place, recover
from almanac.publish.failures import FULL, failure, not_settled
from almanac.publish.folder import safe_folder
from almanac.publish.foreign import Wanted, carried, in_the_way
from almanac.publish.lock import held
from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.manifest import Entry, as_bytes, entry_of
from almanac.publish.plan import Plan, folders_of
from almanac.publish.report import SILENT, Listener, Report
from almanac.publish.target import Target
from almanac.publish.tree import Siblings, discard

Outcome = tuple[Report | None, list[Problem]]


def publish(plan: Plan, *, target: Target, listener: Listener = SILENT) -> Outcome:
    """Render a plan and make it the site; return the report, or None and the problems that prevented it.

    A reader who has opened the folder sees one build whole, also after a kill at any moment. Where
    nothing differs, the folder is not touched. Raises UsageError for a folder that may not be replaced,
    MachineError where the disk or the system fails, and whatever a renderer raises; the old site then
    stands as it was.
    """
    siblings = Siblings.of(safe_folder(target.folder, sources=target.sources))
    try:
        Path(siblings.site).parent.mkdir(parents=True, exist_ok=True)
        with held(siblings.lock, name=target.name, wait=target.wait, say=listener.say):
            recover(siblings)
            return _with_room(_Job(plan, target, listener, siblings))
    except BrokenPipeError:
        raise  # whoever listened has gone; the disk has nothing to do with it
    except OSError as error:
        raise failure(error, siblings, name=target.name) from error


@dataclass(frozen=True, slots=True)
class _Job:
    """One publication: what, where, for whom, and which names it may use."""

    plan: Plan
    target: Target
    listener: Listener
    siblings: Siblings


def _with_room(job: _Job) -> Outcome:
    """Publish; on a full disk once more without the kept build: its readers matter less than the new site."""
    try:
        return _whole_or_nothing(job)
    except OSError as error:
        if error.errno not in FULL or not os.path.lexists(job.siblings.old):
            raise
    job.listener.say("The disk is full; the kept copy of the build before is removed, and this build starts again.")
    discard(job.siblings.old)
    return _whole_or_nothing(job)


def _whole_or_nothing(job: _Job) -> Outcome:
    try:
        return _Writer(job).run()
    except BaseException:
        with suppress(OSError):  # the first failure is what a person must hear of; the next start tries this again
            recover(job.siblings)
        raise


@dataclass(slots=True)
class _Tally:
    """What has become of the outputs so far."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    in_the_way: list[str] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)


class _Writer:
    """One attempt at a publication, by the holder of the lock."""

    def __init__(self, job: _Job) -> None:
        """Look at what stands; nothing on the disk is touched yet."""
        self._job = job
        self._before = look(job.siblings.site)
        self._draft = Draft(job.siblings.building)
        self._wanted = Wanted.of(job.plan.outputs)
        self._foreign = self._before.foreign()
        self._carried = carried(self._foreign, self._wanted)
        self._tally = _Tally()

    def run(self) -> Outcome:
        """Publish, or return why not."""
        self._tally.in_the_way += in_the_way(self._foreign, self._wanted)
        if not self._tally.in_the_way:
            self._render()
        if self._tally.in_the_way:
            return self._refuse(clashes(self._tally.in_the_way, self._before, name=self._name))
        manifest = as_bytes(self._tally.entries)
        weight = self._weigh(manifest)
        if problems := self._job.target.judge(weight):
            return self._refuse(problems)
        if self._tally.written or self._removed() or manifest != self._before.manifest:
            self._complete(manifest)
            self._exchange()
        return self._report(weight), []

    def _render(self) -> None:
        """Render one output after the other, and write at once what is not on the disk: memory holds one."""
        outputs = self._job.plan.outputs
        for done, (path, data) in enumerate(_rendered(outputs.values()), 1):
            entry = self._tally.entries[path] = entry_of(data)
            is_same = self._before.holds(path, data, entry=entry)
            if self._foreign.get(path) == "file" and not is_same:
                self._tally.in_the_way.append(path)
            elif is_same and not self._job.target.clean:
                self._tally.unchanged.append(path)
            else:
                self._tally.written.append(path)
                self._draft.write(path, data)
            self._job.listener.progress(done, len(outputs))

    def _refuse(self, problems: Iterable[Problem]) -> Outcome:
        discard(self._job.siblings.building)
        return None, sorted(problems)

    def _removed(self) -> list[str]:
        """Return the files of the build before that are no longer wanted; some may have gone already."""
        gone = sorted(self._before.listed.keys() - self._wanted.paths)
        return [path for path in gone if self._before.standing.get(path) == "file"]

    def _weigh(self, manifest: bytes) -> Weight:
        others = [path for path, kind in self._carried.items() if kind != "folder"]
        sizes = [entry.size for entry in self._tally.entries.values()]
        sizes += [os.lstat(self._standing(path)).st_size for path in others]
        return Weight(files=len(sizes) + 1, bytes=sum(sizes) + len(manifest))

    def _complete(self, manifest: bytes) -> None:
        """Add to the draft what did not change, what is not ours, and last the list of what is."""
        self._draft.begin()
        for path in self._tally.unchanged:
            self._draft.link(path, self._standing(path))
        for path, kind in self._carried.items():
            if kind == "folder":
                self._draft.folder(path)
            else:
                self._draft.link(path, self._standing(path))
        self._draft.write(MANIFEST, manifest)
        if self._before.exists:
            self._draft.adopt_modes(self._kept_folders(), origin=self._before.root)

    def _kept_folders(self) -> list[str]:
        """Return the root and every folder that somebody else's files lie in, inner ones first."""
        folders = {folder for path in self._carried for folder in folders_of(path)}
        folders |= {path for path, kind in self._carried.items() if kind == "folder"}
        return sorted({*folders, ""}, reverse=True)

    def _exchange(self) -> None:
        put_in_place(self._job.siblings)
        try:
            flush(os.path.dirname(self._job.siblings.site))
        except OSError as error:
            raise not_settled(error, name=self._job.target.name) from error

    def _report(self, weight: Weight) -> Report:
        tally = self._tally
        return Report(
            written=tuple(tally.written),
            unchanged=tuple(tally.unchanged),
            removed=tuple(self._removed()),
            carried=shown(self._carried.items()),
            files=weight.files,
            bytes=weight.bytes,
            bytes_written=sum(tally.entries[path].size for path in tally.written),
            new=not self._before.exists,
            notes=notes(self._before, name=self._name),
        )

    def _standing(self, path: str) -> str:
        return os.path.join(self._before.root, path)

    @property
    def _name(self) -> str:
        return os.path.basename(self._before.root)


def _rendered(outputs: Iterable[Output]) -> Iterator[tuple[str, bytes]]:
    """Yield each path with its bytes; a failure says which output it was."""
    for output in outputs:
        try:
            yield output.path, output.draw()
        except OSError as error:
            raise MachineError(f"{output.path} could not be drawn: {error}. Check the installation.") from error
        except Exception as error:
            error.add_note(f"This was while rendering {output.path}, which {output.origin} asks for.")
            raise
