"""Frames: the line of a file that is shown under a problem, read again when it is asked for."""

from collections.abc import Callable
from pathlib import Path

from almanac.reader.textfile import LEDGER_BYTES


def line_reader() -> Callable[[str, int], str | None]:
    """Return a function from a printed path and a line number to the text of that line, or None where there is none.

    Each file is read once for the life of the function; one that cannot be read has no lines.
    """
    lines: dict[str, list[str]] = {}

    def line_of(path: str, line: int) -> str | None:
        if path not in lines:
            lines[path] = _lines(path)
        return lines[path][line - 1] if 0 < line <= len(lines[path]) else None

    return line_of


def _lines(path: str) -> list[str]:
    file = Path(path)
    if file.is_symlink() or not file.is_file():  # what a link leads to is nobody's to see, and a pipe never ends
        return []
    try:
        with file.open("rb") as stream:
            data = stream.read(LEDGER_BYTES)
    except OSError:
        return []
    text = data.decode("utf-8-sig", errors="replace")
    return [line.rstrip("\r") for line in text.split("\n")]
