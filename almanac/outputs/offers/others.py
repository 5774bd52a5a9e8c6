"""Other offers of the same model, each set against the one that the page is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.catalogue.prices import blended
from almanac.outputs.model.figures import Told
from almanac.outputs.model.offers import KIND_TEXT, standing
from almanac.outputs.offers.figures import difference
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.values import column, plural, tokens
from almanac.render.cells import Cell

MOST = 20
"""How many other offers are listed; the model's page has them all."""


@dataclass(frozen=True, slots=True)
class OtherRow:
    """One other offer and how its price stands to this one's."""

    name: str
    href: str
    sub: str
    input: Cell
    output: Cell
    cached: Cell
    context: Cell
    against: str
    mark: Cell
    retired: bool


@dataclass(frozen=True, slots=True)
class Others:
    """The section: a heading that the prices prove, the rows, and how many more the model's page lists."""

    title: str
    said: str
    rows: tuple[OtherRow, ...]


def others(told: Told, offer: OfferEntry) -> Others | None:
    """Return the other offers in the order of the model's page, or None where there is none."""
    entries = [other for other in told.model.offers.values() if other.key != offer.key]
    if not entries:
        return None
    shown = entries[:MOST]
    columns = zip(
        column([entry.input for entry in shown]),
        column([entry.output for entry in shown]),
        column([entry.cache_read for entry in shown]),
        strict=True,
    )
    rows = tuple(_row(told, offer, entry, prices) for entry, prices in zip(shown, columns, strict=True))
    more = len(entries) - len(shown)
    said = f"The first {len(shown)} of {len(entries)}; the model’s page lists them all." if more else ""
    return Others(_title(told.model, offer, entries), f"Dollars per million tokens. {said}".strip(), rows)


def _title(model: ModelEntry, offer: OfferEntry, entries: Sequence[OfferEntry]) -> str:
    """Say how many others ask less, by the blend of each offer's own pair; only what is paid can be compared."""
    own = blended(offer.price, mode=model.record.mode) if offer.is_paid else None
    asked = (blended(entry.price, mode=model.record.mode) for entry in entries if entry.is_paid)
    paid = [price for price in asked if price is not None]
    if own is None or not paid:
        return f"{plural(len(entries), 'other offer')} of the model"
    cheaper = sum(price < own for price in paid)
    if not cheaper:
        return "No other paid offer asks less"
    return f"{cheaper} of {plural(len(paid), 'other paid offer')} {'asks' if cheaper == 1 else 'ask'} less"


def _row(told: Told, offer: OfferEntry, entry: OfferEntry, prices: tuple[Cell, Cell, Cell]) -> OtherRow:
    context, mode = told.context, told.model.record.mode
    kind = "the lab" if entry.is_own else KIND_TEXT[context.catalogue.providers[entry.provider].record.kind]
    comparable = offer.is_paid and entry.is_paid
    said = difference(blended(entry.price, mode=mode), blended(offer.price, mode=mode)) if comparable else ""
    return OtherRow(
        name=context.offer_name(entry),
        href=context.shell.href(addresses.offer(entry.model_id, entry.key)),
        sub=", ".join(filter(None, (kind, standing(entry)))),
        input=prices[0],
        output=prices[1],
        cached=prices[2],
        context=tokens(entry.limits.context),
        against={"": "not comparable", "As much as": "the same"}.get(said, said.removesuffix(" than").lower()),
        mark=price_mark(told.marks, entry),
        retired=entry.status.word == "retired",
    )
