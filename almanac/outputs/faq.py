"""Questions: what a reader of the site asks about it, answered in one wording on the page, in its twin and as data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.markup import fragment_of
from almanac.outputs.about import DATA_LICENCE, blend
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.output import Output
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural
from almanac.render.cells import Cell
from almanac.units.dates import long_date

TITLE = "Questions and answers"
LEAD = "Where the figures come from, what the signs beside them mean, and what to do when one is wrong."
WORDS = "text/faq.md"
"""The questions with their answers: sections by ##, questions by ###."""


@dataclass(frozen=True, slots=True)
class FaqText:
    """What is filled into the answers; addresses are site paths."""

    title: str
    lead: str
    sources: str
    edition: str
    price: str
    blend: str
    licence: str
    site: str
    api: str
    feed: str
    guides: str
    calendar: str
    repository: str
    report: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its answer and the fragment that leads to it."""

    id: str
    question: str
    answer: Cell


@dataclass(frozen=True, slots=True)
class Part:
    """Questions about one subject."""

    id: str
    title: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class FaqView:
    """Everything that the page shows."""

    page: Page
    title: str
    lead: str
    contents: tuple[Link, ...]
    parts: tuple[Part, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page and its Markdown twin, which are read off the same words."""
    write, draw = context.draw(WORDS), context.draw("pages/faq.html")
    text, file, origin = faq_text(context), addresses.file_of(addresses.FAQ), "the questions about the site"
    view = faq_view(context, write(text).decode())
    ids = {"main", *(part.id for part in view.parts), *(asked.id for part in view.parts for asked in part.asked)}
    yield Output(file, view, draw, origin, frozenset(ids))
    yield Output(addresses.twin_of(file), text, lambda told: _absolute(context, write(told)), origin)


def faq_text(context: Context) -> FaqText:
    """Return what is filled into the answers."""
    catalogue, shell = context.catalogue, context.shell
    return FaqText(
        title=TITLE,
        lead=LEAD,
        sources=plural(len(catalogue.sources), "source"),
        edition=long_date(catalogue.site.edition),
        price=plural(catalogue.site.stale_after.price, "day"),
        blend=blend(),
        licence=DATA_LICENCE,
        site=catalogue.site.title,
        api=f"{addresses.API}index.json",
        feed=addresses.FEED,
        guides=addresses.GUIDES_FEED,
        calendar=addresses.CALENDAR,
        repository=str(catalogue.site.repository),
        report=shell.report_url("Wrong fact"),
    )


def faq_view(context: Context, text: str) -> FaqView:
    """Return what the page shows of the words."""
    parts = tuple(_part(context, *_titled(part)) for part in _split(text, "## "))
    return FaqView(
        page=context.shell.page(_head(parts)),
        title=TITLE,
        lead=LEAD,
        contents=tuple(Link(part.title, f"#{part.id}") for part in parts),
        parts=parts,
    )


def _part(context: Context, title: str, text: str) -> Part:
    asked = (_titled(each) for each in _split(text, "### "))
    answers = tuple(Asked(fragment_of(question), question, prose(context, answer)) for question, answer in asked)
    return Part(fragment_of(title), title, answers)


def _split(text: str, sign: str) -> list[str]:
    """Return what stands under each heading of one level, its words first."""
    return re.split(f"^{sign}", text, flags=re.MULTILINE)[1:]


def _titled(text: str) -> tuple[str, str]:
    title, _, rest = text.partition("\n")
    return title, rest.strip()


def _absolute(context: Context, text: bytes) -> bytes:
    """Set links out in full: a twin is read far from its page."""
    place = context.shell.place
    whole = text.decode().replace("](/", f"]({place.absolute('/')}")
    return whole.replace("](#", f"]({place.absolute(addresses.FAQ)}#").encode()


def _head(parts: tuple[Part, ...]) -> Head:
    asked = [each for part in parts for each in part.asked]
    node: dict[str, object] = {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": each.question,
                "acceptedAnswer": {"@type": "Answer", "text": each.answer.text},
            }
            for each in asked
        ],
    }
    return Head(
        url=addresses.FAQ,
        title=TITLE,
        description=description(f"{LEAD} {plural(len(asked), 'question')}, answered.", LEAD),
        nodes=(node,),
        twin=True,
    )
