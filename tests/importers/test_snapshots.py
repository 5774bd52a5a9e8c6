"""Which upstream ids are snapshots of a model."""

import pytest

from almanac.importers.snapshots import snapshot_findings, snapshots


@pytest.mark.parametrize(
    ("upstream_id", "found"),
    [
        ("gpt-4-turbo-2024-04-09", {"gpt-4-turbo-2024-04-09": "2024-04-09"}),
        ("openai/gpt-4-turbo-20240409:free", {"gpt-4-turbo-20240409": "2024-04-09"}),
        ("gpt-4-turbo", {}),
        ("gpt-4-turbo-2024-13-09", {}),
        ("gpt-4-turbo-preview-2024-04-09", {}),
        ("azure-gpt-4-turbo-2024-04-09", {}),
    ],
)
def test_a_snapshot_is_the_models_own_name_with_a_day(upstream_id: str, found: dict[str, str]) -> None:
    assert snapshots("openai/gpt-4-turbo", [upstream_id]) == found


def test_two_spellings_of_one_snapshot_are_one() -> None:
    assert len(snapshots("openai/gpt-4-turbo", ["gpt-4-turbo-20240409", "gpt-4-turbo-2024-04-09"])) == 1


def test_a_snapshot_is_a_fact_of_the_model() -> None:
    (finding,) = snapshot_findings("openai/gpt-4-turbo", ["gpt-4-turbo-2024-04-09"], upstream="x")
    assert finding.steps == ("ids", "snapshots", "gpt-4-turbo-2024-04-09")
    assert finding.value == {"id": "gpt-4-turbo-2024-04-09", "released": "2024-04-09"}
