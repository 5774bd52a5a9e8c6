"""The page of one category: the first places of every benchmark in it that independent results rank."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from almanac import addresses
from almanac.catalogue.catalogue import BenchmarkEntry, Group
from almanac.outputs.benchmarks.filters import SCRIPT, Filter, filter_of
from almanac.outputs.benchmarks.index import UNITS
from almanac.outputs.benchmarks.tables import ResultTable, compared, group_title, table
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.marks import Marks, SourceLine
from almanac.outputs.model.results import CATEGORY_TEXT
from almanac.outputs.output import Output
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.twins import TextIndex, TextTable, index_twin, row, text_link
from almanac.outputs.values import plural
from almanac.records.benchmark import CATEGORIES

FEWEST = 5
"""A group of fewer models makes no ranking worth a place here."""
MOST = 10
"""How many places are shown of each benchmark; its own page has them all."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The first places of one benchmark, in its largest independent group."""

    link: Link
    unit: str
    more: str
    table: ResultTable


@dataclass(frozen=True, slots=True)
class Other:
    """A benchmark of the category that ranks nobody here, and what there is of it."""

    name: str
    href: str
    what: str


@dataclass(frozen=True, slots=True)
class CategoryView:
    """Everything the page of a category shows."""

    page: Page
    title: str
    over: Link
    lead: str
    contents: tuple[Link, ...]
    filter: Filter | None
    rankings: tuple[Ranking, ...]
    others: tuple[Other, ...]
    sources: tuple[SourceLine, ...]


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page of every category that has a benchmark, each with its twin."""
    draw = context.draw("pages/category.html")
    for category in categories(context):
        view = category_view(context, category)
        url = addresses.category(category)
        anchors = frozenset({"main", *(link.href.removeprefix("#") for link in view.contents)})
        yield Output(addresses.file_of(url), view, draw, "the program", anchors)
        yield index_twin(context, url, _text(context, category, view))


def categories(context: Context) -> list[str]:
    """Return the categories that have a benchmark, in their order."""
    there = {entry.record.category for entry in context.catalogue.benchmarks.values()}
    return [name for name in CATEGORIES if name in there]


def ranked(context: Context, category: str) -> list[tuple[BenchmarkEntry, Group]]:
    """Return the benchmarks of a category that independent results rank, with the largest such group."""
    found = []
    for entry in context.catalogue.benchmarks.values():
        groups = [group for group in compared(entry) if group.by == "independent" and group.results[0].of >= FEWEST]
        if entry.record.category == category and groups:
            found.append((entry, groups[0]))
    return sorted(found, key=lambda item: (-item[1].results[0].of, item[0].record.name.casefold(), item[0].id))


def category_view(context: Context, category: str) -> CategoryView:
    """Return what the page of a category shows."""
    marks, found = context.marks(), ranked(context, category)
    rankings = tuple(_ranking(context, entry, group, marks) for entry, group in found)
    others = _others(context, category, frozenset(entry.id for entry, _ in found))
    narrowed = filter_of(context, (line.id for ranking in rankings for line in ranking.table.rows))
    links = [Link(ranking.link.text, f"#{ranking.table.id}") for ranking in rankings]
    links += [Link("Other benchmarks", "#others")] if others else []
    links += [Link("Sources", "#sources")] if rankings else []
    return CategoryView(
        page=context.shell.page(_head(category, rankings, is_filtered=narrowed is not None)),
        title=CATEGORY_TEXT[category],
        over=Link("Leaderboards", context.shell.href(addresses.LEADERBOARDS)),
        lead=_lead(rankings),
        contents=tuple(links),
        filter=narrowed,
        rankings=rankings,
        others=others,
        sources=marks.lines(),
    )


def _lead(rankings: tuple[Ranking, ...]) -> str:
    if not rankings:
        return f"No benchmark of this category has independent results of {FEWEST} models in one setting."
    return (
        f"{plural(len(rankings), 'benchmark')} with independent results of {FEWEST} models or more in one setting, "
        "each ranked by itself: scores of two benchmarks are never added up here."
    )


def _ranking(context: Context, entry: BenchmarkEntry, group: Group, marks: Marks) -> Ranking:
    place = compared(entry).index(group) + 1
    first = tuple(result for result in group.results if result.rank)[:MOST]
    shown = table(context, entry, marks, (f"g{place}", first))
    count = group.results[0].of
    more = f"All {count} models" if count > MOST else "The whole page"
    return Ranking(
        link=Link(entry.record.name, context.shell.href(addresses.benchmark(entry.id))),
        unit=UNITS[entry.record.unit],
        more=more,
        table=replace(
            shown, id=entry.id, said=f"{group_title(context, group)}. {plural(count, 'model')}, the first shown."
        ),
    )


def _others(context: Context, category: str, told: frozenset[str]) -> tuple[Other, ...]:
    entries = (
        entry
        for entry in context.catalogue.benchmarks.values()
        if entry.record.category == category and entry.id not in told
    )
    ordered = sorted(entries, key=lambda entry: (-entry.models, entry.record.name.casefold(), entry.id))
    return tuple(
        Other(entry.record.name, context.shell.href(addresses.benchmark(entry.id)), plural(entry.models, "model"))
        for entry in ordered
    )


def _head(category: str, rankings: tuple[Ranking, ...], *, is_filtered: bool) -> Head:
    name = CATEGORY_TEXT[category]
    return Head(
        url=addresses.category(category),
        title=f"{name}: models ranked by benchmark",
        description=description(
            f"{name}: the best models on {plural(len(rankings), 'benchmark')}, by independent results alone.",
            "Each benchmark is ranked by itself, in one setting.",
        ),
        section=addresses.BENCHMARKS,
        crumbs=(("Leaderboards", addresses.LEADERBOARDS),),
        twin=True,
        scripts=(SCRIPT,) if is_filtered else (),
    )


def _text(context: Context, category: str, view: CategoryView) -> TextIndex:
    tables = [_rank_table(context, ranking) for ranking in view.rankings]
    if view.others:
        rows = tuple(row((other.name, other.what)) for other in view.others)
        tables.append(TextTable("Other benchmarks", ("Benchmark", "With a result"), rows))
    return TextIndex(f"{CATEGORY_TEXT[category]}: leaderboards", view.lead, tuple(tables))


def _rank_table(context: Context, ranking: Ranking) -> TextTable:
    rows = tuple(
        row((line.rank, text_link(context, line.model, addresses.model(line.id)), line.score.text, line.when.text))
        for line in ranking.table.rows
    )
    title = f"{ranking.link.text}: {ranking.table.said}"
    return TextTable(title, ("Rank", "Model", f"Score, {ranking.unit}", "Date"), rows)
