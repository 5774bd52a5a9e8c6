from pathlib import Path

import pytest

from tests.checks.tinysite import changed, problems


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("input: 1000, cache_read: 0, output: 500, longest: 200", "input: 0, output: 0", "This job reads and writes"),
        ("longest: 200", "longest: 1501", "The longest request has 1,501 tokens, and the whole job 1,500."),
        ("longest: 200", "longest: 149", "10 requests of at most 149 tokens cannot make up 1,500 in all."),
    ],
)
def test_a_job_that_cannot_be_is_told_in_numbers(tmp_path: Path, old: str, new: str, message: str) -> None:
    (found,) = problems(tmp_path, changed("workloads.yaml", old, new))
    assert found.code == "workload-impossible"
    assert found.message.startswith(message)
