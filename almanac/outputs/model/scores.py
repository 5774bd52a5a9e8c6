"""Scores: our own scores of one model: each with its rank, how far that depends on the weights, and its coverage."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.boards import Board, Place
from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.context import Context
from almanac.outputs.values import listed, ordinal
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.charts import INSET, strip


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One axis: the score or why there is none, its place in words, its coverage, and a strip where it ranks."""

    name: str
    href: str
    score: Cell
    place: str
    covered: str
    drawing: Cell

    @property
    def is_drawn(self) -> bool:
        """Say whether there is a strip; a drawing has no text of its own."""
        return bool(self.drawing.html)


def own_scores(context: Context, model_id: str) -> tuple[ScoreLine, ...]:
    """Return every axis that has something of the model, in the order of the recipes."""
    boards = context.catalogue.boards.values()
    return tuple(_line(context, board, model_id) for board in boards if board.covered(model_id))


def _line(context: Context, board: Board, model_id: str) -> ScoreLine:
    place = board.place_of(model_id)
    return ScoreLine(
        name=board.recipe.name,
        href=context.shell.href(addresses.leaderboard(board.id)),
        score=cells.number(f"{place.score:f}") if place else cells.word("none"),
        place=place_text(board, place, fewest=context.catalogue.scores.fewest) if place else "",
        covered=_covered(context.catalogue, board, model_id),
        drawing=_strip(board, place) if place and place.rank else cells.EMPTY,
    )


def place_text(board: Board, place: Place, *, fewest: int) -> str:
    """Say which rank a score has and between which it stays under other weights, or that nothing is ranked."""
    count = len(board.places)
    if place.rank is None or place.best is None or place.worst is None:
        return f"not ranked: {count} of the {fewest} models that a ranking needs"
    ranked = f"{ordinal(place.rank)} of {count}"
    if place.best == place.worst:
        return f"{ranked}, under other weights too"
    return f"{ranked}; {ordinal(place.best)} to {ordinal(place.worst)} under other weights"


def _covered(catalogue: Catalogue, board: Board, model_id: str) -> str:
    """Say how many of the parts a model has, and which are missing; a score of worth needs a price too."""
    if board.recipe.worth:
        if board.place_of(model_id):
            return "score and price"
        is_under = board.least is not None and board.parts[0].taken[model_id].points < board.least
        return f"below {board.least:.1f}, the least that is set against a price" if is_under else "no price"
    missing = [part.name for part in board.parts if model_id not in part.taken]
    names = [
        catalogue.scores.axes[name].name if board.recipe.axes else catalogue.benchmarks[name].record.name
        for name in missing
    ]
    lacks = f"; lacks {listed(names)}" if names else ""
    return f"{len(board.parts) - len(missing)} of {len(board.parts)}{lacks}"


def _strip(board: Board, place: Place) -> Cell:
    """Draw one tick for each score of the axis, from 0 to 100, and a red one for the model."""
    return strip((_at(other) for other in board.places), _at(place))


def _at(place: Place) -> float:
    return INSET + (100 - 2 * INSET) * float(place.score) / 100
