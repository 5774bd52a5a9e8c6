"""Quality: what share of the facts has a source and a date, and every fact in doubt with the line to edit."""

import re
from dataclasses import replace
from typing import Any

import pytest

from almanac.catalogue.catalogue import Catalogue, Doubt, Fact, Proof, Quality, Rival
from almanac.catalogue.quality import in_doubt, stated
from almanac.outputs import providers
from almanac.outputs.model.page import model_view
from almanac.outputs.quality import listings, outputs
from tests.outputs.press import context, shelf
from tests.outputs.seen import description, figures, headings, html, links, main, rows, section, words


def doubt(kind: str, number: int = 1, **changed: Any) -> Doubt:
    values = {
        "kind": kind, "record": "acme/one", "title": "One", "path": "limits.context", "source": "other",
        "age": 400, "rivals": 2, "file": "content/models/acme/one.yaml", "lines": {"limits.context": number, "": 7},
    }  # fmt: skip
    return Doubt(**{**values, **changed})


def site(**kinds: tuple[Doubt, ...]) -> Catalogue:
    """Return a catalogue with only the given doubts."""
    none: dict[str, tuple[Doubt, ...]] = dict.fromkeys(("stale", "undated", "unsourced", "disputed", "waived"), ())
    return replace(shelf(), quality=Quality(facts=1000, sourced=990, dated=900, **{**none, **kinds}))


def limits(kind: str, count: int) -> tuple[Doubt, ...]:
    """Return doubts of as many lines, each of another offer."""
    return tuple(
        doubt(kind, number, path=f"offers.azure@{number}.limits.context", lines={f"offers.azure@{number}": number})
        for number in range(1, count + 1)
    )


def page(**kinds: tuple[Doubt, ...]) -> str:
    return html(outputs(context(site(**kinds))), "quality/index.html")


def test_shares_are_told_and_never_rounded_up() -> None:
    shown = page(stale=(doubt("stale"),))
    assert figures(shown) == {
        "Facts shown": "1,000 Of 2 models.",
        "Name their source": "99 % 990 facts.",
        "And its date": "90 % 900 facts.",
        "Checked in time": "89.9 % 899 facts.",
    }
    assert headings(shown)[0] == "10 facts of 1,000 name no source"
    assert "90 days for prices, 180 days for limits, 700 days for results" in words(main(shown))


def test_a_heading_that_the_counts_do_not_prove_is_not_made() -> None:
    whole = replace(shelf(), quality=Quality(3, 3, 3, (), (), (), (), ()))
    assert headings(html(outputs(context(whole)), "quality/index.html"))[0] == "Every fact names its source"
    empty = replace(shelf(), quality=Quality(0, 0, 0, (), (), (), (), ()))
    shown = html(outputs(context(empty)), "quality/index.html")
    assert headings(shown)[0] == "No fact is recorded yet"
    assert figures(shown)["Name their source"] == "– 0 facts."


@pytest.mark.parametrize(
    ("kind", "changed", "row"),
    [
        ("disputed", {}, "One Context window Another page 2 claims line 1"),
        ("disputed", {"rivals": 1}, "One Context window Another page 1 claim line 1"),
        ("stale", {}, "One Context window Another page 400 days line 1"),
        ("stale", {"budget": 180}, "One Context window Another page 400 days, 180 allowed line 1"),
        ("undated", {"age": None}, "One Context window Another page no date line 1"),
        ("unsourced", {"source": ""}, "One Context window no source line 1"),
        ("unknown", {"source": "", "age": None}, "One Context window not stated line 1"),
        ("waived", {"source": "", "note": "Too dear."}, "One Context window Too dear. line 1"),
        ("waived", {"source": "", "path": "", "note": "Odd."}, "One The whole record Odd. line 7"),
    ],
)
def test_a_row_names_record_fact_source_and_line(kind: str, changed: dict[str, Any], row: str) -> None:
    assert rows(page(**{kind: (doubt(kind, **changed),)}), under=kind) == [row]


