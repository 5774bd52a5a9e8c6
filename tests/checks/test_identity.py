from pathlib import Path

import pytest

from almanac.checks.identity import skeleton
from tests.checks.tinysite import SITE, changed, problems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gpt-4.1", "gpt-4-1"),
        ("gpt-4.1", "gpt_4.1"),
        ("gpt4o", "gpt-4o"),
        ("MiniMax-M2.5", "minimax-m2.5"),
        ("openai", "0penai"),
        ("openal", "opena1"),
        ("acme", "acrne"),
        ("wave", "vvave"),
        ("café", "cafe"),
        ("ﬁne", "fine"),
    ],
)
def test_ids_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("gpt-4.1", "gpt-41"), ("gpt-4", "gpt-4.1"), ("o3", "o3-mini"), ("qwen3-8b", "qwen3-80b")]
)
def test_ids_of_different_numbers_have_different_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_a_clash_names_the_other_file(tmp_path: Path) -> None:
    found = problems(tmp_path, {"models/acme/vect0rs.yaml": "name: V\nmoved_to: acme/one\n"})
    assert [problem.path.endswith("models/acme/vectors.yaml") for problem in found] == [True]
    other = tmp_path / "content/models/acme/vect0rs.yaml"
    assert found[0].message == f'"acme/vectors" cannot be told from "acme/vect0rs" in {other}.'


def test_the_same_slug_at_two_labs_is_no_clash(tmp_path: Path) -> None:
    files = {
        "labs/bolt.yaml": "name: Bolt\n",
        "models/bolt/one.yaml": "name: Bolt One\nlifecycle: {released: unknown}\n",
    }
    assert problems(tmp_path, files) == ()


def test_an_alias_that_repeats_the_slug_of_its_own_model_is_a_clash(tmp_path: Path) -> None:
    found = problems(tmp_path, changed("models/acme/one.yaml", "{id: one-latest,", "{id: ONE,"))
    assert [problem.code for problem in found] == ["id-fold-clash"]


def test_two_models_that_claim_one_id_of_a_provider_are_a_duplicate_across_files(tmp_path: Path) -> None:
    text = SITE["models/acme/vectors.yaml"].replace("model_id: vectors", "model_id: two")
    found = problems(tmp_path, {"models/acme/vectors.yaml": text})
    assert {problem.code for problem in found} == {"offer-duplicate", "offer-other-model"}
    assert "as offer acme in" in found[0].message
