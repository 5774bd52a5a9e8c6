"""Standing: where one model lies among all models of the edition, one strip a measure, the place said in words."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import RatingEntry
from almanac.outputs.model.figures import Told
from almanac.outputs.model.scores import ScoreLine, own_scores
from almanac.outputs.scales import Scale
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.charts import strip

FEWEST = 5
"""A strip of fewer models than this shows nothing worth looking at."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One measure: its name, the drawing, and the place in words."""

    name: str
    drawing: Cell
    place: str


@dataclass(frozen=True, slots=True)
class RatingLine:
    """Another site's own score."""

    name: str
    value: str
    who: Cell


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing section: our own scores, strips of our own data, and what other sites rate."""

    among: str
    scores: tuple[ScoreLine, ...]
    recipes: str
    """Where the recipes of our scores are."""
    strips: tuple[Strip, ...]
    ratings: tuple[RatingLine, ...]


def standing(told: Told) -> Standing | None:
    """Return the section, or None where there is neither."""
    scores, recipes = own_scores(told.context, told.model.id), told.context.shell.href(addresses.LEADERBOARDS)
    own = tuple(Strip(line.name, line.drawing, f"{line.score.text}; {line.place}") for line in scores if line.is_drawn)
    strips, ratings = (*own, *_strips(told)), tuple(_rating(told, entry) for entry in told.model.ratings)
    if not strips and not ratings and not scores:
        return None
    among = "Among the models of this edition." if strips or scores else "As other sites see it."
    return Standing(among, scores, recipes, strips, ratings)


def _rating(told: Told, entry: RatingEntry) -> RatingLine:
    record = entry.record
    out_of = f" of {record.range[1]:f}" if record.range else ""
    who = cells.join(
        (
            cells.plain(told.marks.title(entry.proof)),
            told.marks.mark(entry.proof),
            told.marks.doubt(entry.proof),
        )
    )
    return RatingLine(record.name.capitalize(), f"{record.value:f}{out_of}", who)


def _strips(told: Told) -> tuple[Strip, ...]:
    """Return a strip for each measure that this model and enough others have."""
    return tuple(
        _strip(scale, scale.values[told.model.id])
        for scale in told.context.scales
        if told.model.id in scale.values and len(scale.values) >= FEWEST
    )


def _strip(scale: Scale, own: Decimal) -> Strip:
    measure, others = scale.measure, len(scale.ordered) - 1
    below, above = bisect_left(scale.ordered, own), len(scale.ordered) - bisect_right(scale.ordered, own)
    drawing = strip(scale.places.values(), scale.places[float(own)])
    count = below if measure.counts_below else above
    return Strip(measure.name, drawing, f"{measure.say(own)}; {count} of {others} others {measure.others}")
