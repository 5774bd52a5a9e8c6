"""Models side by side: rows, praise, what is the same, the sentences, the pages of pairs, their list and their data."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.compare import data, index, moved, outputs, pairs
from almanac.outputs.compare.rows import Row
from almanac.outputs.compare.sides import Contest, Side, Trait
from almanac.outputs.compare.table import table
from almanac.outputs.compare.wording import sentences
from almanac.outputs.everything import is_listed
from tests.catalogue.test_similarity import catalogue, model
from tests.outputs.press import HOSTILE, context, file, named
from tests.outputs.seen import headings, html, links, main, rows, section, words

PAGE = "compare/acme/one/acme/two/index.html"
ROWS = (
    Row("price", "Price", "cheapest", higher=False, gap="unknown"),
    Row("context", "Context", "longest"),
    Row("status", "Status"),
)


def side(name: str, results: dict[str, str] | None = None, *, higher: bool = True, **traits: Trait) -> Side:
    """Return a column with some traits and some results."""
    found = {key: Trait(score, score) for key, score in (results or {}).items()}
    contests = {key: Contest(key, key.title(), "", higher) for key in found}
    return Side(f"acme/{name}", name, "Acme", "priced at Acme", traits, found, contests)


def number(text: str) -> Trait:
    """Return a trait that is measured by its own text."""
    return Trait(text, text)


def praised(*sides: Side) -> dict[str, tuple[str, ...]]:
    """Return the words of praise of the rows that differ, by label."""
    return {one.row.label: one.best for one in table(sides, ROWS).differences}


def test_the_better_side_of_a_row_is_named_in_words() -> None:
    one = side("one", price=number("0.10"), context=number("1000"))
    two = side("two", price=number("9"), context=number("200"))
    assert praised(one, two) == {"Price": ("cheapest", ""), "Context": ("longest", "")}


def test_several_may_share_the_praise_and_equals_have_none() -> None:
    three = [side(str(count), context=number(value)) for count, value in enumerate(("2", "2.0", "1"))]
    assert praised(*three) == {"Context": ("longest", "longest", "")}
    assert table(three[:2], ROWS).differences[0].best == ("", "")


def test_with_a_gap_in_the_row_only_what_is_known_is_praised() -> None:
    sides = side("a", price=number("1")), side("b"), side("c", price=number("2"))
    assert praised(*sides) == {"Price": ("cheapest known", "", "")}


def test_a_word_is_never_the_cheapest() -> None:
    free = Trait("free", is_word=True)
    assert praised(side("a", price=free), side("b", price=number("1"))) == {"Price": ("", "")}
    sides = side("a", price=free), side("b", price=number("1")), side("c", price=number("2"))
    assert praised(*sides) == {"Price": ("", "cheapest paid", "")}


def test_what_only_one_states_and_what_nobody_states_stand_apart() -> None:
    found = table((side("a", price=number("1")), side("b")), ROWS)
    assert ([one.row.label for one in found.partial], found.unstated) == (["Price"], ("context", "status"))
    assert found.differences == found.same == ()


def test_values_that_read_the_same_are_no_difference_even_where_one_is_disputed() -> None:
    found = table((side("a", status=Trait("active")), side("b", status=Trait("active", flag="disputed by 1"))), ROWS)
    assert [one.row.label for one in found.same] == ["Status"]
    noted = table((side("a", status=Trait("active")), side("b", status=Trait("active", note="ends soon"))), ROWS)
    assert [one.row.label for one in noted.differences] == ["Status"]


def test_results_of_one_kind_are_compared_those_that_most_have_first() -> None:
    sides = (
        side("a", {"golf": "-3", "riddles": "50", "alone": "1"}),
        side("b", {"golf": "-4", "riddles": "40"}),
        side("c", {"riddles": "45"}),
    )
    assert praised(*sides) == {"Riddles": ("highest", "", ""), "Golf": ("highest known", "", "")}
    less = (side("a", {"golf": "-3"}, higher=False), side("b", {"golf": "-4"}, higher=False))
    assert praised(*less) == {"Golf": ("", "lowest")}


def two(one: dict[str, Any] | None = None, **other: Any) -> Catalogue:
    """Return the catalogue of two models that the site names as a pair."""
    found = catalogue(acme__one=model("One", **(one or {})), acme__two=model("Two", **other))
    return replace(found, pairs={("acme/one", "acme/two"): "named"})


def page(one: dict[str, Any] | None = None, **other: Any) -> str:
    """Return the page of the two models."""
    return html(outputs(context(two(one, **other))), PAGE)


def said(one: dict[str, Any] | None = None, **other: Any) -> list[str]:
    """Return the sentences about the two models."""
    found = two(one, **other)
    return sentences(context(found), found.models["acme/one"], found.models["acme/two"])


SCORE = "[{{benchmark: {}, score: {}, by: independent, source: other}}]"


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        ({}, {}, "Both cost the same: $1.00 for input and $4.00 for output per million tokens."),
        ({}, {"price": "{input: 4, output: 16}"}, "Two costs 4.0 times as much as One, for input and output alike."),
        ({}, {"price": "{input: 0.8, output: 3.2}"}, "One costs 25 % more than Two, for input and output alike."),
        (
            {},
            {"price": "{input: 4, output: 6}"},
            "Against One, Two costs 4.0 times as much for input and 50 % more for output.",
        ),
        ({}, {"price": "{input: 1, output: 6}"}, "Against One, Two costs the same for input and 50 % more for output."),
        (
            {},
            {"price": "{input: 2, output: 3}"},
            "One asks less for input ($1.00 against $2.00), Two asks less for output ($3.00 against $4.00).",
        ),
        ({}, {"context": 260000}, "Two holds 2.6 times the context."),
        ({}, {"context": 80000}, "One holds 25 % more context."),
        ({}, {"reads": "[text, image, file]"}, "Only Two reads images and PDFs."),
        ({}, {"can": "{reasoning: false}"}, "Only One reasons before it answers."),
        (
            {"results": SCORE.format("riddles", 50)},
            {"results": SCORE.format("riddles", 65.5)},
            "Two scores 15.5 points higher on Riddles (65.5 against 50, both from Another page).",
        ),
        (
            {"results": SCORE.format("golf", 1)},
            {"results": SCORE.format("golf", -1)},
            "Two scores 2 points lower on Golf (−1 against 1, both from Another page).",
        ),
    ],
)
def test_the_sentences_say_only_what_the_records_prove(
    one: dict[str, Any], other: dict[str, Any], sentence: str
) -> None:
    assert sentence in said(one, **other)


@pytest.mark.parametrize(
    "gap", [{"price": "dynamic"}, {"price": "{input: 1}"}, {"price": "{input: {usd: 1, per: page}, output: 1}"}]
)
def test_prices_that_do_not_compare_make_no_sentence(gap: dict[str, Any]) -> None:
    assert not any("cost" in sentence or "asks" in sentence for sentence in said(**gap))


def test_a_pair_page_shows_differences_first_then_the_same_with_every_source() -> None:
    shown = page(price="{input: 2, output: 8}", context=200000)
    assert headings(shown)[:2] == ["One or Two", "The same in both"]
    found = rows(shown)
    assert found[0] == "Sort tickets, $ 0.6800 [1] cheapestAzure 1.3600 [1]Azure"
    assert "Context, tokens 100,000 [1] 200,000 [1] longest" in found
    assert "Reads: text [1]" in words(section(shown, "same"))
    assert "Not stated of any: cached input, longest output, " in words(section(shown, "same"))
    assert "[1]" not in words(section(shown, "sources"))
    assert "A register" in words(section(shown, "sources"))


def test_a_job_that_does_not_fit_is_never_the_cheapest() -> None:
    chat = next(
        row for row in rows(page(context=400000, price="{input: 2, output: 8, cache_read: 2}")) if "Chat" in row
    )
    assert chat == "Chat, $ unknown 10.0000 [1]Azure"
    small = {"price": "{input: 1, output: 4, cache_read: 1}", "context": 299999}
    large = {"price": "{input: 2, output: 8, cache_read: 2}", "context": 300000}
    chat = next(row for row in rows(page(small, **large)) if "Chat" in row)
    assert chat == "Chat, $ 5.0000 [1]its longest request does not fit 10.0000 [1]Azure"


def test_a_job_has_the_price_of_the_seller_who_asks_least_for_it_and_says_who_that_is() -> None:
    text = model("One", price=None) + (
        "offers:\n"
        "  acme: {model_id: id, price: {input: 1, output: 4}}\n"
        "  azure:\n"
        "    {model_id: id, price: {input: 2, output: 8}, price_when: [{when: {tier: batch}, input: 0.5, output: 2}]}\n"
    )
    found = replace(catalogue(acme__one=text, acme__two=model("Two")), pairs={("acme/one", "acme/two"): "named"})
    shown = html(outputs(context(found)), PAGE)
    assert "Sort tickets, $ 0.3400 [1] cheapestAzure, in a batch 0.6800 [1]Azure" in rows(shown)
    assert [offer["name"] for offer in calculated(shown)] == ["One at Acme", "One at Azure", "Two at Azure"]


def calculated(shown: str) -> list[dict[str, Any]]:
    """Return what the calculator of a page can price a job at."""
    (text,) = re.findall(r'<script type="application/json">(.*?)</script>', shown, re.DOTALL)
    found: list[dict[str, Any]] = json.loads(text)["offers"]
    return found


def test_a_dispute_stands_beside_the_value() -> None:
    text = model("One", context=50000) + "claims: [{path: limits.context, value: 1, source: other}]\n"
    found = replace(catalogue(acme__one=text, acme__two=model("Two")), pairs={("acme/one", "acme/two"): "named"})
    (row,) = (row for row in rows(html(outputs(context(found)), PAGE)) if row.startswith("Context"))
    assert row == "Context, tokens 50,000 [1] ≠disputed by 1 100,000 [1] longest"


def test_a_pair_that_nothing_names_asks_not_to_be_found() -> None:
    found = two()
    for why, noindex in (("named", False), ("alternative", True)):
        built = context(replace(found, pairs={("acme/one", "acme/two"): why}))
        (output,) = (output for output in pairs.outputs(built) if output.path == PAGE)
        assert is_listed(output) is not noindex
        assert ('content="noindex"' in html([output], PAGE)) is noindex


def test_two_models_of_one_name_are_told_apart_by_their_ids() -> None:
    found = catalogue(acme__one=model("Same"), acme__two=model("Same"))
    shown = html(outputs(context(replace(found, pairs={("acme/one", "acme/two"): "named"}))), PAGE)
    assert headings(shown)[0] == "acme/one or acme/two"


def test_other_comparisons_of_both_are_linked_but_not_the_page_itself() -> None:
    shown = page()
    assert section(shown, "others") == ""
    found = catalogue(acme__one=model("One"), acme__two=model("Two"), acme__three=model("Three"))
    shown = html(outputs(context(found)), PAGE)
    assert links(section(shown, "others")) == {
        "One or Three": "/almanac/compare/acme/one/acme/three/",
        "Three or Two": "/almanac/compare/acme/three/acme/two/",
    }


def test_the_list_shows_named_pairs_first_and_leads_to_every_page() -> None:
    found = catalogue(acme__one=model("One"), acme__two=model("Two"), open__three=model("Three"))
    found = replace(found, pairs={**found.pairs, ("acme/two", "open/three"): "named"})
    shown = html(index.outputs(context(found)), "compare/index.html")
    assert headings(shown)[-3:] == ["Comparisons of two", "Named by a guide", "Acme"]
    assert list(links(section(shown, "pairs")).values()) == [
        "/almanac/compare/acme/two/open/three/", "/almanac/compare/acme/one/open/three/",
        "/almanac/compare/acme/one/acme/two/",
    ]  # fmt: skip
    assert "data-compare hidden" in main(shown)


def test_a_long_list_is_cut_into_pages_of_a_hundred() -> None:
    found = two()
    many = {
        ("acme/one", "acme/two"): "named",
        **{("acme/one", f"acme/z{number}"): "alternative" for number in range(150)},
    }
    models = {**found.models, **{other: found.models["acme/two"] for _, other in many}}
    built = context(replace(found, pairs=many, models=models))
    pages = list(index.outputs(built))
    assert [output.path for output in pages] == ["compare/index.html", "compare/page-2/index.html"]
    second = html(pages, "compare/page-2/index.html")
    assert len(links(section(second, "pairs"))) > 0
    assert second.count('<li><a href="/almanac/compare/acme/one/') == 51
    assert "data-compare" not in second
    assert "Page 2 of 2" in words(second)


def test_the_data_of_a_lab_holds_the_same_texts_as_the_pages() -> None:
    built = context(two(price="{input: 2, output: 8}", results=SCORE.format("riddles", 50)))
    (output,) = (output for output in data.outputs(built) if output.path == "compare/data/labs/acme.json")
    read = json.loads(output.draw())
    assert read["models"]["acme/two"]["traits"]["input"] == ["2.00", "2", "", [0]]
    assert read["models"]["acme/two"]["traits"]["can-reasoning"] == ["yes", "", "", [0]]
    assert read["models"]["acme/two"]["offers"] == [
        {"key": "acme/two/azure", "name": "Two at Azure", "price": {"input": "2", "output": "8"}, "context": 100000}
    ]
    assert read["sources"][0][0] == "A register"
    listed = json.loads(file(data.outputs(built), "compare/data/models.json"))
    assert listed == {"models": [["acme/one", "One", "Acme"], ["acme/two", "Two", "Acme"]], "names": {}}


def test_a_former_pair_leads_to_what_is_left() -> None:
    base = two()
    built = replace(
        base,
        other_names={"acme/old": "acme/two"},
        former_pairs=(("acme/old", "acme/one"), ("acme/gone", "acme/one"), ("acme/gone", "acme/lost")),
    )
    pages = {output.path: output.render(output.view).decode() for output in moved.outputs(context(built))}
    targets = {path: text.partition("url=")[2].partition('"')[0] for path, text in pages.items()}
    assert targets == {
        "compare/acme/old/acme/one/index.html": "/almanac/compare/acme/one/acme/two/",
        "compare/acme/gone/acme/one/index.html": "/almanac/models/acme/one/",
        "compare/acme/gone/acme/lost/index.html": "/almanac/compare/",
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(name: str) -> None:
    built = context(named(two(), name))
    for output in outputs(built):
        if output.path.endswith(".html"):
            assert "<script>alert" not in html([output], output.path)
