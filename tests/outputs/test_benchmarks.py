"""Benchmarks: the index by category, and the page of each with results ranked only where they compare."""

from dataclasses import replace

from almanac.catalogue.catalogue import BenchmarkEntry, Catalogue
from almanac.outputs.benchmarks import outputs
from almanac.records import Benchmark
from tests.outputs.press import context, shelf
from tests.outputs.seen import description, figures, headings, html, links, main, rows, section, words

HEAD = "lifecycle: {released: 2026-01-15}\nsync: {source: register}\nresults:\n"
BEST = f"""name: Best
{HEAD}
  - {{benchmark: riddles, score: 90, by: independent, source: other, version: "2", date: 2026-02-01}}
  - {{benchmark: riddles, score: 95.5, by: lab, source: lab-page, variant: high, date: 2026-01-15}}
"""
NEXT = f"""name: Next
{HEAD}
  - {{benchmark: riddles, score: 80.0, by: independent, source: other, version: "2", date: 2026-02}}
  - {{benchmark: riddles, score: 70.0, by: independent, source: other, version: "2", date: 2025-01-01}}
  - {{benchmark: riddles, score: 60, by: republished, source: register, harness: plain, dataset: small}}
"""
LAST = f"""name: Last
{HEAD}
  - {{benchmark: riddles, score: 10, by: independent, source: other, version: "2"}}
  - {{benchmark: golf, score: 72, by: independent, source: other}}
"""
MODELS = {"acme/best": BEST, "acme/next": NEXT, "acme/last": LAST}
FULL = {
    "name": "Riddles",
    "category": "coding",
    "unit": "percent",
    "range": [0, 100],
    "higher_is_better": True,
    "about": "A hundred riddles. Each has one answer.",
    "misses": "Anything *long*.",
    "url": "https://riddles.example",
    "aliases": ["Puzzles", "Enigmas"],
    "versions": ["1", "2"],
    "run_by": "The riddlers",
    "licence": "MIT",
    "saturated": True,
}


def site(**changed: object) -> Catalogue:
    """Return a catalogue with the record of the riddles filled in, or changed."""
    catalogue = shelf(MODELS)
    record = Benchmark.model_validate({**FULL, **changed})
    entry = replace(catalogue.benchmarks["riddles"], record=record)
    return replace(catalogue, benchmarks={**catalogue.benchmarks, "riddles": entry})


def page(benchmark: str = "riddles", catalogue: Catalogue | None = None) -> str:
    return html(outputs(context(catalogue or site())), f"benchmarks/{benchmark}/index.html")


def test_the_index_lists_benchmarks_by_category_those_with_most_models_first() -> None:
    shown = html(outputs(context(site())), "benchmarks/index.html")
    assert headings(shown) == ["2 benchmarks, and who measured what", "Coding"]
    assert rows(shown, under="coding") == ["Riddles A hundred riddles. 3 6 per cent", "Golf 1 1 points"]


def test_the_twin_of_the_index_says_what_each_asks() -> None:
    text = html(outputs(context(site())), "benchmarks/index.md")
    riddles = "[Riddles](https://example.org/almanac/benchmarks/riddles/)"
    assert f"| {riddles} | A hundred riddles. | 3 | 6 | per cent |" in text


def test_a_page_says_what_the_benchmark_asks_and_misses() -> None:
    shown = page()
    told = words(main(shown))
    assert "A hundred riddles. Each has one answer." in told
    assert "What it misses: Anything long." in told
    assert "Also called Puzzles and Enigmas." in told
    assert links(main(shown))["Its own site"] == "https://riddles.example"
    assert links(main(shown))["Coding"] == "/almanac/benchmarks/#coding"


def test_names_that_differ_in_capitals_or_punctuation_alone_are_left_out() -> None:
    told = words(main(page(catalogue=site(aliases=["riddles", "Riddle-S", "Puzzles", "puzzles!"]))))
    assert "Also called Puzzles." in told
    assert "Also called" not in words(main(page(catalogue=site(aliases=["RIDDLES"]))))


def test_the_link_says_what_it_leads_to() -> None:
    places = {"https://arxiv.org/abs/1": "Its paper", "https://github.com/a/b": "Its repository"}
    for url, text in places.items():
        assert links(main(page(catalogue=site(url=url))))[text] == url


def test_a_single_result_is_said_to_be_the_only_one_and_has_no_key_to_bars_that_are_not_drawn() -> None:
    only = page("golf")
    assert "The only result on this benchmark, so there is nothing to compare it with." in words(section(only, "alone"))
    assert "the lab’s own result" not in words(main(only))
    assert "Each by another evaluator" in words(section(page(), "alone"))
    assert "the lab’s own result" in words(main(page()))


