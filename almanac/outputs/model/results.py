"""Results of one model: benchmarks by category, each with its bar in its range, who measured it and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import ResultEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.values import ordinal
from almanac.records import Benchmark, Result
from almanac.records.benchmark import CATEGORIES
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.dates import Day, short_date

CATEGORY_TEXT = {
    "intelligence": "Knowledge and reasoning", "coding": "Coding", "math": "Mathematics", "agentic": "Agents",
    "vision": "Vision", "long-context": "Long context", "instruction": "Instructions", "preference": "Preference",
}  # fmt: skip
UNIT_TEXT = {"percent": "%", "points": "points", "elo": "Elo", "usd": "$", "seconds": "s"}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result. `first` and `last` tell its place among those of one benchmark; `bar` is in per cent of the range."""

    benchmark: str
    href: str
    about: str
    first: bool
    last: bool
    score: Cell
    unit: str
    mark: Cell
    bar: str
    by_lab: bool
    who: str
    details: str
    place: str
    age: Cell


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """The results of one category."""

    title: str
    rows: tuple[ResultRow, ...]


def result_groups(
    context: Context, entries: Iterable[ResultEntry], marks: Marks, *, lab: str
) -> tuple[ResultGroup, ...]:
    """Return the results by category; those of one benchmark stand together, the lab's own first."""
    by_category: dict[str, dict[str, list[ResultEntry]]] = {}
    for entry in entries:
        benchmark = context.catalogue.benchmarks[entry.record.benchmark].record
        by_category.setdefault(benchmark.category, {}).setdefault(entry.record.benchmark, []).append(entry)
    groups = []
    for category in CATEGORIES:
        named = sorted(by_category.get(category, {}).items(), key=lambda item: _name(context, item[0]))
        rows = [row for id_, found in named for row in _rows(context, id_, found, Measured(marks, lab))]
        if rows:
            groups.append(ResultGroup(CATEGORY_TEXT[category], tuple(rows)))
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a row needs beside its result: the page's marks and the name of the lab."""

    marks: Marks
    lab: str


def _name(context: Context, benchmark_id: str) -> str:
    return context.catalogue.benchmarks[benchmark_id].record.name.casefold()


def _rows(context: Context, id_: str, found: list[ResultEntry], measured: Measured) -> list[ResultRow]:
    sources = context.catalogue.sources
    ordered = folded(sorted(found, key=lambda entry: _place(entry, sources[entry.record.source].kind)))
    benchmark = context.catalogue.benchmarks[id_].record
    href = context.shell.href(addresses.benchmark(id_))
    return [
        ResultRow(
            benchmark=benchmark.name,
            href=href,
            about=first_sentence(benchmark.about or ""),
            first=number == 0,
            last=number == len(ordered) - 1,
            score=cells.plain(f"{entry.record.score:f}"),
            unit=UNIT_TEXT[benchmark.unit],
            mark=cells.join(measured.marks.mark(one.proof) for one in (entry, *others)),
            bar=bar(entry.record.score, benchmark),
            by_lab=entry.record.by == "lab",
            who=who(entry, measured),
            details=details(entry, *others),
            place=next((f"{ordinal(one.rank)} of {one.of}" for one in (entry, *others) if one.rank and one.of > 1), ""),
            age=_age(measured.marks, (entry, *others)),
        )
        for number, (entry, *others) in enumerate(ordered)
    ]


def _place(entry: ResultEntry, kind: str) -> tuple[int, bool, str, str]:
    """Order the results of one benchmark: the lab's own, others', repeated ones; a first-hand source before others."""
    order = {"lab": 0, "independent": 1, "republished": 2}
    return order[entry.record.by], kind != "primary", entry.record.source, entry.record.variant or ""


def folded(ordered: Iterable[ResultEntry]) -> list[list[ResultEntry]]:
    """Put results behind the one that they repeat, so that one measurement is one line with all of its sources.

    A republished score repeats any equal one, a lab's own only the lab's; variant, version, harness and data set agree,
    and so does the day where both are dated. Any other value stays a line of its own.
    """
    lines: list[list[ResultEntry]] = []
    for entry in ordered:
        line = next((line for line in lines if all(_is_same(known.record, entry.record) for known in line)), None)
        if line is None:
            lines.append([entry])
        else:
            line.append(entry)
    return lines


def _is_same(known: Result, other: Result) -> bool:
    """Say whether one result is another told again by a further source."""
    settings = ("score", "variant", "version", "harness", "dataset")
    if known.source == other.source or any(getattr(known, name) != getattr(other, name) for name in settings):
        return False
    days = {day for day in (known.date, other.date) if isinstance(day, Day)}
    repeats = {known.by, other.by} == {"lab"} or "republished" in {known.by, other.by}
    return repeats and len(days) < 2  # noqa: PLR2004 - two days are two runs


def _age(marks: Marks, entries: Sequence[ResultEntry]) -> Cell:
    """Return how old a line is where all of its sources are stale."""
    return cells.EMPTY if any(not one.proof.stale for one in entries) else marks.doubt(entries[0].proof)


def first_sentence(text: str) -> str:
    """Return the first sentence, or all of a short text."""
    head, stop, _ = text.partition(". ")
    return f"{head}." if stop else text


def bar(score: Decimal, benchmark: Benchmark) -> str:
    """Return how far the score reaches into the benchmark's range, in per cent; empty without a range."""
    if benchmark.range is None:
        return ""
    low, high = benchmark.range
    return f"{max(Decimal(0), min(Decimal(100), 100 * (score - low) / (high - low))):.1f}"


def who(entry: ResultEntry, measured: Measured) -> str:
    """Say who measured a result."""
    source = measured.marks.title(entry.proof)
    match entry.record.by:
        case "lab":
            return f"{measured.lab}, the lab"
        case "independent":
            return source
        case _:
            return f"{source}, repeating it"


def details(entry: ResultEntry, *others: ResultEntry) -> str:
    """Say on which variant, version, harness and data set, and when: the others tell the same result again."""
    record = entry.record
    when = next((short_date(one.record.date) for one in (entry, *others) if isinstance(one.record.date, Day)), "")
    version = f"version {record.version}" if record.version else ""
    return ", ".join(filter(None, (record.variant, version, record.harness, record.dataset, when)))
