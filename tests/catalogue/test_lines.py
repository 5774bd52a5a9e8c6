"""Lines: where a fact is written, for edit links."""

import pytest

from tests.catalogue.shelf import one

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