@pytest.mark.parametrize(
    ("value", "rivals", "row"),
    [
        (128000, [(64000, "")], "128,000 here; 64,000 by Another page Another page 1 claim, 2.0 times apart line 1"),
        (
            128000,
            [(64000, "wrong"), (1000, "outdated")],
            (
                "128,000 here; 64,000 by Another page (wrong); 1,000 by Another page (outdated) Another page "
                "2 claims, up to 128.0 times apart, judged line 1"
            ),
        ),
        (
            None,
            [(1, ""), (2, ""), (3, ""), (4, "")],
            (
                "nothing here; 1 by Another page; 2 by Another page; 3 by Another page; 1 more "
                "Another page 4 claims line 1"
            ),
        ),
        (100, [(101, "")], "100 here; 101 by Another page Another page 1 claim line 1"),
        ("2025-09", [("2025-10", "")], "September 2025 here; October 2025 by Another page Another page 1 claim line 1"),
        (100, [(None, "wrong")], "100 here; no value by Another page (wrong) Another page 1 claim, judged line 1"),
    ],
)
def test_a_disputed_row_tells_every_value_and_how_far_apart_they_are(
    value: object, rivals: list[tuple[object, str]], row: str
) -> None:
    proof = Proof("other", None, None, stale=True)
    said = tuple(Rival(one, proof, verdict, "") for one, verdict in rivals)
    fact = Fact("limits.context", value, proof, said)
    shown = page(disputed=(doubt("disputed", fact=fact, rivals=len(said)),))
    assert rows(shown, under="disputed") == [f"One Context window {row}"]


def test_facts_of_one_line_are_one_row() -> None:
    lines = {"offers.acme.price": 14, "offers.acme.price_when[tier=batch]": 16, "limits": 5, "capabilities": 8}
    paths = [
        "offers.acme.price.cache_read", "offers.acme.price.input", "offers.acme.price.output",
        "offers.acme.price_when[tier=batch].input", "offers.acme.price_when[tier=batch].output",
        "offers.acme.price_history", "limits.context", "limits.max_output",
    ]  # fmt: skip
    doubts = tuple(doubt("stale", path=path, lines={**lines, "": 1}) for path in paths)
    older = doubt("stale", path="offers.acme.price.reasoning", lines=lines, age=500)
    assert rows(page(stale=(*doubts, older)), under="stale") == [
        "One Acme, cached input, input and output price Another page 400 days line 14",
        "One Acme, input and output price (in a batch) Another page 400 days line 16",
        "One Acme, price history Another page 400 days line 1",
        "One Context window and longest output Another page 400 days line 5",
        "One Acme, reasoning price Another page 500 days line 14",
    ]


@pytest.mark.parametrize(
    ("record", "file"),
    [("acme/one", "models/acme/one.yaml"), ("providers/poe", "providers/poe.yaml"), ("guides/it", "guides/it.md")],
)
def test_the_line_to_edit_is_a_link_wherever_the_content_was_read(record: str, file: str) -> None:
    shown = page(waived=(doubt("waived", record=record, file="/somewhere/else.yaml", note="Odd."),))
    found = links(section(shown, "waived"))
    assert found["line 1"] == f"https://example.org/repository/blob/main/content/{file}#L1"
    assert ("One" in found) == (record == "acme/one")


def test_a_kind_without_a_doubt_says_none() -> None:
    assert "0 facts without a source" in headings(page())
    assert words(section(page(), "unsourced")).endswith("None.")


def test_what_the_first_page_leaves_out_stands_in_full_behind_a_link() -> None:
    built = list(outputs(context(site(stale=limits("stale", 120)))))
    first = html(built, "quality/index.html")
    assert len(rows(first, under="stale")) == 20
    assert links(section(first, "stale"))["All 120 facts older than their budget"] == "/almanac/quality/stale/"
    whole, rest = html(built, "quality/stale/index.html"), html(built, "quality/stale/page-2/index.html")
    assert [row.rpartition(" ")[2] for row in rows(whole) + rows(rest)] == [str(number) for number in range(1, 121)]
    assert figures(whole) == {}
    assert links(main(rest))["Previous"] == "/almanac/quality/stale/"
    assert description(whole) != description(rest)
    assert '<meta name="robots" content="noindex' in whole
    assert "noindex" not in first


