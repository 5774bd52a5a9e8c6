"""Similar models: alternatives through several lenses, why each is one, what it costs, what is gained and lost."""

from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, Neighbour
from almanac.catalogue.offers import reference
from almanac.catalogue.pairs import ordered
from almanac.outputs.context import Context
from almanac.outputs.model.figures import Told
from almanac.outputs.model.receipts import sum_cell
from almanac.outputs.model.tradeoffs import against, tradeoffs
from almanac.outputs.values import NOT_STATED, amount, listed
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.money import exact

TITLES = {
    "overall": "Closest overall",
    "cheaper": "Cheaper",
    "longer": "Longer context",
    "features": "Same features",
    "scores": "Better scores",
}
PART_TEXT = {
    "price": "price", "context": "context", "modalities": "kinds of input", "features": "features",
    "scores": "scores", "released": "release", "kin": "kinship", "sellers": "sellers", "size": "size",
}  # fmt: skip
MOST, FEWER = 6, 4
"""How many rows the first lens has, and each other one."""
SAME, CLOSE = 100, 85
"""From how many per cent of a part it is called the same, and near."""


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """One alternative: its name, why it is one, its cost, how that stands to ours, what changes."""

    name: str
    href: str
    pair: str
    """The page that sets both side by side, or the empty string."""
    reason: str
    cost: Cell
    against: str
    gain: Cell
    lose: Cell
    mark: Cell


@dataclass(frozen=True, slots=True)
class Lens:
    """One way to rank the alternatives."""

    title: str
    rows: tuple[SimilarRow, ...]


@dataclass(frozen=True, slots=True)
class Similars:
    """The section: what the cost column counts, the lenses, and how likeness was reckoned, part by part."""

    measure: str
    said: str
    lenses: tuple[Lens, ...]
    parts: tuple[tuple[str, str], ...]
    formula: str
    recipe: str
    compare: str
    """Where this model stands beside any others, where scripts run; else the list of all comparisons."""


def similar_models(told: Told) -> Similars | None:
    """Return the section, or None where nothing in the catalogue comes near."""
    found = told.context.catalogue.similar[told.model.id].lenses
    shown = {name: found[name][: FEWER if rest else MOST] for rest, name in enumerate(TITLES) if name in found}
    if not shown:
        return None
    made: dict[str, SimilarRow] = {}
    for neighbours in shown.values():
        for neighbour in neighbours:
            made[neighbour.id] = made.get(neighbour.id) or _row(told, neighbour)
    rows = {name: tuple(made[neighbour.id] for neighbour in neighbours) for name, neighbours in shown.items()}
    unique = {neighbour.id: neighbour for neighbours in shown.values() for neighbour in neighbours}
    measure, said = _measure(told)
    return Similars(
        measure=measure,
        said=said,
        lenses=tuple(Lens(TITLES[name], lens) for name, lens in rows.items()),
        parts=tuple((f"{made[id_].name}, {one.likeness} %", _parts(one)) for id_, one in unique.items()),
        formula=_formula(told.context),
        recipe=told.context.shell.edit_url("scores.yaml"),
        compare=f"{told.context.shell.href(addresses.COMPARE)}?m={told.model.id}",
    )


def _row(told: Told, neighbour: Neighbour) -> SimilarRow:
    context, other = told.context, told.context.catalogue.models[neighbour.id]
    href, ids = context.shell.href, ordered(told.model.id, other.id)
    offer = reference(other)
    changes = tradeoffs(context, told.model, other, told.marks)
    cost, stands = _cost(told.model, other)
    return SimilarRow(
        name=other.record.name,
        href=href(addresses.model(other.id)),
        pair=href(addresses.pair(*ids)) if ids in context.catalogue.pairs else "",
        reason=_reason(context, told.model, other, neighbour),
        cost=cost,
        against=stands,
        gain=changes.gain,
        lose=changes.lose,
        mark=told.marks.mark(offer.facts["price"].proof) if offer is not None else cells.EMPTY,
    )


def _reason(context: Context, one: ModelEntry, other: ModelEntry, neighbour: Neighbour) -> str:
    """Say in words why it is an alternative: only what the parts of its likeness prove."""
    kin = "same lab" if one.lab == other.lab else context.lab_name(other.lab)
    kin = "same family" if one.lab == other.lab and neighbour.parts.get("kin") == SAME else kin
    mine, theirs = (reference(entry) for entry in (one, other))
    prices = {offer.blend for offer in (mine, theirs) if offer}
    contexts = {entry.record.limits.context for entry in (one, other)}
    said = []
    for part, word, same in (
        ("price", "price", bool(mine and theirs) and len(prices) == 1),
        ("context", "context", len(contexts) == 1),
        ("features", "features", neighbour.parts.get("features") == SAME),
        ("scores", "scores", False),
    ):
        if same:
            said.append(f"same {word}")
        elif (neighbour.parts.get(part) or 0) >= CLOSE:
            said.append(f"near in {word}")
    return "; ".join(filter(None, (kin, ", ".join(said))))


def _measure(told: Told) -> tuple[str, str]:
    """Return the head of the cost column, with what this model asks, and the sentence that says what it counts."""
    cost, _ = _cost(told.model, told.model)
    here = f"(here: {cost.text})"
    if not told.model.receipts:
        return f"Input, $ per 1M {here}", ""
    title = told.model.receipts[0].title
    return f"The job, $ {here}", f"The job that each is priced for: {title[0].lower()}{title[1:]}."


def _cost(one: ModelEntry, other: ModelEntry) -> tuple[Cell, str]:
    """Return the first preset job at the other, or its input price where nothing is written, and how it stands."""
    if one.receipts:
        mine, theirs = (next(iter(entry.receipts), None) for entry in (one, other))
        if theirs is None:
            return cells.word("no paid offer"), ""
        cell = sum_cell(theirs.total, theirs.lines)
        return cells.number(cell.text.removeprefix("$")) if theirs.total else cell, against(
            theirs.total, mine.total if mine else None
        )
    offers = [reference(entry) for entry in (one, other)]
    prices = [offer.input if offer else None for offer in offers]
    values = [price if isinstance(price, Decimal) else None for price in prices]
    return amount(prices[1]) if prices[1] is not None else NOT_STATED, against(values[1], values[0])


def _parts(neighbour: Neighbour) -> str:
    known = [f"{PART_TEXT[name]} {value}" for name, value in neighbour.parts.items() if value is not None]
    open_ = [PART_TEXT[name] for name, value in neighbour.parts.items() if value is None]
    return f"{', '.join(known)}{f'; not known: {listed(open_)}' if open_ else ''}."


def _formula(context: Context) -> str:
    recipe = context.catalogue.scores.similarity
    if recipe is None:
        return ""
    weights = listed([f"{PART_TEXT[name]} × {exact(part.weight)}" for name, part in recipe.parts.items()])
    unknown = exact(100 * recipe.unknown)
    return (
        f"Likeness is the weighted mean of {weights}, each from 0 to 100; what a model leaves open counts {unknown}. "
        f"Recipe {recipe.version} says how each is measured."
    )
