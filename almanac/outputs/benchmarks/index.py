"""The index of benchmarks: by category, each with what it measures and how many models have a result."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.model.results import CATEGORY_TEXT, first_sentence
from almanac.outputs.output import Output
from almanac.outputs.paging import Pager, chunks, numbered, pager
from almanac.outputs.shell import Head, Page
from almanac.outputs.twins import TextIndex, TextTable, index_twin, row, text_link
from almanac.outputs.values import plural
from almanac.records.benchmark import CATEGORIES
from almanac.render import cells
from almanac.render.cells import Cell

UNITS = {"percent": "per cent", "points": "points", "elo": "Elo", "usd": "dollars", "seconds": "seconds"}
LEAD = (
    "A score means something only beside others of the same test, version and evaluator. So results are ranked "
    "within such groups, and a lab’s own figure is never mixed with an independent one."
)


@dataclass(frozen=True, slots=True)
class BenchmarkRow:
    """One benchmark in the index."""

    name: str
    href: str
    about: str
    models: str
    results: str
    unit: Cell


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The benchmarks of one category, or those of them that stand on this page."""

    id: str
    title: str
    rows: tuple[BenchmarkRow, ...]


@dataclass(frozen=True, slots=True)
class BenchmarksView:
    """One page of the index."""

    page: Page
    title: str
    lead: str
    groups: tuple[CategoryGroup, ...]
    pager: Pager | None


def outputs(context: Context) -> Iterator[Output]:
    """Yield the pages of the index, and its twin."""
    draw = context.draw("pages/benchmarks.html")
    groups = by_category(context)
    pages = chunks(groups)
    for number, page in enumerate(pages, 1):
        url = addresses.page_of(addresses.BENCHMARKS, number)
        view = BenchmarksView(
            page=context.shell.page(_head(context, url, number)),
            title=f"{plural(len(context.catalogue.benchmarks), 'benchmark')}, and who measured what",
            lead=LEAD,
            groups=tuple(_group(context, category, entries) for category, entries in page),
            pager=pager(context, addresses.BENCHMARKS, number=number, count=len(pages)),
        )
        anchors = frozenset({"main", *(group.id for group in view.groups)})
        yield Output(addresses.file_of(url), view, draw, "the index of benchmarks", anchors)
    yield index_twin(context, addresses.BENCHMARKS, _text(context, groups))


def by_category(context: Context) -> list[tuple[str, list[BenchmarkEntry]]]:
    """Return the benchmarks of each category, those with the most models first."""
    ordered = sorted(
        context.catalogue.benchmarks.values(), key=lambda entry: (-entry.models, entry.record.name.casefold(), entry.id)
    )
    found = [(name, [entry for entry in ordered if entry.record.category == name]) for name in CATEGORIES]
    return [(name, entries) for name, entries in found if entries]


def section_of(context: Context, category: str) -> str:
    """Return where the index lists the benchmarks of a category: the page on which they begin, and the place there."""
    for number, page in enumerate(chunks(by_category(context)), 1):
        if any(name == category for name, _ in page):
            return f"{addresses.page_of(addresses.BENCHMARKS, number)}#{category}"
    return addresses.BENCHMARKS


def _group(context: Context, category: str, entries: tuple[BenchmarkEntry, ...]) -> CategoryGroup:
    return CategoryGroup(category, CATEGORY_TEXT[category], tuple(_row(context, entry) for entry in entries))


def _row(context: Context, entry: BenchmarkEntry) -> BenchmarkRow:
    return BenchmarkRow(
        name=entry.record.name,
        href=context.shell.href(addresses.benchmark(entry.id)),
        about=first_sentence(entry.record.about or ""),
        models=f"{entry.models:,}",
        results=f"{sum(len(group.results) for group in entry.groups):,}",
        unit=cells.number(UNITS[entry.record.unit]),
    )


def _head(context: Context, url: str, number: int) -> Head:
    return Head(
        url=url,
        title=numbered("Benchmarks of AI models", number),
        description=description(
            numbered(f"{plural(len(context.catalogue.benchmarks), 'benchmark')} by category", number)
            + ": what each measures and misses, and how many models have a result.",
            "Labs’ own and independent figures, never mixed.",
        ),
        section=addresses.BENCHMARKS,
        twin=number == 1,
    )


def _text(context: Context, groups: list[tuple[str, list[BenchmarkEntry]]]) -> TextIndex:
    return TextIndex("Benchmarks", LEAD, tuple(_table(context, category, entries) for category, entries in groups))


def _table(context: Context, category: str, entries: list[BenchmarkEntry]) -> TextTable:
    rows = []
    for entry in entries:
        shown = _row(context, entry)
        link = text_link(context, shown.name, addresses.benchmark(entry.id))
        rows.append(row((link, shown.about, shown.models, shown.results, shown.unit.text)))
    columns = ("Benchmark", "What it asks", "Models", "Results", "Unit")
    return TextTable(CATEGORY_TEXT[category], columns, tuple(rows))
