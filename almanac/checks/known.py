"""What exists: the ids that a record may name, by kind, and the nearest of them to a name that does not."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from almanac.problems.suggestions import did_you_mean
from almanac.reader.library import Library

MOST_SLIPS = 4
"""Letters by which a misspelt id of a model may differ: two wrong ones stand in one id and not in the other."""
_DIGITS = re.compile(r"\d+")

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


def model_hint(library: Library, name: str, way: str) -> str:
    """Return what to do about the id of a model that is not there, around the way to write one.

    The same slug at another lab is what was meant. An id that was published is no slip of the pen: its file is gone.
    """
    slug = name.partition("/")[2]
    known = (*library.models, *library.tombstones)
    twin = next((other for other in known if other.partition("/")[2] == slug), "")
    if twin:
        return f'Did you mean "{twin}"? {way}'
    was_published = any(line.kind == "model" and line.ids == (name,) for line in library.ledger)
    meant = "" if was_published else suggestion(name, (other for other in known if _is_slip(name, other)))
    return f"{meant}{way} A model is never deleted: leave a record with moved_to or withdrawn."


def _is_slip(name: str, other: str) -> bool:
    """Say whether an id may be a misspelling of another: another number or word is another model."""
    if _DIGITS.findall(name) != _DIGITS.findall(other):
        return False
    same = sum(block.size for block in SequenceMatcher(None, name, other, autojunk=False).get_matching_blocks())
    return len(name) + len(other) - 2 * same <= MOST_SLIPS


def own_offer(library: Library, lab: str) -> str:
    """Return the key under which a lab sells its own models; the empty string where it sells none, or is not there."""
    entry = library.labs.get(lab)
    return (entry.record.provider or "") if entry else ""
