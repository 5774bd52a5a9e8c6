"""What the command tests share: a tiny content folder and a way to run a command on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from almanac.cli import main
from tests.support.content import ContentTree

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def tree(tmp_path: Path) -> ContentTree:
    """Return a tiny content folder that has no problem."""
    return ContentTree.tiny(tmp_path)


@pytest.fixture
def run(tree: ContentTree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command on the tiny content with the real templates."""

    def run_command(*arguments: str) -> Ran:
        command, *rest = arguments
        folders = [
            "--content",
            str(tree.root),
            "--templates",
            str(ROOT / "templates"),
            "--static",
            str(ROOT / "static"),
        ]
        given = [command, *folders, "--output", str(tmp_path / "site"), *rest]
        try:
            code = main(given)
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_command
