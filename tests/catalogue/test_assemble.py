"""Assemble: one frozen value, the same whenever and in whatever order it is made."""

import copy
from datetime import date
from pathlib import Path

import pytest

from almanac.catalogue.assemble import assemble
from almanac.catalogue.catalogue import Catalogue
from almanac.reader import Library
from tests.catalogue.shelf import assembled, library
from tests.support.content import ContentTree

OFFERS = "".join(
    f"  {key}: {{model_id: id, price: {{input: {price}, output: 1}}}}\n"
    for key, price in (("poe", 2), ("acme", 3), ("azure", 2))
)
MODELS = {
    f"{lab}/{slug}": (
        f"name: Same\nfamily: one\nlifecycle: {{released: 2026-01-15}}\nsync: {{source: register}}\noffers:\n{OFFERS}"
        "results: [{benchmark: riddles, score: 1, by: lab, source: other, date: 2026-02-01}]\n"
        "claims: [{path: name, value: x, source: other}]\n"
    )
    for lab in ("open", "acme")
    for slug in ("b", "a", "c")
}


def test_the_same_library_gives_the_same_catalogue() -> None:
    lib = library(MODELS)
    before = copy.deepcopy(lib)
    assert assembled(lib) == assembled(lib)
    assert lib == before


def test_the_order_of_the_files_changes_nothing() -> None:
    forward, backward = (assembled(library(dict(sorted(MODELS.items(), reverse=turn)))) for turn in (False, True))
    assert forward == backward
    assert repr(forward) == repr(backward)


def test_all_maps_are_in_string_order() -> None:
    found = assembled(library(MODELS))
    maps = (
        found.models,
        found.labs,
        found.providers,
        found.benchmarks,
        found.sources,
        found.parameters,
    )
    assert all(list(one) == sorted(one) for one in maps)
    assert list(found.models) == sorted(MODELS)
    assert list(found.workloads) == ["tickets", "chat"], "workloads stand as their file orders them"


@pytest.mark.parametrize("today", ["2026-06-01", "2030-01-01"])
def test_today_decides_states_and_ages_alone(today: str) -> None:
    found = assembled(library(MODELS), today=today)
    assert found.today == date.fromisoformat(today)
    assert (found.site.title, found.scores.version, found.parameters["seed"].type) == ("Tiny almanac", 1, "integer")


def tiny(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return ContentTree.tiny(tmp_path_factory.mktemp("content")).library()


def test_a_whole_content_folder_becomes_a_catalogue(tmp_path_factory: pytest.TempPathFactory) -> None:
    found: Catalogue = assemble(tiny(tmp_path_factory), today=date(2026, 6, 1))
    model = found.models["acme/one"]
    assert (model.lab, model.family_name, model.own, model.cheapest) == ("acme", "One", "acme", "acme")
    assert model.line["offers.acme.price.input"] > 1
    assert "Read the price list [1]" in found.guides["choosing"].text.text
    assert model.guides == ("choosing",)
    assert found.other_names == {"acme/acme-one-2026-01-15": "acme/one", "acme/acme-one-latest": "acme/one"}


@pytest.mark.parametrize(
    ("data", "proof"),
    [
        ("", None),
        ("data: {trains: no, source: register, checked: 2025-05-31}", ("register", "2025-05-31", 366, True)),
        ("data: {trains: no, source: register}", ("register", "2026-05-30", 2, False)),
        ("data: {trains: no, source: acme-launch}", ("acme-launch", "None", None, True)),
    ],
)
def test_what_a_provider_does_with_data_is_proved_as_any_other_fact(
    tmp_path: Path, data: str, proof: tuple[str, str, int | None, bool] | None
) -> None:
    lib = ContentTree.tiny(tmp_path).append("providers/acme.yaml", data).library()
    found = assemble(lib, today=date(2026, 6, 1)).providers["acme"].data_proof
    assert (found and (found.source, str(found.checked), found.age, found.stale)) == proof
