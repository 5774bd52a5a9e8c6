"""HTML of contributed text: the tree as it was read, sanitised, then our own fragments put in."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, tostring

from almanac.markup.findings import Anchor, Call, Citation
from almanac.markup.headings import headings_of, stands, titles_of
from almanac.markup.reading import Parsed, is_bare, parsed, parsed_inline
from almanac.markup.sanitiser import sanitised
from almanac.markup.spots import SLOT_CLOSE, SLOT_OPEN, bare

_SLOT = re.compile(f"{SLOT_OPEN}([0-9]+){SLOT_CLOSE}")
_CALLOUTS = frozenset({"Note:", "Warning:"})
_OURS = frozenset({"call", "cite", "refused", "alone"})
_ALIGNED = {"right": "r", "center": "c"}

_Say = Callable[[Call | Citation], str | None]


def render(text: str, *, call: Callable[[Call], str], link: Callable[[str], Anchor], cite: Callable[[int], str]) -> str:
    """Draw a guide's text as safe HTML.

    `call` and `cite` return HTML of ours, which is put in as it is; each is asked once for each place, in the
    order of the text. A text with faults is drawn too, the faulty parts as they were written; one over the
    budget is a ValueError.
    """
    read = parsed(text)
    _dress_headings(read)
    _dress_blocks(read.root)
    return _filled(read, link, lambda found: call(found) if isinstance(found, Call) else cite(found.number)) + "\n"


def inline(text: str, *, link: Callable[[str], Anchor]) -> str:
    """Draw a summary or an answer as safe HTML without a block around it: emphasis, code and links."""
    if is_bare(text):
        return text.strip(" ")
    read = parsed_inline(text)
    read.root[0].tag = "span"
    return _filled(read, link, lambda _: None)


def _filled(read: Parsed, link: Callable[[str], Anchor], say: _Say) -> str:
    """Draw the tree, with links where they lead, and with what is said about calls and citations."""
    fragments: list[str] = []
    parents = {child: parent for parent in read.root.iter() for child in parent}
    for element, found in read.found:
        if isinstance(found, Call | Citation):
            fragment = say(found)
            if fragment is not None:
                element.text = f"{SLOT_OPEN}{len(fragments)}{SLOT_CLOSE}"
                fragments.append(fragment)
            if isinstance(found, Call) and found.block and parents[element].tag == "p":
                parents[element].tag = "alone"
        elif element.tag == "a":
            anchor = link(found.href)
            element.attrib.clear()
            element.set("href", anchor.href)
            if anchor.rel:
                element.set("rel", anchor.rel)
    for element in read.root.iter():
        if element.tag in _OURS:
            element.tag = "span"  # which the sanitiser takes away
    html = sanitised(bare(tostring(read.root, encoding="unicode", method="html")))
    return _SLOT.sub(lambda slot: fragments[int(slot[1])], html.strip())


def _dress_headings(read: Parsed) -> None:
    """Give each heading the fragment that leads to it; one that may not stand becomes a paragraph."""
    titles = titles_of(read)
    ids = iter(headings_of(titles))
    for title in titles:
        if stands(title):
            title.element.set("id", next(ids).id)
        else:
            title.element.tag = "p"


def _dress_blocks(root: Element) -> None:
    """Say what the parser does not: which quotes are callouts, what a table's header names, what scrolls."""
    tables = 0
    for parent in [*root.iter()]:
        for index, element in enumerate(parent):
            if element.tag == "table":
                tables += 1
                parent[index] = _scrolling(element, tables)
            elif element.tag == "blockquote" and _is_callout(element):
                element.set("class", "callout")
            elif element.tag == "pre":
                element.set("tabindex", "0")


def _scrolling(table: Element, number: int) -> Element:
    for cell in [*table.iter("th"), *table.iter("td")]:
        align = _ALIGNED.get(cell.attrib.pop("align", ""))
        if cell.tag == "th":
            cell.set("scope", "col")
        if align:
            cell.set("class", align)
    section = Element("section", {"class": "scroll", "tabindex": "0", "aria-label": f"Table {number}"})
    section.tail, table.tail = table.tail, None
    section.append(table)
    return section


def _is_callout(quote: Element) -> bool:
    first = quote[0] if len(quote) else quote
    label = first[0] if first.tag == "p" and len(first) else quote
    return (
        label.tag == "strong"
        and not bare(first.text or "").strip()
        and bare("".join(label.itertext())).strip() in _CALLOUTS
    )
