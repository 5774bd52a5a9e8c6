"""The report of an import: the same things for the terminal, for a pull request and for programs."""

import json
from decimal import Decimal

import pytest

from almanac.importers.cases import Event
from almanac.importers.findings import Note
from almanac.importers.report import FORMATS, MOST, Report, as_json, as_markdown, as_text, parts, summary

ONE, TWO = "models/acme/one", "models/acme/two"
EVENTS = (
    Event("added", TWO, "name", None, "Two"),
    Event("added", TWO, "offers.acme.model_id", None, "two"),
    Event("added", ONE, "offers.relay.model_id", None, "acme/one"),
    Event("added", ONE, "offers.relay.since", None, "2026-01-01"),
    Event("added", ONE, "limits.context", None, 1000),
    Event("updated", ONE, "offers.acme.price.input", Decimal("0.10"), Decimal("0.2")),
    Event("removed", ONE, "offers.acme.price.cache_read", Decimal("0.02")),
    Event("kept", ONE, "limits.max_output", 5, 6),
    Event("conflicting", ONE, "limits.max_output", None, 6, "modelsdev"),
    Event("conflicting", ONE, "limits.context", 8, 9, "modelsdev"),
    Event("suspicious", ONE, "offers.acme.price", None, {"input": 100}, "price-off-median: fifty times off"),
    Event("ended", ONE, "offers.gone.ended", None, "2026-06-01"),
    Event("returned", ONE, "offers.back.ended", "2026-05-01"),
)
NOTES = (
    *(Note("unmatched", f"acme/@x{number}", "no base model") for number in range(7)),
    Note("dropped", "twice", "listed twice", "0.1"),
    Note("suspicious", "acme/odd", "a date in the future", "2099"),
    Note("rounded", "acme/one input", "rounded to 10 digits"),
)
FIELDS = {"cost": "offers.price", "logo": "not carried over: a picture"}
WHOLE = Report("modelsdev", "2026-06-14", ("models/acme/one.yaml",), frozenset({TWO}), EVENTS, NOTES, FIELDS)

COUNTS = {
    "Added": 3, "Updated": 2, "Kept": 1, "Conflicting": 2, "Suspicious": 2, "Unmapped": 8, "Ended": 2, "Rounded": 1,
}  # fmt: skip
LINES = (
    "models/acme/two with 1 offers",
    "models/acme/one offers.relay",
    "models/acme/one limits.context: 1000",
    "models/acme/one offers.acme.price.input: 0.1 → 0.2",
    "models/acme/one offers.acme.price.cache_read: 0.02 → no longer stated",
    "models/acme/one limits.max_output: 5 stays, not 6",
    "models/acme/one limits.max_output: modelsdev says 6",
    "models/acme/one limits.context: modelsdev says 9, before 8",
    "price-off-median: fifty times off (1): models/acme/one offers.acme.price ({input: 100})",
    "no base model (7): acme/@x0, acme/@x1, acme/@x2, acme/@x3, acme/@x4 and 2 more",
    "listed twice (1): twice (0.1)",
    "models/acme/one offers.gone.ended: 2026-06-01",
    "models/acme/one offers.back.ended: listed again",
)


def test_every_part_is_counted_and_every_thing_has_its_line() -> None:
    assert {part.title: part.count for part in parts(WHOLE)} == COUNTS
    text, markdown = as_text(WHOLE), as_markdown(WHOLE)
    for line in LINES:
        assert f"  {line}\n" in text
        assert f"- `{line}`\n" in markdown
    for title, count in COUNTS.items():
        assert f"{title}: {count}\n" in text
        assert f"| {title} | {count} |\n" in markdown


def test_upstream_fields_are_accounted_for() -> None:
    assert as_text(WHOLE).endswith("Upstream fields: 1 carried over, 1 not.\n")
    assert "- `logo`: `not carried over: a picture`\n" in as_markdown(WHOLE)


def test_programs_get_all_of_it() -> None:
    whole = json.loads(as_json(WHOLE), parse_float=Decimal)
    assert whole["counts"] == {title.lower(): count for title, count in COUNTS.items()}
    assert len(whole["events"]) == len(EVENTS)
    assert whole["events"][5] == {
        "kind": "updated", "record": ONE, "path": "offers.acme.price.input",
        "old": Decimal("0.1"), "new": Decimal("0.2"),
    }  # fmt: skip
    assert whole["events"][10]["cause"] == "price-off-median: fifty times off"
    assert whole["causes"]["no base model"] == 7
    assert whole["fields"] == FIELDS


def test_people_are_shown_the_first_lines_of_a_long_part() -> None:
    events = tuple(Event("updated", ONE, f"offers.p{number}.since", 1, 2) for number in range(MOST + 5))
    for form in (as_text, as_markdown):
        assert "… and 5 more" in form(Report("modelsdev", "2026-06-14", events=events))


def test_what_upstream_wrote_stays_code_in_a_pull_request() -> None:
    note = Note("unmapped", "a`b\n@everyone", "<script>")
    assert "- `<script> (1): a'b @everyone`\n" in as_markdown(Report("modelsdev", "2026-06-14", notes=(note,)))


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (WHOLE, "Import of modelsdev as of 2026-06-14: 1 files changed."),
        (Report("x", "2026-01-01"), "Import of x as of 2026-01-01: nothing has changed."),
        (Report("x", "2026-01-01", ("a",), dry_run=True), "Import of x as of 2026-01-01: 1 files would change."),
        (Report("x", "2026-01-01", refusal="No."), "Import of x as of 2026-01-01: nothing was written. No."),
    ],
)
def test_every_form_begins_with_what_became_of_it(report: Report, sentence: str) -> None:
    assert summary(report) == sentence
    assert as_text(report).startswith(f"{sentence}\n")
    assert sentence in as_markdown(report)


def test_there_are_three_forms() -> None:
    assert sorted(FORMATS) == ["json", "markdown", "text"]
