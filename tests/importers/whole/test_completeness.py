"""Nothing that upstream lists vanishes: each entry is in the content or in the report with its reason, and counted."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tests.importers.whole.figures import models, read
from tests.importers.whole.imports import Landed
from tests.importers.whole.routes import routes_of
from tests.support.upstream import DEPRECATIONS, LITELLM, MODELSDEV, OPENROUTER, stated

pytestmark = pytest.mark.slow

API, BASES, HISTORY = MODELSDEV
NOT_TAKEN = ("unmapped", "unmatched", "dropped", "suspicious")
ALIASES = {
    "mistral/mistral-large-latest": "mistral/mistral-large-2512",
    "mistral/mistral-medium-latest": "mistral/mistral-medium-2604",
    "mistral/mistral-small-latest": "mistral/mistral-small-2603",
    "mistral/devstral-medium-latest": "mistral/devstral-2512",
}
"""Base models on models.dev that are moving names, and what each pointed to on that day."""


@pytest.fixture(scope="module")
def records(landed: Landed) -> Mapping[str, Any]:
    return models(landed.content)


@pytest.fixture(scope="module")
def offers(records: Mapping[str, Any]) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Every offer by its provider and id there, with its model and key."""
    return {
        (key.partition("@")[0], offer["model_id"]): (model, key)
        for model, record in records.items()
        for key, offer in (record.get("offers") or {}).items()
    }


@pytest.fixture(scope="module")
def ours(landed: Landed) -> Mapping[str, str]:
    """models.dev's id of each provider to ours."""
    files = (landed.content / "providers").glob("*.yaml")
    return {read(file).get("keys", {}).get("modelsdev", file.stem): file.stem for file in files}


def test_every_base_model_of_models_dev_has_a_file(records: Mapping[str, Any]) -> None:
    fates: Counter[str] = Counter()
    for theirs in stated(BASES):
        lab, _, name = theirs.partition("/")
        snapshots = {
            snapshot["id"]: model
            for model, record in records.items()
            if model.startswith(f"{lab}/")
            for snapshot in record.get("ids", {}).get("snapshots") or ()
        }
        if any(record.get("ids", {}).get("keys", {}).get("modelsdev") == theirs for record in records.values()):
            fates["file"] += 1
        elif theirs in ALIASES:
            assert ALIASES[theirs] in records
            fates["alias"] += 1
        else:
            assert name in snapshots, f"{theirs} has no file and is no snapshot of one"
            fates["snapshot"] += 1
    assert fates == {"file": 202, "snapshot": 9, "alias": 4}


def test_every_entry_of_models_dev_is_an_offer_or_has_its_reason(
    landed: Landed, offers: Mapping[tuple[str, str], Any], ours: Mapping[str, str]
) -> None:
    told = landed.notes("modelsdev", "unmapped", "unmatched", "dropped")
    fates, lost = Counter[str](), []
    for theirs, provider in stated(API).items():
        for model_id in provider["models"]:
            if (ours.get(theirs), model_id) in offers:
                fates["offer"] += 1
            elif f"{theirs}/{model_id}" in told:
                fates["told"] += 1
            else:
                lost.append(f"{theirs}/{model_id}")
    assert lost == []
    assert fates.total() == 5268
    assert fates["told"] < 80


def test_every_recorded_route_that_is_gone_is_an_ended_offer_or_has_its_reason(
    landed: Landed, records: Mapping[str, Any], offers: Mapping[tuple[str, str], Any], ours: Mapping[str, str]
) -> None:
    told = landed.notes("modelsdev", "unmapped", "unmatched", "dropped")
    lost, ended = [], 0
    for route in stated(HISTORY)["routes"]:
        theirs, model_id = route["provider"], route["model"].strip()
        rows = [row for row in route["history"] if row["date"] <= "2026-06-14"]
        if model_id in stated(API).get(theirs, {}).get("models", {}) or not rows:
            continue
        place = offers.get((ours.get(theirs, ""), model_id))
        if place and "ended" in records[place[0]]["offers"][place[1]]:
            ended += 1
        elif f"{theirs}/{model_id}" not in told and place is None:
            lost.append(f"{theirs}/{model_id}")
    assert lost == []
    assert ended > 300


def test_every_row_of_openrouter_is_an_offer_or_has_its_reason(
    landed: Landed, offers: Mapping[tuple[str, str], Any]
) -> None:
    told = landed.notes("openrouter", *NOT_TAKEN)
    listed = [entry["id"] for entry in stated(OPENROUTER)["data"]]
    assert [one for one in listed if ("openrouter", one) not in offers and one not in told] == []
    assert sum(1 for one in listed if ("openrouter", one) in offers) > 355


SPELLED = {
    "azure/gpt-35-turbo-1106": "gpt-3.5-turbo-1106",
    "azure/gpt-35-turbo-instruct": "gpt-3.5-turbo-instruct",
    "snowflake/snowflake-llama-3.3-70b": "snowflake-llama3.3-70b",
}
"""Routes of LiteLLM's whose offers stand under their providers' own spelling."""
MODES = {
    "chat", "completion", "responses", "embedding", "image_generation", "image_edit", "video_generation",
    "audio_speech", "audio_transcription", "rerank", "moderation", "ocr", "realtime",
}  # fmt: skip


def test_every_route_of_litellm_is_an_offer_or_has_its_reason(
    landed: Landed, offers: Mapping[tuple[str, str], tuple[str, str]]
) -> None:
    told = landed.notes("litellm", "unmapped", "unmatched", "dropped")
    named = _named(offers)
    taken, left = Counter[str](), Counter[str]()
    lost = []
    for name, entry in stated(LITELLM).items():
        mode = str(entry.get("mode"))
        if name == "sample_spec":
            continue
        if name in told:
            left[mode] += 1
        elif name in named or SPELLED.get(name) in {model_id for _, model_id in offers}:
            taken[mode] += 1
        else:
            lost.append((name, mode))
    assert lost == []
    assert taken.keys() <= MODES, "a mode that is no model of ours became an offer"
    assert {mode for mode in left if mode not in MODES} == {"search", "vector_store", "None"}
    assert taken.total() + left.total() == 2715
    assert taken.total() > 1700


def _named(offers: Mapping[tuple[str, str], tuple[str, str]]) -> set[str]:
    """Return the names of all routes that are offers of the content."""
    return {name for provider, model_id in offers for name, _ in routes_of(provider, model_id)}


def test_every_retirement_date_of_litellm_stands_or_has_its_reason(landed: Landed, records: Mapping[str, Any]) -> None:
    told = landed.notes("deprecations")
    stand = {
        str(day)
        for record in records.values()
        for offer in (record.get("offers") or {}).values()
        if (day := offer.get("retires"))
    }
    stand |= {str(claim.get("value")) for record in records.values() for claim in record.get("claims") or ()}
    dates = {name: day for name, day in stated(DEPRECATIONS).items() if name != "sample_spec"}
    assert [name for name, day in dates.items() if name not in told and day not in stand] == []
    assert len(told) < len(dates) / 2
