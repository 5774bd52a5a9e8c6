"""Accounts: every field name that a file of upstream holds, and what becomes of it by a table that people wrote."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from almanac.importers.findings import Note, Upstream

UNKNOWN = "not carried over: new, and nobody has looked at it yet"
"""What is said of a field that no table has: the report shows it, and a test fails on it."""

Table = Mapping[str, str]


@cache
def file_tables(package: str) -> Mapping[str, Table]:
    """Read a source's `fields.toml`: what becomes of each field, by the shape of the file."""
    return tomllib.loads(files(package).joinpath("fields.toml").read_text(encoding="utf-8"))


def told_fields(upstream: Iterable[Upstream], tables: Mapping[str, Table]) -> dict[str, str]:
    """Return every field that the files hold, `shape: path`, with what becomes of it."""
    return {
        f"{file.shape}: {path}": meaning
        for file in upstream
        for path, meaning in accounted(file.data, tables[file.shape]).items()
    }


def new_fields(fields: Mapping[str, str]) -> Iterator[Note]:
    """Yield a note for each field that no table has."""
    for name, meaning in fields.items():
        if meaning == UNKNOWN:
            yield Note("unmapped", name, "a field that nobody has looked at yet")


def accounted(data: object, table: Table) -> dict[str, str]:
    """Return every field path of the data, list items and ids left out (`*.cost.input`), with what becomes of it.

    A path of the table may hold `*` for a key that is an id, and covers all that lies below it.
    """
    patterns = {tuple(path.split(".")): meaning for path, meaning in table.items()}
    return {".".join(path): patterns.get(path, UNKNOWN) for path in sorted(set(_paths(data, patterns)))}


Path = tuple[str, ...]


def _paths(data: object, patterns: Mapping[Path, str]) -> Iterator[Path]:
    """Yield the shortest path of the table for each value, and the whole path of a value that the table has not."""
    below = {
        length: {path[:length] for path in patterns} for length in range(1, max(map(len, patterns), default=0) + 1)
    }
    pending: list[tuple[Path, object]] = [((), data)]
    while pending:
        path, value = pending.pop()
        if path in patterns:
            yield path
        elif isinstance(value, Mapping):
            prefixes = below.get(len(path) + 1, set())
            pending += [(_step(path, str(key), prefixes), item) for key, item in value.items()]
        elif isinstance(value, Sequence) and not isinstance(value, str):
            pending += [(path, item) for item in value]
        else:
            yield path


def _step(path: Path, key: str, prefixes: set[Path]) -> Path:
    """Return the path one key deeper, as the table spells it: an id is `*`."""
    exact, wild = (*path, key), (*path, "*")
    return wild if exact not in prefixes and wild in prefixes else exact
