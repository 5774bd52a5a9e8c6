import re
from dataclasses import replace

import pytest

from almanac.outputs import llms
from almanac.outputs.context import Context
from tests.outputs.press import HOSTILE, context, files, named, shelf


def written(site: Context) -> list[str]:
    return files(llms.outputs(site))["llms.txt"].decode().splitlines()


def test_it_opens_with_a_heading_and_a_summary_as_a_quotation() -> None:
    lines = written(context())
    assert lines[0] == "# Tiny almanac"
    assert lines[2].startswith("> A catalogue of language models")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Indexes",
        "## Guides",
        "## Models",
        "## Benchmarks",
        "## Data",
    ]


def test_the_summary_is_the_sites_own_description() -> None:
    catalogue = shelf()
    site = catalogue.site.model_copy(update={"description": "What it\nis."})
    assert "> What it is." in written(context(replace(catalogue, site=site)))


def test_models_lead_to_their_markdown_with_maker_price_and_context() -> None:
    base = "https://example.org/almanac/models/acme"
    assert [line for line in written(context()) if line.startswith(("- [One]", "- [Two]"))] == [
        f"- [One]({base}/one/index.md): Acme; active; $0.10 in, $0.40 out at Acme; 128K tokens of context",
        f"- [Two]({base}/two/index.md): Acme; active; $0.02 in at Wafer",
    ]


def test_a_model_that_nobody_sells_has_no_price() -> None:
    site = context(shelf({"acme/three": "{name: Three, lifecycle: {released: 2026-01-01}}"}))
    assert "- [Three](https://example.org/almanac/models/acme/three/index.md): Acme; active" in written(site)


def test_guides_and_benchmarks_lead_to_their_markdown() -> None:
    lines = written(context())
    base = "https://example.org/almanac"
    assert f"- [Choosing \\[well\\]]({base}/guides/choosing/index.md): How to choose." in lines
    assert f"- [Golf]({base}/benchmarks/golf/index.md)" in lines


def test_a_section_without_links_is_left_out() -> None:
    lines = written(context(replace(shelf(), guides={})))
    assert "## Guides" not in lines


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_adds_no_line_and_ends_no_link(name: str) -> None:
    lines, plain = written(context(named(shelf(), name))), written(context())
    assert len(lines) == len(plain)
    urls = [re.findall(r"\]\((https://[^)]*)\)", line) for line in lines]
    assert urls == [re.findall(r"\]\((https://[^)]*)\)", line) for line in plain]
