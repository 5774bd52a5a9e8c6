"""Documents and entries: a file as read, and one record of it, both able to say where their facts stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from almanac.paths import child, format_path, item_name
from almanac.problems import Place, Problem, problem
from almanac.reader.positions import find, lines

R_co = TypeVar("R_co", covariant=True)
On = Literal["key", "value"]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the content: its printed path, its YAML text, and the plain data read from that.

    `name` is the path below the content folder without its ending ("models/openai/gpt-4.1-nano"); `first_line` is
    the line of the file on which the YAML text begins (2 in a guide, after the `---`).
    """

    path: str
    name: str
    text: str
    data: Any
    first_line: int = 1
    known: dict[tuple[str, ...], int] = field(default_factory=dict, compare=False, repr=False)
    """The lines of its keys, once one has been asked for: reading a text again costs more than keeping them."""

    def place(self, steps: Sequence[str | int] = (), *, on: On = "value") -> Place:
        """Return where a value or its key stands; where it is absent, the nearest thing above."""
        line, column, width = find(self.text, steps, on=on)
        return Place(self.path, line + self.first_line - 1, column, width)

    def line(self, steps: Sequence[str]) -> int:
        """Return the line of a key; where it is absent, of the nearest thing above."""
        if not self.known:
            self.known.update(lines(self.text))
        names = _full(steps, self.data)
        while names not in self.known:
            names = names[:-1]
        return self.known[names] + self.first_line - 1


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """One record with its id. `prefix` leads to it where a file holds many (sources.yaml)."""

    id: str
    record: R_co
    document: Document
    prefix: tuple[str | int, ...] = ()

    def place(self, *steps: str | int, on: On = "value") -> Place:
        """Return where a fact of the record stands."""
        return self.document.place((*self.prefix, *steps), on=on)

    def problem(self, code: str, *steps: str | int, message: str, hint: str = "", on: On = "value") -> Problem:
        """Return a finding about a fact of the record, with the path that a waiver would name."""
        names = named((*self.prefix, *steps), self.document.data)
        fact = f"{self.document.name}#{format_path(names, self.document.data)}" if names else self.document.name
        return problem(code, self.place(*steps, on=on), message=message, hint=hint, fact=fact)


def named(steps: Sequence[str | int], data: Any) -> tuple[str, ...]:
    """Return the steps with each number of a list item replaced by the item's name."""
    names = []
    for step in steps:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
            names.append(item_name(data))
        else:
            data = child(data, step)
            names.append(step)
    return tuple(names)


def _full(steps: Sequence[str], data: Any) -> tuple[str, ...]:
    """Return the steps as far as they lead, each list item under its full name."""
    names: list[str] = []
    for step in steps:
        below = child(data, step)
        names.append(item_name(below) if isinstance(data, list) else step)
        data = below
    return tuple(names)
