"""models.dev: excerpts of its own files as base models, offers, providers, labs and results."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from almanac.importers.accounts import UNKNOWN, accounted, file_tables, new_fields
from almanac.importers.findings import Harvest, Upstream
from almanac.importers.ground import Ground
from almanac.importers.modelsdev import SOURCE, harvest
from almanac.importers.modelsdev.prices import priced
from almanac.importers.modelsdev.providers import domain, provider_findings
from almanac.importers.shapes import SHAPES
from almanac.importers.sources import SOURCES
from almanac.importers.upstream import load
from almanac.problems import UsageError
from almanac.units.dates import parse_day
from tests.importers.harvests import DATA, causes, said
from tests.support.content import ContentTree

AT = parse_day("2026-06-14")
D = Decimal
FILES = ("api.json", "models.json", "price-history.json")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground.of(ContentTree.tiny(tmp_path_factory.mktemp("content")).library(), AT)


@pytest.fixture(scope="module")
def files() -> tuple[Upstream, ...]:
    return load([str(DATA / "modelsdev" / name) for name in FILES], SOURCE, AT)


@pytest.fixture(scope="module")
def found(ground: Ground, files: tuple[Upstream, ...]) -> Harvest:
    return harvest(files, ground)


def entry(**more: Any) -> dict[str, Any]:
    """Return an entry of a provider, with what a test needs besides."""
    modalities = {"input": ["text"], "output": ["text"]}
    plain = {"name": "Acme Two", "limit": {"context": 1000, "output": 100}, "modalities": modalities}
    return {**plain, "cost": {"input": D(1), "output": D(2)}, "release_date": "2026-02-01", "tool_call": True, **more}


def sold(ground: Ground, models: dict[str, Any], provider: str = "acme", **more: Any) -> Harvest:
    """Return the harvest of one provider that sells these models."""
    about = {"id": provider, "name": "Acme", "npm": "@ai-sdk/openai", "env": [], "doc": "https://acme.example", **more}
    return harvest((Upstream("api.json", "modelsdev-api", {provider: {**about, "models": models}}, AT),), ground)


def test_without_the_list_of_offers_nothing_is_imported(ground: Ground, files: tuple[Upstream, ...]) -> None:
    with pytest.raises(UsageError, match=r"api\.json is not among the files"):
        harvest(files[1:], ground)


def test_no_fact_is_said_twice(found: Harvest) -> None:
    steps = [(one.record, one.steps) for one in found.findings]
    assert len(steps) == len(set(steps))


def test_every_field_of_the_files_is_mapped_or_left_out_with_a_reason(found: Harvest) -> None:
    assert [name for name, meaning in found.fields.items() if meaning == UNKNOWN] == []
    assert found.fields["modelsdev-api: *.models.*.cost.input"] == "price.input"


def test_a_new_field_is_told_to_the_report() -> None:
    tables = file_tables("almanac.importers.modelsdev")
    fields = accounted({"acme": {"id": "acme", "colour": {"hue": "red"}}}, tables["modelsdev-api"])
    assert fields == {"*.id": "provider: keys.modelsdev", "*.colour.hue": UNKNOWN}
    assert [note.subject for note in new_fields(fields)] == ["*.colour.hue"]


def test_a_base_model_has_the_facts_of_its_own_list(found: Harvest) -> None:
    facts = said(found, "models/anthropic/claude-opus-4-5")
    assert facts["name"] == "Claude Opus 4.5"
    assert facts["lifecycle released"] == "2025-11-24"
    assert facts["lifecycle knowledge_cutoff"] == "2025-03-31"
    assert facts["limits context"] == 200000
    assert facts["modalities input"] == ["text", "image", "file"]
    assert facts["capabilities reasoning"] is True
    assert facts["weights open"] is False
    assert facts["ids keys modelsdev"] == "anthropic/claude-opus-4-5"
    assert facts["family"] == "claude-opus"
    assert facts["sync source"] == "modelsdev"
    snapshot = "claude-opus-4-5-20251101"
    assert facts[f"ids snapshots {snapshot}"] == {"id": snapshot, "released": "2025-11-01"}


def test_an_open_model_leads_to_its_weights(found: Harvest) -> None:
    facts = said(found, "models/deepseek/deepseek-v4-pro")
    assert facts["weights open"] is True
    assert str(facts["weights url"]).startswith("https://huggingface.co/deepseek-ai/")


def test_an_offer_says_only_what_differs_from_the_model(found: Harvest) -> None:
    facts = said(found, "models/alibaba/qwen3-32b")
    assert facts["offers alibaba model_id"] == "qwen3-32b"
    assert "offers alibaba limits context" not in facts
    assert facts["offers groq limits max_output"] == 40960
    assert "offers groq limits context" not in facts
    assert facts["offers nano-gpt modalities input"] == ["text", "file"]
    assert facts["offers nano-gpt capabilities function_calling"] is False
    assert facts["offers alibaba price reasoning"] == D("8.4")


def test_another_id_at_a_provider_is_a_variant(found: Harvest) -> None:
    facts = said(found, "models/anthropic/claude-opus-4-5")
    assert facts["offers anthropic@20251101 model_id"] == "claude-opus-4-5-20251101"
    assert facts["offers google-vertex@20251101 model_id"] == "claude-opus-4-5@20251101"
    twice = "the same seller lists the id twice, under two names of its own"
    assert causes(found, "google-vertex-anthropic/") == [twice]


def test_a_longer_context_is_a_row_of_the_components_that_differ(found: Harvest) -> None:
    facts = said(found, "models/openai/gpt-5.4")
    row = facts["offers openai price_when context_above=272000"]
    assert row == {"when": {"context_above": 272000}, "input": D(5), "output": D("22.5"), "cache_read": D("0.5")}
    assert "offers openai price_when context_above=200000" not in facts


def test_a_mode_without_a_list_price_beside_it_is_told() -> None:
    entry = {"experimental": {"modes": {"fast": {"cost": {"input": D(5), "output": D(30)}}}}}
    asked = priced(entry, mode="chat", zero_means="unknown", subject="anyapi/x")
    assert (asked.price, asked.rows) == (None, ())
    assert [one.subject for one in asked.notes] == ["anyapi/x when tier=fast"]


def test_a_fast_mode_is_the_tier_that_its_requests_name(found: Harvest) -> None:
    assert "offers openai price_when tier=priority" in said(found, "models/openai/gpt-5.4")
    assert "offers anthropic price_when tier=fast" in said(found, "models/anthropic/claude-opus-4-6")


def test_zero_is_free_included_or_unknown_but_never_a_price(found: Harvest) -> None:
    assert said(found, "models/openai/gpt-oss-20b")["offers openrouter@free price"] == "free"
    assert said(found, "models/openai/gpt-oss-20b")["offers lmstudio price"] == "free"
    assert said(found, "models/moonshotai/kimi-k2.6")["offers kimi-for-coding price"] == "included"
    assert "offers privatemode-ai price" not in said(found, "models/openai/whisper-large-v3")
    zeros = [one for one in found.findings if one.steps[-1] in {"input", "output"} and one.value == 0]
    assert zeros == []


def test_an_embedding_has_no_output_and_no_longest_one(found: Harvest) -> None:
    facts = said(found, "models/openai/text-embedding-3-small")
    assert facts["mode"] == "embedding"
    assert facts["offers openai price input"] == D("0.02")
    assert "offers openai price output" not in facts
    assert "limits max_output" not in facts


def test_a_float_of_upstream_is_rounded(found: Harvest) -> None:
    assert said(found, "models/openai/gpt-5.1")["offers helicone price cache_read"] == D("0.125")


def test_a_model_of_offers_alone_is_a_stub(found: Harvest) -> None:
    facts = said(found, "models/thedrummer/cydonia-24b-v4.1")
    assert facts["name"] == "TheDrummer: Cydonia 24B V4.1".partition(": ")[2]
    assert {key.split()[1] for key in facts if key.startswith("offers")} == {"kilo", "nano-gpt"}
    assert said(found, "labs/thedrummer")["name"] == "TheDrummer"


def test_a_finetune_without_a_maker_has_the_lab_that_says_so(found: Harvest) -> None:
    assert said(found, "models/unnamed/qwen3.5-27b-queen-derestricted")
    assert said(found, "labs/unnamed")["name"] == "Unnamed makers"


def test_a_router_is_no_base_model(found: Harvest) -> None:
    assert causes(found, "openrouter/openrouter/auto") == ["it passes requests on: no base model"]


def test_a_limit_beyond_the_context_is_a_claim(found: Harvest) -> None:
    facts = said(found, "models/openai/gpt-5-2")
    path = "offers.venice.limits.max_input"
    assert facts[f"claims {path},modelsdev"] == {
        "path": path,
        "value": 272000,
        "source": "modelsdev",
        "verdict": "wrong",
        "why": "longer than the context of 256,000 that it states for this offer",
    }
    assert "offers venice limits max_input" not in facts


def test_what_nobody_asks_is_noted_and_left_out(found: Harvest) -> None:
    assert "offers novita-ai price cache_read" not in said(found, "models/xiaomi/mimo-v2-flash")
    assert causes(found, "novita-ai/xiaomimimo/mimo-v2-flash cache_read")[0].startswith("price-cache-above-input")
    assert causes(found, "cloudflare-workers-ai/@cf/meta/llama-guard-3-8b output")[0].startswith("price-output-low")


def test_every_provider_becomes_a_record(found: Harvest) -> None:
    assert said(found, "providers/databricks") == {
        "name": "Databricks",
        "kind": "cloud",
        "url": "https://databricks.com",
        "docs_url": "https://docs.databricks.com/aws/en/machine-learning/foundation-models/",
        "domains": ["databricks.com"],
        "api style": "openai",
        "api base_url": "https://{DATABRICKS_HOST}/ai-gateway/mlflow/v1",
        "api env": ["DATABRICKS_HOST", "DATABRICKS_TOKEN"],
        "api key": "DATABRICKS_TOKEN",
        "keys modelsdev": "databricks",
    }
    assert said(found, "providers/kimi-for-coding")["zero_means"] == "included"
    assert said(found, "providers/lmstudio")["api base_url"] == "http://127.0.0.1:1234/v1"
    assert said(found, "providers/privatemode-ai")["api style"] == "own"
    assert said(found, "providers/google-vertex-anthropic") == {}


def test_a_new_provider_is_judged_by_what_it_sells() -> None:
    def facts(**models: bool) -> dict[str, object]:
        entries = {name: {"open_weights": is_open} for name, is_open in models.items()}
        upstream = {"id": "newcomer", "name": "", "doc": "not an address", "api": "https://a b", "models": entries}
        return {" ".join(one.steps): one.value for one in provider_findings(upstream, "api.json")}

    assert facts(one=True)["kind"] == "host"
    assert facts(one=True, two=False) == {
        "name": "newcomer", "kind": "router", "api style": "own", "keys modelsdev": "newcomer",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("docs.venice.ai", "venice.ai"), ("submodel.gitbook.io", "submodel.gitbook.io"), ("127.0.0.1", "127.0.0.1"),
        ("www.example.co.uk", "example.co.uk"), ("co.uk", "co.uk"),
    ],
)  # fmt: skip
def test_a_domain_is_what_somebody_registered(host: str, own: str) -> None:
    assert domain(host) == own


@pytest.mark.parametrize(
    ("doc", "url"),
    [
        ("https://docs.acme.example/x?utm_source=y", "https://acme.example"),
        ("https://acme.gitbook.io", None),
        ("https://github.com/acme", None),
        ("https://cloud.tencent.com/x", "https://cloud.tencent.com"),
    ],
)
def test_the_front_page_is_read_off_the_documentation(doc: str, url: str | None) -> None:
    upstream = {"id": "acme", "name": "Acme", "doc": doc}
    facts = {one.steps: one.value for one in provider_findings(upstream, "api.json")}
    assert facts.get(("url",)) == url
    assert "utm" not in str(facts["docs_url",])


def test_a_labs_own_provider_gives_its_addresses(found: Harvest) -> None:
    facts = said(found, "labs/anthropic")
    assert (facts["name"], facts["provider"]) == ("anthropic", "anthropic")
    assert facts["families claude-opus name"] == "Claude Opus"
    assert said(found, "labs/alibaba")["url"] == "https://www.alibabacloud.com"


def test_results_name_their_benchmark_and_who_measured(found: Harvest) -> None:
    facts = said(found, "models/deepseek/deepseek-v4-pro")
    lab = facts.get("results swe-bench-verified,modelsdev")
    assert lab is None  # the tiny content has no such benchmark
    agents = [value for key, value in facts.items() if key.startswith("results aa-coding-agent-index")]
    assert agents == [
        {
            "benchmark": "aa-coding-agent-index", "score": D("50.1"), "by": "republished", "variant": "high",
            "harness": "Claude Code", "source": "modelsdev-artificial-analysis",
        }
    ]  # fmt: skip
    assert said(found, "benchmarks/aa-coding-agent-index")["unit"] == "points"
    assert "no benchmark of ours has this name" in causes(found, "deepseek/deepseek-v4-pro SWE-Bench Verified")


def test_a_labs_own_page_makes_its_own_result_and_a_version_is_read_off_the_name(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path)
    ground = Ground.of(tree.library(), AT)
    rows = [
        {"name": "Riddles", "score": D(50), "source": "https://acme.example/blog", "date": "2026-01-01"},
        {"name": "Riddles 2.0", "score": D(51), "source": "https://huggingface.co/acme/One"},
        {"name": "Riddles", "score": "high", "source": ""},
        {"name": "Riddles", "score": D(9), "source": "https://aider.chat/docs"},
        {"name": "Riddles", "score": D(52), "source": "https://labs.scale.com/leaderboard/riddles"},
        {"name": "Riddles", "score": D(53), "source": "https://openrouter.ai/acme/one/benchmarks"},
        {"name": "Riddles", "score": D(54), "source": "https://somebody.example/riddles"},
    ]
    base = {"acme/one": {"id": "acme/one", "name": "Acme One", "limit": {}, "benchmarks": rows}}
    api = Upstream("api.json", "modelsdev-api", {"acme": {"id": "acme", "models": {}}}, AT)
    facts = said(harvest((api, Upstream("models.json", "modelsdev-models", base, AT)), ground), "models/acme/one")
    results = {key: value for key, value in facts.items() if key.startswith("results")}
    assert results.keys() == {
        "results riddles,modelsdev,2026-01-01", "results riddles,modelsdev,2.0", "results riddles,modelsdev",
        "results riddles,modelsdev-scale", "results riddles,modelsdev-artificial-analysis",
    }  # fmt: skip


def test_upstreams_pointer_is_asked_where_no_rule_finds_a_model(ground: Ground) -> None:
    models = {"blend": entry(name="Blend"), "the-acme": entry(name="One")}
    api = {"relay": {"id": "relay", "name": "Relay", "models": models}}
    pointers = Upstream("p.json", "modelsdev-pointers", {"relay/blend": "acme/one", "relay/acme": "acme/one"}, AT)
    found = harvest((Upstream("api.json", "modelsdev-api", api, AT), pointers), ground)
    note = next(note for note in found.notes if note.subject == "relay/blend")
    assert (note.kind, note.value) == ("unmatched", "perhaps acme/one")


def test_offers_that_stand_keep_their_keys(ground: Ground) -> None:
    facts = said(sold(ground, {"acme/one:free": entry()}, provider="relay"), "models/acme/one")
    assert facts["offers relay@free model_id"] == "acme/one:free"


def test_a_model_called_like_its_seller_stays_out(ground: Ground) -> None:
    found = sold(ground, {"acme-blend": entry(name="Acme")})
    assert causes(found, "acme/acme-blend") == ["name-is-provider: the model is called like a seller"]


def test_an_id_that_no_record_can_hold_stays_out(ground: Ground) -> None:
    found = sold(ground, {"a b": entry()})
    assert causes(found, "acme/a b") == ["the id holds a character that no id of ours may hold"]


def test_a_cutoff_after_the_release_stays_out(ground: Ground) -> None:
    found = sold(ground, {"two": entry(knowledge="2026-05"), "acme/two": entry(release_date="2026-02-31")})
    assert any(cause.startswith("cutoff-after-release") for cause in causes(found, "acme/"))


def one_model_of(ground: Ground, **entries: dict[str, Any]) -> Harvest:
    """Return the harvest of one model that these sellers sell."""
    api = {name: {"id": name, "name": name, "models": {"lab-z/two": said}} for name, said in entries.items()}
    return harvest((Upstream("api.json", "modelsdev-api", api, AT),), ground)


def test_a_price_of_another_unit_stays_out(ground: Ground) -> None:
    slip = entry(cost={"input": D(150), "output": D(600)})
    found = one_model_of(ground, a=entry(), b=entry(), c=slip, d=entry())
    facts = said(found, "models/lab-z/two")
    assert facts["offers a price input"] == 1
    assert "offers c price input" not in facts
    assert causes(found, "c/lab-z/two price")[0].startswith("price-off-median")


def test_a_limit_beyond_the_models_own_context_stays_out(ground: Ground) -> None:
    short, silent = entry(limit={"context": 1000}), entry(limit={"output": 2000})
    facts = said(one_model_of(ground, a=short, b=short, c=silent), "models/lab-z/two")
    assert "offers c limits max_output" not in facts
    assert "limits max_output" not in facts
    assert "claims offers.c.limits.max_output,modelsdev" in facts


def test_an_offer_never_falls_back_on_a_persons_limit_that_its_seller_does_not_state(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path)
    known = "limits: {context: 2000}\nevidence:\n  limits: {source: acme-launch}\n"
    tree.write("models/acme/two.yaml", f"name: Two\nlifecycle: {{released: unknown}}\n{known}")
    ground = Ground.of(tree.library(), AT)
    facts = said(sold(ground, {"acme/two": entry(limit={"context": 1000})}), "models/acme/two")
    assert (facts["limits context"], facts["offers acme limits context"]) == (1000, 1000)
    facts = said(sold(ground, {"acme/two": entry(limit={"context": 2000})}), "models/acme/two")
    assert "offers acme limits context" not in facts


def test_one_run_that_upstream_lists_under_two_names_is_one_result(ground: Ground) -> None:
    rows = [{"name": "Riddles", "score": D(50), "source": "https://labs.example"}]
    bases: dict[str, dict[str, Any]] = {
        name: {"id": name, "name": "Medium", "limit": {}, "benchmarks": rows}
        for name in ("mistral/mistral-medium-latest", "mistral/mistral-medium-2604")
    }
    api = Upstream("api.json", "modelsdev-api", {"acme": {"id": "acme", "models": {}}}, AT)
    found = harvest((api, Upstream("models.json", "modelsdev-models", bases, AT)), ground)
    facts = said(found, "models/mistral/mistral-medium-2604")
    assert [key for key in facts if key.startswith("results")] == ["results riddles,modelsdev"]


def test_an_address_to_fill_in_must_be_listed_and_complete() -> None:
    def style(address: str) -> object:
        upstream = {"id": "acme", "npm": "@ai-sdk/openai", "api": address, "env": ["ACME_URL"]}
        return next(one.value for one in provider_findings(upstream, "api.json") if one.steps == ("api", "style"))

    assert [style(text) for text in ("${ACME_URL}/v1", "https://${OTHER}/v1", "http://localhost:1/v1", "")] == [
        "openai", "own", "own", "own",
    ]  # fmt: skip


def test_every_source_is_listed_once() -> None:
    assert list(SOURCES) == ["modelsdev", "openrouter", "litellm", "aider", "epoch", "llmstats"]
    assert all(SHAPES[name] for name in SOURCES)


def test_a_stub_says_what_most_sellers_say(ground: Ground) -> None:
    less, more = entry(limit={"context": 1000, "output": 900}), entry(limit={"context": 2000, "output": 900})
    facts = said(one_model_of(ground, a=less, b=more, c=more), "models/lab-z/two")
    assert facts["limits context"] == 2000
    assert facts["limits max_output"] == 900
    assert facts["offers a limits context"] == 1000
    assert facts["name"] == "Acme Two"


def test_limits_inside_a_context_are_of_those_who_state_it(ground: Ground) -> None:
    short, long = {"context": 1000, "input": 700, "output": 500}, {"context": 2000, "input": 2000, "output": 600}
    bare = {"context": 2000}
    sellers = {"a": entry(limit=short), "b": entry(limit=long), "c": entry(limit=bare)}
    facts = said(one_model_of(ground, **sellers), "models/lab-z/two")
    assert {key: facts[key] for key in facts if key.startswith("limits")} == {
        "limits context": 2000, "limits max_output": 600,
    }  # fmt: skip
    assert facts["offers a limits max_input"] == 700


def test_a_name_that_differs_in_signs_alone_stays_as_it_is_written(ground: Ground) -> None:
    assert said(sold(ground, {"one": entry(name="acme-ONE")}), "models/acme/one")["name"] == "Acme One"
    assert said(sold(ground, {"one": entry(name="Solo")}), "models/acme/one")["name"] == "Solo"


@pytest.mark.parametrize(("source", "name"), [("register", "New One"), ("modelsdev", "new-one")])
def test_an_id_that_stood_in_for_a_name_gives_way_to_it_and_a_persons_spelling_does_not(
    tmp_path: Path, source: str, name: str
) -> None:
    text = f"name: new-one\nlifecycle: {{released: unknown}}\nsync: {{source: {source}}}\n"
    tree = ContentTree.tiny(tmp_path).write("models/acme/new-one.yaml", text)
    facts = said(sold(Ground.of(tree.library(), AT), {"new-one": entry(name="New One")}), "models/acme/new-one")
    assert facts["name"] == name


PRICES = [
    ({"cost": {"input": D(1), "output": D(0)}}, "chat", {"input": D(1), "output": "included"}, ()),
    ({"cost": {"input": "dear"}}, "chat", None, ()),
    ({}, "chat", None, ()),
    (
        {"cost": {"input": D(1), "context_over_200k": {"input": D(2)}}},
        "chat",
        {"input": D(1)},
        ({"when": {"context_above": 200000}, "input": D(2)},),
    ),
    (
        {"cost": {"input": D(1), "tiers": [{"input": D(1), "tier": {"type": "context", "size": 9}}, {"tier": {}}]}},
        "chat",
        {"input": D(1)},
        (),
    ),
    (
        {"cost": {"input": D(1)}, "experimental": {"modes": {"flex": {"cost": {"input": D("0.5")}}}}},
        "chat",
        {"input": D(1)},
        ({"when": {"tier": "flex"}, "input": D("0.5")},),
    ),
]


@pytest.mark.parametrize(("data", "mode", "price", "rows"), PRICES)
def test_a_cost_becomes_a_price_and_its_rows(data: dict[str, Any], mode: str, price: object, rows: object) -> None:
    found = priced(data, mode=mode, zero_means="unknown", subject="acme/two")
    assert found.price == price
    assert found.rows == rows
