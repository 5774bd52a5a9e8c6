"""What the tests of publishing share: tiny plans, publications of them, and what then stands on the disk."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from almanac.outputs.output import Output
from almanac.problems import Problem
from almanac.publish import Listener, Plan, Report, Target, plan, publish
from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.manifest import entry_of, parse
from almanac.publish.report import SILENT
from almanac.publish.tree import Siblings


def encode(text: Any) -> bytes:
    return str(text).encode()


def page(path: str, text: str = "", origin: str = "content/models/openai/x.yaml") -> Output:
    return Output(path, text, encode, origin)


def plan_of(files: Mapping[str, str]) -> Plan:
    planned, problems = plan(page(path, text) for path, text in files.items())
    assert problems == []
    return planned


def put(folder: Path, files: Mapping[str, str], *, listener: Listener = SILENT, **terms: Any) -> Report:
    report, problems = publish(plan_of(files), target=Target(folder, **terms), listener=listener)
    assert problems == []
    assert report is not None
    return report


def refused(folder: Path, files: Mapping[str, str], **terms: Any) -> list[Problem]:
    report, problems = publish(plan_of(files), target=Target(folder, **terms))
    assert report is None
    return problems


def texts(folder: Path) -> dict[str, str]:
    """Return every regular file below a folder but the manifest."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    found = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
    return {path: text for path, text in sorted(found.items()) if path != MANIFEST}


def hidden(folder: Path) -> set[str]:
    """Return which of the hidden trees stand beside a site."""
    names = Siblings.of(folder)
    trees = {"building": names.building, "next": names.next, "old": names.old}
    return {state for state, path in trees.items() if os.path.lexists(path)}


def read_whole(folder: int) -> dict[str, bytes]:
    """Read a site through an open folder and its manifest; an assertion fails where a file is not as it says."""
    entries = parse(_read(folder, MANIFEST))
    found = {path: _read(folder, path) for path in entries}
    assert {path: entry_of(data) for path, data in found.items()} == entries
    return found


def _read(folder: int, path: str) -> bytes:
    handle = os.open(path, os.O_RDONLY, dir_fd=folder)
    with os.fdopen(handle, "rb") as file:
        return file.read()
