"""The page of one axis: the chart, the ranking with its bands, the recipe, who is left out, and what changed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.boards import Board
from almanac.outputs.benchmarks.filters import SCRIPT, Filter, filter_of
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.leaderboards.chart import Chart, chart
from almanac.outputs.leaderboards.moves import Moves, moved
from almanac.outputs.leaderboards.places import Places, part_name, places
from almanac.outputs.leaderboards.recipe import Recipe, recipe
from almanac.outputs.leaderboards.texts import text_of
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.figures import Figure
from almanac.outputs.model.results import first_sentence
from almanac.outputs.output import Output
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.twins import index_twin
from almanac.outputs.values import listed, plural
from almanac.render import cells
from almanac.render.cells import Cell


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A model without a score, and why: what it lacks, or the settings in which alone it was measured."""

    model: str
    href: str
    why: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """Everything the page of an axis shows."""

    page: Page
    name: str
    over: Link
    about: Cell
    misses: Cell
    figures: tuple[Figure, ...]
    contents: tuple[Link, ...]
    chart: Chart | None
    filter: Filter | None
    places: Places
    recipe: Recipe
    left_out: tuple[LeftOut, ...]
    elsewhere: tuple[LeftOut, ...]
    moves: Moves | None
    sources: tuple[SourceLine, ...]
    edit: str
    report: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page of every axis, each with its twin."""
    draw = context.draw("pages/leaderboard.html")
    for board in context.catalogue.boards.values():
        view = axis_view(context, board)
        url = addresses.leaderboard(board.id)
        anchors = frozenset({"main", *(link.href.removeprefix("#") for link in view.contents)})
        yield Output(addresses.file_of(url), view, draw, "scores.yaml", anchors)
        yield index_twin(context, url, text_of(context, board))


def axis_view(context: Context, board: Board) -> AxisView:
    """Return what the page of an axis shows."""
    marks, record = context.marks(), board.recipe
    shown, changed = places(context, board, marks), moved(context, board)
    left_out, elsewhere = _left_out(context, board), _elsewhere(context, board)
    narrowed = filter_of(context, (place.model_id for place in board.places))
    drawn = chart(context, board)
    links = (
        Link("Price against score", "#chart") if drawn else None,
        Link(shown.title, "#ranking") if shown.rows else None,
        Link("Recipe", "#recipe"),
        Link("Left out", "#left-out") if left_out else None,
        Link("Measured otherwise", "#elsewhere") if elsewhere else None,
        Link("What changed it", "#moves") if changed else None,
        Link("Sources", "#sources"),
    )
    return AxisView(
        page=context.shell.page(_head(board, is_filtered=narrowed is not None)),
        name=record.name,
        over=Link("Leaderboards", context.shell.href(addresses.LEADERBOARDS)),
        about=prose(context, record.about),
        misses=prose(context, record.misses or ""),
        figures=_figures(context, board),
        contents=tuple(link for link in links if link),
        chart=drawn,
        filter=narrowed,
        places=shown,
        recipe=recipe(context, board),
        left_out=left_out,
        elsewhere=elsewhere,
        moves=changed,
        sources=marks.lines(),
        edit=context.shell.edit_url("scores.yaml"),
        report=context.shell.report_url(f"leaderboards/{board.id}"),
    )


def _figures(context: Context, board: Board) -> tuple[Figure, ...]:
    recipes, record = context.catalogue.scores, board.recipe
    names = listed([part_name(context, part) for part in board.parts])
    needed = "all are needed" if record.minimum == len(board.parts) else f"{record.minimum} are needed"
    parts = "The price too." if record.worth else f"{needed[0].upper()}{needed[1:]}."
    return (
        Figure("Models with a score", cells.plain(f"{len(board.places):,}"), _others(board)),
        Figure("Parts", cells.plain(f"{len(board.parts) + bool(record.worth)}"), f"{names}. {parts}"),
        Figure("Other recipes tried", cells.plain(f"{board.variations}"), "For the spans under the names.")
        if board.is_ranked
        else Figure("For a ranking", cells.plain(f"{recipes.fewest}"), "models with a score are needed."),
        Figure("Recipe", cells.plain(f"version {recipes.version}"), "A changed recipe is another score."),
    )


def _others(board: Board) -> str:
    """Say how many more have something of the score."""
    if not board.partial:
        return ""
    if board.recipe.worth:
        return plural(
            len(board.partial),
            "other is under the floor or lacks a price.",
            "others are under the floor or lack a price.",
        )
    return plural(len(board.partial), "other lacks a part.", "others lack a part.")


def _left_out(context: Context, board: Board) -> tuple[LeftOut, ...]:
    """Return the models that lack a part, those that lack least first; a worth needs a price and a score to match."""
    return tuple(_model(context, model, _lack(context, board, model)) for model in board.partial)


def _lack(context: Context, board: Board, model: str) -> str:
    if board.recipe.worth and board.least is not None:
        points = board.parts[0].taken[model].points
        return "lacks a price" if points >= board.least else f"scores {points:.1f}, below {board.least:.1f}"
    return f"lacks {listed([part_name(context, part) for part in board.parts if model not in part.taken])}"


def _elsewhere(context: Context, board: Board) -> tuple[LeftOut, ...]:
    """Return the models that were measured in other settings only, each with those settings."""
    return tuple(_model(context, model, listed(settings)) for model, settings in board.elsewhere.items())


def _model(context: Context, model: str, why: str) -> LeftOut:
    return LeftOut(context.catalogue.models[model].record.name, context.shell.href(addresses.model(model)), why)


def _head(board: Board, *, is_filtered: bool) -> Head:
    record, count = board.recipe, plural(len(board.places), "model")
    ranked = f"{count} ranked" if board.is_ranked else f"{count} with a score, too few for a ranking"
    return Head(
        url=addresses.leaderboard(board.id),
        title=f"{record.name}: leaderboard and recipe",
        description=description(
            f"Our {record.name.lower()} score: {ranked}, from independent results alone.",
            first_sentence(record.about),
            "With the whole recipe.",
        ),
        section=addresses.BENCHMARKS,
        crumbs=(("Leaderboards", addresses.LEADERBOARDS),),
        twin=True,
        scripts=(SCRIPT,) if is_filtered else (),
    )
