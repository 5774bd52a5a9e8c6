"""Stubs: base models found in the ids of their sellers, the labs behind them, their modes and families."""

from pathlib import Path

import pytest

from almanac.importers.families import families_of, family_name, family_of
from almanac.importers.makers import lab_in_name, lab_in_path, spelled
from almanac.importers.modes import mode_of
from almanac.importers.names import Known, Names
from almanac.importers.stubs import Unplaced, conceive
from tests.support.content import ContentTree

NAMES = Names.build([Known("alibaba/qwen3.5-27b"), Known("alibaba/qwen3-coder-plus")])


def models(*ids: str, names: Names = NAMES) -> dict[str, list[str]]:
    """Return the stubs behind ids written `provider:id`, each with its ids."""
    parted = [one.partition(":") for one in ids]
    stubs, _ = conceive(names, [Unplaced(provider, model_id) for provider, _, model_id in parted])
    return {stub.known.model: [f"{one.provider}:{one.model_id}" for one in stub.ids] for stub in stubs}


def test_sellers_of_one_name_sell_one_model() -> None:
    ids = ("kilo:thedrummer/cydonia-24b-v4.1", "nano-gpt:TheDrummer/Cydonia-24B-v4.1", "crof:cydonia-24b-v4.1")
    assert models(*ids) == {"thedrummer/cydonia-24b-v4.1": sorted(ids, key=ids.index)}


@pytest.mark.parametrize(
    ("ids", "model"),
    [
        (["qiniu-ai:doubao-1.5-pro-32k", "nano-gpt:doubao-1.5-pro-32k"], "bytedance/doubao-1.5-pro-32k"),
        (["alibaba-cn:qwen-long"], "alibaba/qwen-long"),
        (["nano-gpt:qwen3-long"], "alibaba/qwen3-long"),
        (["nano-gpt:Qwen3.5-27B-Queen-Derestricted"], "unnamed/qwen3.5-27b-queen-derestricted"),
        (["chutes:unsloth/gemma-3-12b-it", "evroc:google/gemma-3-12b-it"], "google/gemma-3-12b-it"),
        (["nvidia:nvidia/nemotron-9"], "nvidia/nemotron-9"),
        (["digitalocean:openai-gpt-image-9"], "openai/gpt-image-9"),
        (["amazon-bedrock:deepseek.v9-v1:0"], "deepseek/deepseek-v9"),
        (["fireworks-ai:accounts/fireworks/models/kimi-k9p5"], "moonshotai/kimi-k9.5"),
        (["opencode:glm-9-free", "kilo:z-ai/glm-9"], "zhipuai/glm-9"),
        (["venice:venice-uncensored"], "venice/venice-uncensored"),
        (["nano-gpt:owl"], "unnamed/owl"),
        (["sarvam:saaras"], "sarvam/saaras"),
        (["clarifai:arcee_ai/AFM/models/afm-4.5b"], "arcee-ai/afm-4.5b"),
        (["zenmux:volcengine/doubao-seed-9"], "bytedance/doubao-seed-9"),
    ],
)
def test_the_maker_is_who_the_ids_tell(ids: list[str], model: str) -> None:
    assert list(models(*ids)) == [model]


def test_the_labs_own_spelling_is_the_id() -> None:
    ids = ("kilo:qwen/qwen-2.5-7b-instruct", "openrouter:qwen/qwen-2.5-7b-instruct", "alibaba:qwen2-5-7b-instruct")
    assert list(models(*ids)) == ["alibaba/qwen2-5-7b-instruct"]


def test_a_name_that_a_careless_eye_takes_for_another_is_that_one() -> None:
    stubs = models("kilo:acme/solo-o1", "poe:acme/solo-01", names=Names.build([]))
    assert len(stubs) == 1


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (Unplaced("openrouter", "openrouter/auto"), "it passes requests on: no base model"),
        (Unplaced("azure", "model-router"), "it passes requests on: no base model"),
        (Unplaced("the-grid-ai", "agent-max"), "it passes requests on: no base model"),
        (Unplaced("crof", "qwen3-coder-plus-fast"), "a seller's name for what may be a known model"),
        (Unplaced("opencode", "sonic", is_gone=True), "gone, and no source named its maker"),
    ],
)
def test_what_makes_no_base_model_is_left_with_the_reason(one: Unplaced, reason: str) -> None:
    stubs, left = conceive(NAMES, [one])
    assert stubs == ()
    assert left == {one: reason}


