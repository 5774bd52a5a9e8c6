"""The outline of a text: all that leads somewhere or asks for something, and all that is wrong."""

from collections.abc import Iterator, Sequence
from itertools import chain

from almanac.markup.blocks import blocks_of
from almanac.markup.budget import weigh
from almanac.markup.figures import unbound_figures
from almanac.markup.findings import Call, Citation, Fault, Link, Outline
from almanac.markup.headings import heading_faults, headings_of, question_faults, questions_of
from almanac.markup.inlines import prose
from almanac.markup.spots import lines_of
from almanac.markup.tokens import Called, Cited, LinkStart, Refused, Token
from almanac.markup.tree import Block, CallBlock, faults_of, prose_of, walk


def outline(text: str) -> Outline:
    """Read a guide's text. Never raises; a text over the budget has that one fault and nothing else."""
    if too_much := weigh(text):
        return Outline(faults=(too_much,))
    lines = lines_of(text)
    blocks = blocks_of(lines)
    tokens = [token for block in walk(blocks) for piece in prose_of(block) for token in piece.tokens]
    questions = questions_of(blocks, lines=lines)
    shapes = (fault for block in walk(blocks) for fault in faults_of(block))
    faults = chain(_refusals(tokens), shapes, heading_faults(blocks), question_faults(questions))
    return Outline(
        headings=headings_of(blocks),
        links=tuple(_links(tokens)),
        citations=tuple(_citations(tokens)),
        calls=tuple(_calls(blocks)),
        questions=questions,
        faults=_sorted(faults),
        figures=_sorted(unbound_figures(blocks)),
    )


def inline_outline(text: str) -> Outline:
    """Read a summary or an answer: links and faults. A call is a fault: facts are bound in guides only."""
    if too_much := weigh(text):
        return Outline(faults=(too_much,))
    tokens = prose(lines_of(text)).tokens
    faults = (fault for fault in _refusals(tokens) if fault.code not in {"markup-citation", "markup-call"})
    return Outline(links=tuple(_links(tokens)), faults=_sorted(chain(faults, _misplaced(tokens))))


def _misplaced(tokens: Sequence[Token]) -> Iterator[Fault]:
    message = "A fact of the catalogue is bound in a guide only; here the braces would be shown as they are."
    for token in tokens:
        match token:
            case Called(call=Call(spot=spot)) | Refused(fault=Fault(code="markup-call", spot=spot)):
                yield Fault(spot, "markup-call", message, "Write the words, or put the braces in `code`.")
            case _:
                pass


def _refusals(tokens: Sequence[Token]) -> Iterator[Fault]:
    return (token.fault for token in tokens if isinstance(token, Refused))


def _citations(tokens: Sequence[Token]) -> Iterator[Citation]:
    return (token.citation for token in tokens if isinstance(token, Cited))


def _calls(blocks: Sequence[Block]) -> Iterator[Call]:
    for block in walk(blocks):
        if isinstance(block, CallBlock):
            yield block.call
        for piece in prose_of(block):
            yield from (token.call for token in piece.tokens if isinstance(token, Called))


def _links(tokens: Sequence[Token]) -> Iterator[Link]:
    for token in tokens:
        if isinstance(token, LinkStart | Refused) and token.link:
            yield token.link


def _sorted(faults: Iterator[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.spot, fault.code)))
