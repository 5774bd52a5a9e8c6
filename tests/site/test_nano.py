"""The GPT-4.1 nano page: every figure on which five public pages contradict each other, shown with its source."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
FIGURES = {
    "context": ["1,047,576", "1.0M", "1.05M", "32.8K", "128,000"],
    "cutoff": ["1 June 2024", "31 May 2024", "April 2024", "April 2025", "30 June 2024"],
    "GPQA": ["50.3", "51.2", "48.9"],
    "AIME": ["29.4", "23.7", "24.0"],
    "Aider": ["9.8", "8.9"],
    "MMLU": ["80.1", "65.7"],
    "first token": ["1.502", "0.531"],
    "speed": ["53.2", "111"],
    "errors and uptime": ["8 % errors", "99.9 % up"],
    "traffic": ["40.8K tokens a week", "41.5B tokens a week"],
    "cached input": ["0.025", "0.03"],
    "inputs": ["text, image", "PDF"],
    "family": ["GPT-4.1 family", "GPT-4 elsewhere"],
    "status": ["23 October 2026", "14 April 2027", "4 November 2026", "active elsewhere"],
    "embedding": ["0.10 for embedding"],
    "checked": ["31 May 2026", "28 May 2026", "date unknown"],
}
"""The sixteen contradictions (shared/anchors.md) and the figures of each."""


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    """Return the page."""
    return (site / "models/openai/gpt-4.1-nano/index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


@pytest.fixture(scope="module")
def text(html: str) -> str:
    """Return the page's words."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)).split())


@pytest.mark.parametrize("subject", FIGURES)
def test_all_figures_of_a_contradiction_are_shown(subject: str, text: str) -> None:
    missing = [figure for figure in FIGURES[subject] if figure not in text]
    assert missing == []


def test_the_context_window_that_is_shown_is_the_exact_one(html: str) -> None:
    figure = re.search(r"<dt>Context window, tokens</dt><dd>(.*?)</dd>", html, flags=re.DOTALL)
    assert figure is not None
    assert re.sub(r"<[^>]+>", "", figure[1]).startswith("1,047,576")


def test_an_offers_own_limits_stand_in_its_row_and_inherited_ones_do_not(html: str) -> None:
    offers = html.split('id="offers"')[1].split("</tbody>", maxsplit=1)[0]
    row = next(row for row in re.findall(r"<tr.*?</tr>", offers, flags=re.DOTALL) if "GitHub Models" in row)
    assert "context 128,000, output 16,384" in row
    assert offers.count("1,047,576") == 0


def test_the_embedding_price_is_a_claim_called_wrong_and_never_a_price(html: str) -> None:
    row = next(row for row in re.findall(r"<tr.*?</tr>", html, flags=re.DOTALL) if "0.10 for embedding" in row)
    assert "wrong" in row
    assert "Embedding" not in html.split('id="claims"', maxsplit=1)[0]


def test_every_source_mark_leads_to_a_numbered_source_with_a_date(html: str) -> None:
    marks = set(re.findall(r'href="#s(\d+)"', html))
    listed = dict(re.findall(r'<li id="s(\d+)">(.*?)</li>', html, flags=re.DOTALL))
    assert marks
    assert marks <= set(listed)
    for line in listed.values():
        assert re.search(r"checked \d|date unknown", line), line


def test_every_key_figure_and_offer_has_its_mark(html: str) -> None:
    figures = re.findall(r'<div class="fig.*?</dd>', html, flags=re.DOTALL)
    assert len(figures) == 7
    assert all('class="s"' in figure for figure in figures)
    offers = html.split('id="offers"')[1].split("</tbody>", maxsplit=1)[0]
    rows = re.findall(r"<tr.*?</tr>", offers, flags=re.DOTALL)[1:]
    assert len(rows) == 20
    assert all('class="s"' in row for row in rows)
