"""Labs: the index, and the page of each with its models, newest first."""

from dataclasses import replace

from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.labs import outputs
from almanac.records import Lab
from tests.outputs.press import MODELS, ONE, context, shelf
from tests.outputs.seen import description, headings, html, links, main, rows, section, words

OLD = """
name: Old One
family: one
lifecycle: {released: 2025-01-15, retires: 2026-02-01}
offers:
  acme: {model_id: old, price: {input: 2.00, output: 8.00}}
  poe: {model_id: Old, price: {input: 1.00, output: 9.00}, ended: 2026-12-01}
sync: {source: register}
"""
UNSOLD = """
name: Unsold
lifecycle: {released: 2026-05-01, retires: 2026-12-31}
limits: {context: 8000}
sync: {source: register}
"""


def site(**models: str) -> Catalogue:
    """Return the shelf with more models of the lab `acme`."""
    return shelf({**MODELS, **{f"acme/{slug}": text for slug, text in models.items()}})


def page(catalogue: Catalogue, lab: str = "acme") -> str:
    return html(outputs(context(catalogue)), f"labs/{lab}/index.html")


def test_the_index_counts_models_and_names_the_newest() -> None:
    shown = html(outputs(context(site(old=OLD))), "labs/index.html")
    assert headings(shown) == ["2 labs that make models"]
    assert rows(shown) == ["Acme 3 2 One 15 Jan 2026 Acme", "Open Lab 0 0 none unknown not recorded"]
    assert links(main(shown))["One"] == "/almanac/models/acme/one/"


def test_the_twin_of_the_index_is_a_table() -> None:
    assert "| [Acme](https://example.org/almanac/labs/acme/) | 2 | 2 |" in html(outputs(context()), "labs/index.md")


def test_models_stand_newest_first_each_with_one_offers_price_and_mark() -> None:
    assert rows(page(site(old=OLD)), under="models") == [
        "One priced at Acme 0.10 0.40 128,000 15 Jan 2026 ends Oct 2026 [1]",
        "Old One priced at Poe 1.00 9.00 not stated 15 Jan 2025 retired, sold by 1 [1]",
        "Two priced at Wafer 0.02 not stated not stated unknown active [1]",
    ]


def test_a_model_that_nobody_sells_has_no_price_and_says_so() -> None:
    row = rows(page(site(unsold=UNSOLD)), under="models")[0]
    assert row == "Unsold sold by nobody we know of not stated not stated 8,000 1 May 2026 ends 31 Dec 2026"


def test_a_retired_model_says_whether_somebody_still_sells_it() -> None:
    gone = OLD.replace("ended: 2026-12-01", "ended: 2026-03-01")
    assert "retired [1]" in next(row for row in rows(page(site(old=gone))) if row.startswith("Old One"))


def test_the_head_counts_what_is_left() -> None:
    assert "3 models, 2 not retired; the newest is One." in words(main(page(site(old=OLD))))
    assert "2 models; the newest is One." in words(main(page(shelf())))
    assert "Sells its own models as Acme" in words(main(page(shelf())))


def test_a_lab_without_models_says_so() -> None:
    shown = page(shelf(), "open")
    assert "No model of this lab is recorded yet." in words(main(shown))
    assert 'id="models"' not in shown
    assert "0 models by Open Lab." in description(shown)


def test_families_name_their_models() -> None:
    part = section(page(site(old=OLD)), "families")
    assert "One One, Old One" in words(part)
    assert links(part)["Old One"] == "/almanac/models/acme/old/"
    assert 'id="families"' not in page(shelf({"acme/two": MODELS["acme/two"]}))


def test_links_of_the_record_are_marked_as_contributed() -> None:
    catalogue = shelf()
    record = Lab.model_validate(
        {"name": "Acme", "url": "https://acme.example", "docs_url": "https://acme.example/docs"}
    )
    labs = {**catalogue.labs, "acme": replace(catalogue.labs["acme"], record=record)}
    shown = page(replace(catalogue, labs=labs))
    assert '<a href="https://acme.example/docs" rel="nofollow ugc noopener">List of models</a>' in shown
    assert "Sells its own" not in shown


def test_a_long_list_of_models_goes_on_on_a_second_page() -> None:
    catalogue = shelf({"acme/one": ONE})
    many = replace(catalogue.labs["acme"], models=("acme/one",) * 101)
    labs = {**catalogue.labs, "acme": many, **{f"l{number}": replace(many, id=f"l{number}") for number in range(100)}}
    built = list(outputs(context(replace(catalogue, labs=labs))))
    assert len(rows(html(built, "labs/acme/index.html"), under="models")) == 100
    second = html(built, "labs/acme/page-2/index.html")
    assert len(rows(second, under="models")) == 1
    assert 'id="families"' not in second
    assert len(rows(html(built, "labs/page-2/index.html"))) == 2
