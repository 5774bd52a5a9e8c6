"""Wording: what sets two models apart, as a few sentences that the records prove."""

from collections.abc import Iterator
from decimal import Decimal

from almanac.catalogue.catalogue import ModelEntry
from almanac.catalogue.offers import reference
from almanac.catalogue.status import SOLD
from almanac.outputs.context import Context
from almanac.outputs.model.tradeoffs import APART, against, points, shared_results
from almanac.outputs.values import listed, priced
from almanac.units.dates import on_date
from almanac.units.money import exact


def sentences(context: Context, one: ModelEntry, other: ModelEntry) -> list[str]:
    """Return what sets two models apart, what decides first."""
    found = [*_price(one, other), *_score(context, one, other), *_context(one, other)]
    return [*found, *_reads(one, other), *_reasons(one, other), *_ends(context, one, other)]


def _price(one: ModelEntry, other: ModelEntry) -> Iterator[str]:
    pair = reference(one), reference(other)
    sides = [
        (name, mine, theirs)
        for name, side in (("input", "input"), ("output", "output"))
        if isinstance(mine := getattr(pair[0], side, None), Decimal)
        and isinstance(theirs := getattr(pair[1], side, None), Decimal)
    ]
    names = one.record.name, other.record.name
    equal = [name for name, mine, theirs in sides if mine == theirs]
    if sides and len(equal) == len(sides):
        prices = [f"{priced(mine)} for {name}" for name, mine, _ in sides]
        yield f"Both cost the same: {listed(prices)} per million tokens."
        return
    dearer = {mine > theirs for _, mine, theirs in sides if mine != theirs}
    if len(dearer) == 1:
        dear, cheap = names if True in dearer else names[::-1]
        told = {name: against(max(prices), min(prices)) for name, *prices in sides}
        yield _dearer(dear, cheap, told)
    elif dearer:
        cheaper = [names[0] if mine < theirs else names[1] for _, mine, theirs in sides]
        asks = [
            f"{name} asks less for {side} ({priced(min(prices))} against {priced(max(prices))})"
            for name, (side, *prices) in zip(cheaper, sides, strict=True)
        ]
        yield f"{', '.join(asks)}."


def _dearer(dear: str, cheap: str, told: dict[str, str]) -> str:
    """Say by how much one model costs more than another; what both ask for a side may be the same."""
    ratios = set(told.values())
    if len(ratios) == 1:
        ratio = ratios.pop()
        than = "as much as" if ratio.endswith("times") else "than"
        return f"{dear} costs {ratio} {than} {cheap}{', for input and output alike' if len(told) > 1 else ''}."
    parts = [f"{ratio}{' as much' if ratio.endswith('times') else ''} for {name}" for name, ratio in told.items()]
    return f"Against {cheap}, {dear} costs {listed(parts)}."


def _score(context: Context, one: ModelEntry, other: ModelEntry) -> Iterator[str]:
    """Tell the result that most models can be compared by."""
    for mine, theirs in shared_results(one, other):
        benchmark = context.catalogue.benchmarks[mine.record.benchmark].record
        gap = mine.record.score - theirs.record.score
        if not gap:
            continue
        first = (gap > 0) is benchmark.higher_is_better
        ahead, behind = (mine, theirs) if first else (theirs, mine)
        name = (one if first else other).record.name
        how = "higher" if benchmark.higher_is_better else "lower"
        scores = f"{exact_signed(ahead.record.score)} against {exact_signed(behind.record.score)}"
        source = context.catalogue.sources[mine.record.source].title
        size = f"{exact(abs(gap))} {points(abs(gap), benchmark)}"
        yield f"{name} scores {size} {how} on {benchmark.name} ({scores}, both from {source})."
        return


def exact_signed(score: Decimal) -> str:
    """Write a score with a typeset minus."""
    return f"{score:f}".replace("-", "−")


def _context(one: ModelEntry, other: ModelEntry) -> Iterator[str]:
    limits = sorted(
        ((entry.record.limits.context, entry.record.name) for entry in (one, other) if entry.record.limits.context),
        reverse=True,
    )
    if len(limits) > 1 and limits[0][0] and limits[1][0] and limits[0][0] > APART * limits[1][0]:
        said = against(Decimal(limits[0][0]), Decimal(limits[1][0]))
        yield f"{limits[0][1]} holds {_as_much(said)} context."


def _as_much(said: str) -> str:
    return f"{said} the" if said.endswith("times") else said


def _reads(one: ModelEntry, other: ModelEntry) -> Iterator[str]:
    words = {"image": "images", "audio": "audio", "video": "video", "file": "PDFs", "text": "text"}
    mine, theirs = one.record.modalities.input, other.record.modalities.input
    for entry, own, rival in ((one, mine, theirs), (other, theirs, mine)):
        only = [words[kind] for kind in own if kind not in rival]
        if only and rival:
            yield f"Only {entry.record.name} reads {listed(only)}."


def _reasons(one: ModelEntry, other: ModelEntry) -> Iterator[str]:
    for entry, rival in ((one, other), (other, one)):
        if entry.capabilities.reasoning and rival.capabilities.reasoning is False:
            yield f"Only {entry.record.name} reasons before it answers."


def _ends(context: Context, one: ModelEntry, other: ModelEntry) -> Iterator[str]:
    for entry in (one, other):
        status, name = entry.status, entry.record.name
        if status.word not in SOLD:
            who = context.lab_name(entry.lab)
            yield f"{name} is retired at {who}." if status.word == "retired" else f"{name} is {status.word}."
        elif status.next_word == "retires" and status.next_date:
            yield f"{name} ends {on_date(status.next_date)}."
