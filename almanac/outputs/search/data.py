"""Data: what the search reads when it is first used, as short as it can be written."""

from collections.abc import Iterator

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.search.entries import Entry, entries
from almanac.render.jsonfile import json_file


def outputs(context: Context) -> Iterator[Output]:
    """Yield the file: under each kind, in the order of equal finds, lines of id, name, note, gone and other names."""
    found: dict[str, list[list[object]]] = {}
    for entry in entries(context):
        found.setdefault(entry.kind, []).append(_line(entry))
    yield Output(addresses.file_of(addresses.SEARCH_DATA), found, json_file, "the search")


def _line(entry: Entry) -> list[object]:
    """Leave out what is empty at the end."""
    line: list[object] = [entry.id, entry.name, entry.note.partition(", ")[2], int(entry.gone), *entry.others]
    while len(line) > 2 and not line[-1]:  # noqa: PLR2004 - id and name are always there
        line.pop()
    return line
