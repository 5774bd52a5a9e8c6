"""The site's own settings: its name and place, scores, workloads, currencies and waivers."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, PlainValidator, WithJsonSchema, field_validator

from almanac.records.fields import (
    AsTuple,
    Count,
    Date,
    Flag,
    ModelId,
    Number,
    Record,
    Slug,
    Text,
    Url,
    Whole,
    Words,
    refuse,
    shown,
)
from almanac.records.fields import _day as day_of
from almanac.records.names import Name
from almanac.units.dates import Day


def _full_day(value: object) -> Day:
    day = day_of(value)
    if day.day is None:
        message = f"{shown(value)} is a month, and a whole day is meant here."
        raise refuse("date-form", message, "Write YYYY-MM-DD: a build needs one day.")
    return day


FullDate = Annotated[
    Day, PlainValidator(_full_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]


class Stale(Record):
    """After how many days a fact of each kind counts as stale."""

    price: Count = 90
    limits: Count = 180
    result: Count = 730
    measurement: Count = 30
    lifecycle: Count = 180
    default: Count = 365


class Budgets(Record):
    """What the whole site may weigh; a build over it publishes nothing."""

    files: Count = 20_000
    megabytes: Count = 350


class Badges(Record):
    """Which badge profile models have (spec/badges.md)."""

    profile: Words("lean", "standard", "full") = "lean"  # type: ignore[valid-type]
    labs: dict[Slug, str] = {}
    models: dict[str, str] = {}


def _two_models(pair: tuple[str, str]) -> tuple[str, str]:
    if pair[0] == pair[1]:
        raise refuse("value-type", f"{shown(pair[0])} stands here twice.", "Name two models to compare.")
    return pair


ModelPair = Annotated[tuple[ModelId, ModelId], AsTuple, AfterValidator(_two_models)]


class Site(Record):
    """site.yaml. `edition` is the day up to which the content is known, and the default of `--today`."""

    title: Text
    base_url: Url
    repository: Url
    edition: FullDate
    description: Text | None = None
    stale_after: Stale = Stale()
    budgets: Budgets = Budgets()
    badges: Badges = Badges()
    pairs: Annotated[tuple[ModelPair, ...], AsTuple] = ()
    """Pairs of models whose comparison is published for ever, beside those that guides compare."""
    profiles: dict[str, str] = {}
    colours: dict[str, str] = {}


class ScoreInput(Record):
    """One benchmark's part in an axis: the one comparable group of independent results that it takes, and its anchors.

    What it does not name, the results do not name either: an input without a variant takes no result with one.
    """

    benchmark: Slug
    source: Slug
    version: Text | None = None
    variant: Text | None = None
    harness: Text | None = None
    dataset: Text | None = None
    weight: Number
    low: Number = Decimal(0)
    """The result that counts 0: what guessing scores. One below it counts 0 too."""
    high: Number = Decimal(100)
    """The result that counts 100: the full mark."""
    why: Text | None = None
    """Why these anchors and this group."""


def _share(value: Decimal) -> Decimal:
    if not 0 <= value <= 1:
        raise refuse("value-number", f"{shown(value)} is no share of a whole.", "Write a number from 0 to 1.")
    return value


class Axis(Record):
    """One axis of our own scores: a weighted mean of benchmarks or of other axes, or what a score costs.

    Exactly one of `inputs`, `axes` and `worth` says which.
    """

    name: Name
    about: Text
    misses: Text | None = None
    """What it cannot say."""
    why: Text | None = None
    """Why these inputs, weights and this minimum."""
    minimum: Count = 1
    """The fewest inputs with a result for a model to have the score."""
    inputs: Annotated[tuple[ScoreInput, ...], AsTuple] = ()
    axes: dict[Slug, Number] = {}
    """Other axes, each with its weight."""
    worth: Slug | None = None
    """The axis whose score is set against the price."""
    floor: Annotated[Number, AfterValidator(_share)] | None = None
    """The share of the best score below which a model's score is not set against its price; only beside `worth`."""


class RecipeVersion(Record):
    """What one version of the recipes changed."""

    version: Count
    about: Text


PARTS = ("price", "context", "modalities", "features", "scores", "released", "kin", "sellers", "size")
"""What the likeness of two models may consist of."""


