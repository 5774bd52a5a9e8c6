from pathlib import Path

import pytest

from tests.checks.tinysite import Seen, changed, problems, seen, unmarked

SUMMARY = "summary: The small one, for [short](https://acme.example/one) answers.\n"


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("summary: Go [here](data:x).\n", 3, 20),
        ('summary: "Go [here](data:x)."\n', 3, 21),
        ("summary: >-\n  Go and look\n  right [here](data:x).\n", 5, 16),
        ("summary: Go [here](https://a.example) and [here](data:x).\n", 3, 50),
        ("summary: Not `data:x` but [here](data:x).\n", 3, 34),
        ('summary: "Go \\u005bhere](d\\u0061ta:x)."\n', 3, 10),
    ],
)
def test_a_fault_of_a_text_is_placed_at_its_words_or_else_at_the_text(
    tmp_path: Path, written: str, line: int, column: int
) -> None:
    found = problems(tmp_path, changed("models/acme/one.yaml", SUMMARY, written))
    assert seen(found, tmp_path) == [Seen("models/acme/one.yaml", line, column, "url-scheme")]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("models/acme/one.yaml", "price: free", "price: free\n    notes: See {{ price }}."),
        ("providers/route.yaml", "notes: Passes", "notes: Passes {{ price }}"),
        ("benchmarks/quiz.yaml", "about: Questions", "about: Questions {{ price }}"),
        ("benchmarks/duel.yaml", "unit: elo", "unit: elo\nmisses: Much {{ price }}."),
        ("models/acme/zero.yaml", "moved_to: acme/one", 'withdrawn: {on: 2026-05-01, why: "No {{ price }}."}'),
    ],
)
def test_every_text_of_a_record_is_read(tmp_path: Path, name: str, old: str, new: str) -> None:
    found = problems(tmp_path, unmarked(changed(name, old, new)))
    assert [problem.code for problem in found] == ["markup-call"]
