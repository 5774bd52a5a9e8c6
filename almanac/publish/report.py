"""The report: what a publication did to the output folder, and whom it tells meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What one publication did. Paths are relative to the site, in code-point order."""

    written: tuple[str, ...]
    """Files that are new or hold other bytes than before."""
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    """Files of the build before that the plan no longer has."""
    carried: tuple[str, ...]
    """Files, links and empty folders (with a slash at the end) that are not ours and were kept."""
    files: int
    """Everything in the folder: our files, their manifest and what was carried over."""
    bytes: int
    bytes_written: int
    new: bool
    """Whether there was no such folder before."""
    notes: tuple[str, ...] = ()
    """Sentences on what a person should know of: a damaged manifest, and what was done about it."""


def _say_nothing(_sentence: str) -> None:
    """Let a sentence pass."""


def _count_nothing(_done: int, _total: int) -> None:
    """Let a count pass."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Whom a publication tells what it is doing: sentences, and how many outputs of how many are rendered."""

    say: Callable[[str], None] = _say_nothing
    progress: Callable[[int, int], None] = _count_nothing


SILENT = Listener()
