"""Guides: what the text asks of the catalogue is there; that its citations fit its references, the reader has seen."""

from collections.abc import Iterator

from almanac.checks.asked import complaint
from almanac.checks.rule import Rule
from almanac.markup import Spot
from almanac.problems import Place, Problem, problem
from almanac.reader.document import Entry
from almanac.reader.library import GuideText, Library
from almanac.records import Guide


def _texts(library: Library) -> Iterator[tuple[Entry[Guide], GuideText]]:
    for slug, guide in library.guides.items():
        yield guide, library.guide_texts[slug]


def _place(guide: Entry[Guide], text: GuideText, spot: Spot) -> Place:
    return Place(guide.document.path, spot.line + text.first_line - 1, spot.column, spot.width)


def calls_are_answered(library: Library) -> Iterator[Problem]:
    """Every call is of a known function, with what it needs, for a fact that is there: else the page had a hole."""
    for guide, text in _texts(library):
        for call in text.outline.calls:
            found = complaint(library, call)
            if found:
                message, hint = found
                place = _place(guide, text, call.spot)
                yield problem("guide-call", place, message=message, hint=hint, fact=guide.document.name)


RULES: tuple[Rule, ...] = (calls_are_answered,)
