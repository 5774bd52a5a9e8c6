"""The model page: what a reader asks, in the order it is asked, every figure with its source and its rivals."""

import json
import re
from decimal import Decimal

import pytest

from almanac.catalogue.catalogue import ReceiptLine
from almanac.outputs.model.disputes import label_of, written
from almanac.outputs.model.offers import batch_pair, occasion, region_name, terms
from almanac.outputs.model.page import model_view, outputs
from almanac.outputs.model.receipts import cents
from almanac.outputs.model.results import bar, first_sentence
from almanac.outputs.values import NOT_STATED
from almanac.records import Benchmark, PriceRow
from tests.outputs.press import MODELS, ONE, context, file, named, shelf

PAGE, TWIN = "models/acme/one/index.html", "models/acme/one/index.md"


def page(text: str = ONE, *, today: str = "2026-06-01", name: str = "acme/one") -> str:
    """Return the page of one model, on a day."""
    built = context(shelf({**MODELS, name: text}, today=today))
    return file(outputs(built), f"models/{name}/index.html").decode().replace("\u00a0", " ")


def words(html: str) -> str:
    """Return what a reader reads."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)).split())


def rows(html: str, section: str) -> list[str]:
    """Return the table rows of a section, as words."""
    part = html.split(f'id="{section}"')[1].split("</section>", maxsplit=1)[0]
    return [words(row) for row in re.findall(r"<tr.*?</tr>", part, flags=re.DOTALL)]


def test_the_answer_comes_first_each_figure_with_a_mark() -> None:
    figures = re.findall(r'<div class="fig.*?</div>', page(), flags=re.DOTALL)
    labels = [words(figure.split("</dt>")[0]) for figure in figures]
    assert labels == [
        "The lab’s own price", "Cheapest paid offer", "Context window, tokens", "Longest output, tokens",
        "Reads, and writes text", "Released", "Knowledge cutoff",
    ]  # fmt: skip
    assert all('class="s"' in figure for figure in figures)


def test_both_sides_of_a_price_are_one_offers() -> None:
    assert "$0.10 in $0.40 out" in words(page())
    assert "$0.09 in $0.36 out" in words(page())


def test_a_missing_price_is_said_and_never_zero() -> None:
    gap = ONE.replace("price: {input: 0.09, output: 0.36}", "limits: {context: 64000}")
    row = next(row for row in rows(page(gap), "offers") if row.startswith("Poe"))
    assert row.count("not stated") >= 2
    assert "0.00" not in row


def test_free_is_a_word_and_not_the_cheapest_paid_offer() -> None:
    row = next(row for row in rows(page(), "offers") if row.startswith("Relay"))
    assert row.count("free") == 3
    assert "cheapest" not in row


def test_a_disputed_figure_shows_its_rivals_with_who_says_so() -> None:
    dispute = page().split("Context window, tokens")[1].split("</details>")[0]
    assert "disputed by 1" in dispute
    assert "64,000" in dispute
    assert "Another page" in dispute
    assert "We show what “A register” states." in words(dispute)


def test_a_rival_value_of_an_offer_is_told_among_the_other_claims() -> None:
    (row,) = rows(page(), "claims")[1:]
    assert row.startswith("Azure: input price")
    assert "$0.20" in row


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-06-01", "Active, sold by 4 providers. Acme ends it in October 2026, in 152 days"),
        ("2026-11-20", "Retired at Acme, sold by 2 other providers. Acme ended it in October 2026"),
    ],
)
def test_the_status_sentence_follows_the_day(today: str, said: str) -> None:
    sentence = page(today=today).split('<p class="status">')[1].split("</p>")[0]
    status = words(re.sub(r'<a class="s".*?</a>', "", sentence))
    assert status.startswith(said)


def test_an_ended_offer_stands_last_and_says_when_it_ended() -> None:
    last = rows(page(today="2026-11-20"), "offers")
    assert "ended" in last[-1]


def test_receipts_add_up_and_an_unknown_part_makes_the_sum_unknown() -> None:
    assert cents(Decimal("1.00005")) == "$1.0000"
    assert cents(Decimal("1234.5")) == "$1,234.5000"
    assert cents(Decimal("0.00001")) == "under $0.0001"
    assert ReceiptLine(1, "Input", "input", None, None).amount is None


def test_every_capability_is_listed_with_its_answer() -> None:
    section = page().split('id="caps"')[1].split("</section>")[0]
    answers = re.findall(r"<dt>(.*?)</dt><dd class=\"(\w+)\">", section)
    assert len(answers) == 19
    assert ("Reasoning", "no") in answers
    assert ("Vision", "yes") in answers
    assert ("Computer use", "unk") in answers


def test_results_say_who_measured_them_and_a_labs_own_bar_is_drawn_otherwise() -> None:
    section = page().split('id="bench"')[1].split("</section>")[0]
    assert "Acme, the lab" in section
    assert "80.10" in section
    record = {"name": "R", "category": "coding", "unit": "elo", "higher_is_better": True}
    riddles = Benchmark.model_validate({**record, "range": [Decimal(100), Decimal(300)]})
    assert [bar(Decimal(score), riddles) for score in (100, 150, 400)] == ["0.0", "25.0", "100.0"]


def test_conditional_prices_are_sentences() -> None:
    section = page().split("On conditions")[1].split("</ul>")[0]
    assert "Acme, in a batch: $0.05 in and $0.20 out." in words(section)
    assert "Acme, web search: $10.00 per 1,000 requests." in words(section)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"tier": "priority"}, "priority"),
        ({"context_above": 200_000}, "over 200,000 tokens of context"),
        ({"context_above": 200_000, "marginal": True}, "over 200,000 tokens of context (only the tokens above it)"),
        ({"region": "eu"}, "in the EU region"),
        ({"region": "us-east-1", "tier": "batch"}, "in a batch, in the us-east-1 region"),
        ({"utc": "16:30-00:30"}, "16:30-00:30 UTC"),
        ({"from": "2026-01-01", "until": "2026-02"}, "from 1 January 2026, until February 2026"),
    ],
)
def test_an_occasion_is_said_in_words(when: dict[str, object], said: str) -> None:
    row = PriceRow.model_validate({"when": when, "input": Decimal(1), "output": Decimal(2), "cache_read": "free"})
    assert occasion(row) == said
    assert terms(row) == "$1.00 in, $2.00 out and free cached."


def test_regions_are_written_as_people_write_them() -> None:
    assert (region_name("eu"), region_name("us-east-1")) == ("EU", "us-east-1")


def test_a_batch_price_that_is_not_listed_is_not_stated() -> None:
    model = shelf().models["acme/one"]
    assert batch_pair(model.offers["acme"]).text == "0.05 / 0.20"
    assert batch_pair(model.offers["poe"]) is NOT_STATED


def test_price_history_is_a_chart_and_a_table() -> None:
    section = page().split('id="history"')[1].split("</section>")[0]
    assert 'aria-label="Step chart of Acme’s price in dollars per million tokens: 0.20 input and 0.80 output' in section
    assert [row[:6] for row in rows(page(), "history")[1:]] == ["Acme1 ", "Acme15"]


def test_questions_in_the_data_are_those_on_the_page_word_for_word() -> None:
    html = page()
    data = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])
    faq = next(node for node in data["@graph"] if node["@type"] == "FAQPage")
    shown = words(html.split('id="qa"')[1].split("</section>")[0])
    assert faq["mainEntity"]
    for question in faq["mainEntity"]:
        assert question["name"] in shown
    program = next(node for node in data["@graph"] if node["@type"] == "SoftwareApplication")
    assert [price["price"] for price in program["offers"]["priceSpecification"]] == ["0.1", "0.4"]


def test_a_model_without_a_price_has_no_program_in_its_data() -> None:
    bare = "name: Bare\nlifecycle: {released: unknown}\nsync: {source: register}\n"
    html = page(bare, name="acme/bare")
    assert "SoftwareApplication" not in html
    assert "Nobody is known to sell it." in html
    assert 'id="offers"' not in html
    assert "unknown" in words(html)


def test_the_twin_tells_the_same_facts_without_markup() -> None:
    twin = file(outputs(context()), TWIN).decode()
    assert twin.startswith("# One\n")
    assert "Disputed: 64,000, says Another page" in twin
    assert "| 0.10 | 0.40 |" in twin
    assert "<" not in twin.replace("<=", "")


def test_sections_without_a_fact_are_left_out_and_the_contents_list_only_what_is_there() -> None:
    view = model_view(context(), shelf().models["acme/two"])
    assert "history" not in view.parts
    assert [link.href for link in view.contents] == [f"#{id_}" for id_ in view.parts] + ["#sources"]


def test_labels_and_values_of_claims_are_written_for_people() -> None:
    names = {"azure": "Azure"}
    assert label_of("offers.azure.retires", names) == "Azure: retirement"
    assert label_of("offers.azure.capabilities.pdf_input", names) == "Azure: PDF input"
    assert label_of("offers.azure.capabilities.tool_choice", names) == "Azure: tool choice"
    assert label_of("capabilities.pdf_input", names) == "PDF input"
    assert label_of("limits.context", names) == "Context window"
    assert written("2024-04", "lifecycle.knowledge_cutoff") == "April 2024"
    assert written(("text", "image"), "modalities.input") == "text, image"
    assert written(True, "capabilities.vision") == "yes"
    assert written(Decimal("0.03"), "offers.openai.price.cache_read") == "$0.03"
    assert written(32768, "limits.context") == "32,768"
    assert written({"input": Decimal(1)}, "offers.openai.price") == "input $1.00"
    assert written(None, "status") == "not stated"
    assert written(Decimal("47.5"), "ratings") == "47.5"


def test_only_the_first_sentence_of_an_explanation_is_shown() -> None:
    assert first_sentence("One thing. Another.") == "One thing."
    assert first_sentence("One thing") == "One thing"


@pytest.mark.parametrize("today", ["2026-06-01", "2026-11-20"])
def test_a_hostile_name_stays_text_everywhere_on_the_page(today: str) -> None:
    built = context(named(shelf(today=today), "<img src=x onerror=alert(1)>"))
    html = file(outputs(built), PAGE).decode()
    assert "<img src=x" not in html
    assert "&lt;img" in html


IMAGE = """
name: Painter
mode: image
lifecycle: {released: 2026-01-15}
offers:
  acme: {model_id: painter, price: {image_out: {usd: 0.04, per: image}}}
  relay: {model_id: acme/painter, price: on-request}
