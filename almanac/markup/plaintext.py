"""The same text without its marks: for descriptions, structured data and the Markdown twins of pages."""

from collections.abc import Callable, Iterable, Sequence

from almanac.markup.blocks import blocks_of
from almanac.markup.budget import admit
from almanac.markup.findings import Call
from almanac.markup.inlines import prose
from almanac.markup.outlines import outline
from almanac.markup.spots import lines_of
from almanac.markup.tokens import Called, Cited, Token, wording
from almanac.markup.tree import Block, Broken, CallBlock, Fence, Listing, Paragraph, Quote, Rule, Table, Title

_Answer = Callable[[Call], str]


def plain(text: str) -> str:
    """Return the words of a summary or an answer on one line; what `inline` shows as text stays."""
    admit(text)
    return " ".join(_words(prose(lines_of(text)).tokens, None).split())


def plain_guide(text: str, *, call: _Answer) -> str:
    """Return the words of a guide, or of one of its answers, a blank line between blocks.

    `call` returns what a call says in words. Citations are left out: where this goes, no references follow.
    """
    admit(text)
    return _plain_blocks(blocks_of(lines_of(text)), call).strip()


def bound(text: str, *, call: _Answer) -> str:
    """Return a guide's Markdown with every call replaced by what `call` says in its place."""
    admit(text)
    lines = [line.text for line in lines_of(text)]
    for found in sorted(outline(text).calls, key=lambda found: found.spot, reverse=True):
        line, start = lines[found.spot.line - 1], found.spot.column - 1
        lines[found.spot.line - 1] = line[:start] + call(found) + line[start + found.spot.width :]
    return "\n".join(lines)


def _plain_blocks(blocks: Sequence[Block], call: _Answer) -> str:
    texts = (_plain_block(block, call) for block in blocks)
    return "\n\n".join(text for text in texts if text)


def _plain_block(block: Block, call: _Answer) -> str:  # noqa: PLR0911 - one return a kind of block
    match block:
        case Paragraph(prose=text) | Title(prose=text):
            return " ".join(_words(text.tokens, call).split())
        case CallBlock(call=asked):
            return call(asked)
        case Quote(blocks=blocks):
            return _plain_blocks(blocks, call)
        case Listing(items=items):
            return "\n".join(_plain_blocks(item, call) for item in items)
        case Table(header=header, rows=rows):
            cells = ([" ".join(_words(cell.tokens, call).split()) for cell in row] for row in (header, *rows))
            return "\n".join(", ".join(cell for cell in row if cell) for row in cells)
        case Fence(text=text) | Broken(text=text):
            return text
        case Rule():
            return ""


def _words(tokens: Iterable[Token], call: _Answer | None) -> str:
    parts: list[str] = []
    for token in tokens:
        match token:
            case Called(call=asked, literal=literal):
                parts.append(call(asked) if call else literal)
            case Cited(literal=literal):
                if call is None:
                    parts.append(literal)
                elif parts:
                    parts[-1] = parts[-1].rstrip(" ")
            case _:
                parts.append(wording([token]))
    return "".join(parts)
