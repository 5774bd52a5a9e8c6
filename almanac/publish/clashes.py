"""Clashes: what is said of files in the output folder that are not ours, or cannot be told from ours."""

from collections.abc import Iterable

from almanac.problems import Place, Problem, problem
from almanac.publish.before import Before
from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.tree import Kind

_EXAMPLES = 3


def clashes(paths: Iterable[str], before: Before, *, name: str) -> list[Problem]:
    """Return a problem for each foreign path that is in the way, in the output folder called `name`.

    Without a manifest to trust, our own older files are among them: then one problem speaks for all.
    """
    found = sorted(set(paths))
    if before.doubt:
        return [_untold(found, before.doubt, name)]
    return [_clash(path, name) for path in found]


def notes(before: Before, *, name: str) -> tuple[str, ...]:
    """Return what a person should know of a publication that went well, as sentences."""
    if not before.doubt:
        return ()
    note = (
        f"{name}/{MANIFEST}, the list of the files that we wrote, {before.doubt}; so every file in {name}/ "
        "that this build does not make was taken for somebody else's and kept. Delete those that are pages "
        "of older builds."
    )
    return (note,)


def shown(paths: Iterable[tuple[str, Kind]]) -> tuple[str, ...]:
    """Return names that can be printed, folders with a slash at the end; names on a disk need not be text."""
    named = (f"{path}/" if kind == "folder" else path for path, kind in paths)
    return tuple(_printable(path) for path in named)


def _printable(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _clash(path: str, name: str) -> Problem:
    return problem(
        "output-foreign-file",
        Place(f"{name}/{_printable(path)}"),
        message=f"{name}/{_printable(path)} was not written by this program, and the site needs its place.",
        hint="Move it away, or choose another output folder.",
    )


def _untold(paths: list[str], doubt: str, name: str) -> Problem:
    examples = ", ".join(_printable(path) for path in paths[:_EXAMPLES])
    more = f" and {len(paths) - _EXAMPLES:,} more" if len(paths) > _EXAMPLES else ""
    return problem(
        "output-foreign-file",
        Place(f"{name}/{MANIFEST}"),
        message=f"The list of the files that we wrote {doubt}, so these in {name}/ may be somebody else's, "
        f"and the site needs their place: {examples}{more}.",
        hint=f"Move what is yours out of {name}/ and delete the folder, or choose another output folder.",
    )
