"""Emission: plain data as YAML text that our reader, and any other, reads back as the same."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from almanac.importers.findings import Plain
from almanac.importers.layout import Steps, is_block, opens_part
from almanac.reader.scalars import value_of
from almanac.reader.textfile import CONTROL
from almanac.units.money import exact

WIDEST = 120
"""The longest line of a list of words, before it is broken."""

_UNSAFE_START = re.compile(r"[?:]|-(?:\s|$)|[,\[\]{}#&*!|>'\"%@`=<~]|---|\.\.\.")
_UNSAFE = re.compile(r"[:]\s|\s#|:$|^\s|\s$|[\n\t]")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]|[?:]$")


def flow(value: Plain) -> str:
    """Write a value on one line, as it may stand between brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(flow(item) for item in value)}]"
    return scalar(value)


def scalar(value: Plain, *, in_flow: bool = True) -> str:
    """Write one text, number, word or nothing; a text that would be read as something else stands in quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return exact(value)
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return text if _is_plain(text, in_flow=in_flow) else _quoted(text)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if value_of(text) != (text, "") or _UNSAFE_START.match(text) or _UNSAFE.search(text) or CONTROL.search(text):
        return False
    return not (in_flow and _UNSAFE_IN_FLOW.search(text))


def _quoted(text: str) -> str:
    """Write a text between double quotes; what readers would not see is escaped, so that ours can refuse it."""
    body = json.dumps(text, ensure_ascii=False)
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", body)


def entry(key: str, value: Plain, *, kind: str, steps: Steps, indent: int) -> Iterator[str]:
    """Yield the lines of one key of a block mapping; `steps` lead to the value, and decide how it is written."""
    pad = " " * indent
    name = scalar(key, in_flow=False)
    if opens_part(kind, steps):
        yield ""
    if is_block(kind, steps, value):
        yield f"{pad}{name}:"
        yield from block(value, kind=kind, steps=steps, indent=indent + 2)
        return
    line = f"{pad}{name}: {flow(value) if isinstance(value, Mapping | list) else scalar(value, in_flow=False)}"
    if len(line) > WIDEST and isinstance(value, list) and not any(isinstance(item, Mapping) for item in value):
        yield f"{pad}{name}:"
        yield from _broken(value, indent + 2)
    else:
        yield line


def block(value: Plain, *, kind: str, steps: Steps, indent: int) -> Iterator[str]:
    """Yield the lines of a mapping or list that stands on lines of its own."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from entry(key, inner, kind=kind, steps=(*steps, key), indent=indent)
    elif isinstance(value, list):
        yield from (f"{' ' * indent}- {flow(item)}" for item in value)


def _broken(items: list[Plain], indent: int) -> Iterator[str]:
    """Break a list of words into lines, each below the first word of the first."""
    line = f"{' ' * indent}["
    for number, item in enumerate(items):
        word = flow(item) + ("]" if number == len(items) - 1 else ",")
        if len(line) + len(word) > WIDEST:
            yield line.rstrip()
            line = " " * (indent + 1)
        line += f"{word} "
    yield line.rstrip()


def written(data: Mapping[str, Plain], *, kind: str, schema: str) -> str:
    """Return a new file: the line that tells editors its schema, then the record."""
    lines = block(data, kind=kind, steps=(), indent=0)
    return "\n".join((f"# yaml-language-server: $schema={schema}", *lines, ""))
