"""Imports: the whole run of all sources over hand-made content, by the command as a scheduled job gives it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from tests.support.upstream import (
    AIDER,
    DEPRECATIONS,
    EPOCH,
    LITELLM,
    LLMSTATS,
    MODELSDEV,
    OPENROUTER,
    unpack,
    unpack_hand_made,
)  # fmt: skip

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Step:
    """One import: the source on the command line, its files and the day on which they were fetched."""

    source: str
    files: tuple[str, ...]
    at: str


STEPS: Mapping[str, Step] = {
    "modelsdev": Step("modelsdev", MODELSDEV, "2026-06-14"),
    "openrouter": Step("openrouter", (OPENROUTER,), "2026-05-15"),
    "litellm": Step("litellm", (LITELLM,), "2026-05-28"),
    "deprecations": Step("litellm", (DEPRECATIONS,), "2026-11-20"),
    "aider": Step("aider", (AIDER,), "2026-05-22"),
    "epoch": Step("epoch", (EPOCH,), "2025-12-03"),
    "llmstats": Step("llmstats", (LLMSTATS,), "2025-05-22"),
}
"""Every import of the given files, in the order in which a first run takes them."""


@dataclass(frozen=True, slots=True)
class Landed:
    """Content as it is after imports, the report of each, and the unpacked upstream files."""

    content: Path
    reports: Mapping[str, Mapping[str, Any]]
    upstream: Path

    def notes(self, name: str, *kinds: str) -> dict[str, str]:
        """Return what a report says of each subject that became nothing, by its subject."""
        notes = self.reports[name]["notes"]
        return {note["subject"]: note["cause"] for note in notes if not kinds or note["kind"] in kinds}


def land(content: Path, upstream: Path, names: Iterable[str] = STEPS) -> dict[str, Mapping[str, Any]]:
    """Run imports one after the other, and return the last report of each."""
    return {name: run(content, STEPS[name], upstream) for name in names}


def run(content: Path, step: Step, upstream: Path, *, may_fail: bool = False) -> Mapping[str, Any]:
    """Run one import as a process of its own, and return its report."""
    report = content.parent / "report.json"
    files = [str(upstream / name) for name in step.files]
    command = [sys.executable, "build.py", "import", step.source, *files, "--at", step.at]
    command += ["--content", str(content), "--format", "json", "--report", str(report)]
    environment = {**os.environ, "PYTHONHASHSEED": "random"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert may_fail or done.returncode == 0, f"{step.source}: {done.stdout}{done.stderr}"
    return dict(json.loads(report.read_text(encoding="utf-8")))


def prepared(folder: Path) -> tuple[Path, Path]:
    """Unpack the hand-made content and the upstream files, and return where they are."""
    upstream = folder / "upstream"
    upstream.mkdir()
    for step in STEPS.values():
        unpack(step.files, upstream)
    return unpack_hand_made(folder), upstream


Job = Callable[[Path], Mapping[str, Mapping[str, Any]]]
"""Makes content in a folder that has upstream files, and returns the reports of its imports."""


def made_once(folder: Path, jobs: Mapping[str, Job]) -> Mapping[str, Landed]:
    """Do jobs, two at once, unless another process of the same test run has done them before."""
    with _alone(folder):
        if not (folder / "done").exists():
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(lambda name: _do(folder / name, jobs[name]), jobs))
            (folder / "done").touch()
    return {name: _read(folder / name) for name in jobs}


def _do(folder: Path, job: Job) -> None:
    folder.mkdir()
    (folder / "reports.json").write_text(json.dumps(job(folder)), encoding="utf-8")


def from_hand_made(names: Iterable[str]) -> Job:
    """Return the job of importing into the hand-made content in an order."""

    def job(folder: Path) -> Mapping[str, Mapping[str, Any]]:
        content, upstream = prepared(folder)
        return land(content, upstream, names)

    return job


def _read(folder: Path) -> Landed:
    reports = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    return Landed(folder / "content", reports, folder / "upstream")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process of a test run work at a time: the others then find what it made."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def texts(content: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a content folder, by its path in it."""
    files = (file for file in content.rglob("*") if file.is_file())
    return {str(file.relative_to(content)): file.read_bytes() for file in files}
