"""Twins: the Markdown beside a page, whose names are anybody's and whose links are read far from it."""

import re
from collections.abc import Iterator

import pytest

from almanac.outputs import labs, models
from almanac.outputs.benchmarks import outputs as benchmarks
from almanac.outputs.context import Context
from almanac.outputs.model import page
from almanac.outputs.output import Output
from almanac.outputs.providers import outputs as providers
from tests.outputs.press import HOSTILE, MODELS, ONE, context, named, shelf

NAMES = (*HOSTILE, "a|b", "[x](javascript:alert(1))", "a\\", "`a", "# a", "[x]: https://evil.example")
CELL_END = re.compile(r"(?<!\\)(?:\\\\)*\|")
HREF = re.compile(r"(?<!\\)(?:\\\\)*\]\(([^)]*)\)")


def twins(built: Context) -> dict[str, str]:
    """Return every Markdown twin of a site."""
    made: Iterator[Output] = (
        output
        for module in (labs.outputs, models.outputs, benchmarks, providers, page.outputs)
        for output in module(built)
        if output.path.endswith(".md")
    )
    return {output.path: output.draw().decode() for output in made}


def shape(text: str) -> list[tuple[str, int]]:
    """Return how each line begins and how many cells it ends."""
    return [(re.split(r"[ a-zA-Z\\]", line)[0][:3], len(CELL_END.findall(line))) for line in text.splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_no_name_ends_a_cell_begins_a_block_or_opens_a_link(name: str) -> None:
    plain, hostile = twins(context(named(shelf(), "Zed"))), twins(context(named(shelf(), name)))
    for path, text in hostile.items():
        assert [cells for _, cells in shape(text)] == [cells for _, cells in shape(plain[path])]
        assert HREF.findall(text) == HREF.findall(plain[path])


def test_every_link_of_a_twin_is_a_full_address() -> None:
    one = ONE.replace("released: 2026-01-15,", "released: 2026-01-15, successor: acme/two,").replace(
        "A *small* model.", "Read [this](/labs/acme/)."
    )
    found = twins(context(shelf({**MODELS, "acme/one": one})))
    assert all(href.startswith("https://") for text in found.values() for href in HREF.findall(text))
    shown = found["models/acme/one/index.md"]
    assert "[Two](https://example.org/almanac/models/acme/two/)" in shown
    assert "Read [this](https://example.org/almanac/labs/acme/)." in shown
    assert "[One](https://example.org/almanac/models/acme/one/)" in found["models/index.md"]


def test_names_in_a_cell_show_as_written() -> None:
    found = twins(context(named(shelf(), "a|[b]")))
    assert r"| [a\|\[b\]](https://example.org/almanac/labs/acme/) | 2 | 2 |" in found["labs/index.md"]
    assert found["models/acme/one/index.md"].startswith("# a\\|\\[b\\]\n")
