"""Receipts: the preset workloads priced at one offer, line by line; a sum with an unknown in it is unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from almanac.catalogue.catalogue import Receipt, ReceiptLine
from almanac.outputs.model.calculator import Calculator, of_model
from almanac.outputs.model.figures import Told
from almanac.outputs.values import NO_CHARGE, WORD_TEXT, priced
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.money import dollars
from almanac.units.tokens import exact_count

_CENTS = Decimal("0.0001")
OPEN = ("dynamic", "on-request")
"""The words that say why a sum is not known."""


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
    """The receipts section: at whose price they stand, the receipts, and the calculator for other jobs."""

    at: str
    bills: tuple[ReceiptView, ...]
    mark: Cell
    calculator: Calculator | None


def receipts(told: Told) -> Receipts | None:
    """Return the section, or None where no offer can be priced."""
    made = told.model.receipts
    if not made:
        return None
    offer = told.model.offers[made[0].offer]
    whose = "the lab’s own price" if offer.is_own else "the cheapest paid offer"
    at = f"At {told.context.offer_name(offer)}, {whose}, in dollars."
    mark = told.marks.of(offer.facts.get("price"))
    return Receipts(at, tuple(_view(receipt) for receipt in made), mark, of_model(told))


def _view(receipt: Receipt) -> ReceiptView:
    return ReceiptView(
        title=receipt.title,
        about=receipt.about,
        lines=tuple(BillLine(line.what, _terms(line), _sum(line)) for line in receipt.lines),
        total=sum_cell(receipt.total, receipt.lines),
        notes=_notes(receipt),
    )


def _terms(line: ReceiptLine) -> str:
    count = exact_count(line.tokens)
    if isinstance(line.rate, Decimal) and line.rate:
        return f"{count} at {dollars(line.rate)}"
    return f"{count}, price {priced(line.rate)}"


def _sum(line: ReceiptLine) -> Cell:
    text = said(line.amount, (line,)).removeprefix("$")
    return cells.number(text) if text[0].isdigit() else cells.word(text, firm=line.amount is not None)


def sum_cell(total: Decimal | None, lines: Sequence[ReceiptLine]) -> Cell:
    """Write a sum for a table: an amount, or the word that stands for it."""
    text = said(total, lines)
    return cells.number(text) if text.startswith("$") else cells.word(text, firm=total is not None)


def said(total: Decimal | None, lines: Sequence[ReceiptLine]) -> str:
    """Say what some lines come to: an amount, or the word for why there is none; never a zero for a gap."""
    rates = [line.rate for line in lines]
    if total is None:
        return next((WORD_TEXT[word] for word in OPEN if word in rates), "unknown")
    if total:
        return cents(total)
    if not rates or any(isinstance(rate, Decimal) for rate in rates):
        return NO_CHARGE.text
    return "free" if "free" in rates else "included"


def cents(value: Decimal) -> str:
    """Write a sum with four decimals, half-even: the only place where one is rounded. Too small is not nothing."""
    rounded = value.quantize(_CENTS, ROUND_HALF_EVEN)
    return f"${rounded:,f}" if rounded or not value else f"under ${_CENTS:f}"


def _notes(receipt: Receipt) -> str:
    notes = []
    if receipt.batch_total is not None:
        notes.append(f"In a batch, {cents(receipt.batch_total)}.")
    if receipt.uncached_total is not None and receipt.uncached_total != receipt.total:
        notes.append(f"Without a cache, {cents(receipt.uncached_total)}.")
    if receipt.fits is False:
        notes.append("Its longest request does not fit the context.")
    return " ".join(notes)
