"""Upstream files: read as published, with every number exact, and told apart by their shape, not by their name."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from almanac.importers.findings import Upstream
from almanac.importers.shapes import SHAPES
from almanac.problems import MachineError, UsageError
from almanac.reader.yamlfile import parse
from almanac.units.dates import Day

LARGEST = 64 * 1024 * 1024
"""The most bytes that one upstream file may have; the largest that exists has under 3 MB."""


def load(paths: Sequence[str], source: str, at: Day) -> tuple[Upstream, ...]:
    """Read the files of one source, in the order given; `at` is the day on which they were fetched.

    Raises UsageError where a file is not what the source publishes, MachineError where it cannot be read.
    """
    loaded = tuple(_loaded(Path(path), source, at) for path in paths)
    shapes = [file.shape for file in loaded]
    for shape in shapes:
        if shapes.count(shape) > 1 and shape not in _MANY:
            raise UsageError(f"Two files of the shape {shape} were given for {source}. Name each kind of file once.")
    return loaded


_MANY = frozenset({"openrouter-endpoints"})


def _loaded(path: Path, source: str, at: Day) -> Upstream:
    parser = _PARSERS.get(path.suffix.lower())
    if parser is None:
        raise UsageError(f"{path.name} is no upstream file. Give files that end in {', '.join(sorted(_PARSERS))}.")
    data = parser(_text(path), path.name)
    possible = SHAPES.get(source, {})
    shape = next((name for name, is_shape in possible.items() if is_shape(data)), None)
    if shape is None:
        known = ", ".join(possible) or "nothing"
        raise UsageError(
            f"{path.name} has the shape of nothing that {source} publishes: known are {known}. "
            "Look whether it is the right file, and whether upstream has changed its form."
        )
    return Upstream(name=path.name, shape=shape, data=data, at=at)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path.name} has more than {LARGEST:,} bytes, which no catalogue has. Look at it first.")
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}. Give the path of a downloaded upstream file.") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder. Name the files in it.") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name} is not UTF-8 text at byte {error.start:,}. Download it again.") from None
    except OSError as error:
        raise MachineError(f"{path} cannot be read: {error.strerror}. Check its rights and the disk.") from error


def _json(text: str, name: str) -> object:
    """Read JSON; of two equal keys the last counts, as for the catalogue's own readers (LiteLLM 1.86.2 has four)."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except RecursionError:
        raise UsageError(f"{name} is nested deeper than any catalogue. Look at it first.") from None
    except ValueError as error:
        raise UsageError(f"{name} is not JSON: {error}. Download it again.") from None


def _no_constant(word: str) -> object:
    raise ValueError(f"{word} is not a number")


def _yaml(text: str, name: str) -> object:
    parsed = parse(text, path=name)
    if parsed.problems:
        first = parsed.problems[0]
        raise UsageError(f"{name} is not YAML that can be trusted: line {first.line}: {first.message}")
    return parsed.data


def _csv(text: str, name: str) -> object:
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="", strict=True)]
    except csv.Error as error:
        raise UsageError(f"{name} is not CSV: {error}. Download it again.") from None


_PARSERS: Mapping[str, Callable[[str, str], object]] = {".json": _json, ".yaml": _yaml, ".yml": _yaml, ".csv": _csv}
