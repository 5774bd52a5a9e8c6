"""Texts: what records hold in Markdown is read by the same rules as guides, before it can reach a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from almanac.checks.rule import Rule, Steps
from almanac.markup import Spot, inline_outline
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record and where it stands."""

    entry: Entry[object]
    steps: Steps
    text: str


def texts(library: Library) -> Iterator[Text]:
    """Yield every text of a record that a page shows as Markdown."""
    for model in library.models.values():
        yield from _given(model, ("summary",), model.record.summary)
        for index, question in enumerate(model.record.faq):
            yield from _given(model, ("faq", index, "a"), question.a)
        for key, offer in model.record.offers.items():
            yield from _given(model, ("offers", key, "notes"), offer.notes)
    for provider in library.providers.values():
        yield from _given(provider, ("notes",), provider.record.notes)
    for benchmark in library.benchmarks.values():
        yield from _given(benchmark, ("about",), benchmark.record.about)
        yield from _given(benchmark, ("misses",), benchmark.record.misses)
    for tombstone in library.tombstones.values():
        if tombstone.record.withdrawn:
            yield from _given(tombstone, ("withdrawn", "why"), tombstone.record.withdrawn.why)


def _given(entry: Entry[object], steps: Steps, text: str | None) -> Iterator[Text]:
    if text is not None:
        yield Text(entry, steps, text)


def texts_are_sound(library: Library) -> Iterator[Problem]:
    """Nothing in a record's text is refused by the one place that turns Markdown into pages."""
    for text in texts(library):
        for fault in inline_outline(text.text).faults:
            found = text.entry.problem(fault.code, *text.steps, message=fault.message, hint=fault.hint)
            yield _at_the_words(found, text, fault.spot)


def _at_the_words(found: Problem, text: Text, spot: Spot) -> Problem:
    """Move a problem from the beginning of its text to the words at fault, where YAML has left those as they are."""
    place = text.entry.place(*text.steps)
    document = text.entry.document
    lines = text.text.split("\n")
    words = lines[spot.line - 1][spot.column - 1 :][: spot.width].split()
    before = "\n".join((*lines[: spot.line - 1], lines[spot.line - 1][: spot.column - 1]))
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    nth = sum(1 for _ in pattern.finditer(before))
    source = document.text.split("\n")
    begin = sum(len(line) + 1 for line in source[: place.line - document.first_line]) + place.column - 1
    match = next(islice(pattern.finditer(document.text, begin), nth, None), None)
    if not words or match is None:
        return found
    line_start = document.text.rfind("\n", 0, match.start()) + 1
    return replace(
        found,
        line=document.text.count("\n", 0, match.start()) + document.first_line,
        column=match.start() - line_start + 1,
        width=len(match[0].partition("\n")[0]),
    )


RULES: tuple[Rule, ...] = (texts_are_sound,)
