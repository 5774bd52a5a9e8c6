"""The index of leaderboards: the first places of each axis, what is not ranked yet and why, and the categories."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.boards import Board
from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.leaderboards.category import categories, ranked
from almanac.outputs.leaderboards.places import PlaceRow, places
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.results import CATEGORY_TEXT
from almanac.outputs.output import Output
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.twins import TextIndex, TextTable, index_twin, row, text_link
from almanac.outputs.values import listed, plural
from almanac.render.cells import Cell
from almanac.units.dates import Day, sort_key

MOST = 5
"""How many places of an axis the index shows."""
NAMED = 3
"""How many of the models that a reader may miss it names."""
LEAD = (
    "A score of ours is a weighted mean of independent results, each from one evaluator and one setting. Every recipe "
    "is published, with what each rank would be under other weights. Where too few models were measured, there is no "
    "ranking."
)


@dataclass(frozen=True, slots=True)
class AxisPart:
    """One axis: what it is about, its first places, and what leads on."""

    id: str
    name: str
    about: Cell
    said: str
    heads: tuple[str, ...]
    rows: tuple[PlaceRow, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """One category, and how many benchmarks rank models in it."""

    name: str
    href: str
    what: str


@dataclass(frozen=True, slots=True)
class LeaderboardsView:
    """Everything the index shows."""

    page: Page
    lead: str
    contents: tuple[Link, ...]
    axes: tuple[AxisPart, ...]
    categories: tuple[CategoryLine, ...]
    sources: tuple[SourceLine, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the index and its twin."""
    view = leaderboards_view(context)
    anchors = frozenset({"main", "categories", "sources", *(axis.id for axis in view.axes)})
    file = addresses.file_of(addresses.LEADERBOARDS)
    yield Output(file, view, context.draw("pages/leaderboards.html"), "scores.yaml", anchors)
    yield index_twin(context, addresses.LEADERBOARDS, _text(context))


def leaderboards_view(context: Context) -> LeaderboardsView:
    """Return what the index shows: the axes that rank first, then those that cannot yet."""
    marks = context.marks()
    axes = []
    for board in ordered(context):
        shown = places(context, board, marks, most=MOST) if board.is_ranked else None
        axes.append(_axis(context, board, shown.heads if shown else (), shown.rows if shown else ()))
    return LeaderboardsView(
        page=context.shell.page(_head(context)),
        lead=LEAD,
        contents=(*(Link(axis.name, f"#{axis.id}") for axis in axes), Link("By category", "#categories")),
        axes=tuple(axes),
        categories=tuple(_category(context, name) for name in categories(context)),
        sources=marks.lines(),
    )


def ordered(context: Context) -> list[Board]:
    """Return the axes that rank first, each kind in the order of the file."""
    return sorted(context.catalogue.boards.values(), key=lambda board: not board.is_ranked)


def _axis(context: Context, board: Board, heads: tuple[str, ...], rows: tuple[PlaceRow, ...]) -> AxisPart:
    count, name = plural(len(board.places), "model"), board.recipe.name
    fewest = context.catalogue.scores.fewest
    more = f"All {count}, and the recipe" if board.is_ranked else "The recipe, and the scores so far"
    return AxisPart(
        id=board.id,
        name=name,
        about=prose(context, board.recipe.about),
        said=_absent(context, board)
        if board.is_ranked
        else f"Not ranked: {count} of the {fewest} that a ranking needs.",
        heads=heads,
        rows=rows,
        more=Link(more, context.shell.href(addresses.leaderboard(board.id))),
    )


def _absent(context: Context, board: Board) -> str:
    """Say which models a reader may miss: those that were measured in other settings only, the newest named."""
    if not board.elsewhere:
        return ""
    models = [context.catalogue.models[model] for model in board.elsewhere]
    names = [model.record.name for model in sorted(models, key=_released, reverse=True)[:NAMED]]
    return (
        f"Not in it: {plural(len(models), 'model')} that took these tests only in other settings (at a stated effort "
        f"of reasoning, as an earlier snapshot, in another version of the test), the newest of them {listed(names)}."
    )


def _released(model: ModelEntry) -> tuple[tuple[int, int, int], str]:
    when = model.record.lifecycle.released
    return (sort_key(when) if isinstance(when, Day) else (0, 0, 0), model.id)


def _category(context: Context, name: str) -> CategoryLine:
    count = len(ranked(context, name))
    what = plural(count, "ranking") if count else "none yet"
    return CategoryLine(CATEGORY_TEXT[name], context.shell.href(addresses.category(name)), what)


def _head(context: Context) -> Head:
    ranked_ = [board.recipe.name for board in context.catalogue.boards.values() if board.is_ranked]
    return Head(
        url=addresses.LEADERBOARDS,
        title="Leaderboards of AI models",
        description=description(
            f"AI models ranked by {plural(len(ranked_), 'score')} with a published recipe, and by benchmark.",
            "Independent results only, and what each rank would be under other weights.",
        ),
        section=addresses.BENCHMARKS,
        twin=True,
    )


def _text(context: Context) -> TextIndex:
    axes = tuple(
        row(
            (
                text_link(context, board.recipe.name, addresses.leaderboard(board.id)),
                board.recipe.about,
                plural(len(board.places), "model"),
                "yes" if board.is_ranked else "no",
            )
        )
        for board in ordered(context)
    )
    groups = tuple(
        row(
            (
                text_link(context, CATEGORY_TEXT[name], addresses.category(name)),
                plural(len(ranked(context, name)), "ranking"),
            )
        )
        for name in categories(context)
    )
    tables = (
        TextTable("Our scores", ("Score", "About", "Covers", "Ranked"), axes),
        TextTable("By category", ("Category", "Rankings"), groups),
    )
    return TextIndex("Leaderboards", LEAD, tuple(table for table in tables if table.rows))
