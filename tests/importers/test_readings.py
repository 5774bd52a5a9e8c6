"""Readings: what an id says by its form alone."""

import pytest

from almanac.importers.readings import Reading, read_id


@pytest.mark.parametrize(
    ("upstream_id", "reading"),
    [
        ("gpt-4.1-nano", Reading("gpt-4.1-nano")),
        ("~openai/gpt-latest", Reading("gpt-latest", frozenset({"openai"}))),
        ("ft:gpt-4o-mini", Reading("gpt-4o-mini", tier="fine-tuned")),
        ("meta-llama/llama-3.3-70b-instruct:free", Reading("llama-3.3-70b-instruct", frozenset({"meta"}), tier="free")),
        ("gpt-oss:120b", Reading("gpt-oss-120b")),
        ("qwen3-max:200k", Reading("qwen3-max", loose=("200k",))),
        ("claude-opus-4-thinking:8192", Reading("claude-opus-4", words=("thinking-8192",))),
        ("claude-opus-4.6:thinking:low", Reading("claude-opus-4.6", words=("thinking-low",))),
        ("o3:nitro", Reading("o3", words=("nitro",))),
        ("claude-opus-4@20250514", Reading("claude-opus-4", date="20250514")),
        ("claude-opus-4-6@default", Reading("claude-opus-4-6", loose=("default",))),
        ("anthropic--claude-4.5-opus", Reading("claude-4.5-opus", frozenset({"anthropic"}))),
        ("nobody--claude", Reading("nobody--claude")),
        ("TEE/gpt-oss-20b", Reading("gpt-oss-20b", loose=("tee",))),
        ("Pro/zai-org/GLM-5", Reading("GLM-5", frozenset({"zhipuai"}), loose=("pro",))),
        ("hf:Qwen/Qwen3.5-397B-A17B", Reading("Qwen3.5-397B-A17B", frozenset({"alibaba"}))),
        (
            "eu.amazon.nova-micro-v1:0",
            Reading("nova-micro", frozenset({"amazon"}), region="eu", loose=("1-0",), is_dotted=True),
        ),
        ("openai.gpt-oss-20b-1:0", Reading("gpt-oss-20b", frozenset({"openai"}), loose=("1-0",), is_dotted=True)),
        ("mistral.mistral-7b-v0:2", Reading("mistral-7b-v0-2", frozenset({"mistral"}), is_dotted=True)),
    ],
)
def test_an_id_is_taken_apart(upstream_id: str, reading: Reading) -> None:
    assert read_id(upstream_id) == reading
