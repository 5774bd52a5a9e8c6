"""The blocks a text is made of, as a tree, and the walk over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from almanac.markup.findings import Call, Fault
from almanac.markup.inlines import Prose
from almanac.markup.spots import Spot

Alignment = Literal["", "r", "c"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as written, of any level; `top` when in no list and no quote. `last` is its last line."""

    level: int
    prose: Prose
    spot: Spot
    last: int
    top: bool


@dataclass(frozen=True, slots=True)
class Fence:
    """Lines of code; `fault` when nothing closes them."""

    text: str
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class CallBlock:
    """A call alone on its line."""

    call: Call


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is its first number, None when it has dots. In a tight one no item is a paragraph."""

    start: int | None
    items: "tuple[tuple[Block, ...], ...]"
    tight: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Every row has as many cells as the header; `faults` are the rows that had more."""

    header: tuple[Prose, ...]
    alignments: tuple[Alignment, ...]
    rows: tuple[tuple[Prose, ...], ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Lines that may not stand here; they are shown as they were written."""

    text: str
    fault: Fault


Block = Paragraph | Title | Fence | Rule | CallBlock | Quote | Listing | Table | Broken


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield every block in the order of the text, a list or quote before what it holds."""
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from walk(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from walk(item)


def prose_of(block: Block) -> tuple[Prose, ...]:
    """Return the running text that a block holds itself, in the order of the text."""
    match block:
        case Paragraph(prose=prose) | Title(prose=prose):
            return (prose,)
        case Table(header=header, rows=rows):
            return (*header, *(cell for row in rows for cell in row))
        case _:
            return ()


def faults_of(block: Block) -> tuple[Fault, ...]:
    """Return what is wrong with the shape of a block."""
    match block:
        case Table(faults=faults):
            return faults
        case Broken(fault=fault):
            return (fault,)
        case Fence(fault=Fault() as fault):
            return (fault,)
        case _:
            return ()
