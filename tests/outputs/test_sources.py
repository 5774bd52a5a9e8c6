"""Sources: the register, with how much came from each."""

from dataclasses import replace

from almanac.outputs.sources import outputs, source_urls, yields
from almanac.records import Source
from almanac.records.model import Question
from almanac.units.dates import Day
from tests.outputs.press import context, shelf
from tests.outputs.seen import headings, html, links, main, rows, section


def page() -> str:
    return html(outputs(context()), "sources/index.html")


def test_sources_stand_by_kind_with_what_came_from_each() -> None:
    shown = page()
    assert headings(shown)[1:] == ["Primary", "Independent", "Catalogues", "Sellers"]
    found = yields(shelf())
    register = found.facts["register"]
    gave = "11 prices, 4 limits, 5 dates, 3 capabilities, 7 other facts"
    assert rows(shown, under="catalogue") == [f"A register {gave} {register} 0 30 May 2026 not stated not stated"]
    assert sum(found.kinds["register"].values()) == register
    assert found.claims == {"other": 2}
    assert "Another page" in rows(shown, under="independent")[0]
    assert rows(shown, under="seller") == ["A page without a date 0 0 unknown not stated not stated"]


def test_a_source_that_only_texts_rest_on_says_where_it_is_cited() -> None:
    catalogue = shelf()
    one = catalogue.models["acme/one"]
    record = one.record.model_copy(
        update={
            "faq": (
                Question(q="Is it?", a="Yes.", source=("undated", "lab-page")),
                Question(q="Why?", a="So.", source="undated"),
            )
        }
    )
    guide = next(iter(catalogue.guides.values()))
    cited = replace(guide, record=guide.record.model_copy(update={"refs": ("undated",)}))
    changed = replace(
        catalogue,
        models={**catalogue.models, "acme/one": replace(one, record=record)},
        guides={guide.id: cited},
    )
    shown = html(outputs(context(changed)), "sources/index.html")
    assert "cited in 1 guide and 2 answers" in rows(shown, under="seller")[0]


def test_every_fact_is_counted_once() -> None:
    found = yields(shelf())
    assert sum(found.facts.values()) == shelf().quality.sourced
    assert headings(page())[0] == f"{sum(found.facts.values())} facts, 4 sources"


def test_primary_sources_are_linked_as_they_are_and_others_as_contributed() -> None:
    assert '<a href="https://lab.example" rel="noopener">' in page()
    assert '<a href="https://other.example" rel="nofollow ugc noopener">' in page()


def test_a_source_without_a_day_of_its_own_shows_when_a_fact_was_last_checked_there() -> None:
    catalogue = shelf()
    model = catalogue.models["acme/one"]
    proof = next(entry.proof for entry in model.results if entry.proof.source == "lab-page")
    day = catalogue.models["acme/one"].record.lifecycle.released
    assert isinstance(day, Day)
    fresh = replace(proof, checked=day)
    results = tuple(replace(entry, proof=fresh) if entry.proof is proof else entry for entry in model.results)
    changed = replace(catalogue, models={**catalogue.models, "acme/one": replace(model, results=results)})
    shown = html(outputs(context(changed)), "sources/index.html")
    assert rows(shown, under="primary") == ["The lab's page 1 result 1 0 15 Jan 2026 not stated not stated"]


def test_a_long_register_goes_on_and_every_source_has_one_address() -> None:
    catalogue = shelf()
    more = {
        f"s{number:03}": Source(
            title=f"S {number:03}", url="https://s.example", kind="seller", licence="MIT", attribution="S"
        )
        for number in range(120)
    }
    long = replace(catalogue, sources={**catalogue.sources, **more})
    urls = source_urls(long)
    assert urls["lab-page"] == "/sources/#source-lab-page"
    assert urls["s119"] == "/sources/page-2/#source-s119"
    built = list(outputs(context(long)))
    assert len(rows(html(built, "sources/index.html"))) == 100
    second = html(built, "sources/page-2/index.html")
    assert 'id="source-s119"' in second
    assert "S 119 S 0 0 not stated not stated MIT" in rows(second)
    assert links(main(second))["Previous"] == "/almanac/sources/"


def test_the_note_under_the_register_says_what_is_counted() -> None:
    assert "“claims” those that we show beside them" in page()
    assert section(page(), "primary")
