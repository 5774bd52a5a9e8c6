"""Boards: what a board of our own scores is made of: parts, places and moves, all plain and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from almanac.catalogue.parts import Proof
from almanac.records import Result
from almanac.records.site import Axis, ScoreInput
from almanac.units.dates import Day

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one part of a recipe has of one model: points from 0 to 100, and the result that they come from.

    The part that is another axis has no result of its own.
    """

    points: Decimal
    record: Result | None = None
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a recipe: an input (`name` is its benchmark) or another axis, with what it has of each model."""

    name: str
    weight: Decimal
    input: ScoreInput | None
    taken: Mapping[str, Taken]


@dataclass(frozen=True, slots=True)
class Place:
    """One model's score, rounded to a tenth, and its rank with the best and worst that other recipes would give it.

    The three are None on a board that ranks nobody.
    """

    model_id: str
    score: Decimal
    rank: int | None = None
    best: int | None = None
    worst: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A change of a model's rank that its own results made on one day; `before` is None where it entered.

    `parts` names those that got a result, and `displaced` counts the models that fell behind it.
    """

    on: Day
    model_id: str
    before: int | None
    after: int
    of: int
    parts: tuple[str, ...]
    displaced: int


@dataclass(frozen=True, slots=True)
class Board:
    """One axis: its recipe, what it is computed from, and the models that have its score, best first."""

    id: str
    recipe: Axis
    parts: tuple[Part, ...]
    places: tuple[Place, ...]
    partial: tuple[str, ...]
    """Models with a result for some part and too few for a score, those with the most parts first."""
    is_ranked: bool
    variations: int
    """How many other recipes the bands come from."""
    moves: tuple[Move, ...] = ()
    """Newest first."""
    rivals: Mapping[str, str] = field(default_factory=dict)
    """Of an axis of worth: the model that is the cheapest of those that score at least as much."""
    least: Decimal | None = None
    """Of an axis of worth: the lowest score that is set against its price."""
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Models that the evaluators of the inputs measured in other settings only, with those settings."""

    def place_of(self, model_id: str) -> Place | None:
        """Return a model's place, or None where it has no score."""
        return next((place for place in self.places if place.model_id == model_id), None)

    def covered(self, model_id: str) -> int:
        """Count the parts that have something of a model."""
        return sum(model_id in part.taken for part in self.parts)


def rounded(score: Decimal) -> Decimal:
    """Round to a tenth, halves up: models whose rounded scores are the same share a rank."""
    return score.quantize(TENTH, ROUND_HALF_UP)