FACTORS = ("price", "context", "size", "sellers")
"""Those of them whose reach is a factor, so that it must be more than one."""
FREE = ("modalities", "features", "kin")
"""Those that need no reach: what both share of what there is."""


def _above_zero(value: Decimal) -> Decimal:
    if value <= 0:
        raise refuse("value-number", f"{shown(value)} is not above 0.", "Write what it weighs or how far it reaches.")
    return value


AboveZero = Annotated[Number, AfterValidator(_above_zero)]
Share = Annotated[Number, AfterValidator(_share)]


class SimilarityPart(Record):
    """One part of the likeness of two models."""

    about: Text
    weight: AboveZero
    reach: AboveZero | None = None
    """How far apart nothing of the part is left: a factor, days, or a share of a benchmark's range."""


class Similarity(Record):
    """How alternatives to a model are found and ranked: a weighted mean of parts, each from 0 to 1."""

    version: Count = 1
    parts: dict[Words(*PARTS), SimilarityPart]  # type: ignore[valid-type]
    unknown: Share
    """What a part counts that the model in question states and the other does not."""
    minimum: Count = 3
    """The fewest parts that a model must state for alternatives to be looked for."""
    floor: Share
    """The least likeness that is listed."""
    dearest: Count = 10
    """A model that asks more than this many times the price is no alternative."""
    cheaper: Share
    """At most this share of the price counts as cheaper."""
    longer: AboveZero
    """At least this many times the context counts as longer."""
    among: Count = 100
    """How many of the nearest the lenses look through."""
    kept: Count = 10
    """How many are kept for each lens; a page shows the first of them."""
    moving: Annotated[tuple[Text, ...], AsTuple] = ()
    """Words that end the name of a record that stands for another model every few months, and so for none."""
    silent: Annotated[tuple[Text, ...], AsTuple] = ()
    """Words in a model's id that name no other weights: two ids that differ in nothing else are one model."""
    modes: Annotated[tuple[Text, ...], AsTuple] = ()
    """Words for a way of running a model: a model of its own only where its lab released it so on another day."""

    @field_validator("parts", mode="after")
    @classmethod
    def _reaching(cls, parts: dict[str, SimilarityPart]) -> dict[str, SimilarityPart]:
        for name, part in parts.items():
            if name not in FREE and (part.reach is None or (name in FACTORS and part.reach <= 1)):
                hint = "Write the factor, above 1." if name in FACTORS else "Write days, or a share of a range."
                raise refuse("value-number", f'The part "{name}" does not say how far it reaches.', hint)
        return parts


class Scores(Record):
    """scores.yaml: the recipes, versioned, because a changed recipe is another score."""

    version: Count = 1
    versions: Annotated[tuple[RecipeVersion, ...], AsTuple] = ()
    """What each version changed, newest first."""
    fewest: Count = 15
    """The fewest models with a score for an axis to be ranked."""
    vary: Number = Decimal("0.2")
    """By which share every weight is moved up and down to see how far a rank depends on it."""
    axes: dict[Slug, Axis] = {}
    similarity: Similarity | None = None


class Workload(Record):
    """A preset job for the cost receipts: tokens of the whole job."""

    title: Text
    about: Text
    requests: Count
    input: Whole
    """Tokens read at the full input price."""
    cache_write: Whole = 0
    """Tokens read and kept in the prompt cache: at the price of that where the offer states one, else as `input`."""
    cache_read: Whole = 0
    """Tokens read from the prompt cache."""
    output: Whole
    longest: Count | None = None
    """Tokens of the longest single request, which must fit the context."""
    batch: Flag = False
    """Whether the job may wait for a batch."""


class Rate(Record):
    """What one unit of the currency was worth in US dollars on a day."""

    on: Date
    usd: Number
    source: Slug


class Currency(Record):
    """A native currency and its dated rates, strictly ascending."""

    name: Name
    rates: Annotated[tuple[Rate, ...], AsTuple]


class ParameterMeaning(Record):
    """What a request parameter means, in our words."""

    type: Text
    about: Text


class Waiver(Record):
    """A finding that a person has looked at and accepted until a date."""

    code: Text
    path: Text
    why: Text
    until: Date