def paths(**kinds: tuple[Doubt, ...]) -> set[str]:
    return {output.path for output in outputs(context(site(**kinds)))}


def test_a_kind_that_fits_has_no_page_of_its_own() -> None:
    assert "quality/stale/index.html" not in paths(stale=limits("stale", 20))
    assert "quality/stale/index.html" in paths(stale=limits("stale", 21))
    empty = replace(shelf(), models={}, quality=Quality(0, 0, 0, (), (), (), (), ()))
    assert {output.path for output in outputs(context(empty))} == {"quality/index.html"}


MIXED = {
    "stale": (
        doubt("stale", 3, path="offers.azure.price.input", lines={"offers.azure.price": 3}),
        doubt("stale", 4, path="offers.[wafer.ai].price.input", record="acme/two", title="Two", lines={"": 4}),
        doubt("stale", 4, path="offers.[wafer.ai].price.output", record="acme/two", title="Two", lines={"": 4}),
        doubt("stale", 4, path="offers.[wafer.ai].model_id", record="acme/two", title="Two", lines={"": 4}),
        doubt("stale", 6, path="measurements[poe,ttft,p50,other]", lines={"measurements": 6}),
    ),
    "disputed": (doubt("disputed", 2),),
    "unknown": (doubt("unknown", 5, path="lifecycle.released", record="acme/two", title="Two", lines={"": 5}),),
    "waived": (doubt("waived", record="providers/poe", title="providers/poe", path="", source="", note="Odd."),),
}


def test_doubts_are_counted_by_field_provider_and_model_worst_first() -> None:
    shown = page(**MIXED)
    facts = {id_: sum(1 for _ in stated(entry)) for id_, entry in shelf().models.items()}
    sure = {"acme/one": facts["acme/one"] - 2, "acme/two": facts["acme/two"] - 3}
    share_ = {id_: f"{1000 * sure[id_] // facts[id_] / 10:g} %" for id_ in facts}
    assert rows(shown, under="by-models") == [
        f"Two {facts['acme/two']} {share_['acme/two']} 3 1",
        f"One {facts['acme/one']} {share_['acme/one']} 1 2",
    ]
    assert [row.split()[0] for row in rows(shown, under="by-providers")] == ["Wafer", "Azure", "Poe"]
    assert [row.split()[0] for row in rows(shown, under="by-field")] == [
        "Prices",
        "Context",
        "Release",
        "Measured",
        "Ids",
    ]
    assert links(section(shown, "by-providers"))["Azure"] == "/almanac/quality/providers/azure/"
    assert links(section(shown, "by-field"))["Prices"] == "/almanac/quality/fields/prices/"
    assert links(section(shown, "by-models"))["Two"] == "/almanac/quality/models/acme/#model-two"


def test_each_lab_provider_and_field_has_the_list_of_its_lines() -> None:
    built = list(outputs(context(site(**MIXED))))
    lab = html(built, "quality/models/acme/index.html")
    assert headings(lab) == ["Models of Acme: 7 facts in doubt", "Two", "One"]
    assert rows(lab, under="model-two") == [
        "Wafer, input and output price Another page 400 days line 4", "Wafer, id Another page 400 days line 4",
        "Release Another page not stated line 5",
    ]  # fmt: skip
    assert rows(lab, under="model-one")[0] == "Context window Another page 2 claims line 2"
    assert links(section(lab, "model-two"))["The page of Two"] == "/almanac/models/acme/two/"
    poe = html(built, "quality/providers/poe/index.html")
    assert rows(poe) == ["One Measured time to first token p50 at Poe Another page 400 days line 6"]
    prices = html(built, "quality/fields/prices/index.html")
    assert headings(prices) == ["Prices: 3 facts in doubt", "Facts older than their budget"]
    assert [row.split()[0] for row in rows(prices)] == ["One", "Two"]
    assert links(main(prices))["line 3"].endswith("/content/models/acme/one.yaml#L3")


