"""One reading of a text: the tree that python-markdown makes of it, with every place resolved and every fault known.

What is drawn, what is checked and what is said in plain words all come from this one tree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from almanac.markup.budget import weigh
from almanac.markup.findings import Call, Citation, Fault, Link
from almanac.markup.grammar import parser
from almanac.markup.layout import laid_out
from almanac.markup.places import places_of
from almanac.markup.spots import BREAK, FENCE, Source, source_of

_BARE = re.compile(r"[A-Za-z0-9 .,;:?$%/()'\"+=–—×·’“”€£°−-]*")
"""Letters and signs that neither Markdown nor HTML reads as anything else."""
_SHORT = 2_000
_CODE = re.compile(f"{FENCE}([0-9]+){FENCE}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text that has been read: its tree, what stands where in the order of the text, and its faults."""

    source: Source
    root: Element
    found: tuple[tuple[Element, Call | Citation | Link], ...]
    faults: tuple[Fault, ...]


def is_bare(text: str) -> bool:
    """Say whether a line holds no mark at all, so that it is drawn as it stands: three answers in four are such."""
    return len(text) <= _SHORT and bool(_BARE.fullmatch(text))


def too_much(text: str) -> Fault | None:
    """Say what is too much about a text; None when it may be read."""
    return weigh(source_of(text))


def parsed(text: str) -> Parsed:
    """Read a guide's text; a ValueError when it is over the budget."""
    source = _admitted(text)
    layout = laid_out(source)
    markdown = parser()
    root = Element("div")
    markdown.parser.parseChunk(root, layout.text)
    for processor in markdown.treeprocessors:
        processor.run(root)
    _restore(root, layout.codes)
    return _resolved(source, root, layout.faults)


def parsed_inline(text: str) -> Parsed:
    """Read a summary or an answer, in which no block begins; a ValueError when it is over the budget."""
    source = _admitted(text)
    root = Element("div")
    SubElement(root, "p").text = "\n".join(line.strip(" \t") for line in source.marked().split("\n"))
    for processor in parser().treeprocessors:
        processor.run(root)
    return _resolved(source, root, ())


def _admitted(text: str) -> Source:
    source = source_of(text)
    if fault := weigh(source):
        raise ValueError(fault.message)
    return source


def _resolved(source: Source, root: Element, faults: Sequence[Fault]) -> Parsed:
    found, wrong = places_of(source, root)
    return Parsed(source, root, tuple(found), (*faults, *wrong))


def _restore(root: Element, codes: Sequence[str]) -> None:
    """Put the blocks of code back where they were taken out."""
    for mark in [element for element in root if (element.text or "").strip() == BREAK]:
        root.remove(mark)
    for element in [*root.iter()]:
        text = element.text or ""
        whole = _CODE.fullmatch(text.strip())
        if whole and element.tag == "p":
            element.tag, element.text = "pre", None
            SubElement(element, "code").text = AtomicString(codes[int(whole[1])])
        elif FENCE in text:
            element.text = AtomicString(_CODE.sub(lambda code: codes[int(code[1])], text))
        if FENCE in (element.tail or ""):
            element.tail = AtomicString(_CODE.sub(lambda code: codes[int(code[1])], element.tail or ""))
