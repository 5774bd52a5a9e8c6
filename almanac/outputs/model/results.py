"""Results of one model: benchmarks by category, each with its bar in its range, who measured it and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import ResultEntry
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.outputs.values import ordinal
from almanac.records import Benchmark
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
    order = {"lab": 0, "independent": 1, "republished": 2}
    ordered = sorted(found, key=lambda entry: (order[entry.record.by], entry.record.source, entry.record.variant or ""))
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
            mark=measured.marks.mark(entry.proof),
            bar=bar(entry.record.score, benchmark),
            by_lab=entry.record.by == "lab",
            who=who(entry, measured),
            details=details(entry),
            place=f"{ordinal(entry.rank)} of {entry.of}" if entry.rank and entry.of > 1 else "",
            age=measured.marks.doubt(entry.proof),
        )
        for number, entry in enumerate(ordered)
    ]


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


def details(entry: ResultEntry) -> str:
    """Say on which variant, version, harness and data set, and when."""
    record = entry.record
    when = short_date(record.date) if isinstance(record.date, Day) else ""
    version = f"version {record.version}" if record.version else ""
    return ", ".join(filter(None, (record.variant, version, record.harness, record.dataset, when)))