def test_key_figures_give_unit_range_and_direction() -> None:
    assert figures(page()) == {
        "Unit": "per cent More is better.",
        "Range": "0 to 100 Saturated: the best models hardly differ.",
        "Models with a result": "3 6 results in all.",
        "Groups that compare": "1 Versions 1 and 2.",
        "Run by": "The riddlers Licence MIT.",
    }
    assert figures(page("golf")) == {
        "Unit": "points Less is better.",
        "Range": "not stated",
        "Models with a result": "1 1 result in all.",
        "Groups that compare": "0",
    }


def test_a_saturated_benchmark_is_told_from_one_that_is_not() -> None:
    assert "Not saturated." in figures(page(catalogue=site(saturated=False)))["Range"]


def test_results_are_ranked_only_inside_a_group_that_compares() -> None:
    shown = page()
    assert "Another page, version 2" in headings(shown)
    assert "Measured independently. 3 models, best first." in words(section(shown, "g1"))
    assert rows(shown, under="g1") == [
        "1 Best 90 [1] †date unknown 1 Feb 2026",
        "2 Next 80.0 [1] †date unknown Feb 2026",
        "a newer run counts Next 70.0 [1] †date unknown 1 Jan 2025",
        "3 Last 10 [1] †date unknown unknown",
    ]  # fmt: skip


def test_what_stands_alone_is_shown_without_a_rank_and_with_who_measured_it() -> None:
    assert sorted(rows(page(), under="alone")) == [
        "Best 95.5 [2] †date unknown Acme, the lab, high 15 Jan 2026",
        "Next 60 [3] A register, repeating it, plain, small unknown",
    ]


def test_a_bar_is_drawn_only_where_the_range_is_known() -> None:
    assert 'width="90.0%"' in section(page(), "g1")
    assert '<rect class="lab"' in section(page(), "alone")
    assert '<svg class="bar"' not in page("golf")


def test_both_sides_stand_side_by_side_and_other_settings_are_not_subtracted() -> None:
    shown = page()
    assert rows(shown, under="both") == [
        "Best 95.5 [2] high, 15 Jan 2026 90 [1] Another page, version 2, 1 Feb 2026 another setting"
    ]
    assert 'id="both"' not in page("golf")


def both(*results: str) -> tuple[str, list[str]]:
    """Return what a page says of the two sides, and the rows, for one model with these results on riddles."""
    listed = "".join(f"  - {{benchmark: riddles, {result}}}\n" for result in results)
    shown = page(catalogue=shelf({"acme/one": f"name: One\n{HEAD}{listed}"}))
    part = section(shown, "both")
    return words(part.partition("<table")[0]), [row.rpartition(" ")[2] for row in rows(shown, under="both")]


LAB, OTHER = "by: lab, source: lab-page", "by: independent, source: other"


def test_a_lab_and_an_independent_result_of_one_setting_have_a_gap() -> None:
    said, gaps = both(f"score: 80.1, {LAB}", f'score: 77.8, {OTHER}, version: "1"')
    assert gaps == ["+2.3"]
    assert "The lab’s figure is the higher one in 1 of 1 pair; the middle gap is +2.3." in said
    assert both(f"score: 70, {LAB}", f"score: 70.5, {OTHER}")[1] == ["−0.5"]


def test_the_nearest_setting_of_the_lab_is_chosen_for_each_other_result() -> None:
    lab = (f"score: 10, {LAB}, variant: low", f"score: 90, {LAB}, variant: high", f"score: 50, {LAB}")
    _, gaps = both(
        *lab, f"score: 80, {OTHER}, variant: high", f"score: 45, {OTHER}", f"score: 5, {OTHER}, variant: low"
    )
    assert sorted(gaps) == ["+10", "+5", "+5"]


def test_another_variant_data_set_version_or_harness_is_never_subtracted() -> None:
    for setting in ("variant: high", "dataset: private"):
        assert both(f"score: 90, {LAB}", f"score: 80, {OTHER}, {setting}")[1] == ["setting"]
    for name in ("version", "harness"):
        assert both(f'score: 90, {LAB}, {name}: "1"', f'score: 80, {OTHER}, {name}: "2"')[1] == ["setting"]
    said, _ = both(f"score: 90, {LAB}, variant: high", f"score: 80, {OTHER}")
    assert "a dash stands where the variant or the data set differs" in said
    assert "higher one" not in said


