"""The ledger against the plan: what was once published still answers; new ids are added, none is removed."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from almanac.outputs.context import Promised
from almanac.problems import MachineError, Place, Problem, problem
from almanac.publish.plan import Plan, urls
from almanac.reader.library import LedgerLine

UrlsOf = Callable[[str, tuple[str, ...]], tuple[str, ...]]
"""Gives the URLs that a ledger entry promises, from its kind and its ids."""


def missing(planned: Plan, entries: Iterable[LedgerLine], *, urls_of: UrlsOf, path: str) -> list[Problem]:
    """Return a problem for each URL of the ledger at `path` that the plan would no longer answer at."""
    answering = urls(planned)
    return [
        _gone(entry, url, path) for entry in entries for url in urls_of(entry.kind, entry.ids) if url not in answering
    ]


def _gone(entry: LedgerLine, url: str, path: str) -> Problem:
    name = " ".join((entry.kind, *entry.ids))
    return problem(
        "ledger-url-missing",
        Place(path, line=entry.line, width=len(name)),
        message=f"{url} was published for “{name}” and would no longer answer.",
        hint="Bring the record back, or leave a tombstone with moved_to or withdrawn in its place.",
    )


def promised(entries: Iterable[LedgerLine]) -> Promised:
    """Return what the ledger promises of each model."""
    found: dict[str, dict[str, list[str]]] = {"badge": {}, "offer": {}}
    for entry in entries:
        if entry.kind in found:
            id_, name = entry.ids
            found[entry.kind].setdefault(id_, []).append(name)
    badges, offers = ({id_: tuple(names) for id_, names in ids.items()} for ids in found.values())
    return Promised(badges, offers)


def with_added(lines: Iterable[str], new: Iterable[str]) -> list[str]:
    """Return the lines of the ledger and the new ones by code point, each once; none is ever left out."""
    return sorted({line for line in (*lines, *new) if line})


def save(path: Path, lines: Iterable[str]) -> None:
    """Replace the ledger in one step: who reads it meanwhile, or after a kill, sees all lines of one state.

    Raises MachineError where it cannot be written, and leaves it as it was.
    """
    try:
        _replace(path, "".join(f"{line}\n" for line in lines).encode())
    except OSError as error:
        raise MachineError(
            f"{path} could not be written ({error.strerror}) and is as it was before. "
            "Make room or allow this user to write there, then run the command again."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), _mode_of(path))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(draft)
        raise


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0o644
