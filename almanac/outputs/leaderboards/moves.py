"""Moves: what changed the ranking of an axis, each change with the results that made it."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.boards import Board, Move, Part
from almanac.outputs.context import Context
from almanac.outputs.leaderboards.places import part_name
from almanac.outputs.values import listed, ordinal, plural
from almanac.units.dates import Day, long_date, on_date, sort_key

MOST = 12
"""How many changes a page tells; scores.json has them all."""


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One change: the model, its new place, and the cause in words."""

    model: str
    href: str
    place: str
    cause: str


@dataclass(frozen=True, slots=True)
class Moves:
    """The changes, newest first; `newest` says which result of each part came last."""

    newest: str
    lines: tuple[MoveLine, ...]


def moved(context: Context, board: Board) -> Moves | None:
    """Return what changed the ranking, or None where nothing dated did."""
    if not board.moves:
        return None
    return Moves(_newest(context, board), tuple(_line(context, board, move) for move in board.moves[:MOST]))


def _line(context: Context, board: Board, move: Move) -> MoveLine:
    model = context.catalogue.models[move.model_id]
    names = listed([part_name(context, part) for part in board.parts if part.name in move.parts])
    before = f"it was {ordinal(move.before)} before" if move.before else "it had no score before"
    fell = f"; {plural(move.displaced, 'model')} fell behind it" if move.displaced else ""
    return MoveLine(
        model=model.record.name,
        href=context.shell.href(addresses.model(model.id)),
        place=f"{ordinal(move.after)} of {move.of}",
        cause=f"{long_date(move.on)}: its result on {names}; {before}{fell}.",
    )


def _newest(context: Context, board: Board) -> str:
    """Say when each part got its newest result, and whose that is."""
    said = []
    for part in board.parts:
        dated = _dated(part)
        if dated:
            day, model = max(dated, key=lambda item: (sort_key(item[0]), item[1]))
            name = context.catalogue.models[model].record.name
            said.append(f"{part_name(context, part)} {on_date(day)} ({name})")
    return f"The newest results: {listed(said)}."


def _dated(part: Part) -> list[tuple[Day, str]]:
    found = ((taken.record.date if taken.record else None, model) for model, taken in part.taken.items())
    return [(day, model) for day, model in found if isinstance(day, Day)]
