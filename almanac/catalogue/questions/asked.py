"""Which questions a model's page answers, and in which order."""

import re
from collections.abc import Iterator

from almanac.catalogue.catalogue import Question
from almanac.catalogue.evidence import Dossier, Origin
from almanac.catalogue.questions import costs, ends, kin, traits
from almanac.catalogue.questions.subject import Asked

FIRST = (costs.price, costs.cached, traits.context)
"""What everybody asks: these stand before the questions that a person has answered, the others after them."""
THEN = (traits.images, traits.pdf, traits.call, costs.cheaper)

_LETTERS = re.compile(r"[^\w]+")


def questions(asked: Asked, dossier: Dossier) -> tuple[Question, ...]:
    """Return all questions of a model; where a person answers what facts answer too, the person is right."""
    written = tuple(_written(asked, dossier))
    taken = {_folded(question) for question in written}
    first = [question for ask in FIRST if (question := ask(asked)) and _folded(question) not in taken]
    then = [question for question in _then(asked, dossier) if _folded(question) not in taken]
    return (*first, *written, *then)


def _then(asked: Asked, dossier: Dossier) -> Iterator[Question]:
    yield from (question for ask in THEN if (question := ask(asked)))
    if question := ends.retirement(asked, dossier.prover):
        yield question
    yield from kin.differences(asked)


def _written(asked: Asked, dossier: Dossier) -> Iterator[Question]:
    for entry in asked.entry.record.faq:
        sources = (entry.source,) if isinstance(entry.source, str) else entry.source or ()
        proofs = tuple(dossier.proof_of("faq", Origin(source)) for source in sources)
        general = dossier.proof("faq")
        found = proofs or ((general,) if general else ())
        yield Question(question=entry.q, answer=entry.a, proofs=found)


def _folded(question: Question) -> str:
    return _LETTERS.sub(" ", question.question).casefold().strip()
