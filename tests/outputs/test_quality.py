"""Quality: what share of the facts has a source and a date, and every fact in doubt with the line to edit."""

from dataclasses import replace
from typing import Any

import pytest

from almanac.catalogue.catalogue import Catalogue, Doubt, Quality
from almanac.outputs.quality import outputs
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
        ("undated", {"age": None}, "One Context window Another page unknown line 1"),
        ("unsourced", {"source": ""}, "One Context window none named none named line 1"),
        ("waived", {"source": "", "note": "Too dear."}, "One Context window none named Too dear. line 1"),
        ("waived", {"source": "", "path": "", "note": "Odd."}, "One The whole record none named Odd. line 7"),
    ],
)
def test_a_row_names_record_fact_source_and_line(kind: str, changed: dict[str, Any], row: str) -> None:
    assert rows(page(**{kind: (doubt(kind, **changed),)}), under=kind) == [row]


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
    many = tuple(doubt("stale", number) for number in range(1, 121))
    built = list(outputs(context(site(stale=many))))
    first = html(built, "quality/index.html")
    assert len(rows(first, under="stale")) == 20
    assert links(section(first, "stale"))["All 120 facts older than their budget"] == "/almanac/quality/stale/"
    whole, rest = html(built, "quality/stale/index.html"), html(built, "quality/stale/page-2/index.html")
    assert [row.rpartition(" ")[2] for row in rows(whole) + rows(rest)] == [str(number) for number in range(1, 121)]
    assert figures(whole) == {}
    assert links(main(rest))["Previous"] == "/almanac/quality/stale/"
    assert description(whole) != description(rest)


def test_a_kind_that_fits_has_no_page_of_its_own() -> None:
    paths = {output.path for output in outputs(context(site(stale=(doubt("stale"),) * 20)))}
    assert paths == {"quality/index.html"}


def test_one_doubt_is_spoken_of_as_one() -> None:
    assert "1 fact that sources contradict" in headings(page(disputed=(doubt("disputed"),)))


def test_a_stale_fact_without_a_day_is_said_to_be_of_unknown_age() -> None:
    assert "unknown line 1" in rows(page(stale=(doubt("stale", age=None),)), under="stale")[0]
