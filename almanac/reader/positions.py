"""Positions: where a value or key of a YAML text stands, found by reading it again when a problem needs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from yaml import MappingStartEvent, NodeEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, YAMLError
from yaml.events import CollectionEndEvent

from almanac.paths import is_named, item_name
from almanac.reader.events import events
from almanac.reader.scalars import value_of

Spot = tuple[int, int, int]
"""Line and column from 1, and width in characters."""
_DEEPEST = 64
_START: Spot = (1, 1, 1)


@dataclass(slots=True)
class _Node:
    """A value: its place, its plain data (a list item is named by it), and the nodes and keys in it."""

    spot: Spot
    data: Any = None
    keys: dict[str, Spot] = field(default_factory=dict)
    values: dict[str | int, "_Node"] = field(default_factory=dict)


def find(text: str, steps: Sequence[str | int], *, on: Literal["key", "value"]) -> Spot:
    """Return line, column and width of the value at the end of the steps, or of its key.

    A list item is found by its number or by its name. Where a step leads nowhere, it is the nearest thing above; a
    value that is not written (`family:`) is found at its key. A text that is no YAML gives its start.
    """
    node = _tree(text)
    spot = node.spot
    for step in steps:
        name = _name_in(node, step)
        if name not in node.values:
            break
        key = node.keys.get(str(name), node.values[name].spot)
        node = node.values[name]
        spot = key if on == "key" or node.spot[2] == 0 else node.spot
    return spot[0], spot[1], max(1, spot[2])


def lines(text: str) -> dict[tuple[str, ...], int]:
    """Return the line on which each key and list item stands, by its steps with list items under their full names.

    Only what stands on another line than the thing that holds it is listed: the rest is found at its nearest above.
    """
    root = _tree(text)
    return {(): root.spot[0], **dict(_lines(root, (), root.spot[0]))}


def _lines(node: _Node, above: tuple[str, ...], line: int) -> Iterator[tuple[tuple[str, ...], int]]:
    named: set[str] = set()
    for name, value in node.values.items():
        step = name if isinstance(name, str) else item_name(value.data)
        if step in named:  # of two items with one name, the first is meant
            continue
        named.add(step)
        own = node.keys.get(step, value.spot)[0] if isinstance(name, str) else value.spot[0]
        if own != line:
            yield (*above, step), own
        yield from _lines(value, (*above, step), own)


def _name_in(node: _Node, step: str | int) -> str | int:
    """Return the number of a list item that is given by name."""
    if isinstance(step, int) or not isinstance(node.data, list):
        return step
    return next((number for number, item in enumerate(node.data) if is_named(item, step)), step)


@lru_cache(maxsize=16)
def _tree(text: str) -> _Node:
    try:
        return _Tree(text).root()
    except (YAMLError, _TooDeepError):
        return _Node(_START)


class _TooDeepError(Exception):
    """The text lies deeper than any that was read; it never leaves this module."""


class _Tree:
    """The nodes of one text, made from its events; only as deep as `yamlfile` lets a text be."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.events = (event for event in events(text) if isinstance(event, NodeEvent | CollectionEndEvent))

    def root(self) -> _Node:
        """Return the node that holds all others; an empty text has it at its start."""
        event = next(self.events, None)
        node = self._node(event, 0) if event else _Node(_START)
        return node if node.spot[2] else _Node(_START)  # nothing is written behind a line of ---

    def _node(self, event: Any, depth: int) -> _Node:
        if depth > _DEEPEST:
            raise _TooDeepError
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, SequenceStartEvent):
            return self._list(event, depth)
        if isinstance(event, ScalarEvent):
            data = event.value if event.style else value_of(event.value)[0]
            return _Node(self._spot(event, event), data)
        return _Node(self._spot(event, event))

    def _mapping(self, start: Any, depth: int) -> _Node:
        node = _Node(_START, {})
        while not isinstance(event := next(self.events), CollectionEndEvent):
            key = self._node(event, depth + 1)
            name = str(getattr(event, "value", "?"))
            node.keys[name] = key.spot
            node.values[name] = value = self._node(next(self.events), depth + 1)
            node.data[name] = value.data
        node.spot = self._spot(start, event)
        return node

    def _list(self, start: Any, depth: int) -> _Node:
        node = _Node(_START, [])
        while not isinstance(event := next(self.events), SequenceEndEvent):
            node.values[len(node.data)] = item = self._node(event, depth + 1)
            node.data.append(item.data)
        node.spot = self._spot(start, event)
        return node

    def _spot(self, start: Any, end: Any) -> Spot:
        """Place a value; of a block or of one that spans lines, what stands on its first line."""
        line, column = start.start_mark.line, start.start_mark.column
        if end.end_mark.line == line and getattr(start, "flow_style", True):
            return line + 1, column + 1, end.end_mark.column - column
        return line + 1, column + 1, len(self.lines[line].rstrip()) - column
