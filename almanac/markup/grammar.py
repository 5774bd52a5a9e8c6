"""What python-markdown is taught and what is taken from it: calls, citations, our links, no HTML, no images."""

import re
import string
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from almanac.markup.spots import MARK, bare

COLUMNS, CELLS = 32, 4_000
SIGNS, LENGTH = 200, 20_000

_AT = MARK.pattern
_TEXT = r"((?:[^\[\]]|\[[^\[\]]*+\](?!\())*+)"
_TARGET = r"[^()\n\x02]*+(?:\([^()\n\x02]*+\)[^()\n\x02]*+)*+"
# In the order in which they are tried; code and escapes come before all of them, emphasis after.
_PATTERNS = (
    ("call", rf"\{{\{{{_AT}(?:[^{{}}\n\x02]*+\}}\}})?+"),
    ("definition", rf"(?:^|(?<=\n))\[{_AT}[^\[\]\n]+\]:(?=[ \t\n]|$)[^\n]*"),
    ("cite", rf"\[{_AT}(?:[0-9]+(?:[ \t]*[-,;–][ \t]*[0-9]+)*|\^[^\s\[\]]+)\](?!\()"),
    ("image", rf"!\[{_AT}{_TEXT}\]\({_AT}({_TARGET})\)"),
    ("a", rf"(?<!!)\[{_TEXT}\]\({_AT}({_TARGET})\)"),
    ("broken", rf"\]\({_AT}"),
    ("auto", rf"<{_AT}([Hh][Tt][Tt][Pp][Ss]?://[^<>\s\x02]*+)>"),
)
_UNWANTED = (
    *("link", "reference", "short_reference", "autolink", "automail", "html", "entity"),
    *("image_link", "image_reference", "short_image_ref"),
)


def parser() -> Markdown:
    """Make a parser. It remembers what it has read, so it is made for one text."""
    return Markdown(extensions=[SaneListExtension(), Grammar()])


class Grammar(Extension):
    """Our Markdown: less than everybody's, and calls and citations."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Register what is ours, and remove what we refuse or read ourselves."""
        md.ESCAPED_CHARS = [*string.punctuation]
        md.preprocessors.deregister("html_block")
        md.preprocessors.deregister("normalize_whitespace")
        for name in ("code", "reference"):
            md.parser.blockprocessors.deregister(name)
        for name in _UNWANTED:
            md.inlinePatterns.deregister(name)
        for priority, (tag, pattern) in enumerate(reversed(_PATTERNS), start=130):
            kind = _Automatic if tag == "auto" else _Marked
            md.inlinePatterns.register(kind(pattern, tag), tag, priority)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"(?: {2,}|\\)\n", "br"), "linebreak", 175)
        md.parser.blockprocessors.register(_Tables(md.parser, {"use_align_attribute": True}), "table", 75)
        md.treeprocessors.register(_Bounds(md), "bounds", 30)
        emphasis = md.inlinePatterns["em_strong"]
        if isinstance(emphasis, InlineProcessor):
            md.inlinePatterns.register(_Emphasis(emphasis, md), "em_strong", 60)


class _Marked(InlineProcessor):
    """Makes an element of what a pattern finds, with the offset that was marked there."""

    def __init__(self, pattern: str, tag: str) -> None:
        super().__init__(pattern)
        self.tag = tag

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - python-markdown's name and arguments
        element = Element(self.tag, {"at": m[1]})
        match self.tag:
            case "a":
                element.set("at", m[2])
                element.text = m[1]
            case "image":
                element.set("at", m[3])
                element.set("from", m[1])
                element.text = m[2]
            case "auto":
                element.text = AtomicString(m[2])
            case _:
                element.text = AtomicString(bare(m[0]))
        return element, m.start(), m.end()


class _Automatic(_Marked):
    """An address that is its own words, and stands in no other link."""

    ANCESTOR_EXCLUDES = ("a",)


class _Emphasis(InlineProcessor):
    """Emphasis as python-markdown reads it, but for what it finds at the wrong place.

    It finds all emphasis of a paragraph at once and remembers where; behind a sign that has no pair it can be off by
    some letters, and would lose them. So each find is compared with the text, and made anew when it does not agree.
    """

    def __init__(self, emphasis: InlineProcessor, md: Markdown) -> None:
        super().__init__(emphasis.pattern, md)
        self.emphasis = emphasis
        self.compiled_re = emphasis.compiled_re

    def handleMatch(  # type: ignore[override] # noqa: N802 - python-markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Return what python-markdown finds, made anew unless every letter is there; nothing if that does not help."""
        for _ in range(2):
            element, start, end = self.emphasis.handleMatch(m, data)
            if not isinstance(element, Element) or _letters("".join(element.itertext())) == _letters(data[start:end]):
                return element, start, end
            self.md.reset()
        return None, None, None


def _letters(text: str) -> str:
    return text.replace("*", "").replace("_", "")


class _Tables(TableProcessor):
    """Tables that nobody can blow up, and that lose no cell without a word."""

    def __init__(self, parser: BlockParser, config: dict[str, Any]) -> None:
        super().__init__(parser, config)
        self.drawn = 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        rows = blocks[0].split("\n")
        width = len(self.separator)
        self.drawn += width * (len(rows) - 1)
        if width > COLUMNS or self.drawn > CELLS:
            element = SubElement(parent, "wide" if width > COLUMNS else "long")
            element.text = AtomicString(blocks.pop(0))
            return
        super().run(parent, blocks)
        if not rows[2:]:
            parent[-1].remove(parent[-1][-1])
        for row in rows[2:]:
            cells = self._split_row(row.strip(" "))  # type: ignore[attr-defined] # the stubs leave it out
            if len(cells) > width:
                lost = SubElement(parent[-1], "lost", {"words": bare(cells[width]).strip(" \t"), "width": str(width)})
                lost.set("at", next((mark[1] for mark in MARK.finditer(row)), ""))


class _Bounds(Treeprocessor):
    """Leaves running text alone that could keep the parser of emphasis busy, or nest deeper than it can go."""

    def run(self, root: Element) -> None:
        for element in [*root.iter()]:
            if _is_busy(element.text or ""):
                busy = Element("busy")
                busy.text, element.text = AtomicString(element.text), None
                element.insert(0, busy)
            for index, child in reversed([*enumerate(element)]):
                if _is_busy(child.tail or ""):
                    busy = Element("busy")
                    busy.text, child.tail = AtomicString(child.tail), None
                    element.insert(index + 1, busy)


def _is_busy(text: str) -> bool:
    return len(text) > LENGTH or sum(map(text.count, "*_`")) > SIGNS
