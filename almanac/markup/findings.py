"""What reading a text finds in it: headings, links, citations, calls, questions, and faults."""

from dataclasses import dataclass
from typing import Literal

from almanac.markup.spots import Spot

FaultCode = Literal[
    "markup-size",
    "markup-structure",
    "markup-call",
    "markup-citation",
    "markup-heading",
    "url-scheme",
    "figure-unbound",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a text: where, its permanent code, what and why, and what to do."""

    spot: Spot
    code: FaultCode
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4. `id` is the fragment that leads to it, `text` its words without marks."""

    level: int
    id: str
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written, with the spot of its address; an image is listed here and refused."""

    href: str
    text: str
    image: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class Citation:
    """`[1]`: the first of the guide's references."""

    number: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Call:
    """`{{ price("openai/gpt-5-nano", "input") }}`; a block when it stands alone on its line."""

    name: str
    arguments: tuple[str, ...]
    block: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class Question:
    """A heading of level 3 in a section of questions, and the Markdown between it and the next heading."""

    question: str
    answer: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a link shall lead and how it stands to that place; an empty `rel` writes none."""

    href: str
    rel: str = "nofollow ugc noopener"


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything found in one text, each kind in its order. `figures` are warnings, `faults` are errors."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    calls: tuple[Call, ...] = ()
    questions: tuple[Question, ...] = ()
    faults: tuple[Fault, ...] = ()
    figures: tuple[Fault, ...] = ()
