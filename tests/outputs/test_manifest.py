import json
from dataclasses import replace
from typing import Any

import pytest

from almanac.outputs import manifest
from almanac.outputs.context import Context
from tests.outputs.press import HOSTILE, context, files, named, shelf


def written(site: Context) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(manifest.outputs(site))["manifest.webmanifest"])
    return found


@pytest.mark.parametrize(("base_url", "base"), [("https://example.org", ""), ("https://example.org/a/b", "/a/b")])
def test_everything_lies_under_the_base_path(base_url: str, base: str) -> None:
    found = written(context(base_url=base_url))
    assert found["start_url"] == found["scope"] == found["id"] == f"{base}/"
    assert [icon["src"] for icon in found["icons"]] == [f"{base}/favicon.svg"]
    assert [picture["src"] for picture in found["screenshots"]] == [f"{base}/og/almanac.png"]


def test_it_is_named_after_the_site() -> None:
    catalogue = shelf()
    site = catalogue.site.model_copy(update={"description": "What it is."})
    found = written(context(replace(catalogue, site=site)))
    assert (found["name"], found["description"]) == ("Tiny almanac", "What it is.")


def test_a_site_without_a_description_has_none_here() -> None:
    assert "description" not in written(context())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    assert written(context(named(shelf(), name)))["name"] == name
