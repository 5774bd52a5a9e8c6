"""Costs: what the preset jobs come to at one offer, and the calculator for other jobs."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac.catalogue.catalogue import OfferEntry, Receipt
from almanac.catalogue.receipts import receipts
from almanac.catalogue.status import SOLD
from almanac.outputs.model.calculator import Calculator, of_offer
from almanac.outputs.model.figures import Told
from almanac.outputs.model.receipts import cents, said, sum_cell
from almanac.render.cells import Cell


@dataclass(frozen=True, slots=True)
class CostRow:
    """One preset job: what it is, its sum, and what would change that."""

    title: str
    about: str
    total: Cell
    notes: str


@dataclass(frozen=True, slots=True)
class Costs:
    """The section: a sentence where every job comes to the same word, else the rows and the calculator."""

    said: str
    rows: tuple[CostRow, ...]
    calculator: Calculator | None
    mark: Cell


def costs(told: Told, offer: OfferEntry) -> Costs | None:
    """Return the section, or None where nothing can be said of a price or nobody can buy at it."""
    if told.model.record.mode != "chat" or offer.price is None or offer.status.word not in SOLD:
        return None
    made = receipts(offer, told.context.catalogue.workloads)
    if not made:
        return None
    mark = told.marks.of(offer.facts.get("price"))
    sums = {said(receipt.total, receipt.lines) for receipt in made}
    if len(sums) == 1 and not any(receipt.total for receipt in made):
        return Costs(f"Every job is {sums.pop()} here.", (), None, mark)
    return Costs("Preset jobs, in dollars.", tuple(_rows(made)), of_offer(told, offer), mark)


def _rows(made: Iterable[Receipt]) -> Iterable[CostRow]:
    for receipt in made:
        batch = "" if receipt.batch_total is None else f"In a batch, {cents(receipt.batch_total)}."
        fits = "Its longest request does not fit the context." if receipt.fits is False else ""
        notes = " ".join(filter(None, (batch, _uncached(receipt), fits)))
        yield CostRow(receipt.title, receipt.about, sum_cell(receipt.total, receipt.lines), notes)


def _uncached(receipt: Receipt) -> str:
    """Say what the job costs without a cache where that is all that is known."""
    known = receipt.total is None and receipt.uncached_total is not None
    return f"Without a cache, {cents(receipt.uncached_total)}." if known and receipt.uncached_total else ""
