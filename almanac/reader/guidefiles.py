"""Guide files: front matter into a record, the text into its structure, and whether citations fit references."""

from collections.abc import Iterator

from almanac.markup import outline
from almanac.problems import Place, Problem, problem
from almanac.reader.document import Document
from almanac.reader.folder import Found
from almanac.reader.frontmatter import Halves, split
from almanac.reader.library import GuideText
from almanac.reader.recordfiles import Outcome, add_entry, parse_document
from almanac.reader.textfile import load
from almanac.reader.validation import Subject
from almanac.records import Guide

_UNREAD = frozenset({"markup-size", "markup-structure"})
"""Faults of a text that leave some of it unread, so that nobody knows what it cites."""


def read_guide_file(found: Found) -> tuple[Outcome, GuideText | None]:
    """Read a guide: its entry and its text, where they can be read."""
    text, problems = load(found.file, path=found.path)
    outcome = Outcome(problems=problems)
    halves = split(text) if text is not None else None
    if halves is None:
        outcome.broken.add(found.name)
        if text is not None:
            message = "A guide begins with its front matter: YAML between two lines of ---."
            hint = "Write --- on the first line, title, summary, author and published below it, and --- again."
            place = Place(found.path)
            outcome.problems.append(problem("guide-front-matter", place, message=message, hint=hint))
        return outcome, None
    return outcome, _read_halves(halves, found, outcome)


def _read_halves(halves: Halves, found: Found, outcome: Outcome) -> GuideText:
    document, parsed = parse_document(halves.yaml, found, outcome, first_line=halves.yaml_line)
    if not parsed.is_whole or not add_entry(Subject(Guide, document, parsed), found.id, outcome):
        outcome.broken.add(found.name)
    guide = GuideText(halves.text, halves.text_line, outline(halves.text))
    outcome.problems += _text_problems(guide, found.path)
    if parsed.is_whole and not any(fault.code in _UNREAD for fault in guide.outline.faults):
        outcome.problems += _citation_problems(guide, document)
    return guide


def _text_problems(guide: GuideText, path: str) -> Iterator[Problem]:
    for fault in (*guide.outline.faults, *guide.outline.figures):
        spot = fault.spot
        place = Place(path, spot.line + guide.first_line - 1, spot.column, spot.width)
        yield problem(fault.code, place, message=fault.message, hint=fault.hint)


def _citation_problems(guide: GuideText, document: Document) -> Iterator[Problem]:
    """Compare the numbers in the text with the references, also where these have faults of their own."""
    refs = document.data.get("refs") if isinstance(document.data, dict) else None
    count = len(refs) if isinstance(refs, list) else 0
    if refs is not None and not isinstance(refs, list):
        return
    cited = set()
    for citation in guide.outline.citations:
        cited.add(citation.number)
        if not 1 <= citation.number <= count:
            spot = citation.spot
            place = Place(document.path, spot.line + guide.first_line - 1, spot.column, spot.width)
            message = f"[{citation.number}] cites nothing: the front matter lists {_references(count)}."
            hint = "Add the reference to refs, or correct the number."
            yield problem("guide-citation", place, message=message, hint=hint)
    for number in range(1, count + 1):
        if number not in cited:
            message = f"Reference {number} is cited nowhere in the text."
            hint = f"Cite it as [{number}] where the text rests on it, or take it out."
            place = document.place(("refs", number - 1))
            yield problem("guide-ref-unused", place, message=message, hint=hint)


def _references(count: int) -> str:
    return f"{count or 'no'} reference{'s' * (count != 1)}"
