"""Moves: the changes of rank that results of their day made, from the dates of the results alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from almanac.catalogue.boards import Board, Move, Part
from almanac.catalogue.scores.means import Ranks, means, ranks
from almanac.units.dates import Day, sort_key


@dataclass(frozen=True, slots=True)
class Turn:
    """The ranks before and after one day's results."""

    on: Day
    before: Ranks
    after: Ranks


def moves(board: Board, *, fewest: int) -> tuple[Move, ...]:
    """Return what changed the board since it had enough models to rank, newest first.

    A result without a date counts as there from the beginning. Of several runs of one model the newest is the one that
    counts, so an older run of the same model is not told.
    """
    found = [move for turn in _turns(board) if len(turn.before) >= fewest for move in _moved(board, turn)]
    return tuple(reversed(found))


def _turns(board: Board) -> Iterator[Turn]:
    """Yield the ranks about every day of a result, oldest first."""
    before = _ranks(board, None)
    for day in sorted({day for part in board.parts for day in _days(part).values()}, key=sort_key):
        after = _ranks(board, day)
        yield Turn(day, before, after)
        before = after


def _moved(board: Board, turn: Turn) -> Iterator[Move]:
    """Yield the models that entered or moved by results of their own, best first."""
    for model, rank in sorted(turn.after.items(), key=lambda item: (item[1], item[0])):
        own = tuple(part.name for part in board.parts if _days(part).get(model) == turn.on)
        before = turn.before.get(model)
        if own and rank != before:
            yield Move(turn.on, model, before, rank, len(turn.after), own, _displaced(turn, model))


def _displaced(turn: Turn, model: str) -> int:
    """Count the models that stood before this one, or that it had not entered yet, and now stand behind it."""
    start = turn.before.get(model, len(turn.before) + 1)
    return sum(rank <= start and turn.after[other] > turn.after[model] for other, rank in turn.before.items())


def _ranks(board: Board, until: Day | None) -> Ranks:
    """Rank the models by the results that were there on a day; those without a date always were."""
    parts = [_known(part, until) for part in board.parts]
    return ranks(means(parts, tuple(part.weight for part in parts), minimum=board.recipe.minimum))


def _known(part: Part, until: Day | None) -> Part:
    days: Mapping[str, Day] = _days(part)
    known = {
        model: taken
        for model, taken in part.taken.items()
        if model not in days or (until is not None and sort_key(days[model]) <= sort_key(until))
    }
    return replace(part, taken=known)


def _days(part: Part) -> dict[str, Day]:
    """Return the day of every dated result."""
    dated: Sequence[tuple[str, object]] = [
        (model, one.record.date if one.record else None) for model, one in part.taken.items()
    ]
    return {model: day for model, day in dated if isinstance(day, Day)}
