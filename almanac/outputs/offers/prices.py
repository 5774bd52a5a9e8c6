"""Price lines of one offer: each component with its unit, in dollars and in its own currency, and every condition."""

from dataclasses import dataclass
from decimal import Decimal

from almanac.catalogue.catalogue import Amount, OfferEntry, Proof
from almanac.outputs.marks import Marks
from almanac.outputs.model.figures import Told
from almanac.outputs.model.offers import Condition, occasion, terms
from almanac.outputs.values import COMPONENT_TEXT, amount, column, unit_text
from almanac.records import Price, PriceRow, UnitPrice
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import long_date
from almanac.units.money import exact


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One component: what is charged for, in dollars, in the offer's own currency, and per what."""

    name: str
    age: Cell
    dollars: Cell
    native: Cell
    per: str
    mark: Cell


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices section; `currency` is empty where dollars are asked, `rate` says at which rate they were reckoned."""

    currency: str
    rate: Cell
    lines: tuple[PriceLine, ...]
    conditions: tuple[Condition, ...]


def prices(told: Told, offer: OfferEntry) -> Prices | None:
    """Return the section, or None where neither a component nor a condition is stated."""
    lines, conditions = _lines(told, offer), _conditions(told, offer)
    if not lines and not conditions:
        return None
    currency = offer.record.currency if offer.record.currency not in {None, "USD"} else None
    return Prices(currency or "", _rate(told, offer), lines, conditions)


def _lines(told: Told, offer: OfferEntry) -> tuple[PriceLine, ...]:
    stated = offer.record.price if isinstance(offer.record.price, Price) else Price()
    shown = offer.price if isinstance(offer.price, Price) else Price()
    names = list(stated.components())
    in_dollars = column([_plain(getattr(shown, name)) for name in names])
    proofs = {name: _proof(offer, name) for name in names}
    return tuple(
        PriceLine(
            name=capitalised(COMPONENT_TEXT[name]),
            age=told.marks.doubt(proofs[name]),
            dollars=cell,
            native=_native(getattr(stated, name)),
            per=_per(getattr(stated, name)),
            mark=told.marks.mark(proofs[name]),
        )
        for name, cell in zip(names, in_dollars, strict=True)
    )


def _proof(offer: OfferEntry, name: str) -> Proof | None:
    """Return the proof of a component; what has no price in dollars for want of a rate is proved as its currency is."""
    found = (offer.facts.get(path) for path in (f"price.{name}", "price", "currency"))
    return next((fact.proof for fact in found if fact), None)


def _plain(value: Amount | None) -> Amount | None:
    """Return an amount without its unit, which stands in a column of its own."""
    return value.usd if isinstance(value, UnitPrice) else value


def _native(value: Amount) -> Cell:
    if isinstance(value, UnitPrice):
        return cells.gap("asked in dollars")
    return amount(value)


def _per(value: Amount) -> str:
    if isinstance(value, UnitPrice):
        return unit_text(value.per)
    return "1M tokens" if isinstance(value, Decimal) and value else ""


def _rate(told: Told, offer: OfferEntry) -> Cell:
    rate, proof = offer.rate, offer.rate_proof
    if rate is None:
        return cells.EMPTY
    said = f"Dollars at the rate of {long_date(rate.on)}: 1 {offer.record.currency} was ${exact(rate.usd)}"
    return cells.join((cells.plain(said), told.marks.mark(proof), told.marks.doubt(proof), cells.plain(".")))


def _conditions(told: Told, offer: OfferEntry) -> tuple[Condition, ...]:
    return tuple(
        Condition(capitalised(occasion(fact.value)), terms(fact.value), told.marks.of(fact))
        for path, fact in offer.facts.items()
        if path.startswith("price_when[") and isinstance(fact.value, PriceRow)
    )


def tiers(offer: OfferEntry) -> tuple[str, ...]:
    """Return the tiers that the offer prices, in the order it lists them."""
    return tuple(dict.fromkeys(row.when.tier for row in offer.record.price_when if row.when.tier))


def price_mark(marks: Marks, offer: OfferEntry) -> Cell:
    """Return the one mark of a row that shows an offer: its price's, else that of its id."""
    fact = offer.facts.get("price") or offer.facts.get("model_id")
    return marks.mark(fact.proof if fact else None)


def capitalised(text: str) -> str:
    """Begin a text with a capital and leave the names in it alone."""
    return text[:1].upper() + text[1:]
