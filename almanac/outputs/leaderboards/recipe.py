"""Recipe: how the score of one axis is computed, in words and numbers, from its record and one example."""

from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.boards import Board, Part, Place
from almanac.catalogue.offers import blend_of
from almanac.catalogue.scores.means import FULL
from almanac.markup import plain
from almanac.outputs.context import Context
from almanac.outputs.leaderboards.places import part_name
from almanac.outputs.plate import three_digits
from almanac.outputs.prose import prose
from almanac.outputs.values import listed, plural
from almanac.records import Source
from almanac.records.site import ScoreInput
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.money import exact


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part: its name and page, the group that it takes, its weight as a share, its anchors, and its coverage."""

    name: str
    href: str
    group: str
    why: Cell
    weight: str
    low: str
    high: str
    models: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """The recipe of an axis; `rules` are names with what they say."""

    title: str
    parts: tuple[PartRow, ...]
    rules: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    data: str


def recipe(context: Context, board: Board) -> Recipe:
    """Return the recipe of an axis."""
    recipes = context.catalogue.scores
    return Recipe(
        title=f"Recipe, version {recipes.version}",
        parts=() if board.recipe.worth else tuple(_row(context, board, part) for part in board.parts),
        rules=tuple((name, said) for name, said in _rules(context, board) if said),
        versions=tuple((f"Version {one.version}", one.about) for one in recipes.versions),
        data=context.shell.href(f"{addresses.API}scores.json"),
    )


def _row(context: Context, board: Board, part: Part) -> PartRow:
    total = sum((other.weight for other in board.parts), Decimal(0))
    url = addresses.benchmark(part.name) if part.input else addresses.leaderboard(part.name)
    return PartRow(
        name=part_name(context, part),
        href=context.shell.href(url),
        group=group_text(context.catalogue.sources[part.input.source], part.input) if part.input else "Our own score.",
        why=prose(context, part.input.why or "") if part.input else cells.EMPTY,
        weight=f"{exact(part.weight)} of {exact(total)}",
        low=exact(part.input.low) if part.input else "0",
        high=exact(part.input.high) if part.input else "100",
        models=plural(len(part.taken), "model"),
    )


def group_text(source: Source, recipe: ScoreInput) -> str:
    """Say which results an input takes; what it does not name, they do not name either."""
    version = f"version {recipe.version}" if recipe.version else ""
    named = ", ".join(filter(None, (source.title, version, recipe.variant, recipe.harness, recipe.dataset)))
    return f"{named}." if version and recipe.variant else f"{named}; no other version or variant."


def _rules(context: Context, board: Board) -> tuple[tuple[str, str], ...]:
    if board.recipe.worth:
        return (("What it is", _worth(context, board)), *_shared(context, board))
    return (
        ("Points", _points(board)),
        ("Whose results", _whose(board)),
        ("Gaps", _gaps(board)),
        *_shared(context, board),
    )


def _points(board: Board) -> str:
    if board.recipe.axes:
        return "The scores of the other axes are taken as they are, and their weighted mean is the score."
    return (
        "A result becomes points on a straight line between two results that the test itself sets: 0 for what guessing "
        "has, 100 for the full mark. The score is the weighted mean of the points. Who else took the test changes "
        "nothing, so no new model moves another’s score."
    )


def _whose(board: Board) -> str:
    if board.recipe.axes:
        return ""
    return (
        "Only independent ones, and of each benchmark only those of one evaluator, version, variant, harness and data "
        "set, which the table names. A lab’s own figures never count, nor do figures that somebody only repeats. Of "
        "several runs of one model the newest counts."
    )


def _gaps(board: Board) -> str:
    count, parts = board.recipe.minimum, len(board.parts)
    if count == parts:
        return f"A model needs all {parts}; with fewer it has no score. No gap is filled with a guess."
    return f"A model needs {count} of {parts}. A missing part is left out of its mean; no gap is filled with a guess."


def _worth(context: Context, board: Board) -> str:
    base = context.catalogue.scores.axes[board.recipe.worth or ""].name
    return (
        f"{_field(board, base)}, the cheapest that scores at least as much is found for each one. "
        "Its price divided by the model’s own, times 100, is the value: 100 where nothing cheaper scores as much. The "
        "price is that of a million tokens, input and output weighed three to one, at the lab, or else at the cheapest "
        "paid offer."
    )


def _field(board: Board, base: str) -> str:
    """Say among which models the cheapest is looked for."""
    if not board.recipe.floor or board.least is None:
        return f"Among the models with a score in {base}"
    share = f"{exact(100 * board.recipe.floor)} %"
    return f"Among the models with at least {share} of the best score in {base}, today {board.least:.1f} points"


def _shared(context: Context, board: Board) -> tuple[tuple[str, str], ...]:
    fewest = context.catalogue.scores.fewest
    return (
        ("Why so", plain(board.recipe.why or "")),
        ("Example", example(context, board)),
        ("Rounding", "Scores are rounded to a tenth, halves up. Those that are then equal share a rank."),
        ("Ranks under other weights", _bands(context, board) if board.is_ranked else ""),
        ("Enough models", f"An axis that covers fewer than {fewest} models ranks nobody."),
    )


def _bands(context: Context, board: Board) -> str:
    recipes, base = context.catalogue.scores, board.recipe.worth
    share = f"{exact(100 * recipes.vary)} %"
    whose = f"the weights of {recipes.axes[base].name}" if base else "the weights"
    return (
        f"Everything is computed {plural(board.variations, 'time')} more: with {whose} {share} up or down in every "
        "combination, and with each part left out once. The best and the worst rank of a model in all of these stand "
        "beside its rank: models whose spans overlap are not told apart by this score."
    )


def example(context: Context, board: Board) -> str:
    """Work the score of the first model out, step by step."""
    if not board.places:
        return ""
    place = board.places[0]
    name = context.catalogue.models[place.model_id].record.name
    if board.recipe.worth:
        return _worth_example(context, board)
    had = [part for part in board.parts if place.model_id in part.taken]
    steps = [_step(context, part, place) for part in had if part.input]
    summed = " + ".join(f"{exact(part.weight)} × {part.taken[place.model_id].points:.1f}" for part in had)
    total = exact(sum((part.weight for part in had), Decimal(0)))
    mean = f"({summed}) / {total} = {place.score}"
    return f"{name}: {'; '.join([*steps, mean])}."


def _step(context: Context, part: Part, place: Place) -> str:
    taken, recipe = part.taken[place.model_id], part.input
    if recipe is None or taken.record is None:
        return ""
    score = f"{taken.record.score:f}"
    plain = recipe.low == 0 and recipe.high == 100  # noqa: PLR2004 - points are per cent already
    worked = "" if plain else f", (100 × ({score} − {exact(recipe.low)}) / {exact(recipe.high - recipe.low)})"
    return f"{part_name(context, part)} {score}{worked} counts {taken.points:.1f}"


def _worth_example(context: Context, board: Board) -> str:
    """Take the first model that something cheaper undercuts: of the others there is nothing to compute."""
    undercut = [place for place in board.places if place.score < FULL]
    if not undercut:
        return ""
    model, (part,) = undercut[0].model_id, board.parts
    rival = board.rivals[model]
    names = {id_: context.catalogue.models[id_].record.name for id_ in (model, rival)}
    asked = {
        id_: f"${three_digits(blend)}"
        for id_ in (model, rival)
        if (blend := blend_of(context.catalogue.models[id_])) is not None
    }
    scores = listed([f"{part.taken[id_].points:.1f}" for id_ in (model, rival)])
    return (
        f"{names[model]} costs {asked[model]}. {names[rival]} scores as much or more ({scores}) and costs "
        f"{asked[rival]}: 100 × {asked[rival]} / {asked[model]} = {undercut[0].score}."
    )
