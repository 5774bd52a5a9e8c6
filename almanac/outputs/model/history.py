"""Price history of one model: the offer with the longest record as a step chart, and all recorded prices as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from almanac.catalogue.catalogue import OfferEntry
from almanac.catalogue.history import is_other
from almanac.outputs.model.figures import Told
from almanac.outputs.values import amount, plural
from almanac.records import HistoryRow
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.charts import Axis, Series, Step, step_chart
from almanac.units.dates import first_day, from_date, long_date, month_date
from almanac.units.money import dollars

SERIES = (("output", "Output", "out"), ("input", "Input", "in"), ("cache_read", "Cached input", "c"))


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One recorded price of one offer."""

    offer: str
    since: str
    input: Cell
    output: Cell
    cached: Cell


@dataclass(frozen=True, slots=True)
class History:
    """The price history section; the chart is absent where no offer has two numbers to draw."""

    summary: str
    caption: str
    mark: Cell
    chart: Cell
    lines: tuple[HistoryLine, ...]


def history(told: Told) -> History | None:
    """Return the section, or None where nothing was recorded."""
    return history_of(told, told.model.offers.values())


def history_of(told: Told, entries: Iterable[OfferEntry]) -> History | None:
    """Return what was recorded of some offers of the model, or None."""
    recorded = [offer for offer in entries if offer.price_history]
    if not recorded:
        return None
    chosen = max(recorded, key=lambda offer: (offer.is_own, len(offer.price_history)))
    changes = sum(changes_of(offer) for offer in recorded)
    name = told.context.offer_name(chosen)
    first = chosen.price_history[0].from_
    return History(
        summary=f"{plural(changes, 'change')} at {plural(len(recorded), 'offer')}."
        if changes
        else "No change recorded.",
        caption=f"{name}’s price as recorded since {long_date(first)}; what was charged before is not stated.",
        mark=told.marks.of(chosen.facts.get("price_history") or chosen.facts.get("price")),
        chart=_chart(told, chosen),
        lines=tuple(_line(told, offer, row) for offer in recorded for row in reversed(offer.price_history)),
    )


def changes_of(offer: OfferEntry) -> int:
    """Count the changes of a recorded price; a component that merely began to be recorded is none."""
    return sum(is_other(one.price or one, other.price or other) for one, other in pairwise(offer.price_history))


def _line(told: Told, offer: OfferEntry, row: HistoryRow) -> HistoryLine:
    whole = row.price
    gone = cells.word("withdrawn") if whole == "gone" else amount(whole) if whole else None
    return HistoryLine(
        offer=told.context.offer_name(offer),
        since=long_date(row.from_),
        input=gone or amount(row.input),
        output=gone or amount(row.output),
        cached=gone or amount(row.cache_read),
    )


def _chart(told: Told, offer: OfferEntry) -> Cell:
    rows = offer.price_history
    start, end = first_day(rows[0].from_), told.context.catalogue.today
    span = max(1, (end - start).days)
    drawn = [(label, name, _steps(rows, component, start, span)) for component, label, name in SERIES]
    series = [
        Series(_end_label(label, steps), name, steps)
        for label, name, steps in drawn
        if any(value is not None for _, value in steps)
    ]
    values = [value for line in series for _, value in line.steps if value is not None]
    if not values or span < len(rows):
        return cells.EMPTY
    return step_chart(series, _axis(max(values), start, end), spoken=_spoken(told.context.offer_name(offer), rows))


def _steps(rows: tuple[HistoryRow, ...], component: str, start: date, span: int) -> tuple[Step, ...]:
    """Return a component's steps; a row that is a word, or leaves the component out, breaks the line."""
    stated = [(first_day(row.from_), getattr(row, component)) for row in rows]
    return tuple(
        (100 * (at - start).days / span, float(value) if isinstance(value, Decimal) else None) for at, value in stated
    )


def _end_label(label: str, steps: tuple[Step, ...]) -> str:
    """Name a line by its last price, and say so where it no longer holds."""
    last = [value for _, value in steps if value is not None][-1]
    ended = "" if steps[-1][1] is not None else ", ended"
    return f"{label} {dollars(Decimal(str(last)))}{ended}"


def _axis(greatest: float, start: date, end: date) -> Axis:
    step = _round_step(greatest)
    count = int(greatest / step) + 1
    grid = tuple(
        (
            step * number,
            f"${dollars(Decimal(str(round(step * number, 9))))}{' per 1M tokens' if number == count else ''}",
        )
        for number in range(count + 1)
    )
    middle = start + (end - start) / 2
    times = (
        (0.0, month_date(from_date(start)), False),
        (50.0, month_date(from_date(middle)), True),
        (100.0, month_date(from_date(end)), False),
    )
    return Axis(top=step * count, grid=grid, times=times)


def _round_step(greatest: float) -> float:
    """Choose a gridline distance of 1, 2 or 5 times a power of ten that gives three to six lines."""
    power = 10.0 ** (len(f"{int(greatest)}") - 1) if greatest >= 1 else 0.001
    while True:
        for factor in (0.2, 0.5, 1.0, 2.0, 5.0):
            if greatest / (power * factor) <= 5:  # noqa: PLR2004 - lines
                return power * factor
        power *= 10


def _spoken(name: str, rows: tuple[HistoryRow, ...]) -> str:
    said = []
    for row in rows:
        if row.price:
            said.append(f"{row.price} from {long_date(row.from_)}")
        else:
            pair = [
                f"{dollars(value)} {side}"
                for side in ("input", "output")
                if isinstance(value := getattr(row, side), Decimal)
            ]
            said.append(f"{' and '.join(pair)} from {long_date(row.from_)}")
    return f"Step chart of {name}’s price in dollars per million tokens: {'; '.join(said)}."
