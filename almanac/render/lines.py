"""Lines: files in which a line end carries meaning, each with one writer that refuses line ends in values."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Everything that some program takes for the end of a line."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that spreadsheets run (spec/content.md section 9)."""
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_FOLDED_AT = 75
"""Octets of a calendar line without its line end (RFC 5545 section 3.1)."""
_FIRST_CONTINUATION = 0x80
_LAST_CONTINUATION = 0xBF


def flat(text: str) -> str:
    """Return a text on one line: control characters and runs of white space become single spaces."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def one_line(text: str) -> str:
    """Return the text itself; ValueError where it holds a line end, which would begin an entry of its own."""
    if _LINE_END.search(text):
        raise ValueError(f"{text!r} holds a line end, and stands where a line is an entry.")
    return text


def fields(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Return `Name: value` lines, as robots.txt and security.txt have them."""
    return "".join(f"{_field(name, value)}\n" for name, value in pairs).encode()


def header_rules(rules: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> bytes:
    """Return a `_headers` file: each path pattern with the headers that its answers carry."""
    blocks = [
        "".join(f"{line}\n" for line in (_pattern(path), *(f"  {_field(*header)}" for header in headers)))
        for path, headers in rules
    ]
    return "\n".join(blocks).encode()


def redirect_rules(rules: Iterable[tuple[str, str, int]]) -> bytes:
    """Return a `_redirects` file: from, to and status on each line."""
    return "".join(f"{_pattern(old)} {_pattern(new)} {status}\n" for old, new, status in rules).encode()


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return CSV after RFC 4180; a cell that a spreadsheet would run gets a leading apostrophe."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in (header, *rows))
    return stream.getvalue().encode()


def content_lines(lines: Iterable[tuple[str, str]]) -> bytes:
    """Return calendar lines (`SUMMARY`, `DTSTART;VALUE=DATE`), folded; values are already in their type's form."""
    return b"".join(_folded(f"{name}:{one_line(value)}".encode()) + b"\r\n" for name, value in lines)


def calendar_text(text: str) -> str:
    """Return a value of the calendar's type TEXT; a line end in it is written as a backslash and n."""
    escaped = re.sub(r"([\\;,])", r"\\\1", text.replace("\r\n", "\n"))
    return "\\n".join(flat(line) for line in escaped.split("\n"))


def _field(name: str, value: str) -> str:
    if not _FIELD_NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the name of a field.")
    return f"{name}: {one_line(value)}"


def _pattern(path: str) -> str:
    """Return a path of a rule; white space in it would end it, and `#` would begin a remark."""
    if not path or re.search(r"[\s#]", path):
        raise ValueError(f"{path!r} cannot stand in a rule: it is empty or holds white space or #.")
    return path


def _cell(value: str) -> str:
    return f"'{value}" if one_line(value).startswith(_FORMULA) else value


def _folded(line: bytes) -> bytes:
    """Break a line at 75 octets, never inside a character; a continuation begins with a space, which counts."""
    parts = []
    limit = _FOLDED_AT
    while len(line) > limit:
        at = limit
        while _FIRST_CONTINUATION <= line[at] <= _LAST_CONTINUATION:
            at -= 1
        parts.append(line[:at])
        line, limit = line[at:], _FOLDED_AT - 1
    return b"\r\n ".join([*parts, line])
