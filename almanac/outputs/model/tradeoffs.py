"""Trade-offs: what somebody gains and what is lost who takes another model, as far as both state it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from almanac.catalogue.catalogue import ModelEntry, ResultEntry
from almanac.catalogue.rankings import kind_of
from almanac.catalogue.similarity.profiles import OWN_FEATURES
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.traits import capability_text
from almanac.outputs.values import modalities
from almanac.records import Benchmark
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import short_date
from almanac.units.money import exact
from almanac.units.tokens import exact_count

MOST = 4
"""How many things are told on each side: the first of them decide."""
APART = 1.1
"""Limits that differ by less than this factor are no reason to choose."""
LIMITS = (("context", "context"), ("max_output", "output"))
POINTS = {"percent": "points", "points": "points", "elo": "Elo", "usd": "dollars", "seconds": "seconds"}


@dataclass(frozen=True, slots=True)
class Tradeoffs:
    """What is gained and what is lost, in the order of weight."""

    gain: Cell
    lose: Cell


Told = Iterator[tuple[bool, Cell]]
"""Differences: whether each is a gain, and what it is."""


def tradeoffs(context: Context, one: ModelEntry, other: ModelEntry, marks: Marks) -> Tradeoffs:
    """Return what taking the other instead of the one gains and loses. A gap on either side is no difference."""
    told = [*_scores(context, one, other, marks), *_features(one, other), *_kinds(one, other), *_limits(one, other)]
    told += [*_weights(one, other), *_ends(one, other)]
    gains, losses = ([cell for good, cell in told if good is side][:MOST] for side in (True, False))
    none = cells.plain("nothing that we know of")
    return Tradeoffs(cells.join(gains, "; ") or none, cells.join(losses, "; ") or none)


def shared_results(one: ModelEntry, other: ModelEntry) -> list[tuple[ResultEntry, ResultEntry]]:
    """Return the newest results of both of every kind that both have, the kinds that most models have first."""
    theirs = {kind_of(entry.record): entry for entry in other.results if entry.rank}
    pairs = [(mine, theirs[kind]) for mine in one.results if mine.rank and (kind := kind_of(mine.record)) in theirs]
    return sorted(pairs, key=lambda pair: (-pair[0].of, kind_of(pair[0].record)))


def _scores(context: Context, one: ModelEntry, other: ModelEntry, marks: Marks) -> Told:
    """Tell the best known benchmark on which the other is ahead, and the one on which it is behind."""
    seen: set[bool] = set()
    for mine, theirs in shared_results(one, other):
        benchmark = context.catalogue.benchmarks[mine.record.benchmark].record
        gap = theirs.record.score - mine.record.score
        is_ahead = (gap > 0) is benchmark.higher_is_better
        if gap and is_ahead not in seen:
            seen.add(is_ahead)
            yield is_ahead, cells.join((cells.plain(score_gap(gap, theirs, benchmark)), marks.mark(theirs.proof)))


def score_gap(gap: Decimal, entry: ResultEntry, benchmark: Benchmark) -> str:
    """Write by how much a result differs: 23.5 points more on Aider Polyglot (32.4)."""
    size, which = abs(gap), "more" if gap > 0 else "less"
    return f"{exact(size)} {points(size, benchmark)} {which} on {benchmark.name} ({exact(entry.record.score)})"


def points(size: Decimal, benchmark: Benchmark) -> str:
    """Write the unit of a difference of scores."""
    word = POINTS[benchmark.unit]
    return word.removesuffix("s") if size == 1 else word


def _features(one: ModelEntry, other: ModelEntry) -> Told:
    for name in ("reasoning", *(name for name in OWN_FEATURES if name != "reasoning")):
        mine, theirs = getattr(one.capabilities, name), getattr(other.capabilities, name)
        if None not in {mine, theirs} and mine is not theirs:
            text = capability_text(name)
            text = text[0].lower() + text[1:]
            yield theirs, cells.plain(text if theirs else f"no {text}")


def _kinds(one: ModelEntry, other: ModelEntry) -> Told:
    for side, can in (("input", "reads"), ("output", "writes")):
        mine, theirs = getattr(one.record.modalities, side), getattr(other.record.modalities, side)
        if mine and theirs:
            more = [kind for kind in theirs if kind not in mine]
            less = [kind for kind in mine if kind not in theirs]
            if more:
                yield True, cells.plain(f"{can} {modalities(more)}")
            if less:
                yield False, cells.plain(f"cannot {can.removesuffix('s')} {modalities(less)}")


def _limits(one: ModelEntry, other: ModelEntry) -> Told:
    for name, word in LIMITS:
        mine, theirs = getattr(one.record.limits, name), getattr(other.record.limits, name)
        if mine and theirs and max(mine, theirs) > APART * min(mine, theirs):
            only = "" if theirs > mine else " only"
            yield theirs > mine, cells.plain(f"{word} of {exact_count(theirs)} tokens{only}")


def _weights(one: ModelEntry, other: ModelEntry) -> Told:
    mine, theirs = one.record.weights, other.record.weights
    if mine and theirs and mine.open is not theirs.open:
        yield theirs.open, cells.plain("open weights" if theirs.open else "weights are closed")


def _ends(one: ModelEntry, other: ModelEntry) -> Told:
    """Tell of ends that are announced; one model that outlives the other is better only by that."""
    mine, theirs = (entry.status.next_date if entry.status.next_word == "retires" else None for entry in (one, other))
    if theirs and one.status.word != "retired":
        yield False, cells.plain(f"its lab ends it {short_date(theirs)}")
    elif mine or one.status.word == "retired":
        yield True, cells.plain("no end is announced")


def against(value: Decimal | None, other: Decimal | None) -> str:
    """Say how one sum stands to another: the same, 12 % less, 3.1 times; nothing where they do not compare."""
    if value is None or not other:
        return ""
    if value == other:
        return "the same"
    rounded = partial(Decimal.quantize, rounding=ROUND_HALF_UP)
    if value >= 2 * other:
        return f"{rounded(value / other, Decimal('0.1')):,f} times"
    share = rounded(abs(value - other) * 100 / other, Decimal(1))
    which = "less" if value < other else "more"
    return f"{share:f} % {which}" if share else f"slightly {which}"
