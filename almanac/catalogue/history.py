"""History: what changed and what is known to come, from dated facts alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from almanac.catalogue.catalogue import Change, Fact, ModelEntry, OfferEntry
from almanac.records import Benchmark, HistoryRow, Lab, Offer, Price, Provider, Result, Source
from almanac.units.dates import Day, is_reached, sort_key
from almanac.units.money import exact

UNITS = {"percent": " %", "points": " points", "elo": " Elo", "usd": " US dollars", "seconds": " seconds"}
SENTENCES = {
    "announced": "{who} announces it.",
    "released": "{who} releases it.",
    "deprecated": "{who} deprecates it.",
    "retires": "{who} ends it.",
    "ended": "{who} no longer lists it.",
    "offered": "{who} begins to offer it.",
    "snapshot": "Its snapshot {who} is released.",
}
"""What a date says, in the present tense of a chronicle: the same sentence stands before and after the day."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the sentences call labs, providers and benchmarks."""

    labs: Mapping[str, Lab]
    providers: Mapping[str, Provider]
    benchmarks: Mapping[str, Benchmark]


def changes(models: Iterable[ModelEntry], names: Names) -> list[Change]:
    """Return every dated change of every model, oldest first."""
    found = [change for entry in models for change in of_model(entry, names)]
    return sorted(found, key=_place)


def split(found: Iterable[Change], today: date) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return what today has reached, newest first, and what is still to come, soonest first."""
    ordered = list(_each_end_once(tuple(found), today))
    reached = [change for change in ordered if is_reached(change.on, today)]
    newest_first = sorted(reached, key=lambda change: sort_key(change.on), reverse=True)
    return tuple(newest_first), tuple(change for change in ordered if not is_reached(change.on, today))


def _each_end_once(found: Sequence[Change], today: date) -> Iterator[Change]:
    """Leave out the second date of an offer that has two: once it is seen to be gone, the plan for that is over."""
    planned = {(change.model_id, change.offer) for change in found if change.kind == "retires"}
    gone = {(ended.model_id, ended.offer) for ended in found if ended.kind == "ended" and is_reached(ended.on, today)}
    for change in found:
        key = (change.model_id, change.offer)
        is_past_plan = change.kind == "retires" and key in gone
        is_no_news = change.kind == "ended" and key in planned - gone
        if not (is_past_plan or is_no_news):
            yield change


def noticer(source: Source | None, who: str) -> str:
    """Return who saw that an offer is gone where that is somebody else than who sold it; else the empty string."""
    name = source.title.partition(",")[0] if source else ""
    return "" if source is None or source.kind == "primary" or name == who else name


def of_model(entry: ModelEntry, names: Names) -> Iterator[Change]:
    """Yield the dated changes of one model and its offers."""
    yield from _lifecycle(entry, names.labs[entry.lab].name)
    yield from _snapshots(entry)
    yield from _results(entry, names)
    for offer in entry.offers.values():
        yield from _prices(entry, offer)
        yield from _offered(entry, offer, names.providers[offer.provider].name)


def _lifecycle(entry: ModelEntry, lab: str) -> Iterator[Change]:
    lifecycle = entry.record.lifecycle
    own = entry.offers[entry.own].record if entry.own else None
    for kind in ("announced", "released", "deprecated", "retires"):
        day = getattr(lifecycle, kind)
        told = day == (lifecycle.released if kind == "announced" else getattr(own, kind, None))
        if isinstance(day, Day) and not told:
            yield _dated(kind, on=day, who=lab, of=(entry.id, ""), fact=entry.facts[f"lifecycle.{kind}"])


def _snapshots(entry: ModelEntry) -> Iterator[Change]:
    for snapshot in entry.record.ids.snapshots:
        if snapshot.released and snapshot.released != entry.record.lifecycle.released:
            fact = entry.facts["ids.snapshots"]
            yield _dated("snapshot", on=snapshot.released, who=snapshot.id, of=(entry.id, ""), fact=fact)


def _results(entry: ModelEntry, names: Names) -> Iterator[Change]:
    for result in entry.results:
        if isinstance(result.record.date, Day):
            yield Change(
                on=result.record.date,
                kind="result",
                model_id=entry.id,
                offer="",
                note=_score(result.record, names.benchmarks[result.record.benchmark]),
                source=result.proof.source,
            )


def _score(result: Result, benchmark: Benchmark) -> str:
    variant = f", {result.variant}" if result.variant else ""
    return f"It scores {scored(result, benchmark)} on {benchmark.name}{variant}."


def scored(result: Result, benchmark: Benchmark) -> str:
    """Write a score with its unit: 8.9 %, −3 points."""
    sign = "−" if result.score < 0 else ""
    return f"{sign}{exact(abs(result.score))}{UNITS[benchmark.unit]}"


def _offered(entry: ModelEntry, offer: OfferEntry, who: str) -> Iterator[Change]:
    record, of = offer.record, (entry.id, offer.key)
    if record.since and not (offer.is_own and record.since == entry.record.lifecycle.released):
        yield _dated("offered", on=record.since, who=who, of=of, fact=offer.facts["since"])
    plain = entry.offers.get(offer.provider) if offer.variant else None
    for kind in ("deprecated", "retires", "ended"):
        day = getattr(record, kind)
        told = plain is not None and _is_told_by(plain.record, record, kind)
        if day is not None and not told:
            yield _dated(kind, on=day, who=who, of=of, fact=offer.facts[kind])


def _is_told_by(plain: Offer, variant: Offer, kind: str) -> bool:
    """Say whether the plain offer's own date tells a variant's too, or the plan is over with both of them gone."""
    gone_together = variant.ended is not None and variant.ended == plain.ended
    return getattr(plain, kind) == getattr(variant, kind) or (kind == "retires" and gone_together)


def _prices(entry: ModelEntry, offer: OfferEntry) -> Iterator[Change]:
    for before, after in pairwise(offer.price_history):
        old, new = _asked(before), _asked(after)
        ends = new == "gone" and after.from_ == offer.record.ended
        if is_other(old, new) and not ends:
            yield Change(
                on=after.from_,
                kind="price",
                model_id=entry.id,
                offer=offer.key,
                note="",
                before=old,
                after=new,
                source=_source(offer.facts["price_history"]),
            )


def _asked(row: HistoryRow) -> Price | str:
    # Not validated again: amounts turned into dollars may have more digits than a record may state.
    return row.price or Price.model_construct(None, **row.components())


def is_other(before: Price | str, after: Price | str) -> bool:
    """Say whether a price changed: a component that is stated on one side only is a gap in the record, not a change."""
    if isinstance(before, str) or isinstance(after, str):
        return before != after
    old, new = before.components(), after.components()
    return any(old[name] != new[name] for name in old.keys() & new.keys())


def _dated(kind: str, *, on: Day, who: str, of: tuple[str, str], fact: Fact) -> Change:
    note = SENTENCES[kind].replace("{who}", who)
    return Change(on=on, kind=kind, model_id=of[0], offer=of[1], note=note, source=_source(fact))


def _source(fact: Fact) -> str:
    return fact.proof.source if fact.proof else ""


def _place(change: Change) -> tuple[tuple[int, int, int], str, str, str, str]:
    return (sort_key(change.on), change.model_id, change.kind, change.offer, change.note)
