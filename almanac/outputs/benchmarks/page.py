"""The page of one benchmark: what it asks and misses, its unit and range, and its results in groups that compare."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry
from almanac.outputs.benchmarks.filters import SCRIPT, Filter, filter_of
from almanac.outputs.benchmarks.index import UNITS, section_of
from almanac.outputs.benchmarks.pairs import Pairs, pairs
from almanac.outputs.benchmarks.tables import ResultTable, Slice, compared, slices, table
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.figures import Figure
from almanac.outputs.model.results import CATEGORY_TEXT, first_sentence
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.prose import OUTSIDE, prose
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import listed, plural
from almanac.records import Benchmark
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.units.money import exact

_PLACES: Mapping[str, str] = {
    "arxiv.org": "Its paper",
    "artofproblemsolving.com": "Its problems",
    "github.com": "Its repository",
    "huggingface.co": "Its data",
}
"""What stands at a host that publishes for many."""


@dataclass(frozen=True, slots=True)
class BenchmarkTitle:
    """What stands over the results: its category, name, what it asks, what it misses, and where it is published."""

    name: str
    category: Link
    about: Cell
    misses: Cell
    link: Cell
    names: str
    scores: Cell
    """Which of our own scores it enters."""


@dataclass(frozen=True, slots=True)
class BenchmarkView:
    """One page of a benchmark; what it is, and both sides' figures, stand on the first."""

    page: Page
    title: BenchmarkTitle
    figures: tuple[Figure, ...]
    contents: tuple[Link, ...]
    tables: tuple[ResultTable, ...]
    scale: str
    unit: str
    filter: Filter | None
    pairs: Pairs | None
    pager: Pager | None
    sources: tuple[SourceLine, ...]
    edit: str
    report: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of every benchmark, each with its twin."""
    draw, twin = context.draw("pages/benchmark.html"), context.draw("text/benchmark.md")
    for entry in context.catalogue.benchmarks.values():
        origin = f"benchmarks/{entry.id}.yaml"
        for number, view in enumerate(benchmark_views(context, entry), 1):
            file = addresses.file_of(addresses.page_of(addresses.benchmark(entry.id), number))
            anchors = frozenset({"main", "sources", *(found.id for found in view.tables)})
            yield Output(file, view, draw, origin, anchors)
            yield Output(addresses.twin_of(file), view, twin, origin)


def benchmark_views(context: Context, entry: BenchmarkEntry) -> Iterator[BenchmarkView]:
    """Yield what each page of a benchmark shows."""
    pages = chunks(slices(entry))
    for number, page in enumerate(pages, 1):
        yield _view(context, entry, page, (number, len(pages)))


def _view(context: Context, entry: BenchmarkEntry, page: tuple[Slice, ...], at: tuple[int, int]) -> BenchmarkView:
    marks = context.marks()
    number, count = at
    tables = tuple(table(context, entry, marks, part) for part in page)
    both = pairs(context, entry, marks) if number == 1 else None
    narrowed = filter_of(context, (row.id for found in tables for row in found.rows))
    links = [Link(found.title, f"#{found.id}") for found in tables]
    if both:
        links.append(Link(both.title, "#both"))
    return BenchmarkView(
        page=context.shell.page(_head(entry, number, is_filtered=narrowed is not None)),
        title=_title(context, entry),
        figures=_figures(entry) if number == 1 else (),
        contents=(*links, Link("Sources", "#sources")),
        tables=tables,
        scale=_scale(entry.record),
        unit=UNITS[entry.record.unit],
        filter=narrowed,
        pairs=both,
        pager=pager(context, addresses.benchmark(entry.id), number=number, count=count),
        sources=marks.lines(),
        edit=context.shell.edit_url(f"benchmarks/{entry.id}.yaml"),
        report=context.shell.report_url(f"benchmarks/{entry.id}"),
    )


def _title(context: Context, entry: BenchmarkEntry) -> BenchmarkTitle:
    record = entry.record
    href = context.shell.href(section_of(context, record.category))
    return BenchmarkTitle(
        name=record.name,
        category=Link(CATEGORY_TEXT[record.category], href),
        about=prose(context, record.about or ""),
        misses=prose(context, record.misses or ""),
        link=cells.link(_site(record.url), record.url, rel=OUTSIDE) if record.url else cells.EMPTY,
        names=f"Also called {listed(others)}." if (others := _other_names(record)) else "",
        scores=_scores(context, entry.id),
    )


def _site(url: str) -> str:
    """Say what a benchmark's link leads to."""
    return _PLACES.get(urlsplit(url).hostname or "", "Its own site")


def _other_names(record: Benchmark) -> list[str]:
    """Return the other names of a benchmark; one that differs in capitals or punctuation alone is none."""
    seen, found = {_bare(record.name)}, []
    for name in record.aliases:
        if _bare(name) not in seen:
            found.append(name)
        seen.add(_bare(name))
    return found


def _bare(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum() or letter == "+")


def _scores(context: Context, benchmark: str) -> Cell:
    axes = context.catalogue.scores.axes
    links = [
        cells.link(axis.name, context.shell.href(addresses.leaderboard(id_)))
        for id_, axis in axes.items()
        if any(part.benchmark == benchmark for part in axis.inputs)
    ]
    return cells.join((cells.plain("Counts in our score: "), cells.join(links, ", "))) if links else cells.EMPTY


def _figures(entry: BenchmarkEntry) -> tuple[Figure, ...]:
    record = entry.record
    low_high = f"{exact(record.range[0])} to {exact(record.range[1])}" if record.range else ""
    results = sum(len(group.results) for group in entry.groups)
    groups = len(compared(entry))
    direction = "More is better." if record.higher_is_better else "Less is better."
    versions = f"Versions {listed(record.versions)}." if record.versions else ""
    made = [
        Figure("Unit", cells.plain(UNITS[record.unit]), direction),
        Figure("Range", cells.plain(low_high) if low_high else cells.word("not stated"), _saturated(record)),
        Figure("Models with a result", cells.plain(f"{entry.models:,}"), f"{plural(results, 'result')} in all."),
        Figure("Groups that compare", cells.plain(f"{groups:,}"), versions),
    ]
    if record.run_by:
        made.append(
            Figure("Run by", cells.plain(record.run_by), f"Licence {record.licence}." if record.licence else "")
        )
    return tuple(made)


def _saturated(record: Benchmark) -> str:
    return {True: "Saturated: the best models hardly differ.", False: "Not saturated.", None: ""}[record.saturated]


def _scale(record: Benchmark) -> str:
    if record.range is None:
        return ""
    low, high = (exact(bound) for bound in record.range)
    return f"The scale runs from {low} to {high}; {'more' if record.higher_is_better else 'less'} is better."


def _head(entry: BenchmarkEntry, number: int, *, is_filtered: bool) -> Head:
    name = entry.record.name
    models = plural(entry.models, "model")
    return Head(
        url=addresses.page_of(addresses.benchmark(entry.id), number),
        title=numbered(f"{name}: results by model", number),
        description=description(
            numbered(f"{name}, results of {models}", number) + ", ranked only where they compare.",
            first_sentence(entry.record.about or ""),
            "Each with who measured it and when.",
        ),
        section=addresses.BENCHMARKS,
        crumbs=(("Benchmarks", addresses.BENCHMARKS),),
        twin=True,
        scripts=(SCRIPT,) if is_filtered else (),
    )
