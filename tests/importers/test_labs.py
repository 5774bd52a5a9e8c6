"""Labs and providers under the names of others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.importers.labs import Route, fold_lab, fold_provider, known_lab, providers_by_key, read_route
from almanac.importers.naming import naming
from tests.support.content import ContentTree


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("qwen", "alibaba"),
        ("Qwen", "alibaba"),
        ("z-ai", "zhipuai"),
        ("zai-org", "zhipuai"),
        ("THUDM", "zhipuai"),
        ("moonshotai", "moonshotai"),
        ("meta-llama", "meta"),
        ("x-ai", "xai"),
        ("mistralai", "mistral"),
        ("mistral-ai", "mistral"),
        ("MiniMaxAI", "minimax"),
        ("XiaomiMiMo", "xiaomi"),
        ("hf:deepseek-ai", "deepseek"),
        ("~openai", "openai"),
        ("ibm_granite", "ibm"),
        ("NeverSleep", "neversleep"),
    ],
)
def test_a_lab_is_known_under_all_its_names(theirs: str, ours: str) -> None:
    assert fold_lab(theirs) == ours


def test_a_lab_that_nobody_wrote_down_is_not_known() -> None:
    assert known_lab("NeverSleep") is None


@given(st.text() | st.sampled_from(sorted(naming().labs)))
def test_folding_a_lab_twice_is_folding_it_once(name: str) -> None:
    assert fold_lab(fold_lab(name)) == fold_lab(name)


@given(st.text() | st.sampled_from(sorted(naming().litellm)))
def test_folding_a_provider_twice_is_folding_it_once(name: str) -> None:
    assert fold_provider(fold_provider(name)) == fold_provider(name)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("vertex_ai-anthropic_models", "google-vertex"),
        ("vertex_ai-language-models", "google-vertex"),
        ("bedrock_converse", "amazon-bedrock"),
        ("azure/", "azure"),
        ("together_ai", "togetherai"),
        ("fireworks_ai-embedding-models", "fireworks-ai"),
        ("text-completion-openai", "openai"),
        ("aws_polly", "aws-polly"),
        ("wafer.ai", "wafer.ai"),
    ],
)
def test_a_provider_of_litellm_is_one_of_ours(theirs: str, ours: str) -> None:
    assert fold_provider(theirs) == ours


@pytest.mark.parametrize(
    ("litellm_id", "provider", "route"),
    [
        ("gpt-4.1-nano", "openai", Route("openai", "gpt-4.1-nano")),
        ("openrouter/z-ai/glm-4.6", "openrouter", Route("openrouter", "z-ai/glm-4.6")),
        ("openrouter/openrouter/auto", "openrouter", Route("openrouter", "openrouter/auto")),
        ("azure/us/gpt-4o-2024-08-06", "azure", Route("azure", "gpt-4o-2024-08-06", region="us")),
        ("azure/global-standard/gpt-4o-mini", "azure", Route("azure", "gpt-4o-mini", region="global")),
        (
            "bedrock/us-gov-west-1/amazon.nova-pro-v1:0",
            "bedrock",
            Route("amazon-bedrock", "amazon.nova-pro-v1:0", region="us-gov-west-1"),
        ),
        (
            "bedrock/*/6-month-commitment/cohere.command-text-v14",
            "bedrock",
            Route("amazon-bedrock", "cohere.command-text-v14", commitment="6-month-commitment"),
        ),
        (
            "1024-x-1024/50-steps/bedrock/amazon.nova-canvas-v1:0",
            "bedrock",
            Route("amazon-bedrock", "amazon.nova-canvas-v1:0", size=("1024-x-1024", "50-steps")),
        ),
        ("hd/1024-x-1792/dall-e-3", "openai", Route("openai", "dall-e-3", size=("hd", "1024-x-1792"))),
        (
            "vertex_ai/claude-sonnet-4@20250514",
            "vertex_ai-anthropic_models",
            Route("google-vertex", "claude-sonnet-4@20250514"),
        ),
        ("perplexity/perplexity/sonar", "perplexity", Route("perplexity", "perplexity/sonar")),
    ],
)
def test_a_litellm_id_is_taken_apart(litellm_id: str, provider: str, route: Route) -> None:
    assert read_route(litellm_id, provider) == route


def test_a_provider_file_may_list_one_key_or_several(tmp_path: Path) -> None:
    tree = ContentTree.tiny(tmp_path)
    tree.append("providers/acme.yaml", "keys: {litellm: [acme/, acme_chat/]}\n")
    tree.append("providers/relay.yaml", "keys: {litellm: relay/, other: relay}\n")
    found = providers_by_key(tree.library(), "litellm")
    assert found == {"acme/": "acme", "acme_chat/": "acme", "relay/": "relay"}
