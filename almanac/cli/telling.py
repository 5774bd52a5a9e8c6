"""Telling: what a command says while it works, on standard error; standard output holds only what was asked for."""

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from almanac.pipeline import Stage
from almanac.publish import Listener, Report

MOST_NAMED = 5
"""How many files a report names before it only counts them."""


class Clock:
    """Prints each stage with the time it took; on a terminal shows a bar while pages render."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = self._last = time.perf_counter()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(file=stream),
            transient=True,
        )
        self._task = self._bar.add_task("render", total=None)

    def stage(self, stage: Stage) -> None:
        """Print one line: the stage, what it found, and how long it took."""
        now = time.perf_counter()
        print(f"{stage.name:<8} {stage.what} ({1000 * (now - self._last):,.0f} ms)", file=self._stream)
        self._last = now

    def watching(self) -> AbstractContextManager[object]:
        """Return the bar, to be shown while pages render; nothing where there is no terminal."""
        return self._bar if self._stream.isatty() else nullcontext()

    def listener(self) -> Listener:
        """Return whom a publication tells what it does."""
        return Listener(say=lambda sentence: print(sentence, file=self._stream), progress=self._progress)

    def _progress(self, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total)

    def total(self) -> float:
        """Return the seconds since the start."""
        return time.perf_counter() - self._begun


def _counted(report: Report) -> str:
    kinds = (("files written", report.written), ("unchanged", report.unchanged), ("removed", report.removed))
    return ", ".join(f"{len(files):,} {kind}" for kind, files in kinds)


def told(report: Report, *, folder: str) -> list[str]:
    """Return what a publication did, in sentences."""
    said = [
        f"{folder}: {_counted(report)}.",
        f"{report.files:,} files, {report.bytes / 1_000_000:,.1f} MB in all.",
    ]
    if report.carried:
        more = f" and {len(report.carried) - MOST_NAMED:,} more" if len(report.carried) > MOST_NAMED else ""
        said.append(f"Kept, though not ours: {', '.join(report.carried[:MOST_NAMED])}{more}.")
    return [*said, *report.notes]


def standard() -> Clock:
    """Return the clock that tells on standard error."""
    return Clock(sys.stderr)
