"""Lines: where a fact is written, for edit links."""

import pytest

from almanac.reader import document
from almanac.reader.positions import lines
from tests.catalogue.shelf import many, one

TEXT = """name: One
lifecycle: {released: 2026-01-15}
offers:
  wafer.ai:
    model_id: w
    price: {input: 1,
            output: 2}
    price_when:
      - {when: {tier: batch}, input: 0.5}
parameters: [seed]
results:
  - {benchmark: riddles,
     score: 1, by: lab, source: lab-page}
  - {benchmark: riddles, by: lab, source: other,
     score: 2}
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("", 1),
        ("name", 1),
        ("lifecycle.released", 2),
        ("offers.[wafer.ai]", 4),
        ("offers.[wafer.ai].price.output", 7),
        ("offers.[wafer.ai].price_when[tier=batch].input", 9),
        ("offers.[wafer.ai].limits.context", 4),
        ("status", 1),
        ("results[riddles]", 12),
        ("results[riddles].score", 13),
        ("results[riddles,other].score", 15),
        ("results[golf]", 11),
    ],
)
def test_a_path_leads_to_its_line_or_the_nearest_above(path: str, line: int) -> None:
    assert one(base=TEXT).line[path] == line


def test_every_written_path_can_be_listed() -> None:
    lines = one(base=TEXT).line
    assert list(lines)[:4] == ["", "name", "lifecycle", "lifecycle.released"]
    assert "offers.[wafer.ai].price_when[tier=batch].when.tier" in list(lines)
    assert "parameters[seed]" in list(lines)
    assert len(lines) == len(list(lines)) == len(dict(lines))


def test_a_file_is_read_for_its_lines_once_however_many_others_are_asked_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def counted(text: str) -> dict[tuple[str, ...], int]:
        read.append(text)
        return lines(text)

    monkeypatch.setattr(document, "lines", counted)
    models = many(**{f"m{number}": TEXT for number in range(20)}).models
    for path in ("lifecycle", "parameters"):
        assert {entry.line[path] for entry in models.values()} == {TEXT[: TEXT.index(path)].count("\n") + 1}
    assert len(read) == len(models)
