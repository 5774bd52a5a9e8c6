"""Receipts: the preset workloads priced at one offer, line by line; a sum with an unknown in it is unknown."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from almanac.catalogue.catalogue import Receipt, ReceiptLine
from almanac.outputs.model.figures import Told
from almanac.outputs.values import priced
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.money import dollars
from almanac.units.tokens import exact_count

_CENTS = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line: what, how many at which rate, and the sum."""

    what: str
    terms: str
    amount: Cell


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """One workload's receipt and what would change it."""

    title: str
    about: str
    lines: tuple[BillLine, ...]
    total: Cell
    notes: str


@dataclass(frozen=True, slots=True)
class Receipts:
    """The receipts section: at whose price they stand, and the receipts."""

    at: str
    bills: tuple[ReceiptView, ...]
    mark: Cell


def receipts(told: Told) -> Receipts | None:
    """Return the section, or None where no offer can be priced."""
    made = told.model.receipts
    if not made:
        return None
    offer = told.model.offers[made[0].offer]
    whose = "the lab’s own price" if offer.is_own else "the cheapest paid offer"
    at = f"At {told.context.offer_name(offer)}, {whose}, in dollars."
    return Receipts(at, tuple(_view(receipt) for receipt in made), told.marks.of(offer.facts.get("price")))


def _view(receipt: Receipt) -> ReceiptView:
    return ReceiptView(
        title=receipt.title,
        about=receipt.about,
        lines=tuple(BillLine(line.what, _terms(line), _sum(line.amount)) for line in receipt.lines),
        total=cells.word("unknown") if receipt.total is None else cells.plain(f"${cents(receipt.total)}"),
        notes=_notes(receipt),
    )


def _terms(line: ReceiptLine) -> str:
    count = exact_count(line.tokens)
    if isinstance(line.rate, Decimal):
        return f"{count} at {dollars(line.rate)}"
    return f"{count}, price {priced(line.rate)}"


def _sum(value: Decimal | None) -> Cell:
    return cells.word("unknown") if value is None else cells.number(cents(value))


def cents(value: Decimal) -> str:
    """Write a sum with four decimals: the only place where an amount is rounded, half-even."""
    return f"{value.quantize(_CENTS, ROUND_HALF_EVEN):,f}"


def _notes(receipt: Receipt) -> str:
    notes = []
    if receipt.batch_total is not None:
        notes.append(f"In a batch, ${cents(receipt.batch_total)}.")
    if receipt.uncached_total is not None and receipt.uncached_total != receipt.total:
        notes.append(f"Without a cache, ${cents(receipt.uncached_total)}.")
    if receipt.fits is False:
        notes.append("Its longest request does not fit the context.")
    return " ".join(notes)
