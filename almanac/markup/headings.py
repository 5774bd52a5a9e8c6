"""Headings: the fragment that leads to each, the order they keep, and the questions that some ask."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from almanac.markup.findings import Fault, Heading, Question
from almanac.markup.places import anchors, wording
from almanac.markup.reading import Parsed
from almanac.markup.spots import Source, Spot, bare

TOP, DEEPEST = 2, 4

_QUESTION = 3
_SECTIONS = frozenset({"questions", "faq", "frequently asked questions"})
_HINT = "The page's title comes from the front matter; in the text, ## begins a section, ### and #### its parts."
_LEVEL = re.compile(r"h([1-6])")
_HASHES = re.compile(r"[^#]*(?=#)")
_UNDERLINE = re.compile(r"[=-]+[ \t]*")
# The pages around a guide's text have fragments of their own.
_TAKEN = re.compile(r"(main|contents|models|references|refs|sources|questions)(-h)?|[fs][0-9]+|ref-[0-9]+")


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as it stands in the tree: whether outside lists and quotes, and which line is its last."""

    element: Element
    level: int
    text: str
    spot: Spot
    last: int
    top: bool


def titles_of(read: Parsed) -> tuple[Title, ...]:
    """Return the headings of all levels, wherever they stand, in their order."""
    top = {*read.root}
    found = []
    at = 0
    for element in read.root.iter():
        at = next(anchors(element), at) if element is not read.root else 0
        if level := _LEVEL.fullmatch(str(element.tag)):
            text = " ".join(bare("".join(wording(element))).split())
            spot, last = _spot(read.source, read.source.line(at))
            found.append(Title(element, int(level[1]), text, spot, last, element in top))
    return tuple(found)


def headings_of(titles: Sequence[Title]) -> tuple[Heading, ...]:
    """Return the headings that may stand, each with its own fragment."""
    taken: dict[str, int] = {}
    return tuple(
        Heading(title.level, _unique(fragment_of(title.text), taken), title.text, title.spot)
        for title in titles
        if stands(title)
    )


def stands(title: Title) -> bool:
    """Whether a heading is drawn as one."""
    return title.top and TOP <= title.level <= DEEPEST


def heading_faults(titles: Sequence[Title]) -> Iterator[Fault]:
    """Yield what is wrong with headings: their place, their level, a level left out, no words."""
    above = 1
    for title in titles:
        if message := _objection(title, above):
            yield Fault(title.spot, "markup-heading", message, _HINT)
        else:
            above = title.level


def questions_of(titles: Sequence[Title], source: Source) -> tuple[Question, ...]:
    """Return the headings of level 3 under "Questions" or "FAQ", each with the Markdown up to the next."""
    lines = source.text.split("\n")
    standing = [title for title in titles if stands(title)]
    found = []
    asked = False
    for index, title in enumerate(standing):
        if title.level == TOP:
            asked = title.text.casefold().rstrip(":") in _SECTIONS
        if asked and title.level == _QUESTION:
            later = (other.spot.line - 1 for other in standing[index + 1 :] if other.level <= _QUESTION)
            answer = "\n".join(lines[title.last : next(later, len(lines))]).strip("\n")
            found.append(Question(title.text, answer, title.spot))
    return tuple(found)


def question_faults(questions: Sequence[Question]) -> Iterator[Fault]:
    """Yield the questions that nothing answers."""
    for question in questions:
        if not question.answer.strip():
            message = "This question has no answer."
            hint = "Write the answer under it, before the next heading."
            yield Fault(question.spot, "markup-heading", message, hint)


def fragment_of(text: str) -> str:
    """Fold words into a fragment: ASCII lower case, one hyphen for whatever else stands between."""
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-") or "section"


def _spot(source: Source, line: int) -> tuple[Spot, int]:
    """Return where a heading on a line begins, and the number of its last line."""
    words = source.words(line)
    following = source.words(line + 1) if line + 1 < len(source.starts) else ""
    underlined = _UNDERLINE.fullmatch(following.strip())
    hashes = None if underlined and not words.lstrip().startswith("#") else _HASHES.match(words)
    indent = hashes.end() if hashes else len(words) - len(words.lstrip(" \t"))
    return source.rest(source.starts[line] + indent), line + (1 if hashes else 2)


def _unique(fragment: str, taken: dict[str, int]) -> str:
    """Return the fragment, numbered where it is taken; `taken` remembers how far each has been counted."""
    if _TAKEN.fullmatch(fragment):
        taken.setdefault(fragment, 1)
    candidate = fragment
    while candidate in taken or _TAKEN.fullmatch(candidate):
        taken[fragment] += 1
        candidate = f"{fragment}-{taken[fragment]}"
    taken[candidate] = 1
    return candidate


def _objection(title: Title, above: int) -> str:
    if not title.top:
        return "A heading stands neither in a list nor in a quote."
    if not title.text and not len(title.element):
        return "This heading has no words."
    if title.level < TOP:
        return "A guide's text holds no heading of level 1."
    if title.level > DEEPEST:
        return f"A heading of level {title.level} is deeper than anybody can follow."
    if title.level > above + 1:
        return f"A heading of level {title.level} follows one of level {above}; a level is missing between them."
    return ""
