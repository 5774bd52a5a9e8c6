"""The search: every name stands once in the index under its letter, and the script's file holds the same names."""

import json
import re

import pytest

from almanac.outputs.search import outputs
from almanac.outputs.search.entries import Entry, by_letter, entries
from tests.outputs import seen
from tests.outputs.press import HOSTILE, MODELS, ONE, TWO, context, file, files, named, shelf

GONE = "name: Zero\nlifecycle: {released: 2020-01-01, retires: 2021-01-01}\nsync: {source: register}\n"


def test_everything_with_a_page_of_its_own_stands_in_the_index() -> None:
    built = context()
    made = files(outputs(built))
    hrefs = {
        href for path, page in made.items() if path.endswith(".html") for href in re.findall(rb'href="([^"]*)"', page)
    }
    catalogue = built.catalogue
    for kind in ("models", "labs", "providers", "benchmarks", "guides"):
        for key in getattr(catalogue, kind):
            assert f"/almanac/{kind}/{key}/".encode() in hrefs


def test_each_name_stands_under_its_first_letter_and_other_signs_come_last() -> None:
    found = tuple(
        Entry("model", name, name, "/", "model") for name in ("beta", "Alpha", "01.AI", "Äther", "alpine", "")
    )
    groups = [(letter, [entry.name for entry in group]) for letter, group in by_letter(found)]
    assert groups == [("a", ["Alpha", "alpine"]), ("b", ["beta"]), ("other", ["", "01.AI", "Äther"])]


def test_a_letter_of_more_than_a_hundred_names_is_paginated_and_the_front_names_both_ends() -> None:
    many = {f"acme/m{number}": TWO.replace("name: Two", f"name: M{number:03}") for number in range(105)}
    made = files(outputs(context(shelf({**MODELS, **many}))))
    first, second = (made[f"search/m/{part}index.html"].decode() for part in ("", "page-2/"))
    assert first.count("model, Acme") == 100
    assert second.count("model, Acme") == 5
    assert 'href="/almanac/search/m/page-2/"' in first
    front = seen.links(seen.main(made["search/index.html"].decode()))
    assert front["M000 – M099"] == "/almanac/search/m/"
    assert front["M100 – M104"] == "/almanac/search/m/page-2/"


def test_the_newest_model_comes_first_and_an_undated_one_last() -> None:
    new = TWO.replace("Two", "New").replace("unknown", "2026-05-01")
    found = [entry.id for entry in entries(context(shelf({**MODELS, "acme/new": new}))) if entry.kind == "model"]
    assert found == ["acme/new", "acme/one", "acme/two"]


def test_the_file_of_the_search_is_short_and_knows_snapshots_aliases_and_what_is_gone() -> None:
    made = json.loads(file(outputs(context(shelf({**MODELS, "acme/zero": GONE}))), "search/index.json"))
    lines = {line[0]: line for line in made["model"]}
    assert lines["acme/one"] == ["acme/one", "One", "Acme", 0, "One-2026-03-01", "one-latest"]
    assert lines["acme/two"] == ["acme/two", "Two", "Acme"]
    assert lines["acme/zero"] == ["acme/zero", "Zero", "Acme, retired", 1]
    assert made["provider"][0] == ["acme", "Acme"]
    assert list(made) == ["model", "provider", "lab", "benchmark", "guide"]


def test_every_page_leads_to_the_search_by_a_plain_link_in_its_masthead() -> None:
    page = seen.html(outputs(context()), "search/index.html")
    masthead = page.partition("<header")[2].partition("</header>")[0]
    assert seen.links(masthead)["Search"] == "/almanac/search/"


def test_the_field_is_marked_as_one_that_needs_script() -> None:
    page = seen.html(outputs(context()), "search/index.html")
    assert re.search(r'<form[^>]* id="find"[^>]* data-script>', page)


def test_no_two_pages_of_the_index_are_called_alike() -> None:
    many = {f"acme/m{number}": TWO.replace("name: Two", f"name: M{number:03}") for number in range(105)}
    made = [
        page.decode()
        for path, page in files(outputs(context(shelf({**MODELS, **many})))).items()
        if path.endswith("html")
    ]
    for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)">'):
        said = [re.findall(pattern, page)[0] for page in made]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text(name: str) -> None:
    made = files(outputs(context(named(shelf({"acme/one": ONE}), name))))
    for path, page in made.items():
        if path.endswith(".html"):
            assert b"<script>alert" not in page
    assert json.loads(made["search/index.json"])["model"][0][1] == name
