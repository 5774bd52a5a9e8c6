"""Jobs in one line: what is read as work, and what is refused."""

import pytest

from almanac.records import parse_job
from almanac.records.job import WRITTEN


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("600 input, 20 output", [(1, 600, 0, 0, 20)]),
        ("10,000 requests, 600 input, 20 output", [(10_000, 6_000_000, 0, 0, 200_000)]),
        ("2K requests, 1M cache_read, 3 cache_write", [(2_000, 0, 6_000, 2_000_000_000, 0)]),
        ("300K cache_write; 99 requests, 300K cache_read", [(1, 0, 300_000, 0, 0), (99, 0, 0, 29_700_000, 0)]),
        ("0 output, 1 input", [(1, 1, 0, 0, 0)]),
    ],
)
def test_a_job_counts_the_tokens_of_all_its_requests(text: str, parts: list[tuple[int, ...]]) -> None:
    found = [(part.requests, part.input, part.cache_write, part.cache_read, part.output) for part in parse_job(text)]
    assert found == parts


@pytest.mark.parametrize(
    "text",
    ["", "600", "600 tokens", "600 input,20 output", "1 input, 2 input", "10 requests", "0 requests, 1 input",
     "0 input", "1 input;", "1.5K input", "-1 input", "1,00 input", "999999999999M input", "9M requests, 9M input"],
)  # fmt: skip
def test_what_is_no_job_is_refused(text: str) -> None:
    assert parse_job(text) == ()


def test_the_example_of_the_messages_is_a_job() -> None:
    assert len(parse_job(WRITTEN)) == 1