def test_no_two_pages_are_called_alike() -> None:
    """The lab Acme and the provider Acme have one name, and here as many facts in doubt."""
    stale = (doubt("stale", path="offers.acme.price.input", lines={"": 1}),)
    built = [output.draw().decode() for output in outputs(context(site(stale=stale)))]
    titles = [re.findall(r"<title>(.*?)</title>", shown)[0] for shown in built]
    assert len({*titles}) == len(titles) == 6
    assert len({description(shown) for shown in built}) == 6


def test_a_model_of_a_later_page_is_found_from_the_first() -> None:
    few = (doubt("stale", record="acme/two", title="Two", lines={"": 1}),)
    built = {output.path: output for output in outputs(context(site(stale=(*limits("stale", 130), *few))))}
    first = html(built.values(), "quality/models/acme/index.html")
    assert links(section(first, "elsewhere")) == {"Two": "/almanac/quality/models/acme/page-2/#model-two"}
    assert '<li id="model-two">' in first
    assert built["quality/models/acme/index.html"].fragments() == {"main", "model-one", "model-two"}
    rest = html(built.values(), "quality/models/acme/page-2/index.html")
    assert len(rows(rest, under="model-one")) == 30
    assert len(rows(rest, under="model-two")) == 1
    assert 'id="elsewhere"' not in rest
    counts = html(built.values(), "quality/index.html")
    assert links(section(counts, "by-models"))["Two"] == "/almanac/quality/models/acme/page-2/#model-two"


def test_pages_of_models_and_providers_lead_to_their_doubts() -> None:
    made = context()
    pages = {output.path: output for output in outputs(made)}
    for entry in made.catalogue.models.values():
        link = model_view(made, entry).doubts
        count = sum(1 for _ in in_doubt(entry))
        assert (link is not None) == (count > 0)
        if link:
            assert link.text == f"{count} {'fact about it is' if count == 1 else 'facts about it are'} in doubt"
            path, _, fragment = link.href.removeprefix("/almanac/").partition("#")
            assert fragment in pages[f"{path}index.html"].fragments()
    azure = html(providers.outputs(made), "providers/azure/index.html")
    (count,) = map(int, re.findall(r"In doubt \((\d+)\)", azure))
    assert links(main(azure))[f"In doubt ({count})"] == "/almanac/quality/providers/azure/"
    assert f"Offers of Azure: {count} facts in doubt" in headings(
        html(pages.values(), "quality/providers/azure/index.html")
    )


def test_counts_beyond_the_first_go_on_on_pages_of_their_own() -> None:
    entry = shelf().models["acme/two"]
    models = {f"acme/m{number:03}": replace(entry, id=f"acme/m{number:03}") for number in range(105)}
    doubts = tuple(doubt("stale", record=id_, title=id_) for id_ in models)
    catalogue = replace(site(stale=doubts), models=models)
    built = list(outputs(context(catalogue)))
    first = html(built, "quality/index.html")
    assert len(rows(first, under="by-models")) == 10
    assert links(section(first, "by-models"))["All 105 models"] == "/almanac/quality/models/"
    index = html(built, "quality/models/index.html")
    assert headings(index) == ["105 models with a fact in doubt"]
    assert len(rows(index)) == 100
    assert len(rows(html(built, "quality/models/page-2/index.html"))) == 5


def test_a_list_of_one_kind_of_fact_ends_at_its_worst_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "MOST", 30)
    built = list(outputs(context(site(stale=limits("stale", 40), disputed=(doubt("disputed"),)))))
    field = html(built, "quality/fields/context/index.html")
    assert headings(field)[0] == "Context window: 41 facts in doubt"
    assert len(rows(field)) == 31
    assert "all others stand by model and by provider" in words(main(field))
    assert "all others" not in words(html(built, "quality/providers/azure/index.html"))
    assert len(rows(html(built, "quality/providers/azure/index.html"))) == 40


def test_one_doubt_is_spoken_of_as_one() -> None:
    assert "1 fact that sources contradict" in headings(page(disputed=(doubt("disputed"),)))


def test_a_stale_fact_without_a_day_is_said_to_be_of_unknown_age() -> None:
    assert "unknown line 1" in rows(page(stale=(doubt("stale", age=None),)), under="stale")[0]
