"""Text files: their bytes, refused before anything reads them where they are too large or no plain UTF-8."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from almanac.problems import MachineError, Place, Problem, problem

RECORD_BYTES = 256 * 1024
"""The most bytes of a record or guide."""
LEDGER_BYTES = 8 * 1024 * 1024
"""The most bytes of published.txt."""
_MOST_CONTROLS = 20
_PLAIN = bytes((*b"\t\n", *range(0x20, 0x7F)))

# C0 and C1 but tab and line ends, the bidirectional embeddings, overrides and isolates, and what libyaml would
# take for a line end (U+0085, U+2028, U+2029), so that our lines are those of every editor.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\r(?!\n)"
)


def load(file: Path, *, path: str, limit: int = RECORD_BYTES) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, or None and why it cannot be read; `path` is how the file is printed.

    Raises MachineError where the disk does not give the file.
    """
    data = _bytes(file, path=path, limit=limit)
    if len(data) > limit:
        message = f"This file is larger than {_size(limit)}."
        hint = "Take out what does not belong to the record, or split it."
        return None, [problem("yaml-size", Place(path), message=message, hint=hint)]
    return decode(data, path=path)


def decode(data: bytes, *, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text that bytes hold, without a byte order mark; None where it may not be read on."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_encoding_problem(data, error.start, path)]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        message = "The file begins with a byte order mark."
        hint = "Save it as UTF-8 without BOM."
        problems.append(problem("yaml-bom", Place(path), message=message, hint=hint))
    controls = [] if _is_plain(data) else list(islice(_control_problems(text, path), _MOST_CONTROLS))
    return None if controls else text, problems + controls


def _bytes(file: Path, *, path: str, limit: int) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise MachineError(f"{path} could not be read: {error.strerror or error}.") from None


def _encoding_problem(data: bytes, start: int, path: str) -> Problem:
    before = data[:start].decode("utf-8")
    line, column = position(before, len(before))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "This file is UTF-16."
    else:
        message = f"The byte {data[start]:02X} here is not UTF-8."
    return problem("yaml-encoding", Place(path, line, column), message=message, hint="Save the file as UTF-8.")


def _is_plain(data: bytes) -> bool:
    """Say at once of most files that no character of them is refused: only what is not plain ASCII is looked at."""
    rest = data.translate(None, _PLAIN)
    return b"\r" not in rest and not CONTROL.search(rest.decode("utf-8"))


def _control_problems(text: str, path: str) -> Iterator[Problem]:
    """Yield the first of each line, so that one slip of an editor is one problem."""
    found = CONTROL.search(text)
    while found:
        line, column = position(text, found.start())
        message = f"{control_name(found[0])} stands here, which readers do not see."
        hint = "Remove it; most editors can show invisible characters."
        yield problem("yaml-control", Place(path, line, column), message=message, hint=hint)
        end = text.find("\n", found.end())
        found = None if end < 0 else CONTROL.search(text, end)


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def control_name(character: str) -> str:
    """Name a character that must not be printed."""
    return f"The control character U+{ord(character):04X}"


def _size(limit: int) -> str:
    return f"{limit // 1024} KiB" if limit < 1024 * 1024 else f"{limit // (1024 * 1024)} MiB"
