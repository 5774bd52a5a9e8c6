"""The content folder: which files it holds, what each is by its path, and what has no business there."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path, PurePath

from almanac.addresses import fold
from almanac.problems import MachineError, Place, Problem, UsageError, problem
from almanac.problems.suggestions import nearest
from almanac.records.fields import SLUG_HINT, slug_fault

FILES = (
    "site.yaml", "sources.yaml", "scores.yaml", "workloads.yaml", "currencies.yaml", "parameters.yaml",
    "waivers.yaml", "published.txt",
)  # fmt: skip
ENDINGS = {"labs": ".yaml", "providers": ".yaml", "benchmarks": ".yaml", "models": ".yaml", "guides": ".md"}
"""Each folder of records to the ending of its files."""
_BACKUP = re.compile(r".*(?:~|\.(?:bak|swp|orig))|#.*#", re.DOTALL | re.IGNORECASE)
"""What editors and git leave beside a file."""
_OTHER_ENDINGS = frozenset({".yaml", ".yml", ".json", ".toml", ".md", ".markdown", ".txt"})

Entry = os.DirEntry[str]


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the content. `kind` is "models", "guides" … or "site", "sources" …, where `id` is empty.

    `is_sound` is False where its name makes no id: it is still read, for the problems in it.
    """

    kind: str
    id: str
    file: Path
    path: str
    is_sound: bool = True

    @property
    def name(self) -> str:
        """The path below the content folder without its ending: `models/openai/gpt-4.1-nano`, `sources`."""
        return f"{self.kind}/{self.id}" if self.id else self.kind


@dataclass(slots=True)
class Folder:
    """All that was found. `broken` names what somebody meant to write but nothing can be read from."""

    root: str
    files: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def refuse(self, code: str, path: str, message: str, hint: str) -> None:
        """Add a problem with a file or folder as a whole."""
        self.problems.append(problem(code, Place(path), message=message, hint=hint))


def scan(root: str) -> Folder:
    """Look through the content folder, given as on the command line; links are refused, dot-files left alone.

    Raises UsageError where there is no such folder, MachineError where one cannot be opened.
    """
    if not Path(root).is_dir():
        message = f"There is no folder {printable(root)} to read the content from. Name one with --content."
        raise UsageError(message)
    folder = Folder(root.rstrip("/"))
    for entry, name in _inside(root, "", folder):
        if entry.name in FILES and entry.is_file():
            folder.files.append(Found(PurePath(name).stem, "", Path(entry.path), _path(folder, name)))
        elif entry.name in ENDINGS and entry.is_dir():
            _scan_records(entry, folder)
        else:
            _refuse_unknown(name, folder, root)
    return folder


def _refuse_unknown(name: str, folder: Folder, root: str) -> None:
    """Refuse what has no business here; where it is a misspelt name, what it would hold is broken and not missing."""
    meant = nearest(name, (*FILES, *ENDINGS))
    hint = f'Did you mean "{meant}"?' if meant else "Take it out of the content folder."
    if meant and not Path(root, meant).exists():
        folder.broken.add(_without_ending(meant))
    folder.refuse("path-unknown", _path(folder, name), "Nothing of this name belongs here.", hint)


def _scan_records(records: Entry, folder: Folder) -> None:
    for entry, name in _inside(records.path, records.name, folder):
        if records.name != "models":
            _take(entry, name, folder)
        elif entry.is_dir():
            _scan_lab(entry, name, folder)
        else:
            hint = "A model's file is models/<lab>/<slug>.yaml."
            folder.refuse("path-unknown", _path(folder, name), "Only folders, one for each lab, belong here.", hint)


def _scan_lab(lab: Entry, name: str, folder: Folder) -> None:
    if fault := slug_fault(lab.name):
        _refuse_name(name, lab.name, fault, folder)
    for entry, inner in _inside(lab.path, name, folder):
        _take(entry, inner, folder, is_sound=not fault)


def _take(entry: Entry, name: str, folder: Folder, *, is_sound: bool = True) -> None:
    """Take one file of a folder of records."""
    kind, _, rest = name.partition("/")
    ending = ENDINGS[kind]
    record_id = _without_ending(rest)
    slug = PurePath(record_id).name
    if not entry.is_file():
        hint = f"Its files are {kind}/{'<lab>/' * ('/' in rest)}<slug>{ending}."
        folder.refuse("path-unknown", _path(folder, name), "Only files belong in this folder.", hint)
    elif not name.endswith(ending):
        folder.broken.add(f"{kind}/{record_id}")
        hint = f'Rename it to "{printable(slug)}{ending}".'
        folder.refuse("path-unknown", _path(folder, name), f"The files of this folder end in {ending}.", hint)
    else:
        if fault := slug_fault(slug):
            _refuse_name(name, slug, fault, folder)
        found = Found(kind, record_id, Path(entry.path), _path(folder, name), is_sound and not fault)
        folder.files.append(found)


def _refuse_name(name: str, slug: str, fault: str, folder: Folder) -> None:
    better = fold(slug)
    hint = SLUG_HINT
    if not slug_fault(better):
        folder.broken.add(f"{PurePath(name).parent}/{better}")
        hint = f'Rename it to "{better}{PurePath(name).suffix if name.endswith(tuple(_OTHER_ENDINGS)) else ""}".'
    folder.refuse("path-name", _path(folder, name), f'"{printable(slug)}" {fault}.', hint)


def _inside(path: str, name: str, folder: Folder) -> Iterator[tuple[Entry, str]]:
    """Yield what lies in a folder, by name, each with its path below the content folder; a link is refused."""
    try:
        with os.scandir(path) as entries:
            ordered = sorted(entries, key=attrgetter("name"))
    except OSError as error:
        message = f"{_path(folder, name)} could not be opened: {error.strerror}."
        raise MachineError(message) from None
    for entry in ordered:
        inner = f"{name}/{entry.name}" if name else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            folder.broken.add(_without_ending(inner))
            hint = "Put the file or folder itself here."
            folder.refuse("path-symlink", _path(folder, inner), "This is a link, and links are not followed.", hint)
        elif _BACKUP.fullmatch(entry.name) and entry.is_file():
            message = "This is a copy that an editor has left, and no file of the content."
            folder.refuse("path-unknown", _path(folder, inner), message, "Delete it.")
        else:
            yield entry, inner


def _without_ending(name: str) -> str:
    ending = PurePath(name).suffix
    return name.removesuffix(ending) if ending.lower() in _OTHER_ENDINGS else name


def _path(folder: Folder, name: str) -> str:
    return printable(f"{folder.root}/{name}")


def printable(name: str) -> str:
    """Write a file's name on one line, whatever bytes and control characters it holds."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
