"""Other offers of the same model, each set against the one that the page is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.outputs.context import Context
from almanac.outputs.model.figures import Told
from almanac.outputs.model.offers import KIND_TEXT, standing
from almanac.outputs.offers.figures import difference
from almanac.outputs.offers.prices import price_mark
from almanac.outputs.values import column, plural, tokens
from almanac.render import cells
from almanac.render.cells import Cell

MOST = 10
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


def other_rows(context: Context, model: ModelEntry) -> dict[str, OtherRow]:
    """Return every offer's row by its key, as yet without a mark and set against none: all pages of a model share them.

    Their decimal points align in any selection of them.
    """
    entries = model.offers.values()
    columns = zip(
        column([entry.input for entry in entries]),
        column([entry.output for entry in entries]),
        column([entry.cache_read for entry in entries]),
        strict=True,
    )
    return {entry.key: _row(context, entry, prices) for entry, prices in zip(entries, columns, strict=True)}


def _row(context: Context, entry: OfferEntry, prices: tuple[Cell, Cell, Cell]) -> OtherRow:
    kind = "the lab" if entry.is_own else KIND_TEXT[context.catalogue.providers[entry.provider].record.kind]
    return OtherRow(
        name=context.offer_name(entry),
        href=context.shell.href(addresses.offer(entry.model_id, entry.key)),
        sub=", ".join(filter(None, (kind, standing(entry)))),
        input=prices[0],
        output=prices[1],
        cached=prices[2],
        context=tokens(entry.limits.context),
        against="",
        mark=cells.EMPTY,
        retired=entry.status.word == "retired",
    )


def others(told: Told, offer: OfferEntry, rows: Mapping[str, OtherRow]) -> Others | None:
    """Return the other offers in the order of the model's page, or None where there is none."""
    entries = [other for other in told.model.offers.values() if other.key != offer.key]
    if not entries:
        return None
    shown = entries[:MOST]
    listed = tuple(
        replace(rows[entry.key], against=_against(offer, entry), mark=price_mark(told.marks, entry)) for entry in shown
    )
    more = len(entries) - len(shown)
    said = f"The first {len(shown)} of {len(entries)}; the model’s page lists them all." if more else ""
    return Others(_title(offer, entries), f"Dollars per million tokens. {said}".strip(), listed)


def _title(offer: OfferEntry, entries: Sequence[OfferEntry]) -> str:
    """Say how many others ask less, by the blend of each offer's own pair; only what is paid can be compared."""
    own, paid = _asked(offer), [price for entry in entries if (price := _asked(entry)) is not None]
    if own is None or not paid:
        return f"{plural(len(entries), 'other offer')} of the model"
    cheaper = sum(price < own for price in paid)
    if not cheaper:
        return "No other paid offer asks less"
    return f"{cheaper} of {plural(len(paid), 'other paid offer')} {'asks' if cheaper == 1 else 'ask'} less"


def _asked(offer: OfferEntry) -> Decimal | None:
    return offer.blend if offer.is_paid else None


def _against(offer: OfferEntry, other: OfferEntry) -> str:
    said = difference(_asked(other), _asked(offer))
    return {"": "not comparable", "As much as": "the same"}.get(said, said.removesuffix(" than").lower())
