"""OpenRouter: entries of its list as offers of one router, and what stands behind one of them."""

from decimal import Decimal
from typing import Any

import pytest

from almanac.importers.accounts import UNKNOWN
from almanac.importers.findings import Harvest, Upstream
from almanac.importers.ground import Ground
from almanac.importers.openrouter import SOURCE, harvest
from almanac.importers.openrouter.prices import priced
from almanac.importers.upstream import load
from almanac.problems import UsageError
from almanac.units.dates import parse_day
from tests.importers.harvests import DATA, causes, said
from tests.support.content import MODEL, ContentTree

AT = parse_day("2026-05-15")
D = Decimal
OPENROUTER = """\
name: OpenRouter
kind: router
url: https://openrouter.ai
domains: [openrouter.ai]
zero_means: dynamic
"""
MODELS = {
    "google/gemini-2.5-flash-lite": "Gemini 2.5 Flash-Lite", "openai/gpt-oss-20b": "gpt-oss-20b",
    "xai/grok-3-mini": "Grok 3 mini", "alibaba/qwen3-32b": "Qwen3 32B", "anthropic/claude-opus-4-5": "Claude Opus 4.5",
    "meta/llama-3.3-70b-instruct": "Llama 3.3 70B Instruct",
}  # fmt: skip


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    tree = ContentTree.tiny(tmp_path_factory.mktemp("content")).write("providers/openrouter.yaml", OPENROUTER)
    for model, name in MODELS.items():
        lab = model.partition("/")[0]
        tree.write(f"labs/{lab}.yaml", f"name: {lab}\n")
        weights = "weights: {open: true}" if lab in {"openai", "meta", "alibaba"} else "weights: {open: false}"
        limits = "limits: {context: 131072, max_output: 65535}"
        tree.write(f"models/{model}.yaml", f"name: {name}\nlifecycle: {{released: unknown}}\n{weights}\n{limits}\n")
    return Ground.of(tree.library(), AT)


@pytest.fixture(scope="module")
def found(ground: Ground) -> Harvest:
    return harvest(load([str(DATA / "openrouter" / "models.json")], SOURCE, AT), ground)


def listed(ground: Ground, *entries: dict[str, Any]) -> Harvest:
    return harvest((Upstream("models.json", "openrouter-models", {"data": list(entries)}, AT),), ground)


def test_every_field_of_the_list_is_mapped_or_left_out_with_a_reason(found: Harvest) -> None:
    assert [name for name, meaning in found.fields.items() if meaning == UNKNOWN] == []


def test_an_entry_is_an_offer_of_the_router(found: Harvest) -> None:
    facts = said(found, "models/google/gemini-2.5-flash-lite")
    offer = {key.removeprefix("offers openrouter "): facts[key] for key in facts if key.startswith("offers ")}
    assert offer == {
        "model_id": "google/gemini-2.5-flash-lite",
        "price input": D("0.1"),
        "price output": D("0.4"),
        "price cache_read": D("0.01"),
        "price cache_write": D("0.08333333333"),
        "price audio_in": D("0.3"),
        "price web_search": {"usd": D(14), "per": "1000-requests"},
        "limits context": 1048576,
        "limits max_output": 65535,
        "modalities input": ["text", "image", "audio", "video", "file"],
        "modalities output": ["text"],
        "since": "2025-07-22",
    }
    assert ("google/gemini-2.5-flash-lite", "openrouter") in found.offers


def test_an_entry_knows_a_little_about_the_model(found: Harvest) -> None:
    facts = said(found, "models/google/gemini-2.5-flash-lite")
    assert facts["tokenizer"] == "gemini"
    assert facts["ids keys openrouter"] == "google/gemini-2.5-flash-lite"
    assert facts["lifecycle knowledge_cutoff"] == "2025-01-31"
    assert facts["parameters"] == [
        "temperature", "top_p", "max_tokens", "stop", "seed", "response_format", "structured_outputs", "tools",
        "tool_choice", "reasoning", "include_reasoning",
    ]  # fmt: skip
    assert "weights url" not in facts
    assert said(found, "models/alibaba/qwen3-32b")["weights url"] == "https://huggingface.co/Qwen/Qwen3-32B"


def test_where_the_weights_lie_says_that_they_are_open(ground: Ground) -> None:
    def weights(model_id: str, place: Any) -> dict[str, object]:
        found = listed(ground, {"id": model_id, "hugging_face_id": place})
        facts = {steps: value for one in found.findings for steps, value in [(one.steps, one.value)]}
        return {steps[1]: value for steps, value in facts.items() if steps[0] == "weights"}

    assert weights("qwen/qwen3-32b", "Qwen/Qwen3-32B") == {"open": True, "url": "https://huggingface.co/Qwen/Qwen3-32B"}
    assert weights("anthropic/claude-opus-4.5", "lab/one") == {"open": True}, "another source says that they are closed"
    assert weights("qwen/qwen3-32b", "") == weights("qwen/qwen3-32b", None) == {}


