"""Ground: what an importer stands on."""

from pathlib import Path

import pytest

from almanac.importers.ground import Ground
from almanac.importers.names import Known
from almanac.units.dates import parse_day
from tests.support.content import ContentTree

AT = parse_day("2026-06-14")


@pytest.fixture
def tree(tmp_path: Path) -> ContentTree:
    return ContentTree.tiny(tmp_path)


def test_the_models_of_the_content_are_known_under_all_their_names(tree: ContentTree) -> None:
    weights = "weights: {open: true, licence: MIT, url: https://hub.example/acme/Acme-One-7B}"
    ground = Ground.of(tree.edit("models/acme/one.yaml", "weights: {open: false}", weights).library(), AT)
    for written in ("one", "acme/one", "acme-one", "acme-one-2026-01-15", "acme-one-latest", "Acme-One-7B"):
        assert ground.resolve(written).model == "acme/one"
    assert ground.at == AT


def test_an_offer_of_the_content_says_where_its_id_belongs(tree: ContentTree) -> None:
    tree.edit("models/acme/one.yaml", "model_id: acme/one:free", "model_id: house-blend")
    ground = Ground.of(tree.library(), AT)
    assert ground.resolve("house-blend", provider="relay").rule == "known offer"
    assert ground.resolve("house-blend", provider="acme").model is None


def test_base_models_of_a_run_are_known_from_then_on(tree: ContentTree) -> None:
    ground = Ground.of(tree.library(), AT)
    larger, bases = ground.introduce([Known("Acme/Two-2026-02-02", "Acme Two 2")])
    assert bases["Acme/Two-2026-02-02"].model == "acme/two"
    assert larger.resolve("two-2026-02-02").variant == "20260202"
    assert ground.resolve("two").model is None


def test_an_offer_that_stands_keeps_its_key(tree: ContentTree) -> None:
    ground = Ground.of(tree.library(), AT)
    model_ids = ("acme/one:free", "acme-one", "acme-one-fp8", "mystery")
    identities = {model_id: ground.resolve(model_id, provider="relay") for model_id in model_ids}
    assert ground.offer_keys("relay", identities) == {
        "acme/one:free": "relay@free",
        "acme-one": "relay",
        "acme-one-fp8": "relay@fp8",
    }


def test_an_offer_that_went_to_another_model_does_not_keep_its_key(tree: ContentTree) -> None:
    ground, _ = Ground.of(tree.library(), AT).introduce([Known("acme/two")])
    moved = {"acme/one:free": ground.resolve("two")}
    assert ground.offer_keys("relay", moved) == {"acme/one:free": "relay"}


@pytest.mark.parametrize(
    ("catalogue", "key", "provider"),
    [
        ("modelsdev", "acme-cloud", "acme"),
        ("litellm", "acme_ai", "acme"),
        ("litellm", "vertex_ai-anthropic_models", "google-vertex"),
        ("modelsdev", "wafer.ai", "wafer.ai"),
        ("modelsdev", "Some_Host", "some-host"),
    ],
)
def test_a_providers_own_file_says_what_others_call_it(
    tree: ContentTree, catalogue: str, key: str, provider: str
) -> None:
    tree.append("providers/acme.yaml", "keys: {modelsdev: acme-cloud, litellm: acme_ai/}\n")
    assert Ground.of(tree.library(), AT).provider(catalogue, key) == provider
