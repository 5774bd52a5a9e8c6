"""Histories: the rows of what an offer asked before, kept in step with its price when a machine changes that."""

from collections.abc import Mapping

from almanac.importers.cases import Case
from almanac.importers.edits import same
from almanac.importers.findings import Plain
from almanac.importers.layout import Steps
from almanac.units.dates import Day, is_before, parse_day

Row = dict[str, Plain]


def fits(case: Case, source: str, key: str) -> bool:
    """Say whether the rows of a source, beside those that stand, say on the day of the price what the price says."""
    history: Steps = ("offers", key, "price_history")
    day = _day(_price_day(case, key))
    rows = {str(row.get("from")): row for row in _rows(case, history)}
    for steps, value in case.now[source].facts.items():
        if steps[:3] == history and isinstance(value, Mapping):
            rows.setdefault(steps[3], value)
    begun = [first for first in rows if day is None or not _is_earlier(str(day), first)]
    last = rows[max(begun)] if begun else {}
    if last.get("price") == "gone":
        return any(case.draft.get(("offers", key, name)) for name in ("ended", "retires")) or key in case.gone
    return _agrees(last, case.draft.get(("offers", key, "price")))


def is_after_price(case: Case, source: str, row: Steps) -> bool:
    """Say whether a row begins after the day of a price that another source states: it would end in another price."""
    return _author(case, row[1]) not in {None, source} and _is_earlier(_price_day(case, row[1]), row[3])


def _author(case: Case, key: str) -> str | None:
    price: Steps = ("offers", key, "price")
    return case.authors.get(price) or case.authors.get((*price, "input")) or case.authors.get((*price, "output"))


def _price_day(case: Case, key: str) -> str:
    """Return the day on which the price is known to have held, as the check of histories does."""
    author = _author(case, key)
    checked = case.draft.get(("offers", key, "checked"))
    if author is None and checked is not None:
        return str(checked)
    stated = case.draft.get(("offers", key, "source")) or case.draft.get(("sync", "source"))
    return case.run.days.get(author or str(stated), "")


def _rows(case: Case, history: Steps) -> list[Mapping[str, Plain]]:
    rows = case.draft.get(history)
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _agrees(row: Mapping[str, Plain], price: Plain) -> bool:
    """Say whether a row says what a price says, as far as it says anything."""
    if "price" in row:
        return row["price"] == price
    now = price if isinstance(price, Mapping) else {}
    return all(same(value, now.get(name)) for name, value in row.items() if name != "from")


def record_changes(case: Case) -> None:
    """Add a row for each price that a source has changed; where no history stands, the old price is its first row."""
    for key, old in sorted(case.repriced.items()):
        history: Steps = ("offers", key, "price_history")
        new = case.draft.get(("offers", key, "price"))
        if new is None or case.is_frozen(history):
            continue
        rows = _rows(case, history)
        if not rows and old is not None and case.run.last_at and _is_earlier(case.run.last_at, case.run.at):
            _add(case, history, _row(case.run.last_at, old))
        if not rows or _may_follow(str(rows[-1].get("from")), case.run.at):
            _add(case, history, _row(case.run.at, new))


def record_return(case: Case, key: str, ended: str) -> None:
    """Add the rows of an offer that was gone since a day and is back: without them nobody would know."""
    history: Steps = ("offers", key, "price_history")
    rows, price = _rows(case, history), case.draft.get(("offers", key, "price"))
    if price is None or case.is_frozen(history) or not _is_earlier(ended, case.run.at):
        return
    if not rows or _is_earlier(str(rows[-1].get("from")), ended):
        _add(case, history, {"from": ended, "price": "gone"})
        _add(case, history, _row(case.run.at, price))


def _add(case: Case, history: Steps, row: Row) -> None:
    case.draft.put((*history, str(row["from"])), row)


def _row(day: str, price: Plain) -> Row:
    return {"from": day, **price} if isinstance(price, Mapping) else {"from": day, "price": price}


def _may_follow(last: str, day: str) -> bool:
    """Say whether a row of a day may stand after, or in the place of, the last one."""
    return last == day or _is_earlier(last, day)


def _is_earlier(one: str, other: str) -> bool:
    first, second = _day(one), _day(other)
    return first is not None and second is not None and is_before(first, second)


def _day(text: str) -> Day | None:
    try:
        return parse_day(text)
    except ValueError:
        return None
