"""Lines brought into the one layout that the parser reads as everybody expects.

python-markdown wants four spaces before what belongs to an item, and a blank line before a list, a table or a
call of its own; people write two spaces, and none. Blocks of code are taken out, to be put back as they are.
"""

import re
from dataclasses import dataclass, field

from almanac.markup.findings import Fault
from almanac.markup.spots import BREAK, FENCE, Source, bare

DEPTH = 8

_QUOTES = re.compile(r"(?:[ \t]{0,3}>[ ]?)*")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})([^`]*)")
_ITEM = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
_DASHES = re.compile(r"(?=.*\|)[|:\- \t]*-[|:\- \t]*")
_CALL = re.compile(r"\{\{[^{}]*\}\}\s*")
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Layout:
    """A text to be parsed, the blocks of code taken out of it, and what is wrong with its lines."""

    text: str
    codes: tuple[str, ...]
    faults: tuple[Fault, ...]


def laid_out(source: Source) -> Layout:
    """Bring the lines of a text into order."""
    writer = _Writer(source)
    lines = source.marked().split("\n")
    at = 0
    while at < len(lines):
        at = writer.fence(lines, at) or writer.line(lines, at)
    return Layout("\n".join([*writer.written, "", ""]), tuple(writer.codes), tuple(writer.faults))


@dataclass(slots=True)
class _Writer:
    """What has been written so far, and the items that are open: the column of what is inside, and the kind."""

    source: Source
    written: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    items: list[tuple[int, str]] = field(default_factory=list)
    quotes: int = 0
    blank: bool = True
    fresh: int = 0

    def line(self, lines: list[str], at: int) -> int:
        text = self.inside(lines[at])
        words = text.strip(" \t")
        if not words:
            self.space()
            return at + 1
        indent = _indent(text)
        rule = _RULE.fullmatch(words)
        item = None if rule else _ITEM.match(words)
        alone = bool(_CALL.fullmatch(bare(words)) or (rule and (self.items or words.strip("-"))))
        if item and (item[1] in "-*+" or self.blank or self.items or item[1][:-1] == "1"):
            self.item(item, words, indent=indent, at=at)
            return at + 1
        if self.blank or alone:
            while self.items and indent < self.items[-1][0]:
                self.items.pop()
        if alone or (self.blank is False and _is_table(words, lines[at + 1 : at + 2])):
            self.space()
        self.write((_INDENT * len(self.items) if self.blank else "") + words + text[len(text.rstrip(" \t")) :])
        if alone:
            self.space()
        return at + 1

    def inside(self, line: str) -> str:
        """Take the marks of quotes off a line; a quote that begins or ends closes what is open."""
        quotes = _QUOTES.match(line)
        depth = quotes[0].count(">") if quotes and not (self.items and _indent(line) >= self.items[-1][0]) else 0
        words = line.strip(" \t")
        if depth != self.quotes and (depth or self.blank or not words or _ITEM.match(words)):
            if self.items or not depth:
                self.written += ["", BREAK, ""]
                self.blank = True
            self.items.clear()
            self.quotes = depth
        return line[quotes.end() :] if quotes and depth else line

    def item(self, item: re.Match[str], words: str, *, indent: int, at: int) -> None:
        kind = "bullet" if item[1] in "-*+" else "number"
        sibling = ""
        while self.items and indent < self.items[-1][0]:
            sibling = self.items.pop()[1]
        if not self.blank and (len(self.items) < self.fresh or (sibling != kind and (sibling or not self.items))):
            self.space()
        if len(self.items) >= DEPTH:
            message = f"Lists are nested more than {DEPTH} deep here."
            spot = self.source.rest(self.source.starts[at] + indent)
            self.faults.append(Fault(spot, "markup-structure", message, "Write it with fewer levels."))
            self.items.pop()
        sign = item[1] if kind == "bullet" else f"{item[1][:-1]}."
        self.write(f"{_INDENT * len(self.items)}{sign} {words[item.end() :]}")
        self.items.append((indent + len(item[1]) + 1, kind))

    def fence(self, lines: list[str], at: int) -> int:
        """Take a block of code out and return the line behind it; 0 when none begins here."""
        opener = _FENCE.fullmatch(lines[at], _QUOTES.match(lines[at]).end())  # type: ignore[union-attr]
        if opener is None:
            return 0
        text = self.inside(lines[at])
        indent = len(text) - len(text.lstrip(" \t"))
        while self.items and indent < self.items[-1][0]:
            self.items.pop()
        self.space()
        self.write(f"{_INDENT * len(self.items)}{FENCE}{len(self.codes)}{FENCE}")
        self.space()
        code: list[str] = []
        for end in range(at + 1, len(lines)):
            line = re.sub(rf"^(?:[ \t]{{0,3}}>[ ]?){{0,{self.quotes}}}", "", lines[end])
            words = line.strip(" \t")
            if words.startswith(opener[1]) and not words.strip(opener[1][0]):
                self.codes.append("".join(f"{bare(line)}\n" for line in code))
                return end + 1
            code.append(_outdented(line, indent))
        self.codes.append("".join(f"{bare(line)}\n" for line in code))
        message = f"This block of code begins with {opener[1]} and nothing ends it."
        hint = f"Write {opener[1]} on a line of its own behind the code."
        spot = self.source.rest(self.source.starts[at] + opener.start(1))
        self.faults.append(Fault(spot, "markup-structure", message, hint))
        return len(lines)

    def write(self, words: str) -> None:
        if self.blank:
            self.fresh = len(self.items)
        self.written.append("> " * self.quotes + words)
        self.blank = False

    def space(self) -> None:
        self.written.append("> " * self.quotes)
        self.blank = True


def _indent(line: str) -> int:
    spread = line.expandtabs(4)
    return len(spread) - len(spread.lstrip(" "))


def _outdented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" \t"))) :]


def _is_table(words: str, following: list[str]) -> bool:
    return "|" in words and any(_DASHES.fullmatch(_QUOTES.sub("", line, count=1).strip()) for line in following)
