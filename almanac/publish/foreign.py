"""What is not ours: the files, links and empty folders in the output that the manifest does not list."""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.plan import fold, folders_of
from almanac.publish.tree import Kind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new build needs: its paths, and what the disk makes of them and of their folders."""

    paths: AbstractSet[str]
    folded: AbstractSet[str]
    folders: AbstractSet[str]

    @classmethod
    def of(cls, paths: Collection[str]) -> "Wanted":
        """Return what these paths need, and the manifest with them."""
        every = {*paths, MANIFEST}
        folders = {fold(folder) for path in every for folder in folders_of(path)}
        return cls(every, {fold(path) for path in every}, folders)


def foreign(standing: Mapping[str, Kind], *, ours: Collection[str]) -> dict[str, Kind]:
    """Return what somebody else put there. Ours are the regular files that the manifest lists."""
    parents = {folder for path in (*standing, *ours) for folder in folders_of(path)}
    mine = {*ours, MANIFEST}
    return {
        path: kind
        for path, kind in sorted(standing.items())
        if (path not in parents if kind == "folder" else kind != "file" or path not in mine)
    }


def in_the_way(others: Mapping[str, Kind], wanted: Wanted) -> Iterator[str]:
    """Yield each foreign path that keeps the build from its place, whatever it holds.

    A regular file at exactly a wanted path is not among them: there its bytes decide.
    """
    for path, kind in others.items():
        if kind == "folder":
            continue  # an empty folder holds nothing that could be lost
        key = fold(path)
        is_same_name = key in wanted.folded and (kind != "file" or path not in wanted.paths)
        if is_same_name or key in wanted.folders or any(fold(folder) in wanted.folded for folder in folders_of(path)):
            yield path


def carried(others: Mapping[str, Kind], wanted: Wanted) -> dict[str, Kind]:
    """Return what is kept beside the new build: all that is foreign, but what the build puts there itself."""
    return {
        path: kind
        for path, kind in others.items()
        if path not in wanted.paths and (kind != "folder" or not _is_superseded(path, wanted))
    }


def _is_superseded(folder: str, wanted: Wanted) -> bool:
    """Say whether an empty folder gives way: to a folder of ours, or to a file at its place or above it."""
    keys = {fold(folder), *(fold(outer) for outer in folders_of(folder))}
    return fold(folder) in wanted.folders or not keys.isdisjoint(wanted.folded)
