"""Redirects: other names lead to their model, and what was withdrawn says why."""

from dataclasses import replace

import pytest

from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.redirects import outputs, redirects, withdrawal
from almanac.records import Tombstone
from tests.outputs.press import context, shelf
from tests.outputs.seen import headings, html, links, main, words


def names(**found: str) -> Catalogue:
    """Return a catalogue with the given other names of the lab `acme`, underscores being slashes nowhere."""
    return replace(shelf(), other_names={f"acme/{name}": target for name, target in found.items()}, tombstones={})


def test_snapshots_aliases_and_moved_ids_lead_to_their_model() -> None:
    assert {url: target for url, (_, target) in redirects(shelf()).items()} == {
        "/models/acme/old/": "acme/one",
        "/models/acme/one-2026-03-01/": "acme/one",
        "/models/acme/one-latest/": "acme/one",
    }


def test_a_page_that_leads_elsewhere_refreshes_names_its_target_and_is_short() -> None:
    shown = html(outputs(context()), "models/acme/one-2026-03-01/index.html")
    assert '<meta http-equiv="refresh" content="0; url=/almanac/models/acme/one/">' in shown
    assert '<link rel="canonical" href="https://example.org/almanac/models/acme/one/">' in shown
    assert '<meta name="robots" content="noindex">' in shown
    assert links(shown) == {"One": "/almanac/models/acme/one/"}
    assert words(shown) == "One-2026-03-01 This name leads to One."


@pytest.mark.parametrize(
    ("found", "urls"),
    [
        ({"One": "acme/one"}, set()),
        ({"two": "acme/one"}, set()),
        ({"a": "acme/one", "A": "acme/two"}, set()),
        ({"a": "acme/one", "A": "acme/one"}, {"/models/acme/a/"}),
        ({"vendor/Name:free": "acme/one"}, {"/models/acme/vendor-name-free/"}),
        ({"@@": "acme/one"}, set()),
    ],
)
def test_a_name_that_could_mean_another_page_has_none(found: dict[str, str], urls: set[str]) -> None:
    assert set(redirects(names(**found))) == urls


def test_a_moved_id_keeps_its_page_whoever_else_claims_it() -> None:
    catalogue = shelf()
    claimed = replace(catalogue, other_names={**catalogue.other_names, "acme/OLD": "acme/two"})
    assert redirects(claimed)["/models/acme/old/"] == ("acme/old", "acme/one")


def test_a_withdrawn_model_says_why_and_since_when() -> None:
    shown = html(outputs(context()), "models/acme/gone/index.html")
    assert headings(shown) == ["Gone"]
    assert "Withdrawn from this catalogue since 1 March 2026." in words(main(shown))
    assert "It never came out." in words(main(shown))
    assert '<meta name="robots" content="noindex">' in shown
    assert links(main(shown))["Acme"] == "/almanac/labs/acme/"


def test_a_withdrawn_model_of_a_lab_that_is_gone_too_still_answers() -> None:
    catalogue = shelf()
    lost = replace(catalogue, tombstones={"lost/gone": catalogue.tombstones["acme/gone"]}, other_names={})
    assert headings(html(outputs(context(lost)), "models/lost/gone/index.html")) == ["Gone"]


def test_an_id_that_moved_to_a_withdrawn_model_tells_the_same() -> None:
    moved = Tombstone.model_validate({"name": "Before", "moved_to": "acme/gone"})
    catalogue = shelf()
    chain = replace(catalogue, tombstones={**catalogue.tombstones, "acme/before": moved})
    assert "It never came out." in html(outputs(context(chain)), "models/acme/before/index.html")


def test_tombstones_that_lead_round_in_a_circle_end() -> None:
    one = Tombstone.model_validate({"name": "A", "moved_to": "acme/b"})
    other = Tombstone.model_validate({"name": "B", "moved_to": "acme/a"})
    assert withdrawal("acme/a", {"acme/a": one, "acme/b": other}) is None
