"""Places: the models of one axis as rows: rank with its band, score, what it comes from, and the price."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.boards import Board, Part, Place
from almanac.catalogue.offers import blend_of, reference
from almanac.outputs.benchmarks.filters import Traits, traits
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.plate import three_digits
from almanac.outputs.values import ordinal, plural
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.money import fraction_length

PRICE = "Price, $ per 1M"
"""The head of the price column: what a million tokens cost, three parts input and one part output."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One model: its rank, what other weights would make of it, its score, and a cell for each column of the axis."""

    id: str
    rank: str
    model: str
    href: str
    band: str
    score: Cell
    cells: tuple[Cell, ...]
    traits: Traits


@dataclass(frozen=True, slots=True)
class Places:
    """The table of one axis; `heads` are the columns behind the score. An axis that ranks nobody is listed by name."""

    title: str
    said: str
    heads: tuple[str, ...]
    rows: tuple[PlaceRow, ...]


def places(context: Context, board: Board, marks: Marks, *, most: int | None = None) -> Places:
    """Return the table of an axis, or its first rows."""
    shown = board.places if board.is_ranked else sorted(board.places, key=lambda one: _name(context, one))
    count = plural(len(board.places), "model")
    said = f"{count}, best first. Under each: the ranks that other weights would give." if board.is_ranked else ""
    too_few = f"{count}, by name: fewer than {context.catalogue.scores.fewest} make no ranking."
    longest = max((fraction_length(_dollars(context, place)) for place in shown), default=0)
    return Places(
        title="Ranking" if board.is_ranked else "Scores so far",
        said=said or too_few,
        heads=(*(part_name(context, part) for part in board.parts), *_last(board)),
        rows=tuple(_row(context, board, place, Ends(marks, longest)) for place in shown[:most]),
    )


def _name(context: Context, place: Place) -> str:
    return context.catalogue.models[place.model_id].record.name.casefold()


def _last(board: Board) -> tuple[str, ...]:
    return (PRICE, "Cheapest with as much") if board.recipe.worth else (PRICE,)


def part_name(context: Context, part: Part) -> str:
    """Return what a part is called: its benchmark, or its axis."""
    catalogue = context.catalogue
    return catalogue.benchmarks[part.name].record.name if part.input else catalogue.scores.axes[part.name].name


def band(place: Place) -> str:
    """Say between which ranks a model stays under other weights."""
    if place.best is None or place.worst is None:
        return ""
    one, other = ordinal(place.best), ordinal(place.worst)
    return f"{one} under other weights too" if one == other else f"{one} to {other} under other weights"


@dataclass(frozen=True, slots=True)
class Ends:
    """What the cells of a row need: the marks of the page, and the longest fraction among its prices."""

    marks: Marks
    longest: int


def _row(context: Context, board: Board, place: Place, ends: Ends) -> PlaceRow:
    model = context.catalogue.models[place.model_id]
    parts = (_part(part, model.id, ends.marks) for part in board.parts)
    return PlaceRow(
        id=model.id,
        rank=f"{place.rank}" if place.rank else "",
        model=model.record.name,
        href=context.shell.href(addresses.model(model.id)),
        band=band(place),
        score=cells.number(f"{place.score:f}"),
        cells=(*parts, _price(context, place, ends), *_rival(context, board, model.id)),
        traits=traits(context, model.id),
    )


def _part(part: Part, model_id: str, marks: Marks) -> Cell:
    """Return a result as its evaluator gave it, with its source; of another axis, its score."""
    taken = part.taken.get(model_id)
    if taken is None:
        return cells.gap("no result")
    if taken.record is None:
        return cells.number(f"{taken.points:.1f}")
    return cells.join((cells.number(f"{taken.record.score:f}"), marks.mark(taken.proof), marks.doubt(taken.proof)))


def _rival(context: Context, board: Board, model_id: str) -> tuple[Cell, ...]:
    """Return, on a board of worth, the cheapest model that scores as much; on any other nothing."""
    if not board.recipe.worth:
        return ()
    rival = board.rivals[model_id]
    name, href = context.catalogue.models[rival].record.name, context.shell.href(addresses.model(rival))
    return (cells.word("itself", firm=True) if rival == model_id else cells.link(name, href),)


def _price(context: Context, place: Place, ends: Ends) -> Cell:
    """Return the price by which models are compared, with three digits: it is no listed price, but follows from one."""
    said, offer = _dollars(context, place), reference(context.catalogue.models[place.model_id])
    if not said or offer is None:
        return cells.gap("not sold")
    return cells.join((cells.number(said, pad=ends.longest - fraction_length(said)), price_mark(ends.marks, offer)))


def _dollars(context: Context, place: Place) -> str:
    blend = blend_of(context.catalogue.models[place.model_id])
    return three_digits(blend) if blend is not None else ""