def test_a_free_variant_is_free_and_says_nothing_of_the_model(found: Harvest) -> None:
    facts = said(found, "models/openai/gpt-oss-20b")
    assert facts["offers openrouter@free price"] == "free"
    assert [key for key in facts if not key.startswith("offers ")] == []


def test_an_expiration_is_the_day_on_which_the_offer_retires(found: Harvest) -> None:
    assert said(found, "models/xai/grok-3-mini")["offers openrouter retires"] == "2026-05-15"


def test_an_output_limit_beyond_the_context_is_a_claim(ground: Ground) -> None:
    entry = {"id": "acme/one", "context_length": 1000, "top_provider": {"max_completion_tokens": 2000}, "pricing": {}}
    facts = said(listed(ground, entry), "models/acme/one")
    path = "offers.openrouter.limits.max_output"
    claim = facts[f"claims {path},openrouter"]
    assert claim == {
        "path": path, "value": 2000, "source": "openrouter", "verdict": "wrong",
        "why": "longer than the context of 1,000 that it states for this offer",
    }  # fmt: skip
    assert "offers openrouter limits max_output" not in facts


def test_what_only_the_router_knows_is_reported(found: Harvest) -> None:
    assert causes(found, "mistralai/voxtral-small-24b-2507") == ["no model has this name"]
    assert not any("voxtral" in one.record for one in found.findings)


def test_a_zero_means_what_the_providers_file_says(ground: Ground) -> None:
    entry = {"id": "acme/one", "created": 0, "expiration_date": "soon", "pricing": {"prompt": "0", "completion": "0"}}
    facts = said(listed(ground, entry), "models/acme/one")
    assert facts["offers openrouter price"] == "dynamic"
    assert "offers openrouter since" not in facts
    assert "offers openrouter retires" not in facts


@pytest.mark.parametrize(
    ("pricing", "price"),
    [
        ({"prompt": "-1", "completion": "-1"}, "dynamic"),
        ({"completion": "0.000002", "internal_reasoning": "0.000002"}, {"output": D(2)}),
        ({"prompt": "0.000001", "completion": "0", "image": "0.000001"}, {"input": D(1), "output": "included"}),
        ({"prompt": "0.000001", "audio": "0.0000033"}, {"input": D(1), "audio_in": D("3.3")}),
        ({"prompt": "0.000001", "web_search": "0"}, {"input": D(1)}),
        ({"prompt": "0.001"}, None),
        ({"prompt": "none"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_texts_of_dollars_per_token_become_a_price(pricing: dict[str, str], price: object) -> None:
    assert priced(pricing, mode="chat", zero_means="unknown", subject="openrouter/x").price == price


def test_a_read_only_model_has_no_price_for_output() -> None:
    found = priced({"prompt": "0.000001", "completion": "0"}, mode="embedding", zero_means="free", subject="x")
    assert found.price == {"input": D(1)}


ENDPOINTS = {
    "data": {
        "id": "acme/one",
        "description": "",
        "endpoints": [{"tag": "acme/eu", "status": 0}, {"tag": "acme", "status": -2}, {"tag": "nobody"}, {}],
    }
}


def test_endpoints_tell_who_stands_behind_an_offer(ground: Ground) -> None:
    entry = {"id": "acme/one", "pricing": {}}
    files = (
        Upstream("models.json", "openrouter-models", {"data": [entry]}, AT),
        Upstream("one.json", "openrouter-endpoints", ENDPOINTS, AT),
    )
    facts = said(harvest(files, ground), "models/acme/one")
    assert facts["offers openrouter via"] == ["acme"]
    assert facts["measurements openrouter,endpoints_up,mean,openrouter"] == {
        "offer": "openrouter", "metric": "endpoints_up", "stat": "mean", "value": 1, "of": 4, "unit": "count",
        "window": "unknown", "at": "2026-05-15", "source": "openrouter",
    }  # fmt: skip


def test_endpoints_of_an_offer_in_the_content_need_no_list(tmp_path: Any) -> None:
    tree = ContentTree.tiny(tmp_path).write("providers/openrouter.yaml", OPENROUTER)
    tree.write(
        "models/acme/one.yaml", MODEL.replace("  relay@free:", "  openrouter:\n    model_id: acme/one\n  relay@free:")
    )
    ground = Ground.of(tree.library(), AT)
    found = harvest((Upstream("one.json", "openrouter-endpoints", ENDPOINTS, AT),), ground)
    assert said(found, "models/acme/one")["offers openrouter via"] == ["acme"]


def test_endpoints_of_an_unknown_offer_say_nothing(ground: Ground) -> None:
    found = harvest((Upstream("one.json", "openrouter-endpoints", ENDPOINTS, AT),), ground)
    assert found.findings == ()


def test_a_synthetic_sample_is_never_content(ground: Ground) -> None:
    files = load([str(DATA / "openrouter" / "endpoints-synthetic.json")], SOURCE, AT)
    with pytest.raises(UsageError, match="says that it is synthetic"):
        harvest(files, ground)
