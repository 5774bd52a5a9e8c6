"""The import command: what a person or a scheduled job is told about an import while it runs and when it is done."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from almanac.problems import MachineError, render
from almanac.reader import line_reader

DONE, REFUSED = 0, 1


def take_in(given: argparse.Namespace) -> int:
    """Import the files of one source and report; 1 where nothing could be written."""
    from almanac.importers.report import FORMATS, summary
    from almanac.importers.run import Options, run

    options = Options(
        content=given.content.rstrip("/") or "/",
        source=given.source,
        files=tuple(given.files),
        at=given.at,
        machine_today=datetime.now(tz=UTC).date(),
        dry_run=given.dry_run,
    )
    with Stages(sys.stderr) as stages:
        outcome = run(options, stages.show)
    print(render(list(outcome.problems), "text", line_of=line_reader()), end="", file=sys.stderr)
    _put(FORMATS[given.format](outcome.report), given.report)
    if given.report is not None or outcome.is_refused:
        print(summary(outcome.report), file=sys.stderr)
    return REFUSED if outcome.is_refused else DONE


def _put(report: str, file: Path | None) -> None:
    if file is None:
        print(report, end="")
        return
    try:
        file.write_text(report, encoding="utf-8")
    except OSError as error:
        raise MachineError(f"The report could not be written to {file}: {error.strerror}.") from None


class Stages:
    """A bar for each stage of an import on a terminal, and nothing anywhere else."""

    def __init__(self, stream: TextIO) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), console=Console(file=stream), transient=True
        )
        self._tasks: dict[str, TaskID] = {}
        self._is_shown = stream.isatty()

    def __enter__(self) -> Self:
        if self._is_shown:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_shown:
            self._bar.stop()

    def show(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage has come."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(stage, total=total)
        self._bar.update(self._tasks[stage], completed=done, total=max(total, 1))
