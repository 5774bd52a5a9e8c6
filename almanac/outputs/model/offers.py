"""Offers of one model: the table of all providers, the conditional prices as sentences, and what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import MeasurementEntry, ModelEntry, OfferEntry
from almanac.catalogue.status import SOLD
from almanac.outputs.marks import Marks
from almanac.outputs.model.figures import Told
from almanac.outputs.model.freshness import is_unseen_since, last_checked
from almanac.outputs.model.pricespread import Spread, price_spread
from almanac.outputs.values import COMPONENT_TEXT, NOT_STATED, amount, column, listed, plural, priced, tokens
from almanac.records import PriceRow, UnitPrice, When
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import long_date, short_date
from almanac.units.money import exact
from almanac.units.tokens import exact_count, short_count

KIND_TEXT = {
    "lab": "another lab",
    "cloud": "cloud",
    "host": "host",
    "router": "router",
    "plan": "plan",
    "local": "local program",
}
TIER_TEXT = {
    "batch": "in a batch",
    "flex": "flex",
    "priority": "priority",
    "fast": "fast",
    "fine-tuned": "your fine-tuned model",
}


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One provider's row."""

    name: str
    href: str
    sub: str
    praise: Cell
    input: Cell
    output: Cell
    cached: Cell
    batch: Cell
    context: Cell
    max_output: Cell
    mark: Cell
    retired: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """A conditional price as a sentence: who and when, then what."""

    who: str
    what: str
    mark: Cell


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One offer's measured figures of one statistic, window and source, as a sentence."""

    offer: str
    sub: str
    said: str
    mark: Cell


@dataclass(frozen=True, slots=True)
class Offers:
    """The offers section."""

    count: str
    """How many there are, how many of them are on sale at how many providers, and how many have ended."""
    checked: str
    """When their prices were last checked, and how long ago."""
    spread: Spread | None
    rows: tuple[OfferRow, ...]
    has_batch: bool
    """Whether enough offers state a batch price for a column of its own; the others stand among the conditions."""
    conditions: tuple[Condition, ...]
    measured: tuple[MeasuredRow, ...]


def offers(told: Told) -> Offers | None:
    """Return the section, or None where nobody sells the model."""
    entries = tuple(told.model.offers.values())
    if not entries:
        return None
    inputs = column([offer.input for offer in entries])
    outputs = column([offer.output for offer in entries])
    cached = column([offer.cache_read for offer in entries])
    prices = zip(entries, zip(inputs, outputs, cached, strict=True), strict=True)
    return Offers(
        count=counted(entries),
        checked=last_checked(entries, told.context.catalogue.today),
        spread=price_spread(told.context, told.model),
        rows=tuple(_row(told, offer, cells_) for offer, cells_ in prices),
        has_batch=2 * sum(batch_pair(offer) is not NOT_STATED for offer in entries) >= len(entries),
        conditions=tuple(condition for offer in entries for condition in _conditions(told, offer)),
        measured=measured(told.model.measurements, told),
    )


def _row(told: Told, offer: OfferEntry, prices: tuple[Cell, Cell, Cell]) -> OfferRow:
    context = told.context
    provider = context.catalogue.providers[offer.provider].record
    retired = offer.status.word == "retired"
    kind = "the lab" if offer.is_own else KIND_TEXT[provider.kind]
    return OfferRow(
        name=context.offer_name(offer),
        href=context.shell.href(addresses.offer(told.model.id, offer.key)),
        sub=", ".join(filter(None, (kind, standing(offer), _unseen(told, offer), own_limits(told.model, offer)))),
        praise=cells.best("cheapest paid") if offer.key == told.model.cheapest else cells.EMPTY,
        input=prices[0],
        output=prices[1],
        cached=prices[2],
        batch=batch_pair(offer),
        context=_own_limit(offer, "context"),
        max_output=_own_limit(offer, "max_output"),
        mark=told.marks.mark((offer.facts.get("price") or offer.facts["model_id"]).proof),
        retired=retired,
    )


def counted(entries: Sequence[OfferEntry]) -> str:
    """Say how many offers there are and what became of them: "20 offers: 18 on sale at 16 providers, 2 ended"."""
    sold = [offer for offer in entries if offer.status.word in SOLD]
    ended = sum(offer.status.word == "retired" for offer in entries)
    ahead = len(entries) - len(sold) - ended
    sellers = plural(len({offer.provider for offer in sold}), "provider")
    parts = [
        f"{len(sold):,} on sale at {sellers}" if sold else "none on sale",
        f"{ended:,} ended" if ended else "",
        f"{ahead:,} announced" if ahead else "",
    ]
    return f"{plural(len(entries), 'offer')}: {', '.join(filter(None, parts))}"


def _unseen(told: Told, offer: OfferEntry) -> str:
    """Say that nobody has looked at an offer since the lab ended the model; the status words cannot."""
    return "not checked since the lab ended it" if is_unseen_since(told.model, offer) else ""


def own_limits(model: ModelEntry, offer: OfferEntry) -> str:
    """Say which limits an offer states for itself and otherwise than its model: "context 128,000, output 16,384"."""
    said = []
    for name, word in (("context", "context"), ("max_output", "output")):
        fact = offer.facts.get(f"limits.{name}")
        value = getattr(offer.record.limits, name) if offer.record.limits else None
        if value is not None and fact is not None and value != getattr(model.record.limits, name):
            said.append(f"{word} {exact_count(value)}")
    return ", ".join(said)


