"""Nodes: the values of a YAML text with the offsets where each begins and ends, for edits that touch nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import MappingStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent
from yaml.events import CollectionEndEvent

from almanac.importers.findings import Plain
from almanac.reader.events import events
from almanac.reader.scalars import value_of


@dataclass(slots=True)
class Node:
    """One value. `start` and `end` are offsets of its own characters: no white space and no comment around them."""

    start: int
    end: int
    data: Plain = None
    is_flow: bool = True
    style: str | None = None
    items: list["Item"] = field(default_factory=list)

    @property
    def is_collection(self) -> bool:
        """Say whether it is a mapping or a list."""
        return isinstance(self.data, dict | list)


@dataclass(slots=True)
class Item:
    """An entry of a mapping or list. `start` is where its key, its dash or, in a flow list, its value begins.

    `mark` is the offset behind its colon or dash, the last character before what belongs to the value.
    """

    name: str
    start: int
    mark: int
    value: Node


def tree(text: str) -> Node | None:
    """Return the root of a text that the reader has passed, or None where the text holds no value."""
    build = _Tree(text)
    event = next(build.events, None)
    return build.node(event) if event is not None else None


class _Tree:
    """The nodes of one text, made from its events; the reader has counted how deep they lie."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events: Iterator[Any] = (
            event for event in events(text) if isinstance(event, NodeEvent | CollectionEndEvent)
        )

    def node(self, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events have no types
        """Return the value that begins with an event."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            node = Node(start, end, is_flow=bool(event.flow_style))
            return self._mapping(node) if isinstance(event, MappingStartEvent) else self._list(node)
        if not isinstance(event, ScalarEvent):
            raise TypeError(f"{type(event).__name__} is refused by the reader.")
        data: Any = event.value if event.style else value_of(event.value)[0]
        if event.style in {"|", ">"}:  # libyaml counts the empty lines below as part of it
            end = start + len(self.text[start:end].rstrip())
        return Node(start, end, data, style=event.style)

    def _mapping(self, node: Node) -> Node:
        data: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), CollectionEndEvent):
            key = self.node(event)
            value = self.node(next(self.events))
            name = str(event.value)
            mark = self.text.find(":", key.end) + 1
            node.items.append(Item(name, key.start, mark, value))
            data[name] = value.data
        return self._closed(node, event, data)

    def _list(self, node: Node) -> Node:
        data: list[Plain] = []
        after = node.start
        while not isinstance(event := next(self.events), CollectionEndEvent):
            dash = node.start if node.is_flow else self._dash(node, after)
            value = self.node(event)
            if node.is_flow:
                dash = value.start
            node.items.append(Item(str(len(data)), dash, dash if node.is_flow else dash + 1, value))
            data.append(value.data)
            after = max(value.end, dash + 1)
        return self._closed(node, event, data)

    def _dash(self, node: Node, after: int) -> int:
        """Return the offset of the next dash of a block list: the first thing on a line, in the list's own column."""
        if after == node.start:
            return node.start
        column = node.start - line_start(self.text, node.start)
        here = self.text.find("\n", after) + 1
        while here:
            line = self.text[here : here + column + 1]
            if line[:column].strip() == "" and line[column:] == "-":
                return here + column
            here = self.text.find("\n", here) + 1
        raise ValueError("The text holds a list without a dash.")

    def _closed(self, node: Node, event: Any, data: Plain) -> Node:  # noqa: ANN401 - PyYAML's events have no types
        node.data = data
        if node.is_flow:
            node.end = event.end_mark.index
        elif node.items:
            node.end = max(node.items[-1].value.end, node.items[-1].mark)
        return node


def line_start(text: str, offset: int) -> int:
    """Return the offset at which the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def next_line(text: str, offset: int) -> int:
    """Return the offset behind the line end that follows; the length of the text where none does."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def is_first_on_line(text: str, offset: int) -> bool:
    """Say whether only spaces stand before an offset on its line."""
    return not text[line_start(text, offset) : offset].strip()
