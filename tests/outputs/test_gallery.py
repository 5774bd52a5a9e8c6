import json
import re
from html import unescape

import pytest

from almanac.outputs import badges
from almanac.outputs.model.page import outputs as model_pages
from tests.outputs.badging import MODELS, pictures, site
from tests.outputs.press import HOSTILE, context, file, named, shelf
from tests.outputs.seen import html, links, main, rows, section, words

PAGE = "badges/index.html"


def gallery(profile: str = "full") -> str:
    return html(badges.outputs(site(profile)), PAGE)


def test_the_gallery_shows_every_kind_with_an_example_that_is_published() -> None:
    page, files = gallery(), pictures(site())
    names = [row.partition(" ")[0] for row in rows(page, under="kinds")]
    assert len(names) == 13
    shown = re.findall(r'src="/almanac/([^"]+)" width="(\d+)" height="(\d+)"', main(page))
    assert len({path for path, *_ in shown}) == 11
    for path, width, height in shown:
        assert path in files
        if path.endswith(".svg"):
            assert f'width="{width}" height="{height}"'.encode() in files[path]
    for href in links(section(page, "kinds")).values():
        assert href.removeprefix("/almanac/") in files


def test_examples_are_of_a_living_model() -> None:
    assert "retired" not in words(section(gallery(), "kinds")).replace("after a model is retired", "")
    only = {"acme/ended": MODELS["acme/ended"], "acme/heir": MODELS["acme/heir"]}
    assert "badge of Heir" in words(main(html(badges.outputs(site("lean", only)), PAGE)))


def test_a_site_without_a_living_model_has_no_gallery() -> None:
    only = {"acme/ended": MODELS["acme/ended"].replace(", successor: acme/heir", "")}
    assert PAGE not in [output.path for output in badges.outputs(site("lean", only))]


def test_without_a_script_the_picker_is_not_seen_and_snippets_and_models_are() -> None:
    page = main(gallery())
    assert re.search(r'<form class="ask" id="picker" [^>]*hidden', page)
    assert re.search(r'<section class="picked"[^>]* hidden>', page)
    assert section(page, "snippets").count("<details") == 6
    assert links(page)["all models"] == "/almanac/models/"


def test_the_picker_is_given_what_it_reads() -> None:
    page = gallery()
    assert re.search(r'<script type="module" src="/almanac/assets/badges[^"]*"', page)
    form = re.search(r'data-list="([^"]+)" data-below="([^"]+)" data-words="([^"]+)"', page)
    assert form is not None
    assert form[1] == "/almanac/api/v1/models.json"
    assert form[2] == "/almanac/api/v1/"
    assert json.loads(unescape(form[3]))["default"] == "price and context"
    assert page.count("data-pattern=") == page.count("data-escapes=") == 6


def test_a_models_page_shows_its_badges_with_snippets() -> None:
    built = site("standard")
    page = html(model_pages(built), "models/acme/heir/index.html")
    part = section(page, "embed")
    sources = re.findall(r'src="([^"]+)"', part)
    assert sources == [
        f"/almanac/embed/acme/heir{kind}.svg" for kind in ("", "/price", "/context", "/cheapest", "/status")
    ]
    assert part.count("<details") == 6
    assert "Also as a PNG for e-mail, JSON for shields.io and the picture beside links." in words(part)
    assert 'href="#embed"' in page


def test_the_alternative_text_of_a_badge_holds_no_value() -> None:
    part = section(html(model_pages(site("full")), "models/acme/heir/index.html"), "embed")
    texts = re.findall(r'<img[^>]* alt="([^"]*)"', part)
    assert texts[0] == "Heir: price and context, by Tiny almanac"
    assert not [text for text in texts if re.search(r"[$\d]", text)]


def test_a_models_page_names_its_own_social_card() -> None:
    page = html(model_pages(site("lean")), "models/acme/quick/index.html")
    assert '<meta property="og:image" content="https://example.org/almanac/og/acme/quick.png">' in page
    assert '<meta property="og:image:width" content="1200">' in page
    assert '<meta property="og:image:height" content="630">' in page
    said = re.search(r'<meta property="og:image:alt" content="([^"]*)">', page)
    assert said is not None
    assert unescape(said[1]) == (
        "Quick by Acme. Price per million tokens at Acme: $2.00 in, $6.00 out. Context, tokens: not stated. "
        "Riddles: 91.5 %. Sold by: 2 providers. Released: 15 Jan 2026. As of 30 May 2026."
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text_in_the_gallery(name: str) -> None:
    page = file(badges.outputs(context(named(shelf(), name))), PAGE).decode()
    assert "<script>alert" not in page
