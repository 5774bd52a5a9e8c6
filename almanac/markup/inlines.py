"""Running text taken apart in one pass: code, calls, citations, links, emphasis, each with its position."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from almanac.markup import calls, targets
from almanac.markup.emphasis import Run, pair, run_at
from almanac.markup.findings import Call, Citation, Fault, FaultCode, Link
from almanac.markup.spots import Line, Passage, passage
from almanac.markup.tokens import (
    Break,
    Called,
    Cited,
    Code,
    LinkEnd,
    LinkStart,
    Mark,
    Refused,
    Token,
    Words,
    wording,
)

BRACKETS = 32
EMPHASIS = 6

_PLAIN = re.compile(r"(?:[^\\`*_\[\]<{!\n]++|<(?![hH])|\{(?!\{)|!(?!\[))+")
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_WEB = re.compile(r"<(https?://[^<>\s]*+)>", re.IGNORECASE)
_CITATION = re.compile(r"\[([0-9]{1,9})\](?!\()")
_CITATIONS = re.compile(r"\[[0-9]++(?:[ \t]*+[-,;–][ \t]*+[0-9]++)++\](?!\()|\[\^[^\s\[\]]++\]")
_TARGET = re.compile(r"\(([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+)\)")
_CLOSED = re.compile(r"[^{}\n]*+\}\}")


@dataclass(frozen=True, slots=True)
class _Bracket:
    """An opening bracket that waits for its end: its token, the text behind it, the runs before it."""

    token: int
    start: int
    text: int
    runs: int
    image: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text and the pieces it is made of."""

    source: Passage
    tokens: tuple[Token, ...]


def prose(lines: Sequence[Line]) -> Prose:
    """Read lines as one piece of running text."""
    source = passage(lines)
    return Prose(source, tokens_of(source))


def tokens_of(source: Passage) -> tuple[Token, ...]:
    """Take a passage apart. What may not stand in it becomes a `Refused` that shows what was written."""
    tokens = _Scan(source).tokens()
    depth = 0
    for token in tokens:
        if isinstance(token, Mark):
            depth += 1 if token.opens else -1
            if depth > EMPHASIS:
                return (_too_much_emphasis(source),)
    return tokens


def _too_much_emphasis(source: Passage) -> Refused:
    fault = Fault(
        source.spot(0, len(source.text)),
        "markup-structure",
        f"Emphasis is nested more than {EMPHASIS} deep in this paragraph.",
        "Take asterisks and underscores out, or write \\* and \\_ where they are meant as text.",
    )
    return Refused(fault, source.text)


def _flat(found: Iterable[Token | Run]) -> Iterator[Token]:
    for item in found:
        if isinstance(item, Run):
            yield from item.tokens()
        else:
            yield item


def _run_end(text: str, start: int) -> int:
    end = start + 1
    while text[end : end + 1] == text[start]:
        end += 1
    return end


