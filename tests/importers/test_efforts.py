"""Efforts: how hard a model thought, in the names of runs."""

import pytest

from almanac.importers.efforts import names_two_models, plain_name, without_effort


@pytest.mark.parametrize(
    ("text", "name", "effort"),
    [
        ("o3", "o3", ""),
        ("o1-2024-12-17 (high)", "o1-2024-12-17", "high"),
        ("claude-opus-4-20250514 (no think)", "claude-opus-4-20250514", "no-thinking"),
        ("gemini-2.5-flash (24k think)", "gemini-2.5-flash", "thinking-24k"),
        ("DeepSeek-V3.2-Exp (Reasoner)", "DeepSeek-V3.2-Exp", "reasoner"),
        ("DeepSeek V3 (0324)", "DeepSeek V3-0324", ""),
        ("DeepSeek Chat V3 (prev)", "DeepSeek Chat V3-prev", ""),
        ("Qwen3 235B A22B diff, no think, Alibaba API", "Qwen3 235B A22B", "no-thinking"),
    ],
)
def test_brackets_and_notes_are_taken_off(text: str, name: str, effort: str) -> None:
    assert plain_name(text) == (name, effort)


@pytest.mark.parametrize(
    ("text", "name", "effort"),
    [
        ("gpt-5-2025-08-07_high", "gpt-5-2025-08-07", "high"),
        ("o3-mini-low", "o3-mini", "low"),
        ("claude-opus-4-1-20250805_27K", "claude-opus-4-1-20250805", "thinking-27k"),
        ("claude-opus-4-thinking_64k", "claude-opus-4", "thinking-64k"),
        ("kimi-k2-thinking", "kimi-k2-thinking", ""),
        ("gpt-5.1-codex-max", "gpt-5.1-codex-max", ""),
    ],
)
def test_an_effort_at_the_end_is_taken_off(text: str, name: str, effort: str) -> None:
    assert without_effort(text) == (name, effort)


def test_a_run_of_two_models_is_told() -> None:
    assert names_two_models("o3 (high) + gpt-4.1")
    assert not names_two_models("Command R+")
