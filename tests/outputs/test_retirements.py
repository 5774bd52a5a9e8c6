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
    assert rows(shown, under="later") == [
        "One at Azure 1 Sep 2026 92 days [1]",
        "One at Acme Oct 2026 up to 152 days [2]",
    ]
    said = "2 endings ahead: none within 90 days of 1 June 2026. The next is One on 1 September 2026."
    assert said in words(main(shown))
    assert 'id="past"' not in shown


@pytest.mark.parametrize(
    ("today", "under", "said"),
    [
        ("2026-08-02", "days-30", "2 within 90 days of 2 August 2026, 1 of them within 30"),
        ("2026-08-01", "days-90", "2 within 90 days of 1 August 2026, none of them within 30"),
        ("2026-06-03", "days-90", "1 within 90 days of 3 June 2026, none of them within 30"),
        ("2026-06-02", "later", "none within 90 days of 2 June 2026"),
    ],
)
def test_what_ends_stands_under_the_days_that_are_left(today: str, under: str, said: str) -> None:
    shown = page(today)
    if today == "2026-06-02":  # 91 days before the first of September
        assert rows(shown, under="days-90") == []
    assert rows(shown, under=under)[0].startswith("One at Azure 1 Sep 2026")
    assert said in words(main(shown))


def test_a_month_counts_from_its_first_day_because_it_may_end_then() -> None:
    assert rows(page("2026-09-02"), under="days-30") == ["One at Acme Oct 2026 up to 59 days [1]"]


def test_the_contents_count_each_part_and_lead_to_the_page_where_it_begins() -> None:
    past = (change(on="2026-05-01", kind="ended"),) * 120
    soon = (change(on="2026-06-20", kind="retires", offer="azure"),) * 110
    built = list(outputs(context(replace(shelf(), changes=past, upcoming=soon))))
    for name in ("index.html", "page-2/index.html", "page-3/index.html"):
        shown = html(built, f"retirements/{name}")
        toc = shown.partition('aria-label="When it ends"')[2].partition("</nav>")[0]
        assert words(f"<nav{toc}") == (
            "Within 30 days 110 In 31 to 90 days 0 Later than 90 days 0 Already ended 120 By provider"
        )
        assert links(toc) == {
            "Within 30 days": "/almanac/retirements/#days-30",
            "Already ended": "/almanac/retirements/page-2/#past",
            "By provider": "#providers",
        }
    second = html(built, "retirements/page-2/index.html")
    assert "110 endings, 10 of them on this page." in words(main(second))


def test_a_row_leads_to_the_offer_to_who_sells_it_and_to_all_that_ends_there() -> None:
    shown = page()
    found = links(section(shown, "later"))
    assert (found["Azure"], found["Acme"]) == ("/almanac/providers/azure/", "/almanac/providers/acme/")
    assert links(section(shown, "providers")) == {
        "Acme": "/almanac/providers/acme/#ends",
        "Azure": "/almanac/providers/azure/#ends",
    }


def test_what_has_ended_is_told_with_how_long_ago() -> None:
    shown = page("2026-12-01")
    assert rows(shown, under="past") == ["One at Acme Oct 2026 61 days [1]", "One at Azure 1 Sep 2026 91 days [2]"]
    assert "No ending is announced that lies ahead." in words(main(shown))
    assert 'id="later"' not in shown
    assert 'id="providers"' not in shown


@pytest.mark.parametrize(("today", "ago"), [("2026-10-01", "0 days"), ("2026-10-10", "9 days")])
def test_a_month_that_has_begun_is_past_since_its_first_day(today: str, ago: str) -> None:
    assert rows(page(today), under="past")[0] == f"One at Acme Oct 2026 {ago} [1]"


def test_a_month_is_told_as_one() -> None:
    assert "The next is One in October 2026." in words(main(page("2026-09-02")))


def test_the_successor_is_named_where_the_lab_names_one() -> None:
    assert rows(page(one=SUCCEEDED))[0] == "One at Azure; successor Two 1 Sep 2026 92 days [1]"
    assert links(section(page(one=SUCCEEDED), "later"))["Two"] == "/almanac/models/acme/two/"


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
    assert headings(second) == ["What ends, and when", "Already ended", "By provider", "Sources"]
