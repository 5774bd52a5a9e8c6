"""LiteLLM: its cost map as offers, models and providers, and the dates of its newer map."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from almanac.importers.findings import Finding, Harvest, Note
from almanac.importers.ground import Ground
from almanac.importers.litellm import fields, harvest
from almanac.importers.litellm.facts import facts
from almanac.importers.litellm.prices import sheet
from almanac.importers.litellm.routes import Route
from almanac.importers.litellm.sellers import seller
from almanac.problems import UsageError
from tests.importers.harvests import DATA, causes, given, ground, made, said

MODELS = (
    "openai/gpt-4.1-nano", "openai/gpt-5.1", "openai/gpt-5.4", "openai/gpt-oss-20b", "openai/gpt-oss-120b",
    "openai/dall-e-3", "openai/whisper-1", "openai/tts-1", "openai/sora-2", "openai/text-embedding-3-small",
    "openai/gpt-realtime", "openai/gpt-image-1", "openai/gpt-4.1", "anthropic/claude-opus-4",
    "anthropic/claude-opus-4-6",
    "google/gemini-2.5-pro", "google/gemini-2.5-flash-image", "deepseek/deepseek-v3.2", "deepseek/deepseek-r1",
    "cohere/rerank-v3.5", "mistral/mistral-ocr-latest", "alibaba/qwen3-max", "perplexity/sonar-pro", "xai/grok-3-mini",
    "meta/llama-3.1",
)  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("content"), *MODELS)


@pytest.fixture(scope="module")
def found(known: Ground) -> Harvest:
    return harvest(given("litellm", "cost-map.json"), known)


def of(entry: dict[str, Any], known: Ground, name: str = "gpt-5.1") -> Harvest:
    whole = {"litellm_provider": "openai", "mode": "chat", **entry}
    return harvest(made("litellm-prices", {name: whole}), known)


def test_every_field_name_of_the_real_map_is_mapped_or_left_out_with_a_reason() -> None:
    names = (DATA / "litellm" / "field-names.txt").read_text(encoding="utf-8").split()
    assert [name for name in names if not fields.meaning(name)] == []
    assert len(names) == 163


def test_a_field_that_nobody_has_looked_at_is_told(known: Ground) -> None:
    found = of({"input_price_per_token": Decimal("1e-7")}, known)
    assert causes(found, "input_price_per_token") == ["a field that nobody has looked at"]
    assert found.fields["input_price_per_token"] == "not known"


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("input_cost_per_token", "price.input"),
        ("input_cost_per_token_above_300k_tokens_flex", "price_when[tier=flex,context_above=300000].input"),
        (
            "cache_creation_input_token_cost_above_1hr_above_200k_tokens",
            "price_when[context_above=200000].cache_write_1h",
        ),
        ("tiered_pricing.output_cost_per_token", "price.output"),
        ("ocr_cost_per_page", "price.input"),
        ("rpm", "not carried over: a default of LiteLLM's own limiter"),
        ("mode", "mode"),
        ("input_cost_per_token_tomorrow", None),
    ],
)
def test_a_price_field_is_read_by_its_base_and_its_endings(name: str, becomes: str | None) -> None:
    assert fields.meaning(name) == becomes


def test_prices_per_token_become_prices_per_million_exactly(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    assert nano["offers openai price input"] == Decimal("0.1")
    assert nano["offers openai price output"] == Decimal("0.4")
    assert nano["offers openai price cache_read"] == Decimal("0.025")
    assert nano["offers openai model_id"] == "gpt-4.1-nano"


def test_tiers_are_rows_with_only_what_differs(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    assert nano["offers openai price_when tier=batch"] == {
        "when": {"tier": "batch"}, "input": Decimal("0.05"), "output": Decimal("0.2"),
    }  # fmt: skip
    assert nano["offers openai price_when tier=priority"] == {
        "when": {"tier": "priority"}, "input": Decimal("0.2"), "output": Decimal("0.8"), "cache_read": Decimal("0.05"),
    }  # fmt: skip


def test_a_region_of_the_same_id_is_a_row_and_so_are_its_tiers(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    row = nano["offers azure@20250414 price_when region=us"]
    assert row == {"when": {"region": "us"}, "input": Decimal("0.11"), "output": Decimal("0.44")}
    assert nano["offers azure@20250414 price_when tier=batch,region=us"] == {
        "when": {"tier": "batch", "region": "us"}, "input": Decimal("0.06"), "output": Decimal("0.22"),
    }  # fmt: skip


def test_a_region_with_the_list_price_says_nothing(found: Harvest) -> None:
    assert not [steps for steps in said(found, "models/openai/gpt-5.1") if "region" in steps]


def test_two_of_its_regions_that_are_one_of_ours_make_one_row(known: Ground) -> None:
    def row(price: str) -> dict[str, object]:
        return {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": Decimal(price)}

    entries = {
        "azure/gpt-5.1": row("1e-6"), "azure/global/gpt-5.1": row("2e-6"), "azure/global-standard/gpt-5.1": row("3e-6"),
    }  # fmt: skip
    found = harvest(made("litellm-prices", entries), known)
    assert said(found, "models/openai/gpt-5.1")["offers azure price_when region=global"] == {
        "when": {"region": "global"}, "input": Decimal(2),
    }  # fmt: skip
    assert len(causes(found, "azure/global-standard")) == 1


def test_a_region_with_an_id_of_its_own_is_a_variant(found: Harvest) -> None:
    assert said(found, "models/anthropic/claude-opus-4")["offers amazon-bedrock@20250514.us model_id"] == (
        "us.anthropic.claude-opus-4-20250514-v1:0"
    )
    row = said(found, "models/deepseek/deepseek-v3.2")["offers amazon-bedrock price_when region=ap-northeast-1"]
    assert row == {"when": {"region": "ap-northeast-1"}, "input": Decimal("0.74"), "output": Decimal("2.22")}


def test_a_fine_tuned_price_is_a_tier_of_the_snapshot(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    row = nano["offers openai@20250414 price_when tier=fine-tuned"]
    assert row == {
        "when": {"tier": "fine-tuned"},
        "input": Decimal("0.2"), "output": Decimal("0.8"), "cache_read": Decimal("0.05"),
    }  # fmt: skip


def test_a_fine_tuned_price_without_the_models_own_makes_no_offer(known: Ground) -> None:
    found = of({"input_cost_per_token": Decimal("2e-7")}, known, "ft:gpt-5.1")
    assert causes(found, "ft:gpt-5.1") == ["a fine-tuned model's price without the model's own"]
    assert not found.offers


def test_longer_requests_are_rows_and_a_row_that_repeats_another_is_left_out(found: Harvest) -> None:
    pro = said(found, "models/google/gemini-2.5-pro")
    assert pro["offers google price_when context_above=200000"] == {
        "when": {"context_above": 200000},
        "input": Decimal("2.5"), "output": Decimal(15), "cache_read": Decimal("0.25"),
    }  # fmt: skip
    assert not [steps for steps in pro if steps.startswith("offers google ") and "priority" in steps]


def test_ranges_of_tokens_become_a_list_price_and_rows(found: Harvest) -> None:
    most = said(found, "models/alibaba/qwen3-max")
    assert most["offers alibaba price input"] == Decimal("1.2")
    row: Any = most["offers alibaba price_when context_above=128000"]
    assert row == {"when": {"context_above": 128000}, "input": Decimal(3), "output": Decimal(15)}


def test_multiples_of_the_list_price_become_rows(found: Harvest) -> None:
    opus = said(found, "models/anthropic/claude-opus-4-6")
    fast: Any = opus["offers anthropic price_when tier=fast"]
    assert (fast["input"], fast["output"]) == (Decimal(30), Decimal(150))
    region: Any = opus["offers anthropic price_when region=us"]
    assert region["input"] == Decimal("5.5")
    assert opus["offers anthropic price web_search"] == {"usd": Decimal(10), "per": "1000-requests"}


@pytest.mark.parametrize(
    ("model", "steps", "value"),
    [
        ("openai/dall-e-3", "openai price image_out", {"usd": Decimal("0.04"), "per": "image"}),
        ("openai/whisper-1", "openai price audio_in", {"usd": Decimal("0.0001"), "per": "second"}),
        ("openai/tts-1", "openai price input", {"usd": Decimal(15), "per": "1m-characters"}),
        ("openai/sora-2", "openai price output", {"usd": Decimal("0.1"), "per": "second"}),
        ("mistral/mistral-ocr-latest", "mistral price input", {"usd": Decimal("0.001"), "per": "page"}),
        ("openai/gpt-image-1", "azure price image_out", Decimal(40)),
        ("openai/gpt-realtime", "openai price audio_out", Decimal(64)),
    ],
)
def test_other_units_than_tokens_stand_with_their_unit(found: Harvest, model: str, steps: str, value: object) -> None:
    assert said(found, f"models/{model}")[f"offers {steps}"] == value


def test_a_tier_of_longer_requests_has_both_conditions(known: Ground) -> None:
    entry = {
        "input_cost_per_token": Decimal("2.5e-6"),
        "input_cost_per_token_priority": Decimal("5e-6"),
        "input_cost_per_token_above_272k_tokens": Decimal("5e-6"),
        "input_cost_per_token_above_272k_tokens_priority": Decimal("1e-5"),
    }
    rows = said(of(entry, known), "models/openai/gpt-5.1")
    assert rows["offers openai price_when tier=priority,context_above=272000"] == {
        "when": {"tier": "priority", "context_above": 272000}, "input": Decimal(10),
    }  # fmt: skip


def test_a_query_of_a_reranker_is_a_request(known: Ground) -> None:
    entry = {"mode": "rerank", "input_cost_per_query": Decimal("0.002"), "input_cost_per_token": Decimal(0)}
    found = of(entry, known)
    assert said(found, "models/openai/gpt-5.1")["offers openai price input"] == {
        "usd": Decimal("0.002"), "per": "request",
    }  # fmt: skip
    assert found.notes == ()


def test_an_embedding_is_priced_by_what_it_reads(found: Harvest) -> None:
    small = said(found, "models/openai/text-embedding-3-small")
    assert small["offers openai price input"] == Decimal("0.02")
    assert "offers openai price output" not in small
    assert small["mode"] == "embedding"
    assert small["limits context"] == 8191


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("hd/1024-x-1024/dall-e-3", "a price by the size or quality of a picture has no condition here"),
        ("bedrock/us-east-1/1-month", "a price under a commitment of months has no condition here"),
        ("fireworks-ai-default", "mode not stated is no model of ours"),
        ("exa_ai/search", "mode search is no model of ours"),
        ("gpt-realtime input_cost_per_image", "a picture that costs next to nothing"),
        ("perplexity/sonar-pro search", "a search priced by the size of what it brings has no condition here"),
        ("openai/gpt-oss-20b wandb input", "price-too-high: above what anybody asks per 1M tokens"),
        ("omni-moderation-latest", "no base model of ours, at openai"),
        ("claude-4-opus-20250514", "the same offer as claude-opus-4-20250514, spelled otherwise"),
        ("xai/grok-3-mini limits.max_output", "the longest input, repeated as the longest output"),
    ],
)
def test_what_is_not_carried_over_is_told_with_its_cause(found: Harvest, name: str, cause: str) -> None:
    assert cause in causes(found, name)


def test_the_sample_entry_is_no_offer(found: Harvest) -> None:
    assert causes(found, "sample_spec") == []


def test_the_output_limit_is_never_the_context(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    assert (nano["limits max_input"], nano["limits max_output"]) == (1047576, 32768)
    assert "limits context" not in nano


def test_max_tokens_is_the_output_limit_where_no_other_is_stated(known: Ground) -> None:
    found = said(of({"max_tokens": 4096}, known), "models/openai/gpt-5.1")
    assert found["limits max_output"] == 4096


def test_a_limit_of_zero_is_unknown(known: Ground) -> None:
    found = said(of({"max_tokens": 0, "max_input_tokens": 0}, known), "models/openai/gpt-5.1")
    assert not [steps for steps in found if steps.startswith("limits")]


def test_a_limit_above_the_models_context_is_told_and_not_taken() -> None:
    entry = {"max_input_tokens": 900000, "max_output_tokens": 16000}
    openai = seller("openai")
    assert openai is not None
    route = Route("gpt-5.1", entry, "chat", openai, "openai/gpt-5.1", "gpt-5.1")
    told = [*facts(route, context=128000)]
    assert told == [
        Note("suspicious", "gpt-5.1 limits.max_input", "above the context of openai/gpt-5.1", "900000 > 128000"),
        Finding("models/openai/gpt-5.1", ("limits", "max_output"), 16000, "gpt-5.1"),
    ]


def test_facts_of_the_model_are_read_at_its_own_lab_alone(found: Harvest) -> None:
    nano = said(found, "models/openai/gpt-4.1-nano")
    assert nano["capabilities structured_output"] is True
    assert nano["capabilities batch"] is True
    assert nano["modalities input"] == ["text", "image", "file"]
    assert nano["endpoints"] == ["responses", "chat-completions", "batch"]
    assert "limits max_output" not in said(found, "models/openai/gpt-oss-120b")


def test_limits_of_an_offer_are_read_where_nobody_else_lists_the_provider(found: Harvest) -> None:
    r1 = said(found, "models/deepseek/deepseek-r1")
    assert r1["offers sambanova limits context"] == 32768
    assert "offers azure@20250414 limits context" not in said(found, "models/openai/gpt-4.1-nano")


def test_retirement_dates_stand_at_their_offers(known: Ground) -> None:
    found = said(of({"deprecation_date": "2026-11-04"}, known), "models/openai/gpt-5.1")
    assert found["offers openai retires"] == "2026-11-04"
    assert causes(of({"deprecation_date": "2026-02-30"}, known), "gpt-5.1") == ["2026-02-30 is not in the calendar."]


def test_providers_come_with_name_kind_and_key(found: Harvest) -> None:
    assert said(found, "providers/sambanova") == {"name": "SambaNova", "kind": "host", "keys litellm": "sambanova/"}
    assert said(found, "providers/chatgpt")["zero_means"] == "included"


def test_an_unknown_provider_is_told(known: Ground) -> None:
    found = of({"litellm_provider": "nobody"}, known)
    assert causes(found, "gpt-5.1") == ["provider nobody is not in the table of providers"]


def test_a_second_api_of_a_provider_is_a_variant(found: Harvest) -> None:
    small = said(found, "models/openai/gpt-oss-20b")
    assert small["offers amazon-bedrock@mantle model_id"] == "openai.gpt-oss-20b"
    assert small["offers amazon-bedrock model_id"] == "openai.gpt-oss-20b-1:0"


def test_a_name_that_openrouter_and_another_sell_becomes_a_model(found: Harvest) -> None:
    new = said(found, "models/gryphe/mythomax-l2-13b")
    assert new["lifecycle released"] == "unknown"
    assert new["name"] == "mythomax-l2-13b"
    assert {"offers openrouter model_id", "offers deepinfra model_id"} <= new.keys()


def test_a_name_that_openrouter_alone_sells_stays_a_note(known: Ground) -> None:
    found = of({"litellm_provider": "openrouter"}, known, "openrouter/gryphe/mythomax-l2-13b")
    assert causes(found, "openrouter/gryphe") == ["no base model of ours, at openrouter"]


@pytest.mark.parametrize(
    ("provider", "name", "price"),
    [("ollama", "ollama/gpt-5.1", "free"), ("chatgpt", "chatgpt/gpt-5.1", "included"), ("openai", "gpt-5.1", None)],
)
def test_zero_says_what_it_means_at_the_provider(known: Ground, provider: str, name: str, price: str | None) -> None:
    zero = {"litellm_provider": provider, "input_cost_per_token": Decimal(0), "output_cost_per_token": 0}
    found = said(of(zero, known, name), "models/openai/gpt-5.1")
    assert found.get(f"offers {provider} price") == price
    assert not [steps for steps in found if steps.endswith("price input")]


def test_a_providers_own_file_says_what_zero_means_there(tmp_path: Path) -> None:
    known = ground(tmp_path, *MODELS)
    relay = known.library.providers["relay"]
    record = relay.record.model_copy(update={"zero_means": "free"})
    providers = {**known.library.providers, "openai": type(relay)(**{**_slots(relay), "record": record})}
    library = type(known.library)(**{**_slots(known.library), "providers": providers})
    found = of({"input_cost_per_token": 0, "output_cost_per_token": 0}, Ground(library, known.at, known.names))
    assert said(found, "models/openai/gpt-5.1")["offers openai price"] == "free"


def _slots(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def test_an_unpriced_zero_is_told(known: Ground) -> None:
    found = of({"input_cost_per_token": 0, "output_cost_per_token": 0}, known)
    assert causes(found, "gpt-5.1") == ["a price of 0, and nobody says what that means at openai"]


def test_a_batch_above_the_list_price_is_suspicious(known: Ground) -> None:
    entry = {"input_cost_per_token": Decimal("1e-6"), "input_cost_per_token_batches": Decimal("2e-6")}
    found = of(entry, known)
    assert causes(found, "openai/gpt-5.1 openai input") == [
        "price-batch-above-list: a batch costs more than the same without waiting"
    ]
    assert "offers openai price_when tier=batch" not in said(found, "models/openai/gpt-5.1")


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ({"input_cost_per_token": Decimal(-1)}, ("suspicious", "not an amount of 0 or more")),
        ({"input_cost_per_token": "cheap"}, ("suspicious", "not an amount of 0 or more")),
        (
            {"cache_read_input_token_cost": Decimal("1e-7"), "input_cost_per_token_cache_hit": Decimal("2e-7")},
            ("dropped", "a second price for cache_read, which can have one"),
        ),
        ({"input_cost_per_token": Decimal("1.00000000001")}, ("rounded", "rounded to 10 significant digits")),
    ],
)
def test_what_a_sheet_cannot_hold_is_told(entry: dict[str, object], note: tuple[str, str]) -> None:
    assert [(one.kind, one.cause) for one in sheet("x", entry, "chat").notes] == [note]


def test_what_says_nothing_is_left_out_of_a_sheet() -> None:
    entry: dict[str, object] = {
        "input_cost_per_token": None,
        "output_cost_per_token": Decimal("1e-6"),
        "output_cost_per_reasoning_token": Decimal("1e-6"),
        "cache_creation_input_token_cost": 0,
        "tiered_pricing": ["no tier", {"max_results_range": [0, 25]}, {"range": [0], "surprise": 1}],
        "provider_specific_entry": {"moon": 2, "us": "twice"},
        "search_context_cost_per_query": {},
    }
    assert sheet("x", entry, "chat").base == {"output": Decimal(1)}


def test_a_repeated_price_is_no_second_price() -> None:
    entry = {"cache_read_input_token_cost": Decimal("1e-7"), "input_cost_per_token_cache_hit": Decimal("1e-7")}
    assert sheet("x", entry, "chat").notes == []


def test_a_picture_going_in_is_not_one_coming_out_where_both_have_a_price() -> None:
    shown, drawn = Decimal("0.0011"), Decimal("0.134")
    both = {"input_cost_per_image": shown, "output_cost_per_image": drawn}
    priced = sheet("x", both, "image").base
    assert priced == {"image_in": {"usd": shown, "per": "image"}, "image_out": {"usd": drawn, "per": "image"}}
    for alone in ({"input_cost_per_image": drawn}, {**both, "input_cost_per_image": drawn}):
        assert sheet("x", alone, "image").base == {"image_out": {"usd": drawn, "per": "image"}}


def test_a_picture_drawn_for_the_price_of_a_token_is_told() -> None:
    told = sheet("x", {"output_cost_per_image": Decimal("0.00012")}, "chat")
    assert (told.base, [one.cause for one in told.notes]) == ({}, ["a picture that costs next to nothing"])


def test_one_offer_listed_twice_is_told(known: Ground) -> None:
    price = {"input_cost_per_token": Decimal("1e-6")}
    entries = {
        "deepseek-v3.2": {"litellm_provider": "deepseek", "mode": "chat", **price},
        "deepseek/deepseek-v3.2": {"litellm_provider": "deepseek", "mode": "chat", **price},
    }
    found = harvest(made("litellm-prices", entries), known)
    assert causes(found, "deepseek/") == ["the same offer as deepseek-v3.2, listed twice"]


def test_two_ids_at_two_prices_are_two_offers(known: Ground) -> None:
    entries = {
        name: {"litellm_provider": "fireworks_ai", "mode": "chat", "input_cost_per_token": Decimal(price)}
        for name, price in (("fireworks_ai/gpt-oss-20b", "1e-6"), ("fireworks_ai/gpt-oss-20b-fp8", "2e-6"))
    }
    found = harvest(made("litellm-prices", entries), known)
    assert {key for _, key in found.offers} == {"fireworks-ai", "fireworks-ai@fp8"}


def test_a_path_before_an_id_is_another_spelling_and_a_version_after_it_is_not(known: Ground) -> None:
    names = ("accounts/fireworks/models/gpt-oss-20b", "gpt-oss-20b", "gpt-oss-20b@001")
    entries = {f"fireworks_ai/{name}": {"litellm_provider": "fireworks_ai", "mode": "chat"} for name in names}
    found = harvest(made("litellm-prices", entries), known)
    assert {key for _, key in found.offers} == {"fireworks-ai", "fireworks-ai@001"}
    assert causes(found, "fireworks_ai/gpt-oss-20b") == [
        "the same offer as fireworks_ai/accounts/fireworks/models/gpt-oss-20b, spelled otherwise"
    ]


def test_an_offer_of_the_content_keeps_its_key(tmp_path: Path) -> None:
    known = ground(tmp_path)
    entries = {
        "relay/acme/one:free": {"litellm_provider": "openrouter", "mode": "chat"},
        "acme-one": {"litellm_provider": "openai", "mode": "chat"},
    }
    found = harvest(made("litellm-prices", entries), known)
    assert ("acme/one", "openai") in found.offers


def test_an_offer_of_the_content_is_known_under_another_spelling(tmp_path: Path) -> None:
    tiny = ground(tmp_path)
    offer = tiny.library.models["acme/one"].record.offers["acme"]
    entry = tiny.library.models["acme/one"]
    record = entry.record.model_copy(update={"offers": {"azure@old": offer, "azure": offer}})
    models = {"acme/one": type(entry)(**{**_slots(entry), "record": record})}
    library = type(tiny.library)(**{**_slots(tiny.library), "models": models})
    row = {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": Decimal("1e-7")}
    found = harvest(made("litellm-prices", {"azure/hub/Acme-One": row}), Ground(library, tiny.at, tiny.names))
    assert said(found, "models/acme/one")["offers azure model_id"] == "acme-one"


def test_a_spelling_beside_the_id_itself_is_told(tmp_path: Path) -> None:
    tiny = ground(tmp_path)
    offer = tiny.library.models["acme/one"].record.offers["acme"]
    entry = tiny.library.models["acme/one"]
    record = entry.record.model_copy(update={"offers": {"azure": offer}})
    models = {"acme/one": type(entry)(**{**_slots(entry), "record": record})}
    library = type(tiny.library)(**{**_slots(tiny.library), "models": models})
    row = {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": Decimal("1e-7")}
    entries = {"azure/acme-one": row, "azure/Acme-One": row}
    found = harvest(made("litellm-prices", entries), Ground(library, tiny.at, tiny.names))
    assert causes(found, "azure/Acme-One") == ["the same offer as azure/acme-one, spelled otherwise"]
    assert found.offers == {("acme/one", "azure")}


def test_a_class_of_models_and_an_id_that_no_api_takes_are_no_offers(known: Ground) -> None:
    entries = {
        "fireworks-ai-up-to-4b": {"litellm_provider": "fireworks_ai", "mode": "chat"},
        "openai/gpt 5.1": {"litellm_provider": "openai", "mode": "chat"},
        "text": "no entry",
    }
    found = harvest(made("litellm-prices", entries), known)
    assert causes(found, "fireworks") == ["a price of all models of a size, not of one model"]
    assert causes(found, "openai/gpt 5.1") == ["an id that no provider's API takes"]


def test_the_offers_are_those_that_have_an_id(found: Harvest) -> None:
    assert ("openai/gpt-4.1-nano", "azure@20250414") in found.offers
    assert len(found.offers) == len([one for one in found.findings if one.steps[-1] == "model_id"])


def test_the_newer_map_gives_dates_to_offers_that_stand_and_ends_none(tmp_path: Path) -> None:
    tiny = ground(tmp_path)
    dates = {"sample_spec": "a date", "openai/acme-one": "2027-01-01", "gpt-4.1-nano": "2026-10-23", "gpt-5": "soon"}
    found = harvest(made("litellm-deprecations", dates), tiny)
    assert (found.source, found.offers, found.findings) == ("litellm-1-109-1", frozenset(), ())
    assert causes(found, "gpt-4.1-nano") == ["a date of an offer that is not in the catalogue"]
    assert causes(found, "gpt-5") == ['"soon" is not a date.']


def test_a_date_of_no_region_comes_before_one_of_a_region(tmp_path: Path) -> None:
    tiny = ground(tmp_path)
    offer = tiny.library.models["acme/one"].record.offers["acme"]
    offers = {"azure": offer, "openai@20260115": offer.model_copy(update={"model_id": "acme-one-2026-01-15"})}
    record = tiny.library.models["acme/one"].record.model_copy(update={"offers": offers})
    entry = tiny.library.models["acme/one"]
    models = {"acme/one": type(entry)(**{**_slots(entry), "record": record})}
    library = type(tiny.library)(**{**_slots(tiny.library), "models": models})
    dates = {
        "azure/eu/acme-one": "2026-01-01",
        "azure/acme-one": "2027-04-14",
        "acme-one-2026-01-15": "2026-10-23",
        "low/1024-x-1024/acme-one": "2026-10-23",
    }
    found = harvest(made("litellm-deprecations", dates), Ground(library, tiny.at, tiny.names))
    assert said(found, "models/acme/one") == {
        "offers azure retires": "2027-04-14", "offers openai@20260115 retires": "2026-10-23",
    }  # fmt: skip
    assert found.notes == (
        Note("unmatched", "low/1024-x-1024/acme-one", "a date of an offer that is not in the catalogue", "2026-10-23"),
    )


def test_the_two_files_are_two_sources(known: Ground) -> None:
    both = (*given("litellm", "cost-map.json"), *given("litellm", "deprecations.json"))
    with pytest.raises(UsageError, match="two sources"):
        harvest(both, known)
    with pytest.raises(UsageError, match="No cost map"):
        harvest((), known)


def test_a_second_harvest_says_the_same(found: Harvest, known: Ground) -> None:
    assert harvest(given("litellm", "cost-map.json"), known) == found
