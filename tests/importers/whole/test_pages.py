"""Pages and API show the numbers of the files: built from sixty of the imported models."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.importers.whole.figures import Figure, figures, models, read
from tests.importers.whole.imports import ROOT, Landed

pytestmark = pytest.mark.slow

SAMPLE = 60
_ROW = re.compile(r"<tr[^>]*><th[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_LINK = re.compile(r'href="/models/([^"]+?)/"')
_NUMBER = re.compile(r'<span class="num[^"]*">([\d.,]+)</span>')


@pytest.fixture(scope="module")
def site(landed: Landed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the models of the sample, without guides and what else speaks of other models."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(landed.content, folder / "content", ignore=shutil.ignore_patterns("models", "guides", ".sync"))
    (folder / "content/published.txt").write_bytes(b"")
    for model in sample(landed):
        file = folder / f"content/models/{model}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(landed.content / f"models/{model}.yaml", file)
    command = [sys.executable, "build.py", "build", "--content", str(folder / "content"), "--output"]
    done = subprocess.run([*command, str(folder / "site")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def sample(landed: Landed) -> dict[str, Any]:
    """Return every so many-th model that has offers and names no other model."""
    able = {
        model: record
        for model, record in models(landed.content).items()
        if len(record.get("offers") or {}) > 1 and "successor" not in record["lifecycle"]
    }
    return {model: able[model] for model in sorted(able)[:: len(able) // SAMPLE]}


def prices(landed: Landed) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield each offer of the sample with its list price: amounts per 1M tokens by component, or a word."""
    for model, record in sample(landed).items():
        by_key: dict[str, dict[str, str]] = {key: {} for key in record["offers"]}
        for figure in figures(model, record):
            if not figure.when and not figure.per:
                by_key[figure.key][figure.component] = figure.text
        yield from ((model, key, price) for key, price in by_key.items())


def test_the_api_states_every_figure_of_the_files(landed: Landed, site: Path) -> None:
    count = 0
    for model, record in sample(landed).items():
        offers = json.loads((site / f"api/v1/models/{model}.json").read_text(encoding="utf-8"))["offers"]
        for figure in figures(model, record):
            assert _in_api(figure, offers[figure.key]), figure.where
            count += 1
    assert count > 600


def _in_api(figure: Figure, offer: Mapping[str, Any]) -> bool:
    if figure.component == "price":
        return bool(offer["price"] == figure.text)
    rows = offer.get("price_when", [])
    when = dict(figure.when)
    priced = [row for row in rows if {k: str(v) for k, v in row["when"].items()} == when] if when else [offer["price"]]
    stated = priced[0][figure.component]
    amount, per = (stated["usd"], stated["per"]) if isinstance(stated, dict) else (stated, "")
    same = amount == figure.text or Decimal(amount) == Decimal(figure.text)
    return isinstance(amount, str) and same and per == figure.per


def test_the_page_of_a_model_shows_the_prices_of_its_offers(landed: Landed, site: Path) -> None:
    shown: dict[tuple[str, str], list[str]] = {}
    for offer, cells in _offer_rows(landed, site):
        shown.setdefault(offer, cells)  # the table of prices comes first; later ones say how to call it
    seen = 0
    for model, key, price in prices(landed):
        cells = shown.get((model, key), [])
        if not cells or not {"input", "output"} <= price.keys() or "included" in price.values():
            continue
        numbers = [Decimal(number) for cell in cells[1:] for number in _NUMBER.findall(cell)]
        assert numbers[:2] == [Decimal(price["input"]), Decimal(price["output"])], (model, key, cells)
        seen += 1
    assert seen > 200


def test_no_plan_and_no_unknown_price_is_shown_as_free_or_zero(landed: Landed, site: Path) -> None:
    shown = list(_offer_rows(landed, site))
    those = [(model, key) for model, key, price in prices(landed) if not price or price.get("price") == "included"]
    wrong = [offer for offer, cells in shown if offer in those and _is_free("".join(cells[1:]))]
    assert wrong == []
    assert len(those) > 10


def _is_free(cells: str) -> bool:
    return bool(re.search(r">\s*(?:free|\$?0(?:\.0+)?)\s*<", cells))


def _offer_rows(landed: Landed, site: Path) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """Yield the cells of each row about an offer on its model's page."""
    for model, record in sample(landed).items():
        page = (site / f"models/{model}/index.html").read_text(encoding="utf-8")
        keys = {f"{model}/{key.replace('@', '--')}": key for key in record["offers"]}
        for row in _ROW.findall(page):
            link = _LINK.search(row)
            if link and link[1] in keys:
                yield (model, keys[link[1]]), [cell for _, cell in _CELL.findall(row)]


def test_no_model_shows_a_pair_that_no_provider_sells_as_a_pair(landed: Landed, site: Path) -> None:
    names = {file.stem: read(file)["name"] for file in (landed.content / "providers").glob("*.yaml")}
    pairs: dict[str, set[tuple[Decimal, Decimal]]] = {}
    named: dict[tuple[str, Decimal, Decimal], set[str]] = {}
    for model, key, price in prices(landed):
        if {"input", "output"} <= price.keys() and not set(price.values()) & {"included", "free"}:
            pair = (Decimal(price["input"]), Decimal(price["output"]))
            pairs.setdefault(model, set()).add(pair)
            named.setdefault((model, *pair), set()).add(names[key.partition("@")[0]])
    seen = 0
    for table in sorted(site.glob("models/**/index.html")):
        for model, read_, written, seller in _table_rows(table):
            assert (read_, written) in pairs[model], (table.relative_to(site), model)
            assert any(name in seller for name in named[model, read_, written]), (model, seller)
            seen += 1
    assert seen >= SAMPLE // 2


def _table_rows(file: Path) -> Iterator[tuple[str, Decimal, Decimal, str]]:
    """Yield model, prices and seller of each row of a table of models that states both prices."""
    for row in _ROW.findall(file.read_text(encoding="utf-8")):
        cells = _CELL.findall(row)
        link = _LINK.search(cells[0][1])
        read_ = next((_NUMBER.findall(cell) for kind, cell in cells if "c-in" in kind), [])
        written = next((_NUMBER.findall(cell) for kind, cell in cells if "c-out" in kind), [])
        if link and len(read_) == len(written) == 1:
            yield link[1], Decimal(read_[0]), Decimal(written[0]), unescape(row)
