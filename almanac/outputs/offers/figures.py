"""Key figures of one offer: what it charges, set against the lab's own price, what it holds, and its next date."""

from decimal import ROUND_HALF_EVEN, Decimal

from almanac.catalogue.catalogue import Amount, Fact, OfferEntry
from almanac.catalogue.prices import ONE_SIDED
from almanac.outputs.model.disputes import dispute
from almanac.outputs.model.figures import Figure, Told
from almanac.outputs.offers.dates import date_figure
from almanac.outputs.values import priced
from almanac.records import Price
from almanac.render import cells
from almanac.units.tokens import exact_count

SIDES = {"input": "Input", "output": "Output", "cache_read": "Cached input"}
LIMITS = {"context": "Context window", "max_output": "Longest output"}


def figures(told: Told, offer: OfferEntry) -> tuple[Figure, ...]:
    """Return the key figures; what nobody states is said to be not stated."""
    limits = (_limit(told, offer, name) for name in LIMITS)
    return (*_prices(told, offer), *limits, date_figure(told, offer))


def _told(told: Told, offer: OfferEntry, below: str) -> Fact | None:
    fact = offer.facts.get(below)
    if fact is not None:
        told.paths.add(fact.path)
    return fact


def _prices(told: Told, offer: OfferEntry) -> tuple[Figure, ...]:
    if not isinstance(offer.price, Price):
        return (_whole(told, offer),)
    names = ("input",) if told.model.record.mode in ONE_SIDED else tuple(SIDES)
    return tuple(_side(told, offer, name) for name in names)


def _whole(told: Told, offer: OfferEntry) -> Figure:
    fact = _told(told, offer, "price")
    if isinstance(offer.price, str):
        value = cells.join((cells.word(priced(offer.price), firm=True), told.marks.of(fact)))
        return Figure("Price", value, "One word for the whole price.", dispute(fact, told.marks, label="Price"))
    native = isinstance(offer.record.price, Price)
    note = f"Asked in {offer.record.currency}, for which no rate is known." if native else ""
    return Figure("Price", cells.word("not stated"), note, dispute(fact, told.marks, label="Price"))


def _side(told: Told, offer: OfferEntry, name: str) -> Figure:
    value = getattr(offer.price, name)
    fact = _told(told, offer, f"price.{name}")
    if value is None:
        return Figure(SIDES[name], cells.word("not stated"), "", dispute(fact, told.marks, label=SIDES[name]))
    said = cells.word(priced(value), firm=True) if isinstance(value, str) else cells.plain(priced(value))
    unit = cells.small("per 1M tokens") if isinstance(value, Decimal) and value else cells.EMPTY
    proof = fact.proof if fact else None
    shown = cells.join((cells.nowrap(cells.join((said, told.marks.mark(proof)))), unit, told.marks.doubt(proof)))
    return Figure(SIDES[name], shown, _against(told, offer, name), dispute(fact, told.marks, label=SIDES[name]))


def _against(told: Told, offer: OfferEntry, name: str) -> str:
    """Say how the figure stands to the lab's own price; of the lab's own cached input, how it stands to full input."""
    own = told.model.offers[told.model.own] if told.model.own else None
    value = getattr(offer.price, name)
    if not value:
        return ""
    if name == "cache_read":
        said = difference(value, offer.input)
        return f"{said} full input." if said else ""
    if own is None or own is offer:
        return "The cheapest paid offer." if offer.key == told.model.cheapest else ""
    said = difference(value, getattr(own, name))
    asks = "asked" if own.status.word == "retired" else "asks"
    return f"{said} the lab itself {asks}." if said else ""


def difference(value: Amount | None, other: Amount | None) -> str:
    """Say in words how an amount stands to another in whole per cent; nothing where the two do not compare."""
    if not isinstance(value, Decimal) or not isinstance(other, Decimal) or other == 0:
        return ""
    if value == other:
        return "As much as"
    share = (abs(value - other) * 100 / other).quantize(Decimal(1), ROUND_HALF_EVEN)
    amount = f"{share:,f} %" if share else "Slightly"
    return f"{amount} {'less' if value < other else 'more'} than"


def _limit(told: Told, offer: OfferEntry, name: str) -> Figure:
    fact = _told(told, offer, f"limits.{name}")
    value = getattr(offer.limits, name)
    if value is None:
        return Figure(LIMITS[name], cells.word("not stated"), "", dispute(fact, told.marks, label=LIMITS[name]))
    shown = cells.join((cells.plain(exact_count(value)), told.marks.of(fact), cells.small("tokens")))
    return Figure(LIMITS[name], shown, _limit_note(told, offer, name), dispute(fact, told.marks, label=LIMITS[name]))


def _limit_note(told: Told, offer: OfferEntry, name: str) -> str:
    own = getattr(offer.record.limits, name) if offer.record.limits else None
    models = getattr(told.model.record.limits, name)
    if own is None:
        return "The model’s; this offer states no other."
    if models is None:
        return "Stated for this offer alone."
    return "As the model’s." if own == models else f"The model’s is {exact_count(models)}."