sync: {source: register}
"""


def test_a_price_in_another_unit_is_shown_with_it() -> None:
    text = words(page(IMAGE, name="acme/painter"))
    assert "The lab’s own price$0.04 per image image out" in text
    assert "per 1M tokens" not in text.split("Offers")[0]
    assert "No offer on sale has a pair of prices that compare." in text


GONE = """
name: Gone
lifecycle: {released: 2026-01-15}
offers:
  poe:
    model_id: gone
    price: {input: 0.10, output: 0.40}
    ended: 2026-05-01
    price_history:
      - {from: 2026-01-15, input: 0.20, output: 0.80}
      - {from: 2026-02-15, input: 0.20, output: 0.80, cache_read: 0.05}
      - {from: 2026-03-15, input: 0.10, output: 0.40}
      - {from: 2026-05-01, price: gone}
sync: {source: register}
"""


def test_a_line_ends_where_the_offer_did_and_a_new_component_is_no_change() -> None:
    html = page(GONE, name="acme/gone-model")
    section = html.split('id="history"')[1].split("</section>")[0]
    line = re.search(r'class="l-out" d="([^"]+)"', section)
    assert line is not None
    assert not line[1].endswith("H100")
    assert "Output 0.40, ended" in section
    assert "2 changes at 1 offer." in words(section)
