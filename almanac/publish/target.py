"""The target: the folder that a plan is published into, and on what terms."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from almanac.problems import Problem
from almanac.publish.budgets import Weight


def _allow_all(_weight: Weight) -> list[Problem]:
    """Find no weight too high."""
    return []


@dataclass(frozen=True, slots=True)
class Target:
    """Where a plan is published and on what terms.

    `sources` are the folders that the output may not touch; `clean` writes every file anew, also an
    unchanged one; `judge` sees the weight of the whole folder before it is put in place, and what it
    finds prevents that; `wait` is how many seconds to wait for another build.
    """

    folder: Path
    sources: tuple[Path, ...] = ()
    clean: bool = False
    judge: Callable[[Weight], list[Problem]] = _allow_all
    wait: float = 60.0

    @property
    def name(self) -> str:
        """What messages call the folder: as it was given, with a slash."""
        return f"{self.folder}/"
