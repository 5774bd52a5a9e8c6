"""Lines read as a tree of blocks, as CommonMark reads them, without raw HTML and without indented code."""

import re
from collections.abc import Callable, Sequence

from almanac.markup.calls import read_call
from almanac.markup.findings import Call, Fault
from almanac.markup.inlines import prose
from almanac.markup.lists import Items, is_rule, marker_of, read_list, read_quote, starts_list
from almanac.markup.spots import Line
from almanac.markup.tables import is_table, read_table
from almanac.markup.tree import Block, Broken, CallBlock, Fence, Listing, Paragraph, Quote, Rule, Title

DEPTH = 8

_HASHES = re.compile(r"(#{1,6})(?=[ \t]|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)")
_DEFINITION = re.compile(r"\[[^\[\]]+\]:(?=[ \t]|$)")


_Read = tuple[Block, int] | None


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Read all blocks of these lines."""
    return _blocks(lines, depth=0)[0]


def _blocks(lines: Sequence[Line], *, depth: int) -> tuple[tuple[Block, ...], bool]:
    """Read the blocks inside `depth` lists and quotes, and say whether a blank line stands between any two of them."""
    found: list[Block] = []
    spaced = False
    at = 0
    while at < len(lines):
        if not lines[at].words:
            at += 1
            continue
        spaced = spaced or (bool(found) and not lines[at - 1].words)
        block, at = _container(lines, at, depth=depth) or _leaf(lines, at, top=depth == 0)
        found.append(block)
    return tuple(found), spaced


def _container(lines: Sequence[Line], at: int, *, depth: int) -> _Read:
    first = marker_of(lines[at])
    if first is None and not lines[at].words.startswith(">"):
        return None
    if depth >= DEPTH:
        return _too_deep(lines, at), len(lines)

    def ends(index: int) -> bool:
        return _interrupts(lines, index)

    if first is None:
        inside, at = read_quote(lines, at, interrupts=ends)
        return Quote(_blocks(inside, depth=depth + 1)[0]), at
    items, at = read_list(lines, at, first=first, interrupts=ends)
    return _listing(items, depth=depth + 1), at


def _listing(items: Items, *, depth: int) -> Listing:
    read = [_blocks(item, depth=depth) for item in items.items]
    loose = items.loose or any(spaced for _, spaced in read)
    return Listing(items.start, tuple(blocks for blocks, _ in read), tight=not loose)


def _leaf(  # noqa: PLR0911 - one return a kind of block
    lines: Sequence[Line], at: int, *, top: bool
) -> tuple[Block, int]:
    line = lines[at]
    if _fence_sign(line):
        return _fence(lines, at)
    if title := _title(line, top=top):
        return title, at + 1
    if is_rule(line):
        return Rule(), at + 1
    if call := _call(line):
        return CallBlock(call), at + 1
    if _is_definition(line):
        return _definition(line), at + 1
    if is_table(lines, at):
        end = at + 2
        while end < len(lines) and lines[end].words and not _begins_block(lines[end]):
            end += 1
        return read_table(lines[at:end]), end
    return _paragraph(lines, at, top=top)


def _paragraph(lines: Sequence[Line], at: int, *, top: bool) -> tuple[Block, int]:
    end = at + 1
    while end < len(lines) and lines[end].words:
        underline = lines[end].words
        if underline[0] in "=-" and underline == underline[0] * len(underline):
            level = 1 if underline[0] == "=" else 2
            return Title(level, prose(lines[at:end]), lines[at].spot(), lines[end].number, top), end + 1
        if _interrupts(lines, end):
            break
        end += 1
    return Paragraph(prose(lines[at:end])), end


def _interrupts(lines: Sequence[Line], at: int) -> bool:
    """Whether a block begins on this line that ends the paragraph before it, blank line or not."""
    return _begins_block(lines[at]) or is_table(lines, at)


def _begins_block(line: Line) -> bool:
    tests: tuple[Callable[[Line], object], ...] = (
        _fence_sign,
        _heading_sign,
        is_rule,
        starts_list,
        _call,
        _is_definition,
    )
    return line.words.startswith(">") or any(test(line) for test in tests)


def _heading_sign(line: Line) -> re.Match[str] | None:
    return _HASHES.match(line.words)


def _title(line: Line, *, top: bool) -> Title | None:
    if not (sign := _heading_sign(line)):
        return None
    rest = line.outdented().without(sign.end()).outdented()
    text = rest.text.rstrip(" \t")
    bare = text.rstrip("#")
    if not bare or bare[-1] in " \t":
        text = bare.rstrip(" \t")
    return Title(len(sign[1]), prose([Line(text, rest.number, rest.column)]), line.spot(), line.number, top)


def _fence_sign(line: Line) -> str:
    match = _FENCE.fullmatch(line.words)
    return match[1] if match else ""


def _fence(lines: Sequence[Line], at: int) -> tuple[Fence, int]:
    opener, sign = lines[at], _fence_sign(lines[at])
    code: list[str] = []
    for index in range(at + 1, len(lines)):
        words = lines[index].words
        if words.startswith(sign) and not words.strip(sign[0]):
            return Fence("\n".join(code), None), index + 1
        code.append(lines[index].outdented(opener.indent()).text)
    message = f"This block of code begins with {sign} and nothing ends it."
    fault = Fault(opener.spot(), "markup-structure", message, f"Write {sign} on a line of its own behind the code.")
    return Fence("\n".join(code), fault), len(lines)


def _call(line: Line) -> Call | None:
    written = read_call(line.words)
    if written is None or written.end < len(line.words):
        return None
    return Call(written.name, written.arguments, block=True, spot=line.spot())


def _is_definition(line: Line) -> bool:
    return bool(_DEFINITION.match(line.words))


def _definition(line: Line) -> Broken:
    message = "Addresses are not kept in a list of their own here."
    hint = "Write the address behind its words: [words](address). Sources go into refs and are cited as [1]."
    return Broken(line.words, Fault(line.spot(), "markup-structure", message, hint))


def _too_deep(lines: Sequence[Line], at: int) -> Broken:
    message = f"Lists and quotes are nested more than {DEPTH} deep here."
    fault = Fault(lines[at].spot(), "markup-structure", message, "Write it with fewer levels.")
    return Broken("\n".join(line.words for line in lines[at:]), fault)
