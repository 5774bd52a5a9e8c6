"""Guides: their text with the catalogue's figures in it, and references that keep their numbers."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.guides import outputs
from almanac.outputs.guides.page import typeset
from almanac.records import Guide
from tests.catalogue.shelf import guide_text
from tests.outputs.press import MODELS, context, shelf
from tests.outputs.seen import data, headings, html, links, main, rows, section, words

TEXT = """
Read the [list](/models/) first [1], then a book [2].

## Prices

It costs {{ price("acme/one", "input") }} [1], and holds {{ context("acme/one") }} [4].

{{ table("acme/one", "acme/two") }}

### Nothing known

{{ price("acme/two", "output") }} is what it asks; see [elsewhere](https://elsewhere.example).

## Questions

### What does it cost?

Just {{ price("acme/one", "input") }} [1].
"""
RECORD = {
    "title": "Choosing",
    "summary": "How to *choose*.",
    "author": "Ada",
    "published": "2026-05-30",
    "updated": "2026-05-31",
    "about": ["acme/two"],
    "compares": ["acme/one"],
    "refs": ["lab-page", {"title": "A book", "url": "https://books.example/one", "accessed": "2026-05-01"}, "undated",
             {"title": "Rare", "url": "https://books.example/two", "accessed": "unknown"}],
}  # fmt: skip


def site(text: str = TEXT, **changed: Any) -> Catalogue:
    """Return a catalogue with one guide of the given text."""
    catalogue = shelf()
    guide = catalogue.guides["choosing"]
    record = Guide.model_validate({**RECORD, **changed})
    return replace(catalogue, guides={"choosing": replace(guide, record=record, text=guide_text(text))})


def page(catalogue: Catalogue | None = None) -> str:
    return html(outputs(context(catalogue or site())), "guides/choosing/index.html")


def test_bound_figures_stand_in_the_text_with_a_mark() -> None:
    told = words(main(page()))
    assert "It costs $0.10 [5] [1], and holds 128,000 [5] [4]." in told
    assert "not stated is what it asks" in told


def test_a_citation_leads_to_its_reference_and_a_mark_to_its_source() -> None:
    shown = main(page())
    assert '<a class="s" href="#ref-1" aria-label="1, source: The lab&#39;s page">1</a>' in shown
    assert '<a class="s" href="#ref-2" aria-label="2, source: A book">2</a>' in shown
    assert 'id="ref-5"' in shown


def test_references_keep_their_numbers_and_further_sources_follow() -> None:
    part = words(section(page(), "references"))
    assert part.startswith(
        "References Numbered as in the text. 1 The lab's page Primary; date of reading unknown. "
        "2 A book Read 1 May 2026. 3 A page without a date Seller; date of reading unknown. "
        "4 Rare"
    )
    assert "5 A register Catalogue; read 30 May 2026." in part


def test_a_bound_fact_whose_source_is_a_reference_takes_its_number() -> None:
    shown = words(main(page(site(refs=["register"], text='It costs {{ price("acme/one", "input") }} [1].'))))
    assert "It costs $0.10 [1]." in shown


def test_a_reference_shows_the_oldest_day_of_the_facts_that_rest_on_it() -> None:
    asked = '{{ price("acme/one", "input", "azure") }}'
    told = words(section(page(site(f"Azure asks {asked}, and asks it twice: {asked}.", refs=[])), "references"))
    assert "Another page Independent; date of reading unknown. †date unknown" in told


def test_a_number_without_a_reference_stays_as_it_was_written() -> None:
    assert "as it is [9]." in words(main(page(site("Leave it as it is [9].", refs=[]))))


def test_a_model_without_a_proved_price_says_that_it_has_no_source() -> None:
    catalogue = shelf({**MODELS, "acme/two": MODELS["acme/two"].replace("sync: {source: register}", "")})
    record = Guide.model_validate({**RECORD, "compares": ["acme/two"], "refs": []})
    guide = replace(catalogue.guides["choosing"], record=record, text=guide_text("Nothing."))
    shown = page(replace(catalogue, guides={"choosing": guide}))
    assert rows(shown, under="models")[0].endswith("†no source")


def test_a_table_of_models_becomes_a_table_of_ours() -> None:
    table = rows(page())[:2]
    assert table[0].startswith("One priced at Acme $0.10 [5] $0.40 [5] 128,000 [5]")
    assert table[1].startswith("Two priced at Wafer $0.02 [5] not stated not stated")
    assert links(main(page()))["One"] == "/almanac/models/acme/one/"


def test_links_of_ours_stand_under_the_base_path_and_others_are_contributed() -> None:
    assert links(main(page()))["list"] == "/almanac/models/"
    assert 'href="https://elsewhere.example" rel="nofollow ugc noopener"' in page()


def test_contents_name_the_sections_the_models_and_the_references() -> None:
    found = links(main(page()).partition("</nav>")[0])
    assert list(found) == ["Prices", "Questions", "The models", "References"]
    assert found["Prices"] == "#prices"
    assert headings(page())[0] == "Choosing"


def test_the_models_of_the_guide_stand_at_its_end() -> None:
    one, two = rows(page(), under="models")
    assert one == "One priced at Acme 0.10 0.40 128,000 15 Jan 2026 ends Oct 2026 [5]"
    assert two.startswith("Two")
    assert rows(page(site(compares=[])), under="models")[0].startswith("Two")
    assert 'id="models"' not in page(site(compares=[], about=[]))


def test_author_and_dates_stand_in_the_head_and_in_the_data() -> None:
    assert "By Ada. Published 30 May 2026, updated 31 May 2026." in words(main(page()))
    article = data(page())["Article"]
    assert article["author"] == {"@type": "Person", "name": "Ada"}
    assert (article["datePublished"], article["dateModified"]) == ("2026-05-30", "2026-05-31")
    group = data(page(site(author="The editors", updated=None)))["Article"]
    assert group["author"]["@type"] == "Organization"
    assert group["dateModified"] == "2026-05-30"


def test_questions_of_the_text_are_told_to_machines_as_they_stand() -> None:
    (asked,) = data(page())["FAQPage"]["mainEntity"]
    assert asked["name"] == "What does it cost?"
    assert asked["acceptedAnswer"]["text"] == "Just $0.10."
    assert "FAQPage" not in data(page(site(text="Nothing asked.", refs=[])))


def test_marks_stand_close_to_their_words_and_once() -> None:
    mark = '<a class="s" href="#ref-2" aria-label="2">2</a>'
    other = '<a class="s" href="#ref-3" aria-label="3">3</a>'
    assert typeset(f"words {mark}.") == f"words{mark}."
    assert typeset(f"<span>1{mark}</span> % {mark}.") == f"<span>1\N{NO-BREAK SPACE}%{mark}</span>."
    assert typeset("5.5 % of it") == "5.5\N{NO-BREAK SPACE}% of it"
    assert typeset(f"<span>1{mark}</span> {mark}.") == f"<span>1{mark}</span>."
    assert typeset(f"<span>1{mark}</span> {other}.") == f"<span>1{mark}</span>{other}."


def test_the_twin_binds_the_same_figures_and_gives_full_addresses() -> None:
    text = html(outputs(context(site())), "guides/choosing/index.md")
    assert text.startswith("# Choosing\n\nHow to choose.\n\nBy Ada.")
    assert "Read the [list](https://example.org/almanac/models/) first [1]" in text
    assert "It costs $0.10 [1], and holds 128,000 [4]." in text
    assert "| Model | Input, per 1M tokens |" in text
    assert "| One (priced at Acme) | $0.10 | $0.40 | 128,000 |" in text
    assert "1. [The lab's page](https://lab.example), Primary, date of reading unknown" in text


def test_a_table_inside_a_sentence_of_the_twin_is_said_in_words() -> None:
    text = html(outputs(context(site(text='So: {{ table("acme/two") }}', refs=[]))), "guides/choosing/index.md")
    assert "So: Two: input $0.02" in text


def test_the_index_lists_guides_newest_first() -> None:
    catalogue = site()
    older = replace(
        catalogue.guides["choosing"],
        id="older",
        record=Guide.model_validate({**RECORD, "title": "Older", "published": "2025-01-01", "updated": "2025-02-01"}),
    )
    built = list(outputs(context(replace(catalogue, guides={"older": older, **catalogue.guides}))))
    shown = html(built, "guides/index.html")
    assert headings(shown) == ["Guides", "Choosing", "Older"]
    assert "How to <em>choose</em>." in shown
    text = html(built, "guides/index.md")
    assert text.index("guides/choosing/") < text.index("guides/older/")


def test_guides_have_a_feed_of_their_own_in_both_forms() -> None:
    built = list(outputs(context(site())))
    entry = ET.fromstring(html(built, "guides/feed.xml")).find("{*}entry")
    assert entry is not None
    told = {tag: entry.findtext(f"{{*}}{tag}") for tag in ("id", "title", "content", "published", "updated")}
    assert told == {
        "id": "tag:example.org,2026:/almanac/guides/choosing/",
        "title": "Choosing",
        "content": "How to choose.",
        "published": "2026-05-30T00:00:00Z",
        "updated": "2026-05-31T00:00:00Z",
    }
    (item,) = json.loads(html(built, "guides/feed.json"))["items"]
    assert item["url"] == "https://example.org/almanac/guides/choosing/"
    assert (item["date_published"], item["date_modified"]) == ("2026-05-30T00:00:00Z", "2026-05-31T00:00:00Z")
    for path in ("guides/index.html", "guides/choosing/index.html"):
        assert 'type="application/atom+xml" title="Guides" href="/almanac/guides/feed.xml"' in html(built, path)


def test_a_feed_without_guides_is_as_old_as_the_edition() -> None:
    feed = json.loads(html(outputs(context(replace(shelf(), guides={}))), "guides/feed.json"))
    assert feed["items"] == []


def test_an_almanac_without_guides_says_so() -> None:
    shown = html(outputs(context(replace(shelf(), guides={}))), "guides/index.html")
    assert "No guide is written yet." in words(main(shown))
