"""The page of one guide: its text with the catalogue's figures in it, its contents, its models and its references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from almanac import addresses
from almanac.catalogue.catalogue import GuideEntry
from almanac.markup import Call, bound, plain_guide, render
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.guides.figures import HEADS, Figure, Table, resolve
from almanac.outputs.guides.index import Feeds, byline, feeds
from almanac.outputs.guides.references import ReferenceLine, References
from almanac.outputs.modelrows import ModelRow, model_rows
from almanac.outputs.output import Output
from almanac.outputs.prose import anchor, prose
from almanac.outputs.shell import OG_IMAGE, Head, Link, Page
from almanac.outputs.twins import row
from almanac.records import Guide
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day

_LOOSE = re.compile(r' +(<a class="s" href="#ref-)')
_PER_CENT = re.compile(r'((?:<a class="s"[^>]*>\d+</a>)*)((?:</span>)?) %')
_TWICE = re.compile(r'(<a class="s" href="#ref-(\d+)"[^>]*>\2</a>)((?:</span>)?)\1')

SECTION = 2
"""The level of the headings that the contents list."""
NUMBERS = 4
"""How many columns of a table stand beside the name on a narrow page; the others become the row's second line."""


@dataclass(frozen=True, slots=True)
class GuideView:
    """Everything a guide's page shows."""

    page: Page
    title: str
    summary: Cell
    byline: str
    contents: tuple[Link, ...]
    body: Cell
    models: tuple[ModelRow, ...]
    references: tuple[ReferenceLine, ...]
    edit: str
    report: str
    feeds: Feeds


