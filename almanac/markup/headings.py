"""Headings: the fragment that leads to each, the order they keep, and the questions that some ask."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from almanac.markup.findings import Fault, Heading, Question
from almanac.markup.spots import Line
from almanac.markup.tokens import wording
from almanac.markup.tree import Block, Title, walk

TOP, DEEPEST = 2, 4

_QUESTION = 3
_SECTIONS = frozenset({"questions", "faq", "frequently asked questions"})
_HINT = "The page's title comes from the front matter; in the text, ## begins a section, ### and #### its parts."


def headings_of(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """Return the headings that may stand, each with its own fragment."""
    taken: dict[str, int] = {}
    found = []
    for title in _titles(blocks):
        text = _text(title)
        found.append(Heading(title.level, _unique(fragment_of(text), taken), text, title.spot))
    return tuple(found)


def heading_faults(blocks: Sequence[Block]) -> Iterator[Fault]:
    """Yield what is wrong with headings: their place, their level, a level left out, no words, no answer."""
    above = 1
    for block in walk(blocks):
        if not isinstance(block, Title):
            continue
        if message := _objection(block, above):
            yield Fault(block.spot, "markup-heading", message, _HINT)
        else:
            above = block.level


def questions_of(blocks: Sequence[Block], *, lines: Sequence[Line]) -> tuple[Question, ...]:
    """Return the headings of level 3 under "Questions" or "FAQ", each with the Markdown up to the next."""
    titles = [*_titles(blocks)]
    found = []
    asked = False
    for index, title in enumerate(titles):
        if title.level == TOP:
            asked = _text(title).casefold().rstrip(":") in _SECTIONS
        if asked and title.level == _QUESTION:
            later = (other.spot.line - 1 for other in titles[index + 1 :] if other.level <= _QUESTION)
            answer = "\n".join(line.text for line in lines[title.last : next(later, len(lines))]).strip("\n")
            found.append(Question(_text(title), answer, title.spot))
    return tuple(found)


def question_faults(questions: Sequence[Question]) -> Iterator[Fault]:
    """Yield the questions that nothing answers."""
    for question in questions:
        if not question.answer.strip():
            message = "This question has no answer."
            yield Fault(
                question.spot,
                "markup-heading",
                message,
                "Write the answer under it, before the next heading.",
            )


def fragment_of(text: str) -> str:
    """Fold words into a fragment: ASCII lower case, one hyphen for whatever else stands between."""
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-") or "section"


def _titles(blocks: Sequence[Block]) -> Iterator[Title]:
    return (block for block in blocks if isinstance(block, Title) and TOP <= block.level <= DEEPEST)


def _text(title: Title) -> str:
    return " ".join(wording(title.prose.tokens).split())


def _unique(fragment: str, taken: dict[str, int]) -> str:
    """Return the fragment, numbered where it is taken; `taken` remembers how far each has been counted."""
    candidate = fragment
    while candidate in taken:
        taken[fragment] += 1
        candidate = f"{fragment}-{taken[fragment]}"
    taken[candidate] = 1
    return candidate


def _objection(title: Title, above: int) -> str:
    if not title.top:
        return "A heading stands neither in a list nor in a quote."
    if not title.prose.source.text.strip():
        return "This heading has no words."
    if title.level < TOP:
        return "A guide's text holds no heading of level 1."
    if title.level > DEEPEST:
        return f"A heading of level {title.level} is deeper than anybody can follow."
    if title.level > above + 1:
        return f"A heading of level {title.level} follows one of level {above}; a level is missing between them."
    return ""
