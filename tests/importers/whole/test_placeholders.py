"""No placeholder of the real files stands in the content, each is told, and no seller has one that is in no table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.importers.whole.figures import models, read
from tests.importers.whole.imports import Landed
from tests.support.upstream import MODELSDEV, stated

pytestmark = pytest.mark.slow

FEWEST = 8
OWN_DAY = {"the-grid-ai", "xai", "xiaomi-token-plan-ams", "xiaomi-token-plan-cn", "xiaomi-token-plan-sgp"}
"""Sellers of more than one model in three of the same day who made those models and brought them out together."""


def entries(*providers: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield every entry with its provider and id; those of some providers alone where they are named."""
    for theirs, provider in stated(MODELSDEV[0]).items():
        if not providers or theirs in providers:
            yield from ((theirs, model_id, entry) for model_id, entry in provider["models"].items())


@pytest.fixture(scope="module")
def told(landed: Landed) -> Mapping[str, str]:
    """The placeholders that the report tells of, by entry and field, each with its reason."""
    notes = landed.notes("modelsdev", "suspicious")
    return {subject: cause for subject, cause in notes.items() if cause.startswith("a placeholder: ")}


def test_no_seller_gives_one_date_to_a_third_of_its_list(told: Mapping[str, str]) -> None:
    dates: dict[str, list[str]] = {}
    for theirs, model_id, entry in entries():
        if f"{theirs}/{model_id} release_date" not in told:
            dates.setdefault(theirs, []).append(str(entry.get("release_date")))
    flat = {
        theirs
        for theirs, listed in dates.items()
        if len(listed) >= FEWEST and Counter(listed).most_common(1)[0][1] * 3 > len(listed)
    }
    assert flat == OWN_DAY


def test_limits_that_are_the_same_whatever_the_model_stand_nowhere(landed: Landed, told: Mapping[str, str]) -> None:
    limits = {
        f"{model} {key}": offer["limits"]
        for model, record in models(landed.content).items()
        for key, offer in (record.get("offers") or {}).items()
        if key.partition("@")[0] == "cloudflare-ai-gateway" and "limits" in offer
    }
    assert [name for name, stated in limits.items() if stated.get("max_output") == "16384"] == []
    flat = [
        f"{theirs}/{model_id}"
        for theirs, model_id, entry in entries("cloudflare-ai-gateway")
        if model_id.startswith("workers-ai/") and entry["limit"] == {"context": 128000, "output": 16384}
    ]
    assert len(flat) > 30
    assert [name for name in flat if f"{name} limit" not in told] == []


def test_what_only_a_placeholder_speaks_of_is_unknown(landed: Landed) -> None:
    embedding = read(landed.content / "models/baai/bge-base-en-v1.5.yaml")
    assert embedding["lifecycle"] == {"released": "unknown"}
    assert {"limits", "modalities", "weights"} & embedding.keys() == set()


def test_the_first_of_january_is_nobodys_day(landed: Landed) -> None:
    days = {model: record["lifecycle"].get("released", "") for model, record in models(landed.content).items()}
    assert [model for model, day in days.items() if day.endswith("-01-01")] == []


def test_of_closed_weights_nobody_speaks_alone_who_calls_all_so(landed: Landed) -> None:
    alone = {
        model
        for model, record in models(landed.content).items()
        if record.get("weights", {}).get("open") == "false"
        and "weights.open" not in record.get("evidence", {})
        and {key.partition("@")[0] for key in record.get("offers") or {}} <= {"nano-gpt", "helicone", "siliconflow"}
    }
    assert alone == set()


def test_finetunes_of_open_weights_are_not_called_closed(landed: Landed) -> None:
    closed = {name for name, one in models(landed.content).items() if one.get("weights", {}).get("open") == "false"}
    makers = ("unnamed/qwen", "unnamed/gemma", "thedrummer/", "eva-unit-01/", "steelskull/", "baai/", "google/gemma-2")
    assert sorted(name for name in closed if name.startswith(makers)) == []
    assert 200 < len(closed) < 320
