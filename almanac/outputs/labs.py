"""Labs: who makes the models, each with its models newest first, and the index of them all."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import LabEntry, ModelEntry
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import SourceLine
from almanac.outputs.modelrows import ModelRow, model_rows
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.prose import OUTSIDE
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.twins import TextIndex, TextTable, index_twin, row, text_link
from almanac.outputs.values import listed, plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, short_date

LEAD = "A lab makes the weights. Who sells access to them stands under the providers."


@dataclass(frozen=True, slots=True)
class LabRow:
    """One lab in the index."""

    name: str
    href: str
    models: str
    living: str
    newest: Cell
    released: Cell
    provider: Cell


@dataclass(frozen=True, slots=True)
class LabsView:
    """One page of the index."""

    page: Page
    title: str
    lead: str
    rows: tuple[LabRow, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One family with its models."""

    name: str
    models: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LabView:
    """One page of a lab; what it is and its families stand on the first."""

    page: Page
    name: str
    lead: str
    links: tuple[Cell, ...]
    provider: Link | None
    rows: tuple[ModelRow, ...]
    pager: Pager | None
    families: tuple[FamilyLine, ...]
    sources: tuple[SourceLine, ...]
    edit: str
    report: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index of labs with its twin, and the pages of every lab."""
    yield from _index(context)
    draw = context.draw("pages/lab.html")
    for lab in context.catalogue.labs.values():
        for number, view in enumerate(lab_views(context, lab), 1):
            url = addresses.page_of(addresses.lab(lab.id), number)
            yield Output(addresses.file_of(url), view, draw, f"labs/{lab.id}.yaml", frozenset({"main", "sources"}))


def _index(context: Context) -> Iterator[Output]:
    labs = sorted(context.catalogue.labs.values(), key=lambda lab: (lab.record.name.casefold(), lab.id))
    pages = chunks([("", labs)])
    draw = context.draw("pages/labs.html")
    for number, page in enumerate(pages, 1):
        url = addresses.page_of(addresses.LABS, number)
        rows = tuple(_index_row(context, lab) for _, entries in page for lab in entries)
        links = pager(context, addresses.LABS, number=number, count=len(pages))
        head = _index_head(context, url, number)
        view = LabsView(context.shell.page(head), f"{plural(len(labs), 'lab')} that make models", LEAD, rows, links)
        yield Output(addresses.file_of(url), view, draw, "the index of labs")
    yield index_twin(context, addresses.LABS, _text(context, labs))


def _index_head(context: Context, url: str, number: int) -> Head:
    count = len(context.catalogue.labs)
    return Head(
        url=url,
        title=numbered("Labs that make AI models", number),
        description=description(
            numbered(f"{plural(count, 'lab')} and the {len(context.catalogue.models):,} models they made", number)
            + ".",
            "How many can still be had, which is newest, and under whose name each lab sells its own.",
        ),
        section=addresses.LABS,
        twin=number == 1,
    )


def _index_row(context: Context, lab: LabEntry) -> LabRow:
    models, href = context.catalogue.models, context.shell.href
    newest = models[lab.models[0]] if lab.models else None
    own = lab.record.provider if lab.record.provider in context.catalogue.providers else None
    provider = cells.word("not recorded")
    if own:
        provider = cells.link(context.provider_name(own), href(addresses.provider(own)))
    return LabRow(
        name=lab.record.name,
        href=href(addresses.lab(lab.id)),
        models=f"{len(lab.models):,}",
        living=f"{_living(context, lab):,}",
        newest=cells.link(newest.record.name, href(addresses.model(newest.id))) if newest else cells.word("none"),
        released=_released(newest),
        provider=provider,
    )


def _living(context: Context, lab: LabEntry) -> int:
    return sum(context.catalogue.models[id_].status.word != "retired" for id_ in lab.models)


def _released(model: ModelEntry | None) -> Cell:
    when = model.record.lifecycle.released if model else None
    return cells.number(short_date(when)) if isinstance(when, Day) else cells.word("unknown")


def _text(context: Context, labs: list[LabEntry]) -> TextIndex:
    rows = tuple(
        row(
            (
                text_link(context, lab.record.name, addresses.lab(lab.id)),
                f"{len(lab.models)}",
                f"{_living(context, lab)}",
            )
        )
        for lab in labs
    )
    return TextIndex("Labs", LEAD, (TextTable("", ("Lab", "Models", "Not retired"), rows),))


def lab_views(context: Context, lab: LabEntry) -> Iterator[LabView]:
    """Yield what each page of a lab shows."""
    models = [context.catalogue.models[id_] for id_ in lab.models]
    pages = chunks([("", models)])
    own = lab.record.provider if lab.record.provider in context.catalogue.providers else None
    for number, page in enumerate(pages, 1):
        url, marks = addresses.lab(lab.id), context.marks()
        rows = model_rows(context, (model for _, shown in page for model in shown), marks)
        yield LabView(
            page=context.shell.page(_head(context, lab, number)),
            name=lab.record.name,
            lead=_lead(context, lab),
            links=tuple(_outside(text, href) for text, href in _places(lab) if href),
            provider=Link(context.provider_name(own), context.shell.href(addresses.provider(own))) if own else None,
            rows=rows,
            pager=pager(context, url, number=number, count=len(pages)),
            families=_families(context, lab, models) if number == 1 else (),
            sources=marks.lines(),
            edit=context.shell.edit_url(f"labs/{lab.id}.yaml"),
            report=context.shell.report_url(f"labs/{lab.id}"),
        )


def _places(lab: LabEntry) -> tuple[tuple[str, str | None], ...]:
    return (("Website", lab.record.url), ("List of models", lab.record.docs_url))


def _outside(text: str, href: str | None) -> Cell:
    return cells.link(text, href or "", rel=OUTSIDE)


def _lead(context: Context, lab: LabEntry) -> str:
    if not lab.models:
        return "No model of this lab is recorded yet."
    living = _living(context, lab)
    newest = context.catalogue.models[lab.models[0]].record.name
    said = (
        f"{plural(len(lab.models), 'model')}, {living:,} not retired"
        if living < len(lab.models)
        else plural(len(lab.models), "model")
    )
    return f"{said}; the newest is {newest}."


def _families(context: Context, lab: LabEntry, models: list[ModelEntry]) -> tuple[FamilyLine, ...]:
    """Return the families in the order of their newest model; a family without a model has nothing to show."""
    by_family: dict[str, list[Link]] = {}
    for model in models:
        if model.record.family in lab.record.families:
            link = Link(model.record.name, context.shell.href(addresses.model(model.id)))
            by_family.setdefault(model.record.family or "", []).append(link)
    return tuple(FamilyLine(lab.record.families[key].name, tuple(links)) for key, links in by_family.items())


def _head(context: Context, lab: LabEntry, number: int) -> Head:
    name = lab.record.name
    names = [context.catalogue.models[id_].record.name for id_ in lab.models[:3]]
    place = context.shell.place.absolute(addresses.lab(lab.id))
    return Head(
        url=addresses.page_of(addresses.lab(lab.id), number),
        title=numbered(f"{name}: models and prices", number),
        description=description(
            numbered(f"{plural(len(lab.models), 'model')} by {name}", number)
            + f"{', among them ' if names else ''}{listed(names)}.",
            "Prices, context windows and status, each with its source.",
        ),
        section=addresses.LABS,
        crumbs=(("Labs", addresses.LABS),),
        nodes=({"@type": "Organization", "@id": f"{place}#lab", "name": name, "url": lab.record.url},),
    )