class _Scan:
    """One walk over one passage, from its first character to its last; nothing is looked at twice."""

    def __init__(self, source: Passage) -> None:
        self.source = source
        self.text = source.text
        self.at = 0
        self.found: list[Token | Run] = []
        self.runs: list[Run] = []
        self.brackets: list[_Bracket] = []
        self.overfull = False
        self.ticks: dict[int, list[int]] = {}
        for match in _TICKS.finditer(self.text):
            self.ticks.setdefault(len(match[0]), []).append(match.start())

    def tokens(self) -> tuple[Token, ...]:
        readers: dict[str, Callable[[], None]] = {
            "\\": self.escape,
            "`": self.code,
            "*": self.signs,
            "_": self.signs,
            "[": self.open_bracket,
            "]": self.close_bracket,
            "<": self.web_address,
            "{": self.braces,
            "!": self.image,
            "\n": self.line_end,
        }
        while self.at < len(self.text):
            if plain := _PLAIN.match(self.text, self.at):
                self.words(plain.end())
            else:
                readers[self.text[self.at]]()
        pair(self.runs)
        return tuple(_flat(self.found))

    def words(self, end: int, text: str | None = None) -> None:
        self.found.append(Words(self.at, end, self.text[self.at : end] if text is None else text))
        self.at = end

    def refuse(self, end: int, code: FaultCode, *, message: str, hint: str) -> None:
        fault = Fault(self.source.spot(self.at, end), code, message, hint)
        self.found.append(Refused(fault, self.text[self.at : end]))
        self.at = end

    def escape(self) -> None:
        if match := _ESCAPED.match(self.text, self.at):
            self.words(match.end(), match[0][1])
        elif self.text.startswith("\n", self.at + 1):
            self.found.append(Break())
            self.at += 2
        else:
            self.words(self.at + 1)

    def line_end(self) -> None:
        if self.text.endswith("  ", 0, self.at):
            self.found.append(Break())
            self.at += 1
        else:
            self.words(self.at + 1)

    def code(self) -> None:
        width = _run_end(self.text, self.at) - self.at
        places = self.ticks.get(width, [])
        index = bisect_left(places, self.at + width)
        if index == len(places):
            self.words(self.at + width)
            return
        inner = self.text[self.at + width : places[index]].replace("\n", " ")
        if inner.startswith(" ") and inner.endswith(" ") and inner.strip():
            inner = inner[1:-1]
        self.found.append(Code(inner))
        self.at = places[index] + width

    def signs(self) -> None:
        run = run_at(self.text, self.at, _run_end(self.text, self.at) - self.at)
        self.runs.append(run)
        self.found.append(run)
        self.at += run.length

    def braces(self) -> None:
        if written := calls.read_call(self.text, self.at):
            spot = self.source.spot(self.at, written.end)
            call = Call(written.name, written.arguments, block=False, spot=spot)
            self.found.append(Called(self.at, written.end, call, self.text[self.at : written.end]))
            self.at = written.end
        else:
            closed = _CLOSED.match(self.text, self.at + 2)
            end = closed.end() if closed else self.at + 2
            self.refuse(end, "markup-call", message=calls.MESSAGE, hint=calls.HINT)

    def web_address(self) -> None:
        match = _WEB.match(self.text, self.at)
        if match is None:
            self.words(self.at + 1)
            return
        link = Link(match[1], match[1], image=False, spot=self.source.spot(match.start(1), match.end(1)))
        if objection := targets.objection(link.href):
            self.found.append(Refused(Fault(link.spot, "url-scheme", objection, targets.ASK), match[0], link))
        else:
            self.found += [
                LinkStart(link),
                Words(match.start(1), match.end(1), link.href),
                LinkEnd(),
            ]
            self.forget_links()
        self.at = match.end()

    def image(self) -> None:
        if self.text.startswith("[", self.at + 1) and not _CITATION.match(self.text, self.at + 1):
            self.bracket(2, image=True)
        else:
            self.words(self.at + 1)

    def open_bracket(self) -> None:
        if match := _CITATION.match(self.text, self.at):
            self.citation(int(match[1]), match.end())
        elif match := _CITATIONS.match(self.text, self.at):
            self.refuse(
                match.end(),
                "markup-citation",
                message="This is not how a reference is cited here.",
                hint="Write one number in each pair of brackets, like [1][3]; [1] is the first of refs.",
            )
        else:
            self.bracket(1, image=False)

    def citation(self, number: int, end: int) -> None:
        if number == 0:
            message, hint = (
                "References are counted from 1.",
                "Write [1] to cite the first of the guide's refs.",
            )
            self.refuse(end, "markup-citation", message=message, hint=hint)
            return
        cited = Citation(number, self.source.spot(self.at, end))
        self.found.append(Cited(self.at, end, cited, self.text[self.at : end]))
        self.at = end

    def bracket(self, width: int, *, image: bool) -> None:
        start = self.at
        if len(self.brackets) < BRACKETS:
            self.words(start + width)
            self.brackets.append(_Bracket(len(self.found) - 1, start, self.at, len(self.runs), image))
        elif self.overfull:
            self.words(start + width)
        else:
            self.overfull = True
            message = f"More than {BRACKETS} square brackets stand open here."
            hint = "Close them, or write \\[ where a bracket is meant as text."
            self.refuse(start + width, "markup-structure", message=message, hint=hint)

    def close_bracket(self) -> None:
        opener = self.brackets.pop() if self.brackets else None
        if opener is None or not self.text.startswith("(", self.at + 1):
            self.words(self.at + 1)
        elif target := _TARGET.match(self.text, self.at + 1):
            self.link(opener, target)
        else:
            message = "The address of this link does not end on its line."
            hint = "Write [words](address) with the address and both parentheses on one line."
            self.refuse(self.at + 2, "markup-structure", message=message, hint=hint)

    def link(self, opener: _Bracket, target: re.Match[str]) -> None:
        spot = self.source.spot(target.start(1), max(target.end(1), target.start(1) + 1))
        link = Link(target[1], self.text[opener.text : self.at], opener.image, spot)
        fault = self.link_fault(opener, link)
        if fault:
            self.found[opener.token] = Refused(fault, self.text[opener.start : opener.text], link)
            self.words(target.end())
            return
        pair(self.runs[opener.runs :])
        del self.runs[opener.runs :]
        words = wording(_flat(self.found[opener.token + 1 :]))
        self.found[opener.token] = LinkStart(Link(link.href, words, image=False, spot=spot))
        self.found.append(LinkEnd())
        self.at = target.end()
        self.forget_links()

    def forget_links(self) -> None:
        """Let no bracket before this place become a link any more: no link stands in a link."""
        self.brackets = [bracket for bracket in self.brackets if bracket.image]

    def link_fault(self, opener: _Bracket, link: Link) -> Fault | None:
        whole = self.source.spot(opener.start, self.at + 1)
        if link.image:
            message = "A guide holds no images: a page of this site makes no request to another."
            return Fault(whole, "markup-structure", message, "Write [words](address) to lead to the picture.")
        if not link.text.strip():
            message = "This link has no words, so nobody can tell where it leads."
            return Fault(whole, "markup-structure", message, "Write what it leads to between the square brackets.")
        if objection := targets.objection(link.href):
            return Fault(link.spot, "url-scheme", objection, targets.ASK)
        return None
