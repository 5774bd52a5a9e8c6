"""Pairs: which two models have a page, in which order they are chosen, and which of them stay for ever."""

from typing import Any

import pytest

from almanac.catalogue import pairs as rule
from almanac.catalogue.catalogue import Catalogue, Neighbour, Similar
from almanac.catalogue.pairs import pairs
from almanac.publish.published import published_ids
from almanac.reader.library import LedgerLine
from tests.catalogue.shelf import SITE, assembled, library

MODELS = {f"acme/{slug}": f"name: {slug}\nlifecycle: {{released: unknown}}\n" for slug in ("a", "b", "c", "d")}
GUIDE = "title: G\nsummary: S.\nauthor: We\npublished: 2026-05-31\ncompares: [acme/c, acme/a, acme/b]\n"


def built(ledger: tuple[str, ...] = (), **others: Any) -> Catalogue:
    """Return a catalogue with some lines in its ledger."""
    lib = library(MODELS, **others)
    lines = tuple(LedgerLine("pair", tuple(line.split()), number) for number, line in enumerate(ledger, 1))
    return assembled(type(lib)(**{**{name: getattr(lib, name) for name in lib.__slots__}, "ledger": lines}))


def test_every_two_models_that_a_guide_compares_are_a_named_pair_in_string_order() -> None:
    assert built(guides={"g": GUIDE}).pairs == {
        ("acme/a", "acme/b"): "named", ("acme/a", "acme/c"): "named", ("acme/b", "acme/c"): "named",
    }  # fmt: skip


def test_the_site_and_the_ledger_name_pairs_too() -> None:
    site = f"{SITE}pairs: [[acme/d, acme/a]]\n"
    assert list(built(("acme/b acme/c",), site=site).pairs) == [("acme/a", "acme/d"), ("acme/b", "acme/c")]


def test_named_pairs_enter_the_ledger_and_no_others() -> None:
    models = {**MODELS, "acme/c": "name: c\nlifecycle: {released: unknown, successor: acme/d}\n"}
    found = assembled(library(models, site=f"{SITE}pairs: [[acme/d, acme/a]]\n"))
    assert found.pairs == {("acme/a", "acme/d"): "named", ("acme/c", "acme/d"): "succession"}
    assert [line for line in published_ids(found) if line.startswith("pair")] == ["pair acme/a acme/d"]


def test_a_named_pair_of_a_model_that_moved_is_a_former_one() -> None:
    tombstones = {"acme/old": "{name: Old, moved_to: acme/a}"}
    found = built(("acme/b acme/old",), tombstones=tombstones)
    assert (found.pairs, found.former_pairs) == ({}, (("acme/b", "acme/old"),))


def alternatives(**near: str) -> dict[str, Similar]:
    """Return alternatives by slug, written as slugs."""
    return {
        model_id: Similar({"overall": tuple(Neighbour(f"acme/{one}", 90, {}) for one in near.get(model_id[-1], ""))})
        for model_id in MODELS
    }


@pytest.mark.parametrize(("most", "count"), [(1, 1), (2, 2), (9, 3)])
def test_the_nearest_of_what_most_sell_come_first_and_there_is_an_end(
    monkeypatch: pytest.MonkeyPatch, most: int, count: int
) -> None:
    monkeypatch.setattr(rule, "MOST", most)
    sold = "offers: {{{}}}\n"
    offer = "{}: {{model_id: x, price: {{input: 1, output: 2}}}}"
    models = dict(MODELS)
    models["acme/a"] += sold.format(offer.format("acme"))
    models["acme/d"] += sold.format(", ".join(offer.format(name) for name in ("acme", "poe", "azure", "relay")))
    entries = assembled(library(models)).models
    found = pairs(entries, alternatives(a="b", d="cb"), ())
    order = [("acme/c", "acme/d"), ("acme/b", "acme/d"), ("acme/a", "acme/b")]
    assert found == dict.fromkeys(sorted(order[:count]), "alternative")


def test_named_pairs_are_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "MOST", 1)
    assert len(built(guides={"g": GUIDE}).pairs) == 3
