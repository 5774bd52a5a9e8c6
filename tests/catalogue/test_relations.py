"""Relations: families, successors, labs, providers and guides."""

from tests.catalogue.shelf import assembled, library

MODELS = {
    "acme/a": "name: A\nfamily: one\nlifecycle: {released: 2025-01-01, successor: acme/b}\n",
    "acme/b": "name: B\nfamily: one\nlifecycle: {released: 2025-06}\n",
    "acme/c": "name: C\nfamily: one\nlifecycle: {released: unknown, successor: acme/b}\n",
    "acme/d": "name: alone\nlifecycle: {released: 2026-01-01}\noffers: {poe: {model_id: d}, acme@x: {model_id: x}}\n",
    "acme/e": "name: Zed\nlifecycle: {released: 2025-06-02}\noffers: {poe@eu: {model_id: e}, poe: {model_id: f}}\n",
    "open/a": "name: Open A\nfamily: one\nlifecycle: {released: 2025-01-01}\n",
}
GUIDE = "title: T\nsummary: S\nauthor: A\npublished: 2026-01-01\nabout: [acme/a, acme/b]\ncompares: [acme/b]\n"


def test_models_are_related_newest_first_and_an_unknown_release_last() -> None:
    catalogue = assembled(library(MODELS, guides={"second": GUIDE, "first": GUIDE.replace("acme/a, ", "")}))
    models = catalogue.models
    assert models["acme/b"].siblings == ("acme/a", "acme/c")
    assert models["acme/b"].predecessors == ("acme/a", "acme/c")
    assert models["open/a"].siblings == ()
    assert (models["acme/a"].guides, models["acme/b"].guides, models["acme/c"].guides) == (
        ("second",),
        ("first", "second"),
        (),
    )
    assert catalogue.labs["acme"].models == ("acme/d", "acme/e", "acme/b", "acme/a", "acme/c")
    assert list(catalogue.guides) == ["first", "second"]


def test_models_without_a_family_are_nobodys_siblings() -> None:
    assert assembled(library(MODELS)).models["acme/d"].siblings == ()


def test_a_provider_lists_its_offers_by_the_name_of_the_model() -> None:
    providers = assembled(library(MODELS)).providers
    assert providers["poe"].offers == (("acme/d", "poe"), ("acme/e", "poe"), ("acme/e", "poe@eu"))
    assert providers["acme"].offers == (("acme/d", "acme@x"),)
    assert (providers["acme"].lab, providers["poe"].lab) == ("acme", None)