@pytest.mark.parametrize(
    ("path", "lab"),
    [
        ("thedrummer/x", "thedrummer"), ("workers-ai/@cf/myshell-ai/melotts", "myshell-ai"), ("TEE/x", ""), ("x", ""),
        ("~anthropic/x", "anthropic"), ("deepseek-ai/deepseek-ocr/models/x", "deepseek"),
        ("siliconflow/deepseek-v3", ""),
    ],
)  # fmt: skip
def test_a_path_names_a_lab_or_a_place(path: str, lab: str) -> None:
    assert lab_in_path(path) == lab


@pytest.mark.parametrize(
    ("name", "lab"),
    [("qwen-3-long", "alibaba"), ("llama-3-1-nemotron-70b", "nvidia"), ("text-embedding-9", "openai"), ("greg-1", "")],
)
def test_a_name_begins_with_a_labs_word(name: str, lab: str) -> None:
    assert lab_in_name(name) == lab


def test_a_name_is_found_in_an_id_as_it_is_spelled_there() -> None:
    assert spelled("openai-GPT-Image-1.5-free", "gpt-image-1-5") == "GPT-Image-1.5"
    assert spelled("something-else", "gpt-image-1-5") is None


@pytest.mark.parametrize(
    ("name", "output", "mode"),
    [
        ("text-embedding-3-small", ["text"], "embedding"), ("bge-reranker-v2-m3", ["text"], "rerank"),
        ("whisper-large-v3", ["text"], "transcription"), ("gpt-realtime-1.5", ["text", "audio"], "realtime"),
        ("deepseek-ocr", ["text"], "ocr"), ("omni-moderation", ["text"], "moderation"), ("auto", [], "router"),
        ("flux-2-pro", ["image"], "image"), ("kling-v3", ["video"], "video"), ("mimo-v2-tts", ["audio"], "speech"),
        ("gpt-5-image", ["text", "image"], "chat"), ("voyage-3", ["text"], "embedding"),
        ("voyage-rerank-2", ["text"], "rerank"), ("odd", ["file"], "chat"),
    ],
)  # fmt: skip
def test_a_mode_is_read_off_the_name_and_what_comes_out(name: str, output: list[str], mode: str) -> None:
    assert mode_of(name, output) == mode


def test_a_family_is_the_labs_own_cut_before_upstreams(tmp_path: Path) -> None:
    library = ContentTree.tiny(tmp_path).library()
    stated = [("acme/two", "Acme-Mini"), ("acme/solo-2-max", "solo-2"), ("new/x", ""), ("acme/x", "acme")]
    known = families_of(library, stated)
    assert known == {"acme": frozenset({"one", "acme-mini", "solo-2"})}
    assert family_of(library, "acme/solo-2-mini", "acme-mini", known) == "solo-2"
    assert family_of(library, "acme/two", "Acme-Mini", known) == "acme-mini"
    assert family_of(library, "acme/two", "glm-free", known) == "glm"
    assert family_of(library, "acme/one-mini", "", known) == "one"
    assert [family_of(library, "acme/two", stated, known) for stated in ("", "auto", "acme", "--")] == ["", "", "", ""]


def test_a_file_with_another_family_keeps_it(tmp_path: Path) -> None:
    library = ContentTree.tiny(tmp_path).library()
    assert family_of(library, "acme/one", "other", {}) == ""
    assert family_of(library, "acme/one", "one", {}) == "one"


@pytest.mark.parametrize(
    ("family", "names", "title"),
    [
        ("gemini-flash", ["Gemini 3 Flash", "Gemini 2.5 Flash"], "Gemini Flash"),
        ("text-embedding", ["text-embedding-3-small"], "text-embedding"),
        ("dall-e", ["DALL-E 3"], "DALL-E"),
        ("gpt-codex", ["codex-mini"], "GPT codex"),
        ("o-mini", ["o3-mini"], "o mini"),
        ("qwen3.6", ["Plus"], "qwen3.6"),
        ("nova-lite", [], "Nova Lite"),
    ],
)
def test_a_family_is_called_as_its_models_are(family: str, names: list[str], title: str) -> None:
    assert family_name(family, names) == title
