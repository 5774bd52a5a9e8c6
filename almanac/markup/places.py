"""What each element that the grammar marked turns out to be: a call, a citation, a link, or something refused."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from almanac.markup import targets
from almanac.markup.calls import read_call
from almanac.markup.faults import EMPHASIS, refusal
from almanac.markup.findings import Call, Citation, Fault, Link
from almanac.markup.spots import MARK, Source, Spot, bare, marked_offset

Found = Call | Citation | Link

_ADDRESS = re.compile(r"(?:\\.|[^()\\\n])*+(?:\((?:\\.|[^()\\\n])*+\)(?:\\.|[^()\\\n])*+)*+")
_CITED = re.compile(r"\[([0-9]{1,9})\]")


def places_of(source: Source, root: Element) -> tuple[list[tuple[Element, Found]], list[Fault]]:
    """Return what stands where, in the order of the text, and what is wrong."""
    reader = _Reader(source, root)
    return reader.found, reader.faults


class _Reader:
    """Goes once through a tree, in the order of the text; what is refused becomes the text that it was."""

    def __init__(self, source: Source, root: Element) -> None:
        self.source = source
        self.found: list[tuple[Element, Found]] = []
        self.faults: list[Fault] = []
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self.at = 0
        for element in [*root.iter()]:
            self.at = next(anchors(element), self.at)
            self.read(element)

    def read(self, element: Element) -> None:
        match element.tag:
            case "call":
                self.call(element)
            case "cite":
                self.citation(element)
            case "a" | "auto" | "image":
                self.link(element)
            case "definition":
                self.refuse(element, "definition", self.source.rest(self.at - 1))
            case "broken":
                self.refuse(element, "broken", self.source.spot(self.at - 2, self.at))
            case "lost":
                self.cell(element)
            case "busy" | "wide" | "long":
                self.refuse(element, element.tag, self.source.line_at(self.at))
            case "em" | "strong" if self.depth(element) == EMPHASIS + 1:
                self.faults.append(refusal("nested", self.source.line_at(self.at)))
            case "code" if self.parents[element].tag != "pre":
                element.text = _unescaped(element.text or "")
            case _:
                pass

    def refuse(self, element: Element, kind: str, spot: Spot) -> None:
        self.faults.append(refusal(kind, spot))
        element.tag = "refused"

    def depth(self, element: Element) -> int:
        """Count the emphasis around this one, itself included; there is never more than the grammar admits."""
        depth, around = 0, element
        while around.tag in {"em", "strong", "a", "refused"}:
            depth += around.tag in {"em", "strong"}
            around = self.parents[around]
        return depth

    def call(self, element: Element) -> None:
        start, text = self.at - 2, element.text or ""
        written = read_call(text)
        spot = self.source.spot(start, start + len(text))
        if written is None or written.end != len(text):
            self.refuse(element, "call", spot)
            return
        parent = self.parents[element]
        around = bare(f"{parent.text or ''}{element.tail or ''}").strip()
        alone = parent.tag in {"p", "li"} and len(parent) == 1 and not around
        self.found.append((element, Call(written.name, written.arguments, block=alone, spot=spot)))

    def citation(self, element: Element) -> None:
        text = element.text or ""
        spot = self.source.spot(self.at - 1, self.at - 1 + len(text))
        match = _CITED.fullmatch(text)
        if match is None or int(match[1]) == 0:
            self.refuse(element, "zero" if match else "cite", spot)
        else:
            self.found.append((element, Citation(int(match[1]), spot)))

    def link(self, element: Element) -> None:
        image, automatic = element.tag == "image", element.tag == "auto"
        words = bare("".join(element.itertext() if image else wording(element)))
        match = None if automatic else _ADDRESS.match(self.source.text, self.at)
        href = match[0] if match else words
        spot = self.source.spot(self.at, self.at + len(href))
        self.found.append((element, Link(href, words, image=image, spot=spot)))
        objection = targets.objection(href)
        whole = self.source.text.rfind("[", 0, self.at - 2)
        if image:
            start = marked_offset(element.get("from", ""))
            self.refuse(element, "image", self.source.spot(start - 2, self.at - 1))
        elif not words.strip():
            self.refuse(element, "wordless", self.source.spot(whole, self.at - 1))
        elif objection:
            self.faults.append(Fault(spot, "url-scheme", objection, targets.ASK))
        else:
            element.tag = "a"
            return
        element.tag = "refused"
        _write(element, "<" if automatic else "![" if image else "[", ">" if automatic else f"]({href})")

    def cell(self, element: Element) -> None:
        words = element.get("words", "")
        line = self.source.line(self.at)
        start = max(self.source.text.find(words, self.at), self.at)
        spot = self.source.spot(start, start + len(words))
        self.faults.append(refusal("lost", spot if spot.line == line + 1 else self.source.rest(self.at)))
        self.parents[element].remove(element)


def anchors(element: Element) -> Iterator[int]:
    """Yield the marked offsets in an element, in the order of the text."""
    if at := element.get("at"):
        yield marked_offset(at)
    yield from (marked_offset(mark[0]) for mark in MARK.finditer(element.text or ""))
    for child in element:
        yield from anchors(child)
        yield from (marked_offset(mark[0]) for mark in MARK.finditer(child.tail or ""))


def wording(element: Element) -> Iterator[str]:
    """Yield the words of an element, with their marks: no citations, no calls."""
    yield element.text or ""
    for child in element:
        if child.tag not in {"call", "cite"}:
            yield from wording(child)
        yield child.tail or ""


def _unescaped(code: str) -> str:
    """Take back what python-markdown has escaped for its own way of writing HTML."""
    return code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _write(element: Element, before: str, after: str) -> None:
    """Put text before and after what stands in an element."""
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after
