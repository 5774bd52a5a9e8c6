"""Figures of a guide: what its calls show, in words or as a table of models."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from almanac.catalogue.bound import Bound, answer, compared, compared_at
from almanac.catalogue.catalogue import Catalogue, ModelEntry, OfferEntry, Proof
from almanac.markup import Call
from almanac.outputs.values import NOT_STATED, priced
from almanac.units.dates import Day, long_date
from almanac.units.money import exact
from almanac.units.tokens import exact_count

COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Model", "name", ()),
    ("Input, per 1M tokens", "price", ("input",)),
    ("Output, per 1M tokens", "price", ("output",)),
    ("Context, tokens", "context", ()),
    ("Longest output, tokens", "max_output", ()),
    ("Released", "released", ()),
)
"""The columns of a guide's table: head, function, and its arguments behind the model."""
HEADS = tuple(head for head, _, _ in COLUMNS)
MONEY = ("price", "cost")
_CENTS, _CENT, _SMALL = Decimal("0.1"), Decimal("0.01"), Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands in place of a call: its words, whether they state anything, their proof, and their model."""

    text: str
    is_stated: bool
    proof: Proof | None
    model_id: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of models: a row for each with what stands in each column and whose prices these are."""

    rows: tuple[tuple[Figure, ...], ...]
    offers: tuple[OfferEntry | None, ...]

    @property
    def text(self) -> str:
        """What it says where a table cannot stand."""
        return "; ".join(_in_words(row) for row in self.rows)


def resolve(catalogue: Catalogue, call: Call) -> Figure | Table:
    """Return what a call shows. The checks have passed it: its function, its model and its other arguments exist."""
    if call.name == "table":
        models = [catalogue.models[model_id] for model_id in call.arguments]
        return Table(tuple(map(_row, models)), tuple(map(compared_at, models)))
    model_id, *rest = call.arguments
    return _figure(call.name, answer(catalogue.models[model_id], call.name, rest))


def _row(entry: ModelEntry) -> tuple[Figure, ...]:
    return tuple(_figure(name, compared(entry, name, arguments)) for _, name, arguments in COLUMNS)


def _figure(name: str, found: Bound) -> Figure:
    value = found.value
    if name == "cost" and isinstance(value, Decimal):
        value = _rounded(value)
    text = priced(value) if name in MONEY and not isinstance(value, Day | int) else said(value)
    return Figure(text, found.value is not None, found.proof, found.model_id)


def _rounded(total: Decimal) -> Decimal:
    """Round a sum as a sentence says it: to cents from ten of them on, below that to hundredths of one, half-even."""
    return total.quantize(_CENT if total >= _CENTS else _SMALL, ROUND_HALF_EVEN)


def said(value: object) -> str:
    """Write a bound value that is no price as a sentence says it."""
    match value:
        case Day():
            return long_date(value)
        case int():
            return exact_count(value)
        case Decimal():
            return exact(value)
        case None:
            return NOT_STATED.text
        case _:
            return str(value)


def _in_words(row: Sequence[Figure]) -> str:
    told = [f"{head.partition(',')[0].lower()} {figure.text}" for head, figure in zip(HEADS[1:], row[1:], strict=True)]
    return f"{row[0].text}: {', '.join(told)}"
