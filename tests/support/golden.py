"""Golden files: what a test draws, kept byte for byte under tests/golden and changed only with --update-golden."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "golden"


def golden(request: pytest.FixtureRequest, name: str, data: bytes) -> bytes:
    """Return what the golden file of a name holds; with --update-golden it is written first."""
    file = FOLDER / name
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return file.read_bytes()
