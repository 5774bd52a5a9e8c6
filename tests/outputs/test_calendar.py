import re
from dataclasses import replace

import pytest

from almanac.outputs import calendar
from almanac.outputs.context import Context
from tests.outputs.press import HOSTILE, change, context, files, named, shelf


def written(site: Context) -> list[str]:
    """Return the unfolded lines of the calendar."""
    data = files(calendar.outputs(site))["retirements.ics"].decode()
    assert data.endswith("\r\n")
    assert "\n" not in data.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n"))
    return data.replace("\r\n ", "").split("\r\n")[:-1]


def events(site: Context) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for line in written(site):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name] = value
    return found


def test_a_retirement_ahead_is_an_all_day_event() -> None:
    first = events(context())[0]
    assert first["UID"] == "acme/one/azure/retires@example.org/almanac"
    assert first["DTSTART;VALUE=DATE"] == "20260901"
    assert first["DTEND;VALUE=DATE"] == "20260902"
    assert first["SUMMARY"] == "Azure retires One"
    assert first["DESCRIPTION"] == "On 1 September 2026. Source: Another page."
    assert first["URL"] == "https://example.org/almanac/models/acme/one/azure/"


def test_a_month_without_a_day_fills_the_month() -> None:
    second = events(context())[1]
    assert (second["DTSTART;VALUE=DATE"], second["DTEND;VALUE=DATE"]) == ("20261001", "20261101")
    assert second["DESCRIPTION"].startswith("In October 2026.")


def test_the_stamp_is_the_edition_and_no_clock() -> None:
    assert {event["DTSTAMP"] for event in events(context())} == {"20261120T000000Z"}


def test_the_calendar_has_what_rfc_5545_asks_for() -> None:
    lines = written(context())
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Almanac//Retirements//EN"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2


def test_a_moved_date_moves_the_event_and_two_offers_are_two_events() -> None:
    def uids(*days: str) -> list[str]:
        coming = [change(day, "retires", offer=offer) for day, offer in zip(days, ("azure", "poe", ""), strict=True)]
        return [event["UID"] for event in events(context(replace(shelf(), upcoming=tuple(coming))))]

    before = uids("2026-09-01", "2026-09-01", "2026-09-01")
    assert len(set(before)) == 3
    assert uids("2026-10-01", "2026-11-01", "2026-12-01") == before


def test_only_retirements_that_lie_ahead_are_events() -> None:
    catalogue = replace(
        shelf(), changes=(change("2026-05-01", "retires"),), upcoming=(change("2026-09-01", "released"),)
    )
    assert events(context(catalogue)) == []


def test_a_retirement_of_the_model_without_a_known_source_leads_to_its_page() -> None:
    (event,) = events(context(replace(shelf(), upcoming=(change("2026-09-01", "retires"),))))
    assert event["URL"] == "https://example.org/almanac/models/acme/one/"
    assert event["DESCRIPTION"] == "On 1 September 2026."


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_adds_no_line(name: str) -> None:
    site = context(named(shelf(), name))
    names = [re.split("[:;]", line)[0] for line in written(site)]
    assert names == [re.split("[:;]", line)[0] for line in written(context())]
