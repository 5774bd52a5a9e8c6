"""Price history: what each route of models.dev asked before, for offers that stand and models that nobody sells now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from almanac.importers.amounts import with_included, with_zero_word
from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.modelsdev.entries import Entry, is_model_id
from almanac.importers.modelsdev.offers import Asked
from almanac.importers.modelsdev.prices import components
from almanac.importers.modelsdev.providers import provider_id
from almanac.importers.plausible import doubts
from almanac.importers.untyped import as_date, as_list, as_object, as_text
from almanac.units.dates import Day, first_day, parse_day

_GONE: Mapping[str, Plain] = {"price": "gone"}


Rows = Sequence[Mapping[str, object]]


def routes(data: object, at: Day) -> dict[tuple[str, str], Rows]:
    """Return the recorded rows of each route up to a day, one a day, by models.dev's provider and id."""
    found: dict[tuple[str, str], Rows] = {}
    for route in map(as_object, as_list(as_object(data).get("routes"))):
        rows = [as_object(row) for row in as_list(route.get("history"))]
        by_day = {day: row for row in rows if (day := as_date(row.get("date"))) and _is_until(day, at)}
        found[as_text(route.get("provider")), as_text(route.get("model"))] = [by_day[day] for day in sorted(by_day)]
    return found


def _is_until(day: str, at: Day) -> bool:
    return first_day(parse_day(day)) <= first_day(at)


def gone_entries(recorded: Mapping[tuple[str, str], Rows], listed: Iterable[Entry]) -> Iterator[Entry | Note]:
    """Yield an entry for each route that was taken off and is not listed, with its last price as its cost.

    Of the others that were taken off, a note says why they make none.
    """
    names = {(entry.theirs, entry.model_id) for entry in listed}
    providers = {theirs for theirs, _ in names}
    for (theirs, model_id), rows in sorted(recorded.items()):
        if (theirs, model_id) in names or not rows or not rows[-1].get("removed"):
            continue
        ended = as_text(rows[-1]["date"])
        prices = [row for row in rows if not row.get("removed")]
        if cause := _untold(model_id, prices, is_known=theirs in providers):
            yield Note("dropped", f"{theirs}/{model_id}", cause, ended)
        else:
            yield Entry(provider_id(theirs), theirs, model_id, {"cost": prices[-1]}, ended)


def _untold(model_id: str, prices: Rows, *, is_known: bool) -> str:
    """Say why a route that was taken off makes no ended offer; the empty string where it makes one."""
    if not is_known:
        return "gone, and so is its provider: nobody says who that was"
    if not prices:
        return "gone on the day on which it came"
    return "" if is_model_id(model_id) else "gone, and its id holds a character that no id of ours may hold"


def history_findings(rows: Rows, offer: Asked, *, mode: str, zero_means: str) -> Iterator[Finding | Note]:
    """Yield the history of an offer, where its last row says what the offer asks now, or that it is gone.

    A history of one price is none: the price says it.
    """
    entry, key = offer.sold.entry, offer.sold.key
    told = _changes({as_text(row["date"]): _row(row, mode=mode, zero_means=zero_means) for row in rows})
    if len(told) < 2:  # noqa: PLR2004 - two prices make a history
        return
    last = list(told.values())[-1]
    if not (last == _GONE and entry.ended) and not _agrees(last, offer.price.price):
        cause = "the last recorded price is not the price that the catalogue lists: the whole history is left out"
        yield Note("dropped", f"{entry.subject} price_history", cause, list(told)[-1])
        return
    for day, row in told.items():
        value: dict[str, Plain] = {"from": day, **row}
        yield Finding(f"models/{offer.sold.model}", ("offers", key, "price_history", day), value, entry.subject)


Row = Mapping[str, Plain]


def _row(stated: Mapping[str, object], *, mode: str, zero_means: str) -> Row | None:
    """Return what one row says: components, a word, `gone`; None where it says nothing that we may write."""
    if stated.get("removed"):
        return _GONE
    found: dict[str, Decimal] = components(stated, mode=mode)
    if any(found.values()):
        return with_included(doubts(found, found, subject="", mode=mode).sound) or None
    word = with_zero_word(found, zero_means)
    return {"price": word} if isinstance(word, str) else None


def _changes(rows: Mapping[str, Row | None]) -> dict[str, Row]:
    """Return the rows that change something; one that begins with `gone`, or says nothing, begins no history."""
    told: dict[str, Row] = {}
    last: Row | None = None
    for day, row in rows.items():
        if row is None or row == last or (last is None and row == _GONE):
            continue
        told[day] = last = row
    return told


def _agrees(row: Row, price: Plain) -> bool:
    """Say whether the last row and the price are the same; a row may leave components out, never add or change one."""
    if "price" in row:
        return row["price"] == price
    now = price if isinstance(price, Mapping) else {}
    return all(now.get(name) == amount for name, amount in row.items())
