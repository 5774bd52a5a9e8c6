"""Scores: our own scores as data: the recipes with every place that follows from them, and what one model has."""

from almanac import addresses
from almanac.catalogue.boards import Board, Move, Part, Place, Taken
from almanac.catalogue.catalogue import Catalogue
from almanac.catalogue.offers import blend_of
from almanac.outputs.api.records import of_record
from almanac.outputs.context import Context
from almanac.units.money import exact


def scores(context: Context) -> dict[str, object]:
    """Return `scores.json`: everything that is needed to compute each score again, and what we compute."""
    catalogue = context.catalogue
    recipes = catalogue.scores
    return {
        "edition": str(catalogue.site.edition),
        "version": recipes.version,
        "versions": [of_record(version) for version in recipes.versions],
        "fewest": recipes.fewest,
        "vary": recipes.vary,
        "axes": {id_: _axis(context, board) for id_, board in catalogue.boards.items()},
    }


def _axis(context: Context, board: Board) -> dict[str, object]:
    return {
        "page": context.shell.place.absolute(addresses.leaderboard(board.id)),
        **of_record(board.recipe),
        "ranked": board.is_ranked,
        "variations": board.variations,
        "models": [_model(context, board, place) for place in board.places],
        "moves": [_move(move) for move in board.moves],
    }


def _model(context: Context, board: Board, place: Place) -> dict[str, object]:
    blend = blend_of(context.catalogue.models[place.model_id])
    price = {"blend": exact(blend)} if blend is not None else {}
    rival = {"rival": board.rivals[place.model_id]} if board.recipe.worth else {}
    return {"model": place.model_id, **_place(board, place), **price, **rival}


def _place(board: Board, place: Place) -> dict[str, object]:
    """Return a score with its coverage; the rank and its band only where the axis ranks."""
    rank = {"rank": place.rank, "of": len(board.places), "band": [place.best, place.worst]} if place.rank else {}
    return {
        "score": place.score,
        **rank,
        "covered": board.covered(place.model_id),
        "inputs": len(board.parts),
        "parts": [_part(part, part.taken[place.model_id]) for part in board.parts if place.model_id in part.taken],
    }


def _part(part: Part, taken: Taken) -> dict[str, object]:
    if taken.record is None:
        return {"axis": part.name, "points": taken.points, "weight": part.weight}
    return {**of_record(taken.record), "points": taken.points, "weight": part.weight}


def _move(move: Move) -> dict[str, object]:
    before = {"before": move.before} if move.before else {}
    return {
        "on": str(move.on),
        "model": move.model_id,
        **before,
        "after": move.after,
        "of": move.of,
        "results": list(move.parts),
        "displaced": move.displaced,
    }


def of_model(catalogue: Catalogue, model_id: str) -> dict[str, object]:
    """Return a model's own scores by axis; an axis that does not cover it is left out."""
    version = catalogue.scores.version
    return {
        id_: {"version": version, **_place(board, place)}
        for id_, board in catalogue.boards.items()
        if (place := board.place_of(model_id))
    }
