"""Placeholders: what sellers fill in for want of knowledge is left out, told, and withdrawn from what was imported."""

from collections.abc import Mapping
from typing import Any

import pytest

from almanac.importers.findings import Disbelief, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.modelsdev import harvest
from almanac.importers.modelsdev.entries import Entry
from almanac.importers.modelsdev.placeholders import believed, believed_bases, placeholders, unsettled
from almanac.importers.modelsdev.traits import CAPABILITIES, LIMITS
from almanac.units.dates import parse_day
from tests.importers.harvests import said
from tests.support.content import ContentTree

AT = parse_day("2026-06-14")
PLAIN = {"context": 128000, "output": 16384}
TEXT = {"input": ["text"], "output": ["text"]}
WORKER = "workers-ai/@cf/lab-z/two"


def left(provider: str, model_id: str, **data: Any) -> tuple[Entry, list[Note]]:
    """Return what is left of an entry, and what was told of it."""
    entry, *notes = believed(Entry(provider, provider, model_id, data))
    assert isinstance(entry, Entry)
    return entry, [note for note in notes if isinstance(note, Note)]


@pytest.mark.parametrize(
    ("provider", "model_id", "date"),
    [
        ("anybody", "one", "2025-01-01"),  # everybody's, of any year
        ("anybody", "one", "1970-01-01"),
        ("jiekou", "one", "2026-01"),
        ("cloudflare-ai-gateway", "workers-ai/@cf/baai/bge-m3", "2025-04-03"),
        ("ovhcloud", "one", "2026-05-18"),  # all of its dates
        ("nano-gpt", "Steelskull/L3.3-Electra-R1-70b", "2024-12-06"),
    ],
)
def test_a_date_that_says_nothing_of_the_model_is_left_out_and_told(provider: str, model_id: str, date: str) -> None:
    entry, notes = left(provider, model_id, release_date=date, name="One")
    assert entry.data == {"name": "One"}
    assert [(note.kind, note.subject, note.value) for note in notes] == [
        ("suspicious", f"{provider}/{model_id} release_date", date)
    ]
    assert notes[0].cause.startswith("a placeholder: ")


@pytest.mark.parametrize(
    ("provider", "model_id", "date"),
    [
        ("anybody", "one", "2025-01-10"),
        ("jiekou", "one", "2026-02"),
        ("cloudflare-ai-gateway", "anthropic/one", "2025-04-03"),  # it passes these on: the day is the lab's
        ("nano-gpt", "gemini-exp-1206", "2024-12-06"),
    ],
)
def test_another_date_is_kept(provider: str, model_id: str, date: str) -> None:
    entry, notes = left(provider, model_id, release_date=date)
    assert (entry.data, notes) == ({"release_date": date}, [])


def test_limits_that_are_the_same_whatever_the_model_are_left_out_with_what_was_filled_in_beside_them() -> None:
    stated = {"limit": PLAIN, "modalities": TEXT, "reasoning": False, "tool_call": False, "name": "Two"}
    entry, notes = left("cloudflare-ai-gateway", WORKER, **stated)
    assert entry.data == {"limit": {}, "name": "Two"}
    assert {note.subject.rpartition(" ")[2]: note.value for note in notes} == {
        "limit": "context 128,000, output 16,384", "modalities": "input text; output text",
        "reasoning": "false", "tool_call": "false",
    }  # fmt: skip


def test_limits_that_were_looked_up_are_kept() -> None:
    stated = {"limit": {"context": 256000, "output": 256000}, "modalities": TEXT, "reasoning": True}
    assert left("cloudflare-ai-gateway", WORKER, **stated)[0].data == stated
    assert left("cloudflare-ai-gateway", "openai/gpt-4o", limit=PLAIN)[0].data == {"limit": PLAIN}


def test_only_the_limit_that_is_the_same_everywhere_is_left_out() -> None:
    assert left("zenmux", "one", limit={"context": 9, "output": 64000})[0].data == {"limit": {"context": 9}}


def test_models_json_is_held_to_the_same_rule() -> None:
    bases, notes = believed_bases({"acme/one": {"release_date": "2024-01-01"}, "acme/two": {"release_date": "2024-02"}})
    assert bases == {"acme/one": {}, "acme/two": {"release_date": "2024-02"}}
    assert [note.subject for note in notes] == ["acme/one release_date"]


