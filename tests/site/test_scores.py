"""Our scores on the real site: computed a second time from what is published, and shown as they are."""

import json
import re
from pathlib import Path

import pytest

from tests.support import recomputed

pytestmark = pytest.mark.slow


def test_every_score_rank_and_band_follows_from_the_published_results(site: Path) -> None:
    def read(path: str) -> bytes:
        return (site / "api/v1" / path).read_bytes()

    found = recomputed.axes(read)
    assert found == recomputed.published(read)
    assert len(found["intelligence"]) >= 15


def test_a_models_own_file_says_the_same(site: Path) -> None:
    listed = json.loads((site / "api/v1/scores.json").read_text(encoding="utf-8"))
    nano = json.loads((site / "api/v1/models/openai/gpt-4.1-nano.json").read_text(encoding="utf-8"))["scores"]
    for name, axis in listed["axes"].items():
        (line,) = [one for one in axis["models"] if one["model"] == "openai/gpt-4.1-nano"] or [None]
        assert (name in nano) == (line is not None)
        if line is not None:
            assert {key: nano[name].get(key) for key in ("score", "rank", "band", "covered")} == {
                key: line.get(key) for key in ("score", "rank", "band", "covered")
            }


def test_nothing_but_independent_results_of_one_group_enters_an_axis(site: Path) -> None:
    listed = json.loads((site / "api/v1/scores.json").read_text(encoding="utf-8"))
    for axis in listed["axes"].values():
        for recipe in axis.get("inputs", ()):
            taken = [
                part for line in axis["models"] for part in line["parts"] if part["benchmark"] == recipe["benchmark"]
            ]
            keys = ("source", "version", "variant", "harness", "dataset")
            assert {part["by"] for part in taken} == {"independent"}
            assert {tuple(part.get(key) for key in keys) for part in taken} == {tuple(recipe.get(key) for key in keys)}


def test_nanos_page_has_its_labs_and_independent_results_side_by_side(site: Path) -> None:
    html = (site / "models/openai/gpt-4.1-nano/index.html").read_text(encoding="utf-8")
    bench = html.partition('id="bench"')[2].partition('id="scores"')[0]
    rows = [re.sub(r"<[^>]+>", " ", row) for row in re.findall(r"<tr.*?</tr>", bench, re.DOTALL)]
    gpqa = [row for row in rows if "GPQA Diamond" in row]
    assert len(gpqa) >= 3
    assert "OpenAI, the lab" in gpqa[0]
    assert any("Epoch AI" in row for row in gpqa)
    assert any("Artificial Analysis" in row for row in gpqa)


def test_every_result_is_shown_with_its_source_and_what_is_known_of_its_date(site: Path) -> None:
    counted = 0
    for file in (site / "api/v1/benchmarks").glob("*.json"):
        results = json.loads(file.read_text(encoding="utf-8"))["results"]
        folder = site / "benchmarks" / file.stem
        pages = [folder / "index.html", *sorted(folder.glob("page-*/index.html"))]
        rows = [row for page in pages for row in re.findall(r"<tr data-lab.*?</tr>", page.read_text(encoding="utf-8"))]
        assert len(rows) == len(results), file.stem
        assert all('<a class="s"' in row and 'class="r when"' in row for row in rows)
        counted += len(results)
    assert counted > 1900
    assert len(list((site / "api/v1/benchmarks").glob("*.json"))) >= 60
