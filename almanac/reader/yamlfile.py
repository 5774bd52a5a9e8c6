"""YAML as we read it: plain data built from a guarded stream of events, with every refusal at its place.

Nothing is composed: PyYAML's own tree is built by recursion, which 25 kB of nested brackets end with a
segmentation fault. Here depth and number of nodes are counted on the stream before anything is kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from yaml import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent, YAMLError
from yaml.events import CollectionEndEvent

from almanac.problems import Place, Problem, problem
from almanac.reader.events import events
from almanac.reader.scalars import value_of
from almanac.reader.syntax import syntax_problem
from almanac.reader.textfile import CONTROL, control_name

Steps = tuple[str | int, ...]

DEEPEST = 32
"""How deep mappings and lists may lie in each other."""
MOST_NODES = 50_000
"""How many values one file may hold."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a YAML text holds: text, bool, None, int, Decimal, list, dict with text keys; never a float or a date.

    `is_whole` is False where reading had to stop, and `data` then is None. `doubts` are scalars that other YAML
    readers take for something else, each a problem unless its key allows the word, and `key_doubts` are keys of that
    kind, each a problem unless the record has that key. `broken` leads to values that a problem has made
    meaningless, so that nothing more is said about them.
    """

    data: Any
    is_whole: bool
    problems: tuple[Problem, ...]
    doubts: Mapping[Steps, Problem]
    key_doubts: Mapping[Steps, Problem]
    broken: frozenset[Steps]


def parse(text: str, *, path: str, first_line: int = 1) -> Parsed:
    """Read a YAML text whose characters `textfile` has passed; nothing that it holds raises."""
    build = _Build(text, path, first_line)
    try:
        for event in events(text):
            build.take(event)
            if build.is_stopped:
                break
    except YAMLError as error:
        build.problems.append(syntax_problem(error, text, path=path, first_line=first_line))
        build.is_stopped = True
    data = None if build.is_stopped else build.root
    return Parsed(
        data, not build.is_stopped, tuple(build.problems), build.doubts, build.key_doubts, frozenset(build.broken)
    )


_NO_KEY = "?"
_HEAD = re.compile(r"[1-9][0-9]{0,2}")
_GROUPS = re.compile(r"(?:,[0-9]{3})+(?=\s*[,}])")
_NUMBER = "and plain digits where a number is"
_INSTEAD = {
    "as true or false": "and true or false where that is",
    "as a word in lower case": "and true, false or null in lower case where that is",
    "as nothing": "and leave the key out where nothing is known",
}


class _Build:
    """Data under construction. `here` is the open mapping or list, `key` the key whose value comes next."""

    __slots__ = (
        "broken", "documents", "doubts", "first_line", "grouped", "here", "is_stopped", "key", "key_doubts", "nodes",
        "parents", "path", "problems", "root", "steps", "text",
    )  # fmt: skip

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.grouped = 0  # where the last number in groups of digits ends
        self.root: Any = None
        self.here: Any = None
        self.key: str | None = None
        self.steps: list[str | int] = []
        self.parents: list[tuple[Any, bool]] = []
        self.nodes = self.documents = 0
        self.is_stopped = False
        self.problems: list[Problem] = []
        self.doubts: dict[Steps, Problem] = {}
        self.key_doubts: dict[Steps, Problem] = {}
        self.broken: set[Steps] = set()

    def take(self, event: Any) -> None:
        """Take the next event of the stream."""
        kind = type(event)
        if kind is ScalarEvent:
            self._count(event)
            if type(self.here) is dict and self.key is None:
                self.key = self._key_of(event)
            else:
                self._put(self._value_of(event))
        elif kind is MappingStartEvent:
            self._open(event, {})
        elif kind is SequenceStartEvent:
            self._open(event, [])
        elif issubclass(kind, CollectionEndEvent):
            self._close()
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"This file holds more than {MOST_NODES:,} values."
            self._stop(event, "yaml-depth", message, "Split it.")
        if event.anchor is not None:
            message = "YAML anchors and aliases are not read here."
            hint = 'Write the value out; put a text that begins with "&" or "*" in quotes.'
            self._refuse(event, "yaml-anchor", message, hint)
        elif event.tag is not None:
            hint = 'Take it out; put a text that begins with "!" in quotes.'
            self._refuse(event, "yaml-tag", "YAML tags are not read here.", hint)
            self.broken.add(self._path())

    def _value_of(self, event: Any) -> object:
        if event.style:
            self._check_escapes(event)
            return event.value
        value, taken = value_of(event.value)
        if taken:
            self.doubts[self._path()] = self._doubt(event, taken)
        elif type(self.here) is dict and _HEAD.fullmatch(event.value):
            self._check_groups(event)
        return value

    def _check_groups(self, event: Any) -> None:
        """Tell once of `{context: 1,047,576}`, which YAML reads as one number and two keys without a value."""
        begin, end = event.start_mark.index, event.end_mark.index
        if groups := _GROUPS.match(self.text, end):
            self.grouped = groups.end()
            written = self.text[begin : self.grouped]
            message = f"{written} is read here as a number and further keys: a comma ends a value in braces."
            hint = f"Write every digit without separators: {written.replace(',', '')}."
            found = self._problem(event, "value-count", message, hint)
            self.problems.append(replace(found, width=len(written)))
            self.broken.add(self._path())

    def _check_escapes(self, event: Any) -> None:
        if event.style == '"' and (found := CONTROL.search(event.value)):
            message = f"{control_name(found[0])} is written here as an escape."
            self._refuse(event, "yaml-control", message, "Take it out: readers would not see it.")

    def _doubt(self, event: Any, taken: str) -> Problem:
        text = event.value
        hint = f'Write "{text}" in quotes where text is meant, {_INSTEAD.get(taken, _NUMBER)}.'
        return self._problem(event, "yaml-implicit", f"Some programs read {text} without quotes {taken}.", hint)

    def _key_of(self, event: Any) -> str:
        text: str = event.value
        if event.start_mark.index < self.grouped:
            self.broken.add((*self._within(), text))
            return text
        if event.style:
            self._check_escapes(event)
        elif text == "<<":
            self._refuse(event, "yaml-anchor", "YAML merge keys are not read here.", "Write the keys out.")
            self.broken.add(self._within())
        else:
            self._check_key(event, text)
        if text in self.here:
            message = f'The key "{text}" stands here a second time.'
            self._refuse(event, "yaml-duplicate-key", message, "Keep one of the two.")
            self.broken.add((*self._within(), text))
        return text

    def _check_key(self, event: Any, text: str) -> None:
        value, taken = value_of(text)
        if taken:
            self.key_doubts[(*self._within(), text)] = self._doubt(event, taken)
        elif not isinstance(value, str):
            hint = f'Put it in quotes: "{text}".' if text else "Write the key before the colon."
            self._refuse(event, "yaml-key", f"A key is text, and {text or 'nothing'} is not.", hint)
            self.broken.add((*self._within(), text))

    def _open(self, event: Any, new: Any) -> None:
        self._count(event)
        if len(self.parents) >= DEEPEST:
            message = f"Mappings and lists lie deeper than {DEEPEST} levels here."
            self._stop(event, "yaml-depth", message, "No record needs more than eight.")
            return
        here, is_key = self.here, type(self.here) is dict and self.key is None
        if is_key:
            message = "A key is one text, and here stands a list or mapping."
            hint = "Put a text that begins with a bracket in quotes."
            self._refuse(event, "yaml-key", message, hint)
            self.broken.add(self._within())
            self.key = _NO_KEY
        self.steps.append(len(here or ()) if self.key is None else self.key)
        self._put(new)
        self.parents.append((here, is_key))
        self.here = new

    def _close(self) -> None:
        self.here, is_key = self.parents.pop()
        self.steps.pop()
        self.key = _NO_KEY if is_key else None

    def _alias(self, event: Any) -> None:
        is_key = type(self.here) is dict and self.key is None
        if "<<" not in self._path():  # else the merge key has said it
            self._count(event)
        self.broken.add(self._path())
        if is_key:
            self.key = _NO_KEY
        else:
            self._put(None)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "A second YAML document begins here, and a file holds one."
            self._stop(event, "yaml-syntax", message, "Take out the line of ---, or make two files.")

    def _put(self, value: object) -> None:
        here = self.here
        if type(here) is dict:
            here[self.key] = value
            self.key = None
        elif here is None:
            self.root = value
        else:
            here.append(value)

    def _path(self) -> Steps:
        here = self.here
        if type(here) is dict:
            return self._within() if self.key is None else (*self._within(), self.key)
        return () if here is None else (*self._within(), len(here))

    def _within(self) -> Steps:
        return tuple(self.steps[1:])  # the first is that of the whole text

    def _stop(self, event: Any, code: str, message: str, hint: str) -> None:
        self._refuse(event, code, message, hint)
        self.is_stopped = True

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> None:
        self.problems.append(self._problem(event, code, message, hint))

    def _problem(self, event: Any, code: str, message: str, hint: str) -> Problem:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        place = Place(self.path, start.line + self.first_line, start.column + 1, width)
        return problem(code, place, message=message, hint=hint)
