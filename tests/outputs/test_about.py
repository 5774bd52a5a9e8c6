"""About: what the signs of the site mean, and how it may be used."""

from almanac.outputs.about import SECTIONS, outputs
from tests.outputs.press import context
from tests.outputs.seen import data, headings, html, links, main, section, words


def page() -> str:
    return html(outputs(context()), "about/index.html")


def test_every_sign_is_explained_and_every_section_can_be_linked_to() -> None:
    assert headings(page()) == ["How it works", *(title for _, title in SECTIONS)]
    (output,) = outputs(context())
    assert all(f'id="{fragment}"' in page() for fragment in output.fragments())


def test_ages_are_those_of_the_sites_own_settings() -> None:
    told = words(section(page(), "ages"))
    assert "Prices 90 days" in told
    assert "Benchmark results 700 days" in told
    assert "Dates and status 120 days" in told


def test_how_prices_are_compared_is_said_in_the_words_of_the_rule() -> None:
    assert "the blend of three tokens read for one written" in words(section(page(), "prices"))


def test_all_five_states_are_explained() -> None:
    told = words(section(page(), "status"))
    assert all(word in told for word in ("announced", "preview", "active", "deprecated", "retired"))


def test_licences_of_code_and_data_are_named() -> None:
    told = section(page(), "licence")
    assert "MIT licence" in words(told)
    assert links(told)["CC BY 4.0"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data(page())["Dataset"]["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_citation_names_the_edition_and_the_address() -> None:
    told = words(section(page(), "cite"))
    assert "Tiny almanac, edition of 20 November 2026, https://example.org/almanac/" in told


def test_the_counts_are_those_of_the_catalogue() -> None:
    assert "2 models in 5 offers at 6 providers, results on 2 benchmarks" in words(main(page()))


def test_whoever_finds_a_mistake_is_told_where_to_go() -> None:
    found = links(section(page(), "correct"))
    assert found["public repository"] == "https://example.org/repository"
    assert found["report a mistake"].startswith("https://example.org/repository/issues/new")
