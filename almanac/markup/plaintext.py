"""The same text without its marks: for descriptions, structured data and the Markdown twins of pages."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from almanac.markup.findings import Call, Citation
from almanac.markup.reading import is_bare, parsed, parsed_inline
from almanac.markup.spots import BACKED, bare

_BLOCKS = frozenset({"p", "pre", "ul", "ol", "blockquote", "table", "hr", *(f"h{level}" for level in range(1, 7))})


def plain(text: str) -> str:
    """Return the words of a summary or an answer on one line; what `inline` shows as text stays."""
    if is_bare(text):
        return " ".join(text.split())
    return " ".join(bare("".join(parsed_inline(text).root.itertext())).split())


def plain_guide(text: str, *, call: Callable[[Call], str]) -> str:
    """Return the words of a guide, or of one of its answers, a blank line between blocks.

    `call` returns what a call says in words. Citations are left out: where this goes, no references follow.
    """
    read = parsed(text)
    for element, found in read.found:
        if isinstance(found, Call):
            element.text = call(found)
        elif isinstance(found, Citation):
            element.text = BACKED
    return "\n\n".join(_blocks(read.root))


def bound(text: str, *, call: Callable[[Call], str]) -> str:
    """Return a guide's Markdown with every call replaced by what `call` says in its place."""
    read = parsed(text)
    source = read.source
    parts = []
    behind = 0
    for found in sorted((found for _, found in read.found if isinstance(found, Call)), key=lambda found: found.spot):
        start = source.starts[found.spot.line - 1] + found.spot.column - 1
        parts += [source.text[behind:start], call(found)]
        behind = start + found.spot.width
    return "".join([*parts, source.text[behind:]])


def _blocks(parent: Element) -> Iterator[str]:
    """Yield the text of each block in a block, and of the running text between them."""
    words = [parent.text or ""]
    for child in parent:
        if child.tag in _BLOCKS:
            yield from _joined(words)
            yield from _block(child)
            words = []
        else:
            words.extend(child.itertext())
        words.append(child.tail or "")
    yield from _joined(words)


def _block(block: Element) -> Iterator[str]:
    match block.tag:
        case "pre":
            yield bare("".join(block.itertext())).rstrip("\n")
        case "ul" | "ol":
            yield "\n".join("\n\n".join(_blocks(item)) for item in block)
        case "table":
            rows = ([" ".join(_joined([*cell.itertext()])) for cell in row] for row in block.iter("tr"))
            yield "\n".join(", ".join(cell for cell in row if cell) for row in rows).rstrip("\n")
        case _:
            yield from _blocks(block)


def _joined(words: list[str]) -> Iterator[str]:
    """Yield words as one line, if there are any; a citation goes, with the space before it."""
    parts = bare("".join(words)).split(BACKED)
    text = "".join([*(part.rstrip(" ") for part in parts[:-1]), parts[-1]])
    if line := " ".join(text.split()):
        yield line
