"""The model page: its head, its view and its outputs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.quality import in_doubt
from almanac.outputs.badges.embed import embed
from almanac.outputs.badges.kinds import SOCIAL
from almanac.outputs.badges.social import picture_alt
from almanac.outputs.context import Context
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.body import Answer, Section, sections
from almanac.outputs.model.calculator import SCRIPT
from almanac.outputs.model.figures import Figure, Told, figures
from almanac.outputs.model.jsonld import nodes
from almanac.outputs.model.status import status_sentence
from almanac.outputs.output import Later, Output
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural, priced
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.tokens import short_count


@dataclass(frozen=True, slots=True)
class Title:
    """What stands over the figures: who made it, what it is called and whether it can still be had."""

    name: str
    id: str
    lab: Link
    family: Cell
    lead: Cell
    status: Cell
    names: Cell


@dataclass(frozen=True, slots=True)
class ModelView:
    """Everything a model's page shows; `parts` holds the sections that have something to show, by their fragment id."""

    page: Page
    title: Title
    figures: tuple[Figure, ...]
    contents: tuple[Link, ...]
    parts: dict[str, Section]
    sources: tuple[SourceLine, ...]
    edit: str
    report: str
    data: str
    """The same as JSON."""
    doubts: Link | None
    """Where its facts in doubt stand."""


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page and the Markdown twin of every model."""
    page, twin = context.draw("pages/model.html"), context.draw("text/model.md")
    made = lru_cache(maxsize=1)(lambda model: model_view(context, context.catalogue.models[model]))  # of both files
    for model in context.catalogue.models.values():
        view = Later(partial(made, model.id))
        file, origin = addresses.file_of(addresses.model(model.id)), f"models/{model.id}.yaml"
        yield Output(file, view, page, origin, _fragments)
        yield Output(addresses.twin_of(file), view, twin, origin)


def _fragments(view: ModelView) -> frozenset[str]:
    return frozenset({"main", "sources", *view.parts})


def model_view(context: Context, model: ModelEntry) -> ModelView:
    """Return what the page shows. Sources are numbered as its parts are made, so these are made in the page's order."""
    told = Told(context, model, context.marks(), set())
    title = _title(told)
    key_figures = figures(told)
    parts = sections(told)
    parts["embed"] = Section("embed", "Badges", embed(context, model), ())
    return ModelView(
        page=context.shell.page(_head(context, model, parts)),
        title=title,
        figures=key_figures,
        contents=(*(Link(part.title, f"#{part.id}") for part in parts.values()), Link("Sources", "#sources")),
        parts=parts,
        sources=told.marks.lines(),
        edit=context.shell.edit_url(f"models/{model.id}.yaml"),
        report=context.shell.report_url(model.id),
        data=context.shell.href(addresses.data_of(addresses.model(model.id))),
        doubts=_doubts(context, model),
    )


def _doubts(context: Context, model: ModelEntry) -> Link | None:
    count = sum(1 for _ in in_doubt(model))
    said = f"{plural(count, 'fact')} about it {'is' if count == 1 else 'are'} in doubt"
    return Link(said, context.shell.href(addresses.doubts_of(model.id))) if count else None


def _title(told: Told) -> Title:
    model, context = told.model, told.context
    family = told.fact("family.name")
    over = cells.EMPTY
    if family is not None:
        over = cells.join(
            (
                cells.plain(f"{model.family_name} family"),
                told.marks.mark(family.proof),
                *_rival_families(told),
            )
        )
    return Title(
        name=model.record.name,
        id=model.id,
        lab=Link(context.lab_name(model.lab), context.shell.href(addresses.lab(model.lab))),
        family=over,
        lead=prose(context, model.record.summary or ""),
        status=status_sentence(told),
        names=_names(told),
    )


def _rival_families(told: Told) -> list[Cell]:
    fact = told.model.facts["family.name"]
    return [cells.join((cells.flag(f"{rival.value} elsewhere"), told.marks.mark(rival.proof))) for rival in fact.rivals]


def _names(told: Told) -> Cell:
    ids = told.model.record.ids
    said = []
    for names, one, many in (
        (ids.snapshots, "Snapshot", "Snapshots"),
        (ids.aliases, "Moving alias", "Moving aliases"),
    ):
        if names:
            listed = cells.join((cells.code(name.id) for name in names), ", ")
            said.append(cells.join((cells.plain(f"{one if len(names) == 1 else many} "), listed)))
    mark = told.marks.of(told.model.facts.get("ids.snapshots"))
    return cells.join((cells.join(said, "; "), mark)) if said else cells.EMPTY


def _head(context: Context, model: ModelEntry, parts: dict[str, Section]) -> Head:
    name, lab = model.record.name, context.lab_name(model.lab)
    asked = parts["qa"].matter if "qa" in parts else ()
    answers = (
        [(item.question, item.answer.text) for item in asked if isinstance(item, Answer)]
        if isinstance(asked, tuple)
        else []
    )
    return Head(
        url=addresses.model(model.id),
        title=f"{name}: price, limits and scores",
        description=_description(context, model),
        section=addresses.MODELS,
        crumbs=(("Models", addresses.MODELS), (lab, addresses.lab(model.lab))),
        nodes=nodes(context, model, answers),
        twin=True,
        picture=addresses.badge(model.id, SOCIAL),
        picture_alt=picture_alt(context, model),
        scripts=(SCRIPT,) if "cost" in parts and getattr(parts["cost"].matter, "calculator", None) else (),
    )


def _description(context: Context, model: ModelEntry) -> str:
    leading, limit = reference(model), model.record.limits.context
    price = ""
    if leading is not None:
        out = f" and {priced(leading.output)} out" if leading.output is not None else ""
        price = f" costs {priced(leading.input)} in{out} per million tokens"
    holds = f", holds {short_count(limit)} tokens" if limit else ""
    made = f"{model.record.name} by {context.lab_name(model.lab)}"
    return f"{made}{price}{holds}. Offers, limits and scores, each with its source and date."
