"""Bases: another catalogue's base models as ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.checks.identity import skeleton
from almanac.importers.bases import Base, base_of, introduce
from almanac.importers.identity import resolve
from almanac.importers.names import Known, Names
from almanac.records.fields import slug_fault

LIKE_IDS = st.from_regex(r"(acme|Acme|qwen|alibaba)/[A-Ca-c0-1.@_-]{1,8}(-2025-01-0[12])?", fullmatch=True)


@pytest.mark.parametrize(
    ("theirs", "base"),
    [
        ("minimax/MiniMax-M2.5", Base("minimax/minimax-m2.5")),
        ("qwen/qwen3-32b", Base("alibaba/qwen3-32b")),
        ("openai/gpt-4o-2024-05-13", Base("openai/gpt-4o", "gpt-4o-2024-05-13")),
        ("anthropic/claude-opus-4-20250514", Base("anthropic/claude-opus-4", "claude-opus-4-20250514")),
        ("anthropic/claude-opus-4-0", Base("anthropic/claude-opus-4")),
        ("anthropic/claude-4.5-opus", Base("anthropic/claude-opus-4-5")),
        ("mistral/mistral-large-2411", Base("mistral/mistral-large-2411")),
        ("cohere/command-r-08-2024", Base("cohere/command-r-08-2024")),
        ("gpt-4o", None),
        ("openai/", None),
        ("深度/模型", None),
    ],
)
def test_a_base_model_of_another_catalogue_has_an_id_of_ours(theirs: str, base: Base | None) -> None:
    names = Names.build([Known("anthropic/claude-opus-4"), Known("anthropic/claude-opus-4-5")])
    assert base_of(names, theirs) == base


@pytest.mark.slow
@given(st.lists(LIKE_IDS | st.text(), max_size=12))
def test_no_two_ids_can_be_taken_for_each_other(theirs: list[str]) -> None:
    names, bases = introduce(Names.build(()), map(Known, theirs))
    models = {base.model for base in bases.values()}
    eyes = [(model.partition("/")[0], skeleton(model.partition("/")[2])) for model in sorted(models)]
    assert len(set(eyes)) == len(models)
    assert not any(slug_fault(part) for model in models for part in model.split("/"))
    assert {known.model for known in names.known} == models


def test_what_is_introduced_is_found_under_upstreams_names() -> None:
    upstream = [
        Known("zhipuai/GLM-9", "GLM-9", aliases=("https://huggingface.co/zai-org/GLM-9-Big",)),
        Known("zhipuai/glm-9-2027-01-02", "GLM-9"),
        Known("nowhere"),
    ]
    names, bases = introduce(Names.build(()), upstream)
    assert bases["zhipuai/GLM-9"].model == bases["zhipuai/glm-9-2027-01-02"].model == "zhipuai/glm-9"
    assert "nowhere" not in bases
    for written in ("glm-9", "zai-org/GLM-9-Big", "glm-9-2027-01-02"):
        assert resolve(names, written).model == "zhipuai/glm-9"
