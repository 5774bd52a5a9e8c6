"""Tables: rows of cells between pipes, the second of them dashes."""

import re
from collections.abc import Sequence

from almanac.markup.findings import Fault
from almanac.markup.inlines import prose
from almanac.markup.spots import Line, Spot
from almanac.markup.tree import Alignment, Table

COLUMNS = 32

_PIPE = re.compile(r"\\.|\|")


def is_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a header stands on this line: the next one is dashes, in as many columns."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or "|" not in lines[at + 1].text:
        return False
    dashes = [cell.words for cell in cells(lines[at + 1])]
    return all(_alignment(dash) is not None for dash in dashes) and len(dashes) == len(cells(lines[at]))


def read_table(lines: Sequence[Line]) -> Table:
    """Read a table from its own lines: the header, the dashes, the rows."""
    header = cells(lines[0])
    faults = [_too_wide(lines[0])] if len(header) > COLUMNS else []
    rows = []
    for line in lines[2:]:
        row = cells(line)
        if len(row) > len(header):
            faults.append(_too_long(row[len(header)], len(header)))
        end = Line("", line.number, line.column + len(line.text))
        rows.append(tuple(prose([cell]) for cell in [*row, *[end] * len(header)][: len(header)]))
    alignments = tuple(_alignment(cell.words) or "" for cell in cells(lines[1]))
    return Table(tuple(prose([cell]) for cell in header), alignments, tuple(rows), tuple(faults))


def cells(line: Line) -> list[Line]:
    """Cut a row at its pipes; an escaped pipe is text of a cell, and the outer pipes may be left out."""
    words = line.outdented()
    text = words.text.rstrip(" \t")
    found: list[Line] = []
    start = 1 if text.startswith("|") else 0
    for match in _PIPE.finditer(text, start):
        if match[0] == "|":
            found.append(Line(text[start : match.start()].rstrip(" \t"), words.number, words.column + start))
            start = match.end()
    if start < len(text) or not found:
        found.append(Line(text[start:], words.number, words.column + start))
    return found


def _alignment(dash: str) -> Alignment | None:
    core = dash.removeprefix(":").removesuffix(":")
    if not core or core.strip("-"):
        return None
    if dash.endswith(":"):
        return "c" if dash.startswith(":") else "r"
    return ""


def _too_wide(header: Line) -> Fault:
    message = f"A table holds at most {COLUMNS} columns; nobody can read more on a page."
    return Fault(header.spot(), "markup-structure", message, "Split it into several tables.")


def _too_long(cell: Line, width: int) -> Fault:
    spot = Spot(cell.number, cell.outdented().column, max(1, len(cell.words)))
    message = f"The header of this table has {width} cells and this row has more, so the rest would be lost."
    return Fault(
        spot,
        "markup-structure",
        message,
        "Add the missing column to the header, or write \\| for a pipe in a cell.",
    )
