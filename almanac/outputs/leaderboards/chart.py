"""Chart: price against the score of one axis, with the frontier that nothing cheaper beats."""

from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.boards import Board, Place
from almanac.catalogue.offers import blend_of
from almanac.outputs.context import Context
from almanac.outputs.plate import FEWEST_POINTS, climb, statement, three_digits
from almanac.outputs.values import listed
from almanac.render.cells import Cell
from almanac.render.scatter import Point, frontier, scatter


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart with a heading that its frontier proves; its data is the table of the page."""

    title: str
    said: str
    drawing: Cell
    caption: str


def chart(context: Context, board: Board) -> Chart | None:
    """Return the chart of an axis that ranks, or None; an axis of worth shows the score that it sets against price."""
    boards = context.catalogue.boards
    base = boards[board.recipe.worth] if board.recipe.worth else board
    shown = [place for place in base.places if place.model_id in board.rivals or not board.recipe.worth]
    points = [point for place in shown if (point := _point(context, place)) is not None]
    if not board.is_ranked or len(points) < FEWEST_POINTS:
        return None
    best, name = frontier(points), base.recipe.name
    ends = "; ".join(_named(point) for point in ([best[0]] if len(best) == 1 else [best[0], best[-1]]))
    last_step = climb(best)
    said = last_step.sentence(verb="has", unit="") if last_step else f"{ends}."
    spoken = (
        f"Scatter chart of the score in {name} against price, {len(points)} models. "
        f"Nothing cheaper scores more than {listed([_named(point) for point in best])}."
    )
    return Chart(
        title=statement(best),
        said=f"{said} Filled points: nothing cheaper scores more.",
        drawing=scatter(points, unit="points", subject=last_step.start.name if last_step else "", spoken=spoken),
        caption=f"{len(points)} models with a score and a price. Price in dollars per million tokens, input and output "
        "weighed three to one, at the lab or else the cheapest paid offer. The table has the same figures.",
    )


def _point(context: Context, place: Place) -> Point | None:
    model = context.catalogue.models[place.model_id]
    blend = blend_of(model)
    if blend is None:
        return None
    spoken = f"{model.record.name}: {place.score}, at ${three_digits(blend)} per million tokens"
    return Point(float(blend), float(place.score), model.record.name, spoken)


def _named(point: Point) -> str:
    return f"{point.name} has {point.score:g} at ${three_digits(Decimal(str(point.cost)))}"
