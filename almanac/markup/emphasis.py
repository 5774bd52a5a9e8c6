"""Which asterisks and underscores are emphasis: CommonMark's delimiter runs, paired in linear time."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from almanac.markup.tokens import Mark, Token, Words

_Tag = Literal["em", "strong"]


@dataclass(slots=True)
class Run:
    """Neighbouring asterisks or underscores: `left` are unpaired, the rest begin and end emphasis."""

    start: int
    sign: str
    length: int
    opens: bool
    closes: bool
    left: int
    begun: list[_Tag] = field(default_factory=list)
    ended: list[_Tag] = field(default_factory=list)

    def tokens(self) -> Iterator[Token]:
        """Yield what the run has become: ends, then what stayed text, then beginnings, the widest first."""
        for tag in self.ended:
            yield Mark(tag, opens=False)
        if self.left:
            yield Words(self.start, self.start + self.length, self.sign * self.left)
        for tag in reversed(self.begun):
            yield Mark(tag, opens=True)


def run_at(text: str, start: int, length: int) -> Run:
    """Describe the run by what stands on both sides of it; an underscore inside a word is none."""
    before, after = _kind(text[start - 1 : start]), _kind(text[start + length : start + length + 1])
    left = after == "word" or (after == "sign" and before != "word")
    right = before == "word" or (before == "sign" and after != "word")
    sign = text[start]
    opens = left and (sign == "*" or not right or before == "sign")
    closes = right and (sign == "*" or not left or after == "sign")
    return Run(start, sign, length, opens, closes, left=length)


def pair(runs: Sequence[Run]) -> None:
    """Let every run that can close find the nearest one that can open; both note what they became.

    `bottoms` remembers how far back a search of one kind has failed, so nothing is looked at twice in vain.
    """
    openers: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        kind = (run.sign, run.opens, run.length % 3)
        while run.closes and run.left:
            found = _opener(openers, run, bottom=bottoms.get(kind, -1))
            if found is None:
                bottoms[kind] = run.start - 1
                break
            del openers[found + 1 :]
            _join(openers[found], run)
            if not openers[found].left:
                openers.pop()
        if run.opens and run.left:
            openers.append(run)


def _opener(openers: Sequence[Run], closer: Run, *, bottom: int) -> int | None:
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.start <= bottom:
            return None
        if opener.sign == closer.sign and not _rule_of_three(opener, closer):
            return index
    return None


def _rule_of_three(opener: Run, closer: Run) -> bool:
    """CommonMark 0.31, rules 9 and 10: `*a**b*` is one emphasis and not two."""
    both = (opener.opens and opener.closes) or (closer.opens and closer.closes)
    thirds = opener.length % 3 == 0 and closer.length % 3 == 0
    return both and (opener.length + closer.length) % 3 == 0 and not thirds


def _join(opener: Run, closer: Run) -> None:
    width = 2 if opener.left >= 2 and closer.left >= 2 else 1  # noqa: PLR2004 - two signs are strong, one is emphasis
    tag: _Tag = "strong" if width == 2 else "em"  # noqa: PLR2004 - the same
    opener.begun.append(tag)
    closer.ended.append(tag)
    opener.left -= width
    closer.left -= width


def _kind(character: str) -> Literal["space", "sign", "word"]:
    if not character or character.isspace():
        return "space"
    return "sign" if unicodedata.category(character)[0] in "PS" else "word"
