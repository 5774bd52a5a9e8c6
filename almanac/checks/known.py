"""What exists: the ids that a record may name, by kind, and the nearest of them to a name that does not."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from almanac.reader.library import Library

FOLDERS: Mapping[str, str] = {
    "lab": "labs", "provider": "providers", "benchmark": "benchmarks", "model": "models",
}  # fmt: skip
"""Where the records of a kind lie, one file each."""

FILES: Mapping[str, str] = {"source": "sources", "currency": "currencies"}
"""Which file holds all records of a kind."""


def entries(library: Library, kind: str) -> tuple[Mapping[str, object], ...]:
    """Return the maps whose keys are the ids of a kind; a model that moved or was withdrawn still answers to its own."""
    match kind:
        case "lab":
            return (library.labs,)
        case "provider":
            return (library.providers,)
        case "benchmark":
            return (library.benchmarks,)
        case "source":
            return (library.sources,)
        case "currency":
            return (library.currencies,)
        case _:
            return (library.models, library.tombstones)


def exists(library: Library, kind: str, name: str) -> bool:
    """Say whether a record of that id is there, if only as a file that could not be read: that has its own problem."""
    return any(name in found for found in entries(library, kind)) or is_broken(library, kind, name)


def is_broken(library: Library, kind: str, name: str) -> bool:
    """Say whether the file that holds the record, or would hold it, could not be read."""
    return (FILES.get(kind) or f"{FOLDERS[kind]}/{name}") in library.broken


def home(kind: str, name: str) -> str:
    """Say which file holds a record, or would hold it."""
    return f"{FILES[kind]}.yaml" if kind in FILES else f"{FOLDERS[kind]}/{name}.yaml"


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name among many that was probably meant; the empty string where none comes near."""
    return next(iter(get_close_matches(name, sorted(names), n=1, cutoff=0.7)), "")


def suggestion(name: str, names: Iterable[str]) -> str:
    """Return `Did you mean "…"? ` where a name comes near, to stand before what else can be done."""
    meant = nearest(name, names)
    return f'Did you mean "{meant}"? ' if meant else ""
