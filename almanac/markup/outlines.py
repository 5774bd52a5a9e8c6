"""The outline of a text: all that leads somewhere or asks for something, and all that is wrong."""

from collections.abc import Iterable
from functools import cache

from almanac.markup.faults import refusal
from almanac.markup.figures import unbound_figures
from almanac.markup.findings import Call, Citation, Fault, Link, Outline
from almanac.markup.headings import heading_faults, headings_of, question_faults, questions_of, titles_of
from almanac.markup.reading import parsed, parsed_inline, too_much


def outline(text: str) -> Outline:
    """Read a guide's text. Never raises; a text over the budget has that one fault and nothing else."""
    if fault := too_much(text):
        return Outline(faults=(fault,))
    read = parsed(text)
    titles = titles_of(read)
    questions = questions_of(titles, read.source)
    return Outline(
        headings=headings_of(titles),
        links=tuple(found for _, found in read.found if isinstance(found, Link)),
        citations=tuple(found for _, found in read.found if isinstance(found, Citation)),
        calls=tuple(found for _, found in read.found if isinstance(found, Call)),
        questions=questions,
        faults=_sorted([*read.faults, *heading_faults(titles), *question_faults(questions)]),
        figures=_sorted(unbound_figures(read)),
    )


@cache
def inline_outline(text: str) -> Outline:
    """Read a summary or an answer: links and faults. A call is a fault: facts are bound in guides only."""
    if fault := too_much(text):
        return Outline(faults=(fault,))
    read = parsed_inline(text)
    calls = [found.spot for _, found in read.found if isinstance(found, Call)]
    calls += [fault.spot for fault in read.faults if fault.code == "markup-call"]
    others = [fault for fault in read.faults if fault.code not in {"markup-citation", "markup-call"}]
    return Outline(
        links=tuple(found for _, found in read.found if isinstance(found, Link)),
        faults=_sorted([*others, *(refusal("misplaced", spot) for spot in calls)]),
    )


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.spot, fault.code)))
