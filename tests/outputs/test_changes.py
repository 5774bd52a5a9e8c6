"""Changes: the chronicle of what has happened, by day, newest first."""

from dataclasses import replace

from almanac.outputs.changes import outputs
from almanac.units.dates import parse_day
from tests.outputs.press import change, context, shelf
from tests.outputs.seen import description, headings, html, links, main, words


def page() -> str:
    return html(outputs(context()), "changes/index.html")


def test_changes_stand_under_their_day_newest_first() -> None:
    assert headings(page()) == [
        "What changed", "1 May 2026", "1 March 2026", "1 February 2026", "15 January 2026",
    ]  # fmt: skip
    assert "since 15 January 2026, newest first." in words(main(page()))


def test_nothing_that_lies_ahead_is_told_as_done() -> None:
    assert "2026-10" not in page()
    assert "September 2026" not in words(main(page()))


def test_a_change_names_what_it_is_about_how_it_moved_and_who_says_so() -> None:
    day = main(page()).partition("1 May 2026</h2>")[2].partition("</section>")[0]
    assert words(day) == "One down 50 % Acme lowered One to $0.10 in, $0.40 out. A register"
    assert links(day)["One"] == "/almanac/models/acme/one/acme/"
    assert links(day)["A register"] == "/almanac/sources/#source-register"


def test_a_change_without_an_offer_leads_to_the_model() -> None:
    day = main(page()).partition("1 March 2026</h2>")[2].partition("</section>")[0]
    assert links(day)["One"] == "/almanac/models/acme/one/"


def test_a_change_that_no_source_proves_names_none() -> None:
    lone = replace(shelf(), changes=(change(kind="released", source=""),))
    shown = main(html(outputs(context(lone)), "changes/index.html"))
    assert words(shown.partition('<div class="chronicle">')[2]) == "1 May 2026 One released Acme released One."


def test_an_almanac_without_a_past_says_so() -> None:
    shown = html(outputs(context(replace(shelf(), changes=()))), "changes/index.html")
    assert "No dated change is recorded yet." in words(main(shown))
    assert description(shown).startswith("No dated change is recorded yet.")


def test_a_long_chronicle_goes_on_on_further_pages() -> None:
    days = [replace(change(kind="released"), on=parse_day(f"2026-{month:02}")) for month in (5, 4, 3)]
    long = replace(shelf(), changes=tuple(one for day in days for one in (day,) * 60))
    built = list(outputs(context(long)))
    first, second = html(built, "changes/index.html"), html(built, "changes/page-2/index.html")
    assert (first.count("<small>"), second.count("<small>")) == (100, 80)
    assert headings(second)[1:] == ["April 2026", "March 2026"]
    assert links(main(second))["Previous"] == "/almanac/changes/"
    assert description(first) != description(second)