@dataclass(frozen=True, slots=True)
class GuideText:
    """The guide as Markdown."""

    title: str
    summary: str
    byline: str
    body: str
    references: tuple[ReferenceLine, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield every guide and its Markdown twin."""
    draw, twin = context.draw("pages/guide.html"), context.draw("text/guide.md")
    for entry in context.catalogue.guides.values():
        file, origin = addresses.file_of(addresses.guide(entry.id)), f"guides/{entry.id}.md"
        view = guide_view(context, entry)
        ids = (heading.id for heading in entry.text.outline.headings)
        yield Output(file, view, draw, origin, frozenset({"main", "models", "references", *ids}))
        yield Output(addresses.twin_of(file), _twin(context, entry, view), twin, origin)


def guide_view(context: Context, entry: GuideEntry) -> GuideView:
    """Return what the page shows. The text comes first, so that what it cites and binds is numbered in its order."""
    record, references = entry.record, References(entry.record, context.catalogue.sources)
    body = render(
        entry.text.text,
        call=lambda call: _html(context, resolve(context.catalogue, call), references),
        link=lambda href: anchor(context, href),
        cite=references.cite,
    )
    related = [context.catalogue.models[id_] for id_ in dict.fromkeys((*record.compares, *record.about))]
    rows = model_rows(context, related, references)
    headings = [heading for heading in entry.text.outline.headings if heading.level == SECTION]
    ends = (*((Link("The models", "#models"),) if rows else ()), Link("References", "#references"))
    return GuideView(
        page=context.shell.page(_head(context, entry)),
        title=record.title,
        summary=prose(context, record.summary),
        byline=byline(record),
        contents=(*(Link(heading.text, f"#{heading.id}") for heading in headings), *ends),
        body=cells.safe(typeset(body), ""),
        models=rows,
        references=references.references(),
        edit=context.shell.edit_url(f"guides/{entry.id}.md"),
        report=context.shell.report_url(f"guides/{entry.id}"),
        feeds=feeds(context),
    )


def typeset(body: str) -> str:
    """Set marks close behind what they prove, its sign for per cent included, and one where two name one source."""
    return _TWICE.sub(r"\1\3", _LOOSE.sub(r"\1", _PER_CENT.sub("\N{NO-BREAK SPACE}%\\1\\2", body)))


def _html(context: Context, found: Figure | Table, references: References) -> str:
    """Return what stands in place of a call: the figure with its mark, or a table of them."""
    return _table(context, found, references) if isinstance(found, Table) else _figure(found, references)


def _figure(found: Figure, references: References) -> str:
    if not found.is_stated:
        return cells.word(found.text).html
    mark = references.mark(found.proof).html if found.proof else ""
    return f'<span class="num">{escape(found.text)}{mark}</span>'


def _table(context: Context, table: Table, references: References) -> str:
    heads = "".join(f'<th scope="col"{_css(place)}>{_head_text(head)}</th>' for place, head in enumerate(HEADS))
    at = ["" if offer is None else context.offer_name(offer) for offer in table.offers]
    rows = "".join(_row(context, cells_, references, at=whose) for cells_, whose in zip(table.rows, at, strict=True))
    names = ", ".join(cells_[0].text for cells_ in table.rows)
    caption = f'<caption class="vh">Compared: {escape(names)}</caption>'
    return f'<table class="t flow">{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _head_text(head: str) -> str:
    """Return the head of a column; its unit, which a narrow page has no room for, stands in the sentence above too."""
    name, comma, unit = head.partition(",")
    return f'{escape(name)}<span class="wideonly">{comma}{escape(unit)}</span>' if comma else f"{escape(name)}"


def _row(context: Context, found: tuple[Figure, ...], references: References, *, at: str) -> str:
    href = escape(context.shell.href(addresses.model(found[0].model_id)))
    rest = "".join(
        f"<td{_css(place, head)}>{_figure(cell, references)}</td>"
        for place, (cell, head) in enumerate(zip(found[1:], HEADS[1:], strict=True), 1)
    )
    whose = f'<span class="sub">priced at {escape(at)}</span>' if at else ""
    return f'<tr><th scope="row"><a href="{href}">{escape(found[0].text)}</a>{whose}</th>{rest}</tr>'


def _css(place: int, head: str = "") -> str:
    """Return the classes of a column by its place: a name, figures, and what a narrow row sets in its second line."""
    if place == 0:
        return ""
    if place < NUMBERS:
        return ' class="r"'
    label = f' data-l="{escape(head.partition(",")[0])}"' if head else ""
    return f' class="r second"{label}'


def _text(context: Context, found: Figure | Table, call: Call) -> str:
    """Return what stands in place of a call in Markdown."""
    if isinstance(found, Figure) or not call.block:
        return found.text
    lines = [row(HEADS), ("---",) * len(HEADS)]
    at = ["" if offer is None else f" (priced at {context.offer_name(offer)})" for offer in found.offers]
    told = zip(found.rows, at, strict=True)
    lines += [row((f"{name.text}{whose}", *(cell.text for cell in rest))) for (name, *rest), whose in told]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _twin(context: Context, entry: GuideEntry, view: GuideView) -> GuideText:
    body = bound(entry.text.text, call=lambda call: _text(context, resolve(context.catalogue, call), call))
    return GuideText(
        title=view.title,
        summary=view.summary.text,
        byline=view.byline,
        # A twin is read far from its page, so its links need their full address.
        body=body.replace("](/", f"]({context.shell.place.absolute('/')}"),
        references=view.references,
    )


def _head(context: Context, entry: GuideEntry) -> Head:
    record = entry.record
    summary = prose(context, record.summary).text
    asked = [
        (item.question, plain_guide(item.answer, call=lambda call: resolve(context.catalogue, call).text))
        for item in entry.text.outline.questions
    ]
    return Head(
        url=addresses.guide(entry.id),
        title=record.title,
        description=description(summary, f"A guide by {record.author}."),
        section=addresses.GUIDES,
        crumbs=(("Guides", addresses.GUIDES),),
        nodes=(_article(context, entry, summary), *([_questions(asked)] if asked else [])),
        og_type="article",
        twin=True,
    )


def _article(context: Context, entry: GuideEntry, summary: str) -> dict[str, object]:
    record, absolute = entry.record, context.shell.place.absolute
    return {
        "@type": "Article",
        "@id": f"{absolute(addresses.guide(entry.id))}#article",
        "headline": record.title,
        "description": summary,
        "author": _author(context, record),
        "publisher": {"@type": "Organization", "name": context.catalogue.site.title, "url": absolute(addresses.HOME)},
        "datePublished": _iso(record.published),
        "dateModified": _iso(record.updated or record.published),
        "image": absolute(OG_IMAGE),
        "mainEntityOfPage": absolute(addresses.guide(entry.id)),
    }


def _author(context: Context, record: Guide) -> dict[str, object]:
    """Return who wrote a guide; what begins with an article is a group and not a person."""
    if record.author.startswith("The "):
        home = context.shell.place.absolute(addresses.HOME)
        return {"@type": "Organization", "name": record.author, "url": home}
    return {"@type": "Person", "name": record.author}


def _iso(day: Day) -> str:
    return str(day)


def _questions(asked: list[tuple[str, str]]) -> dict[str, object]:
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
            for question, answer in asked
        ],
    }
