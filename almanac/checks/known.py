"""What exists: the ids that a record may name, by kind, and the nearest of them to a name that does not."""

from collections.abc import Iterable, Mapping

from almanac.problems.suggestions import did_you_mean
from almanac.reader.library import Library

FOLDERS: Mapping[str, str] = {
    "lab": "labs", "provider": "providers", "benchmark": "benchmarks", "model": "models",
}  # fmt: skip
"""Where the records of a kind lie, one file each."""

FILES: Mapping[str, str] = {"source": "sources", "currency": "currencies"}
"""Which file holds all records of a kind."""


def entries(library: Library, kind: str) -> tuple[Mapping[str, object], ...]:
    """Return the maps whose keys are the ids of a kind; a model that moved or was withdrawn keeps its own."""
    match kind:
        case "lab":
            return (library.labs,)
        case "provider":
            return (library.providers,)
        case "benchmark":
            return (library.benchmarks,)
        case "source":
            return (library.sources,)
        case _:
            return (library.models, library.tombstones)


def exists(library: Library, kind: str, name: str) -> bool:
    """Say whether a record of that id is there, if only as a file that could not be read: that has its own problem."""
    return any(name in found for found in entries(library, kind)) or is_broken(library, kind, name)


def is_broken(library: Library, kind: str, name: str) -> bool:
    """Say whether the record is missing only because its file could not be read."""
    return library.is_broken(f"{FILES[kind]}/{name}" if kind in FILES else f"{FOLDERS[kind]}/{name}")


def home(kind: str, name: str) -> str:
    """Say which file holds a record, or would hold it."""
    return f"{FILES[kind]}.yaml" if kind in FILES else f"{FOLDERS[kind]}/{name}.yaml"


def suggestion(name: str, names: Iterable[str]) -> str:
    """Return `Did you mean "…"? ` where a name comes near, to stand before what else can be done."""
    meant = did_you_mean(name, names)
    return f"{meant} " if meant else ""