def test_every_line_of_the_table_can_do_something() -> None:
    for one in placeholders():
        assert one.why
        assert one.providers
        assert one.dates or one.limits
        assert not one.fillings or one.limits
        assert set(one.limits or ()) <= LIMITS.keys()
        assert set(one.fillings) <= {"modalities", *CAPABILITIES}


def test_what_is_left_out_unsettles_the_facts_that_hang_on_it() -> None:
    assert set(unsettled([left("zenmux", "one", limit={"output": 64000})[0]])) == {
        ("limits", "context"), ("limits", "max_input"), ("limits", "max_output"),
    }  # fmt: skip
    assert set(unsettled([left("jiekou", "one", release_date="2026-01")[0]])) == {("lifecycle", "knowledge_cutoff")}
    assert not set(unsettled([left("jiekou", "one", release_date="2026-03")[0]]))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground.of(ContentTree.tiny(tmp_path_factory.mktemp("content")).library(), AT)


def sold(ground: Ground, entries: Mapping[tuple[str, str], dict[str, Any]], **bases: Any) -> Harvest:
    """Return the harvest of entries by provider and id."""
    api: dict[str, dict[str, Any]] = {}
    for (provider, model_id), entry in entries.items():
        whole = {"id": provider, "name": provider, "models": {}}
        api.setdefault(provider, whole)["models"][model_id] = {"name": "Two", **entry}
    listed = Upstream("models.json", "modelsdev-models", {one["id"]: one for one in bases.values()}, AT)
    return harvest((Upstream("api.json", "modelsdev-api", api, AT), listed), ground)


def test_of_a_model_that_only_placeholders_speak_of_nothing_is_stated(ground: Ground) -> None:
    stated = {"limit": PLAIN, "modalities": TEXT, "reasoning": False, "tool_call": False, "release_date": "2025-04-03"}
    found = sold(ground, {("cloudflare-ai-gateway", WORKER): stated})
    facts = said(found, "models/lab-z/two")
    assert facts["lifecycle released"] == "unknown"
    assert not [steps for steps in facts if steps.split(" ")[0] in {"limits", "modalities", "capabilities"}]
    steps = {one.steps for one in found.disbelieved}
    assert {("limits", "context"), ("modalities", "output"), ("capabilities", "reasoning")} <= steps
    assert ("offers", "cloudflare-ai-gateway", "limits", "max_output") in steps


def test_who_knows_better_decides(ground: Ground) -> None:
    placeholder = {"limit": PLAIN, "release_date": "2025-04-03"}
    known = {"limit": {"context": 8192, "output": 4096}, "release_date": "2024-04-18"}
    entries = {("cloudflare-ai-gateway", WORKER): placeholder, ("groq", "lab-z/two"): known, ("poe", "two"): known}
    found = sold(ground, entries | {("chutes", "lab-z/two"): {"limit": PLAIN, "release_date": "2025-12-29"}})
    facts = said(found, "models/lab-z/two")
    assert facts["lifecycle released"] == "2024-04-18"
    assert facts["offers chutes limits context"] == 128000
    assert "offers cloudflare-ai-gateway limits context" not in facts
    record = "models/lab-z/two"
    assert Disbelief(record, ("offers", "cloudflare-ai-gateway", "limits", "context")) in found.disbelieved
    assert Disbelief(record, ("offers", "chutes", "limits", "context")) not in found.disbelieved


def test_where_models_json_does_not_know_the_day_the_sellers_are_asked(ground: Ground) -> None:
    base = {"id": "lab-z/two", "name": "Two", "release_date": "2024-01-01", "limit": {}}
    found = sold(ground, {("groq", "lab-z/two"): {"release_date": "2025-02-19"}}, two=base)
    assert said(found, "models/lab-z/two")["lifecycle released"] == "2025-02-19"


def test_a_contradiction_that_rested_on_a_placeholder_is_no_longer_claimed(ground: Ground) -> None:
    found = sold(ground, {("nebius", "lab-z/two-fast"): {"limit": {"context": 8000, "input": 7000, "output": 8192}}})
    claim = "offers.nebius.limits.max_output,modelsdev"
    assert ("claims", claim) in {one.steps for one in found.disbelieved}
