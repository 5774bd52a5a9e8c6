"""The pieces of running text: a flat row of words, marks, links, citations and calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from almanac.markup.findings import Call, Citation, Fault, Link


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it shall be read; `start` and `end` are where its source stands in the passage."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning or the end of emphasis."""

    tag: Literal["em", "strong"]
    opens: bool


@dataclass(frozen=True, slots=True)
class Code:
    """Text between backticks."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line end that is meant."""


@dataclass(frozen=True, slots=True)
class LinkStart:
    """The beginning of a link to an address that has been looked at."""

    link: Link


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """The end of a link."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, and how it was written."""

    start: int
    end: int
    citation: Citation
    literal: str


@dataclass(frozen=True, slots=True)
class Called:
    """A call, and how it was written."""

    start: int
    end: int
    call: Call
    literal: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that may not stand here; it is shown as it was written. `link` is there when it is a link."""

    fault: Fault
    literal: str
    link: Link | None = None


Token = Words | Mark | Code | Break | LinkStart | LinkEnd | Cited | Called | Refused


def wording(tokens: Iterable[Token]) -> str:
    """Return the words alone, for a heading's id, a link's name, a description: no citations, no calls."""
    parts: list[str] = []
    for token in tokens:
        match token:
            case Words(text=text) | Code(text=text):
                parts.append(text)
            case Refused(literal=literal):
                parts.append(literal)
            case Break():
                parts.append("\n")
            case _:
                pass
    return "".join(parts)
