"""The register of ids: every provider's id, snapshot, alias and moved id leads to its model."""

import re

import pytest

from almanac.outputs import ids
from almanac.outputs.ids import outputs
from tests.outputs import seen
from tests.outputs.press import MODELS, context, files, shelf


def test_every_id_of_a_provider_leads_to_its_model() -> None:
    made = {path: page.decode() for path, page in files(outputs(context())).items()}
    assert seen.rows(made["ids/azure/index.html"]) == ["one-at-azure One active"]
    assert seen.links(seen.main(made["ids/azure/index.html"]))["One"] == "/almanac/models/acme/one/"
    assert seen.rows(made["ids/relay/index.html"]) == ["@acme/one:free One active"]
    assert set(made) == {
        "ids/index.html",
        *(f"ids/{key}/index.html" for key in ("acme", "azure", "poe", "relay", "wafer.ai")),
    }


def test_the_front_counts_the_ids_of_each_provider_and_lists_every_other_name() -> None:
    page = seen.html(outputs(context()), "ids/index.html")
    assert seen.links(seen.main(page))["Azure"] == "/almanac/ids/azure/"
    assert seen.rows(page) == [
        "acme/One-2026-03-01 One snapshot",
        "acme/old One moved id",
        "acme/one-latest One alias",
    ]
    assert "5 ids at 5 providers" in seen.words(seen.main(page))


def test_more_ids_than_fit_on_a_page_are_paginated(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ids.ROWS == 500
    monkeypatch.setattr(ids, "ROWS", 7)
    many = {
        f"acme/m{number}": f"name: M{number}\nlifecycle: {{released: unknown}}\nsync: {{source: register}}\n"
        f"offers: {{azure: {{model_id: az-{number}}}}}\n"
        for number in range(9)
    }
    made = {path: page.decode() for path, page in files(ids.outputs(context(shelf({**MODELS, **many})))).items()}
    first, second = made["ids/azure/index.html"], made["ids/azure/page-2/index.html"]
    assert (len(seen.rows(first)), len(seen.rows(second))) == (7, 3)
    assert 'href="/almanac/ids/azure/page-2/"' in first
    assert len(seen.rows(made["ids/index.html"])) == 7 - 5
    assert len(seen.rows(made["ids/page-2/index.html"])) == 1
    assert "Which model is this id?, page 2" in made["ids/page-2/index.html"]


def test_the_field_is_marked_as_one_that_needs_script_and_names_the_data_of_the_api() -> None:
    page = seen.html(outputs(context()), "ids/index.html")
    assert re.search(r'<form[^>]* data-script data-ids="/almanac/api/v1/ids.json">', page)
