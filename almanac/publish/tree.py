"""Trees on the disk: the site and its hidden siblings, what stands in a folder, and how one is removed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["file", "link", "folder", "special"]


@dataclass(frozen=True, slots=True)
class Siblings:
    """The output folder and the hidden names beside it, as absolute paths.

    They are what recovery reads the state from:
    `building` is half built, and always rubbish once nobody holds the lock;
    `next` is whole, and waits for the second of two renames;
    `old` is the build that was replaced, kept whole for readers that had opened it.
    """

    site: str
    lock: str
    building: str
    next: str
    old: str

    @classmethod
    def of(cls, folder: Path) -> "Siblings":
        """Return the names beside a folder; they lie in its parent, so that a rename stays on one disk."""
        hidden = folder.parent / f".{folder.name}"
        names = (f"{hidden}-almanac-{state}" for state in ("building", "next", "old"))
        return cls(str(folder), f"{hidden}.lock", *names)


def survey(root: str) -> dict[str, Kind]:
    """Return everything below a folder, path relative to it to kind. No link is followed."""
    found: dict[str, Kind] = {}
    folders = [""]
    for folder in folders:
        for entry in _entries(os.path.join(root, folder)):
            path = f"{folder}{entry.name}"
            found[path] = _kind(entry)
            if found[path] == "folder":
                folders.append(f"{path}/")
    return found


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "special"


def discard(path: str) -> None:
    """Remove a file, a link or a whole folder, if it is there; no link in it is followed.

    Unlike shutil.rmtree it opens folders that are closed to writing, and does not guard against somebody who
    exchanges folders for links meanwhile: whoever may do that here may delete the site itself.
    """
    if os.path.islink(path) or not os.path.isdir(path):
        if os.path.lexists(path):
            os.unlink(path)
        return
    folders = [path]
    for folder in folders:
        folders += _cleared(folder)
    for folder in reversed(folders):
        os.rmdir(folder)


def _cleared(folder: str) -> list[str]:
    """Remove what is no folder, and return the folders; a foreign one may be closed to writing."""
    try:
        return list(_clear(folder))
    except PermissionError:
        os.chmod(folder, 0o700)
        return list(_clear(folder))


def _clear(folder: str) -> Iterator[str]:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield entry.path
        else:
            os.unlink(entry.path)
