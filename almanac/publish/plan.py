"""The plan: which file each output will be, proved before anything is rendered to collide with no other."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from almanac.outputs.output import Output
from almanac.problems import Place, Problem, problem
from almanac.publish.manifest import NAME as MANIFEST

PROGRAM = "the program"
"""The origin of outputs that no file of the content asked for."""
_RENAME = "Rename one of the two, or remove the snapshot or alias that repeats a name."
_UNWRITABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_LONGEST_NAME = 255  # bytes: the limit of every common file system


@dataclass(frozen=True, slots=True)
class Plan:
    """Every file of the site, site-relative path to output, in code-point order of the paths."""

    outputs: Mapping[str, Output]


def plan(outputs: Iterable[Output]) -> tuple[Plan, list[Problem]]:
    """Return the plan, and a problem for each output that cannot stand in it; such a one is left out."""
    problems: list[Problem] = []
    files = {fold(MANIFEST): Output(MANIFEST, None, bytes, f"{PROGRAM} (its list of files)")}
    for claim in sorted(outputs, key=lambda output: (output.path, output.origin)):
        if reason := _unsafe(claim.path):
            problems.append(_refused(claim, reason))
        elif (first := files.setdefault(fold(claim.path), claim)) is not claim:
            problems.append(_collision(first, claim))
    problems += _folder_collisions(files)
    kept = {output.path: output for output in files.values() if output.path != MANIFEST}
    return Plan(MappingProxyType(dict(sorted(kept.items())))), sorted(problems)


def urls(planned: Plan) -> Mapping[str, frozenset[str]]:
    """Return every URL that the site answers at (`/models/`, `/feed.xml`), each with its fragment ids."""
    return _Urls(planned.outputs)


class _Urls(Mapping[str, frozenset[str]]):
    """The URLs of a plan; the fragments of one are asked for only when something links to it."""

    def __init__(self, outputs: Mapping[str, Output]) -> None:
        self._outputs = {f"/{path}": output for path, output in outputs.items()}
        self._outputs |= {url_of(path): output for path, output in outputs.items()}

    def __getitem__(self, url: str) -> frozenset[str]:
        return self._outputs[url].fragments()

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __len__(self) -> int:
        return len(self._outputs)

    def __contains__(self, url: object) -> bool:
        return url in self._outputs


def url_of(path: str) -> str:
    """Return the URL that people know a file by: that of its folder where it is an index."""
    folder, _, name = f"/{path}".rpartition("/")
    return f"{folder}/" if name == "index.html" else f"/{path}"


def fold(path: str) -> str:
    """Return what a disk without upper and lower case, or one that composes accents, takes the path for."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folders_of(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, the outermost first; the root of the site is not one of them."""
    return accumulate(path.split("/")[:-1], lambda outer, name: f"{outer}/{name}")


def _unsafe(path: str) -> str:
    """Say what makes a path something else than one file below the site; nothing if it is one."""
    if "\\" in path:
        return "it holds a backslash"
    if not path.isprintable() and any(unicodedata.category(char) in _UNWRITABLE for char in path):
        return "it holds a control character"
    names = path.split("/")
    if "" in names:
        return "a part of it is empty"
    if "." in names or ".." in names:
        return "it points out of its folder"
    if any(len(name.encode()) > _LONGEST_NAME for name in names):
        return f"a part of it is longer than {_LONGEST_NAME} bytes"
    return ""


def _refused(claim: Output, reason: str) -> Problem:
    shown = claim.path.encode("unicode_escape").decode("ascii")
    return problem(
        "url-collision",
        Place(claim.origin),
        message=f"The site cannot hold “{shown}”: {reason}, so disks or hosts would take it for another.",
        hint="Rename what it is made from.",
    )


def _collision(first: Output, second: Output) -> Problem:
    one, other = url_of(first.path), url_of(second.path)
    if first.path != second.path:
        said = (
            f"{first.origin} claims {one} and {second.origin} claims {other}: some disks and hosts cannot "
            "tell them apart."
        )
    elif first.origin == second.origin:
        said = f"{first.origin} claims {one} twice."
    else:
        said = f"{first.origin} and {second.origin} both claim {one}."
    return problem("url-collision", _place(first, second), message=said, hint=_RENAME)


def _folder_collisions(files: Mapping[str, Output]) -> Iterator[Problem]:
    """Yield a problem for each folder that is also a file, or that two outputs spell differently."""
    spelled: dict[str, tuple[str, Output]] = {}
    seen: set[str] = set()
    for output in files.values():
        for folder in folders_of(output.path):
            if folder in seen:
                continue
            seen.add(folder)
            key = fold(folder)
            spelling, first = spelled.setdefault(key, (folder, output))
            if key in files:
                yield _file_and_folder(files[key], output)
            elif spelling != folder:
                yield _collision(first, output)


def _file_and_folder(file: Output, inside: Output) -> Problem:
    said = (
        f"{file.origin} claims the file {url_of(file.path)}, and {inside.origin} needs a folder there for "
        f"{url_of(inside.path)}."
    )
    return problem("url-collision", _place(file, inside), message=said, hint=_RENAME)


def _place(first: Output, second: Output) -> Place:
    """Point at the claimant that somebody can edit, the second of two."""
    return Place(first.origin if second.origin.startswith(PROGRAM) else second.origin)
