"""The output folder: whether a folder may be replaced as a whole, decided before anything is touched."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from almanac.problems import UsageError

_ROOT_MARKS = (".git", "pyproject.toml")
_ADVICE = "Choose a folder of its own with --output."
_MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")


def safe_folder(folder: Path, *, sources: Iterable[Path]) -> Path:
    """Return the real path of an output folder that may be replaced as a whole.

    Raises UsageError where it is, holds or lies in one of `sources`, is the root of a repository, home
    or `/`, is or lies below a file, or is or holds a mount point. Links are followed first, and folders
    are compared by what they are, not only by name: a link to a source folder, or a second spelling of
    it, is that folder.
    """
    try:
        real = folder.resolve()
        reason = next(_objections(real, sources), "")
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"{folder} cannot be looked at ({error}). {_ADVICE}") from error
    if reason:
        raise UsageError(f"{folder} cannot be the output folder: {reason} {_ADVICE}")
    return real


def _objections(folder: Path, sources: Iterable[Path]) -> Iterator[str]:
    """Yield what speaks against a folder, as sentences."""
    file = next((place for place in (folder, *folder.parents) if place.exists() and not place.is_dir()), None)
    if file is not None:
        yield "it is a file." if file == folder else f"{file} is a file."
    if folder.is_symlink():
        yield "its links lead in a circle."  # Python 3.13 and later resolve such a link to itself
    if folder == folder.parent:
        yield "it is the root of the file system."
    for source in sources:
        yield from _overlaps(folder, source)
    if any(_holds(folder, home) for home in _home()):
        yield "it is the home folder, or holds it."
    for mark in _ROOT_MARKS:
        if (folder / mark).exists():
            yield f"it holds {mark}, so it is the root of a project."
    if os.path.ismount(folder) or any(mount.is_relative_to(folder) for mount in _mounts()):
        yield "it is or holds a mount point, which cannot be replaced in one step; a folder inside it can."


def _mounts() -> list[Path]:
    """Return every mount point where the system lists them; only that list knows those of the same disk."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return []
    return [Path(os.fsdecode(_OCTAL.sub(_byte, line.split()[4]))) for line in lines]


def _byte(octal: re.Match[bytes]) -> bytes:
    return bytes([int(octal[1], 8)])


def _home() -> list[Path]:
    """Return the home folder, if there is one: in a container there may be none."""
    try:
        return [Path.home().resolve()]
    except RuntimeError:
        return []


def _overlaps(folder: Path, source: Path) -> Iterator[str]:
    real = source.resolve()
    if _same(folder, real):
        yield f"it is the source folder {source}."
    elif _holds(folder, real):
        yield f"it holds the source folder {source}."
    elif _holds(real, folder):
        yield f"it lies in the source folder {source}."


def _holds(outer: Path, inner: Path) -> bool:
    return any(_same(outer, place) for place in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    """Say whether two paths are one folder, also under two names (another case, a bind mount)."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them is not there yet, or may not be looked at; then its name decides