def spread_of(*scores: str) -> str:
    """Return the words beside the strip of a group of models with these scores; nothing where there is no strip."""
    head = "lifecycle: {released: 2026-01-15}\nsync: {source: register}\n"
    models = {
        f"acme/m{number}": f"name: M{number}\n{head}results: [{{benchmark: riddles, score: {score}, {OTHER}}}]"
        for number, score in enumerate(scores)
    }
    shown = html(outputs(context(shelf(models))), "benchmarks/riddles/index.html")
    found = section(shown, "g1")
    return words(found.partition("<dl")[2].partition("</dl>")[0].rpartition("<dd>")[2]) if "<dl" in found else ""


def test_the_spread_of_a_group_is_said_in_words() -> None:
    scores = ("10", "20", "30", "40", "50", "60", "70", "80", "90")
    assert spread_of(*scores) == "9 models from 10 to 90; half of them from 30 to 70, the middle at 50"
    assert spread_of(*scores[:7]) == ""


def test_a_row_carries_what_it_can_be_chosen_by() -> None:
    head = "lifecycle: {released: 2026-01-15}\nsync: {source: register}\nweights: {open: true}\n"
    offers = "offers: {wafer.ai: {model_id: one, price: {input: 0.1, output: 0.4}}}\n"
    one = f"name: One\n{head}{offers}results: [{{benchmark: riddles, score: 1, {OTHER}}}]"
    shown = page(catalogue=shelf({"acme/one": one}))
    assert 'data-lab="acme" data-weights="open" data-price="0.175"' in shown


def test_a_benchmark_leads_to_the_scores_that_it_enters() -> None:
    axes = "axes: {wit: {name: Wit, about: Quick., inputs: [{benchmark: riddles, source: other, weight: 1}]}}"
    shown = page(catalogue=shelf(MODELS, scores=axes))
    assert "Counts in our score: Wit" in words(main(shown))
    assert links(main(shown))["Wit"] == "/almanac/leaderboards/wit/"
    assert "Counts in our score" not in words(main(page()))


def test_a_link_says_what_it_leads_to() -> None:
    for url, said in (("https://arxiv.org/abs/1", "Its paper"), ("https://huggingface.co/datasets/x", "Its data")):
        assert links(main(page(catalogue=site(url=url))))[said] == url


def test_only_a_page_with_many_rows_has_a_filter_and_its_script() -> None:
    head = "lifecycle: {released: 2026-01-15}\nsync: {source: register}\n"
    result = f"results: [{{benchmark: riddles, score: 1, {OTHER}}}]"
    models = {f"acme/m{number}": f"name: M{number}\n{head}{result}" for number in range(20)}
    many = html(outputs(context(shelf(models))), "benchmarks/riddles/index.html")
    assert '<form class="ask" id="narrow"' in many
    assert "/assets/results.js" in many
    assert 'id="narrow"' not in page()
    assert "/assets/results.js" not in page()


def test_a_benchmark_without_results_says_so() -> None:
    empty = BenchmarkEntry("riddles", Benchmark.model_validate(FULL), (), 0)
    shown = page(catalogue=replace(shelf(MODELS), benchmarks={"riddles": empty}))
    assert "No result on this benchmark is recorded yet." in words(main(shown))
    assert "results of 0 models" in description(shown)


def test_the_twin_holds_every_result_with_its_source() -> None:
    text = html(outputs(context(site())), "benchmarks/riddles/index.md")
    assert "| 1 | Best | 90 | Another page, version 2 | 1 Feb 2026 | [1] († date unknown) |" in text
    assert "1. [Another page](https://other.example), Independent, date unknown" in text
    assert "- Unit: per cent (More is better.)\n- Range: 0 to 100" in text


def test_a_long_list_of_results_goes_on_on_a_second_page() -> None:
    catalogue = site()
    entry = catalogue.benchmarks["riddles"]
    group = replace(entry.groups[0], results=entry.groups[0].results * 26)
    long = replace(entry, groups=(group,))
    many = {f"b{number}": replace(long, id=f"b{number}", groups=()) for number in range(100)}
    built = list(outputs(context(replace(catalogue, benchmarks={"riddles": long, **many}))))
    assert len(rows(html(built, "benchmarks/riddles/index.html"), under="g1")) == 100
    second = html(built, "benchmarks/riddles/page-2/index.html")
    assert len(rows(second, under="g1")) == 4
    assert figures(second) == {}
    assert "| 3 | Last | 10 |" in html(built, "benchmarks/riddles/page-2/index.md")
    assert len(rows(html(built, "benchmarks/page-2/index.html"))) == 1