def _own_limit(offer: OfferEntry, name: str) -> Cell:
    """Write a limit that the offer states itself; an inherited one has another source than the row's mark."""
    value = getattr(offer.record.limits, name) if offer.record.limits else None
    return cells.word("the model’s") if value is None else tokens(value)


def standing(offer: OfferEntry) -> str:
    """Say in few words what an offer's dates mean: "ends 14 Apr 2027", "ended 23 Oct 2026"."""
    status = offer.status
    if status.word == "retired":
        return f"ended {short_date(status.since)}" if status.since else "ended"
    if status.next_word == "retires" and status.next_date:
        return f"ends {short_date(status.next_date)}"
    return "" if status.word == "active" else status.word


def batch_pair(offer: OfferEntry) -> Cell:
    """Return what a batch costs, in and out."""
    plain = When(tier="batch")
    row = next((row for row in offer.price_when.values() if row.when == plain), None)
    if row is None or row.input is None:
        return NOT_STATED
    return cells.join((amount(row.input), cells.plain(" / "), amount(row.output)))


def _conditions(told: Told, offer: OfferEntry) -> list[Condition]:
    found = []
    for path, fact in offer.facts.items():
        if path.startswith("price_when[") and isinstance(fact.value, PriceRow):
            found.append(
                Condition(
                    f"{told.context.offer_name(offer)}, {occasion(fact.value)}",
                    terms(fact.value),
                    told.marks.mark(fact.proof),
                )
            )
    extras = offer.price.components() if not isinstance(offer.price, str | None) else {}
    for name, value in extras.items():
        if name not in {"input", "output", "cache_read"}:
            fact_ = offer.facts.get(f"price.{name}") or offer.facts.get("price")
            who = f"{told.context.offer_name(offer)}, {COMPONENT_TEXT[name]}"
            said = priced(value) if isinstance(value, UnitPrice | str) else f"{priced(value)} per 1M tokens"
            found.append(Condition(who, f"{said}.", told.marks.mark(fact_.proof if fact_ else None)))
    return found


def occasion(row: PriceRow) -> str:
    """Say when a price row holds: "batch", "over 200,000 tokens of context", "in the EU region"."""
    when = row.when
    marginal = " (only the tokens above it)" if when.marginal or row.marginal else ""
    said = [
        TIER_TEXT[when.tier] if when.tier else "",
        f"over {exact_count(when.context_above)} tokens of context{marginal}" if when.context_above else "",
        f"in the {region_name(when.region)} region" if when.region else "",
        f"{when.utc} UTC" if when.utc else "",
        f"from {long_date(when.from_)}" if when.from_ else "",
        f"until {long_date(when.until)}" if when.until else "",
    ]
    return ", ".join(filter(None, said))


def region_name(region: str) -> str:
    """Write a region: an abbreviation such as eu in capitals, a cloud's own name as it is."""
    return region if "-" in region else region.upper()


def terms(row: PriceRow) -> str:
    """Say what a price row asks: "$0.05 in, $0.20 out and $0.01 cached"."""
    names = {"input": "in", "output": "out", "cache_read": "cached"}
    parts = [f"{priced(value)} {names.get(name, COMPONENT_TEXT[name])}" for name, value in row.components().items()]
    return f"{listed(parts)}."


def measured(entries: tuple[MeasurementEntry, ...], told: Told) -> tuple[MeasuredRow, ...]:
    """Return the measured figures, those of one offer, statistic, window and source in one row."""
    groups: dict[tuple[str, str, str, str], list[MeasurementEntry]] = {}
    for entry in entries:
        record = entry.record
        groups.setdefault((record.offer, record.source, record.stat, record.window), []).append(entry)
    return tuple(_measured_row(told, group, told.marks) for group in groups.values())


def _measured_row(told: Told, group: list[MeasurementEntry], marks: Marks) -> MeasuredRow:
    first = group[0].record
    window = "window unknown" if first.window == "unknown" else f"over {first.window}"
    stat = {"best": "best of endpoints", "mean": "mean"}.get(first.stat, first.stat)
    offer, checked = told.model.offers.get(first.offer), group[0].proof.checked
    return MeasuredRow(
        offer=told.context.offer_name(offer) if offer else first.offer,
        sub=f"{stat}, {window}{f', {short_date(checked)}' if checked else ''}",
        said=f"{listed([_observed(entry) for entry in group])}.",
        mark=cells.join((marks.mark(group[0].proof), marks.doubt(group[0].proof))),
    )


def _observed(entry: MeasurementEntry) -> str:
    """Say one measured figure with what it is of."""
    record, value = entry.record, exact(entry.record.value)
    of = f" of {exact(record.of)}" if record.of else ""
    words = {
        "ttft": f"first token after {value} s",
        "output_speed": f"{value} tokens a second",
        "error_rate": f"{value} % errors",
        "uptime": f"{value} % up",
        "tokens_week": f"{short_count(int(record.value))} tokens a week",
        "endpoints_up": f"{value}{of} endpoints up",
    }
    return words[record.metric]
