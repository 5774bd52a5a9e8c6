"""Standing: where one model lies among all models of the edition, one strip a measure, the place said in words."""

from dataclasses import dataclass

from almanac.catalogue.catalogue import RatingEntry
from almanac.outputs.model.figures import Told
from almanac.outputs.scales import MEASURES
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.charts import positions, strip

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
    """The standing section: strips of our own data, and what other sites rate."""

    among: str
    strips: tuple[Strip, ...]
    ratings: tuple[RatingLine, ...]


def standing(told: Told) -> Standing | None:
    """Return the section, or None where there is neither."""
    strips, ratings = _strips(told), tuple(_rating(told, entry) for entry in told.model.ratings)
    if not strips and not ratings:
        return None
    return Standing(f"Among the {len(told.context.catalogue.models):,} models of this edition.", strips, ratings)


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
    found = []
    for measure, values in zip(MEASURES, told.context.scales, strict=True):
        own = values.get(told.model.id)
        if own is None or len(values) < FEWEST:
            continue
        places = positions(map(float, values.values()), logarithmic=True)
        rest = [value for id_, value in values.items() if id_ != told.model.id]
        count = sum(value < own if measure.counts_below else value > own for value in rest)
        drawing = strip(places.values(), places[float(own)])
        found.append(
            Strip(measure.name, drawing, f"{measure.say(own)}; {count} of {len(rest)} others {measure.others}")
        )
    return tuple(found)
