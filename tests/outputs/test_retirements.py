"""Retirements: what ends, soonest first with the days left, then what has ended."""

from dataclasses import replace

import pytest

from almanac.outputs.retirements import outputs
from tests.outputs.press import MODELS, ONE, change, context, shelf
from tests.outputs.seen import headings, html, links, main, rows, section, words

SUCCEEDED = ONE.replace("released: 2026-01-15,", "released: 2026-01-15, successor: acme/two,")


def page(today: str = "2026-06-01", one: str = ONE) -> str:
    return html(outputs(context(shelf({**MODELS, "acme/one": one}, today=today))), "retirements/index.html")


def test_what_ends_soonest_comes_first_with_the_days_left() -> None:
    shown = page()
    assert rows(shown, under="ahead") == [
        "One at Azure 1 Sep 2026 92 days [1]",
        "One at Acme Oct 2026 152 days [2]",
    ]
    assert "2 endings ahead; the next is One on 1 September 2026." in words(main(shown))
    assert 'id="past"' not in shown


def test_what_has_ended_is_told_with_how_long_ago() -> None:
    shown = page("2026-12-01")
    assert rows(shown, under="past") == ["One at Acme Oct 2026 61 days [1]", "One at Azure 1 Sep 2026 91 days [2]"]
    assert "No ending is announced that lies ahead." in words(main(shown))
    assert 'id="ahead"' not in shown


@pytest.mark.parametrize(("today", "ago"), [("2026-10-01", "0 days"), ("2026-10-10", "9 days")])
def test_a_month_that_has_begun_is_past_since_its_first_day(today: str, ago: str) -> None:
    assert rows(page(today), under="past")[0] == f"One at Acme Oct 2026 {ago} [1]"


def test_a_month_is_told_as_one() -> None:
    assert "the next is One in October 2026." in words(main(page("2026-09-02")))


def test_the_successor_is_named_where_the_lab_names_one() -> None:
    assert rows(page(one=SUCCEEDED))[0] == "One at Azure; successor Two 1 Sep 2026 92 days [1]"
    assert links(section(page(one=SUCCEEDED), "ahead"))["Two"] == "/almanac/models/acme/two/"


def test_a_disputed_day_says_so() -> None:
    rival = ONE.replace("claims:\n", "claims:\n  - {path: offers.azure.retires, value: 2026-08-01, source: register}\n")
    assert rows(page(one=rival))[0].startswith("One ≠disputed by 1 at Azure")


def test_the_models_own_end_is_the_labs() -> None:
    ended = ONE.replace("knowledge_cutoff", "retires: 2026-12-24, knowledge_cutoff")
    assert "One at Acme 24 Dec 2026 206 days [2]" in rows(page(one=ended))


def test_an_ending_whose_fact_is_gone_has_no_mark() -> None:
    lone = replace(shelf(), upcoming=(change(on="2026-07-01", kind="retires"),), changes=())
    assert rows(html(outputs(context(lone)), "retirements/index.html")) == ["One at Acme 1 Jul 2026 30 days"]


def test_a_long_calendar_goes_on_on_a_second_page() -> None:
    past = (change(on="2026-05-01", kind="ended"),) * 120
    built = list(outputs(context(replace(shelf(), changes=past))))
    first, second = html(built, "retirements/index.html"), html(built, "retirements/page-2/index.html")
    assert (len(rows(first)), len(rows(second))) == (100, 22)
    assert headings(second) == ["What ends, and when", "Past", "Sources"]
