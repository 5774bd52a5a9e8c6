"""Folding: one spelling for comparing, and one for the ids of our files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.importers.folding import fold, fold_slug
from almanac.records.fields import slug_fault

LIKE_IDS = st.from_regex(r"[A-Za-z0-9 ._:/+p-]{0,40}", fullmatch=True)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("GLM-4p6", "glm-4-6"),
        ("llama3", "llama-3"),
        ("claude-4.5-sonnet", "claude-sonnet-4-5"),
        ("claude-3-5-haiku-20241022", "claude-haiku-3-5-20241022"),
        ("claude-opus4-8", "claude-opus-4-8"),
        ("gpt-4o", "gpt-4o"),
        ("openai-gpt-55-pro", "openai-gpt-5-5-pro"),
        ("qwen35-397b-a17b", "qwen-3-5-397b-a-17b"),
        ("minimax-m25", "minimax-m-2-5"),
        ("Llama_3.1 70B", "llama-3-1-70b"),
        ("Command R+", "command-r-plus"),
        ("llama-13b", "llama-13b"),
        ("gpt-4-0613", "gpt-4-0613"),
    ],
)
def test_all_spellings_of_a_name_fold_into_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text() | LIKE_IDS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | LIKE_IDS)
def test_a_folded_slug_is_an_id_of_ours_or_nothing(text: str) -> None:
    slug = fold_slug(text)
    assert not slug or slug_fault(slug) == ""
    assert fold_slug(slug) == slug


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("MiniMax-M2.5", "minimax-m2.5"),
        ("glm-4p6", "glm-4.6"),
        ("index", "index-model"),
        ("深度", ""),
        ("a--b.", "a-b"),
    ],
)
def test_a_slug_keeps_its_dots(written: str, slug: str) -> None:
    assert fold_slug(written) == slug
