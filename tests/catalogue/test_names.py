"""Names: snapshots, aliases and moved ids lead to a model, however often they moved."""

from tests.catalogue.shelf import assembled, library

ONE = """
name: One
lifecycle: {released: 2026-01-15}
ids:
  snapshots: [{id: one-2026-01-15}, {id: Org/One}]
  aliases: [{id: one-latest, since: 2026-01-15}, {id: two, since: 2026-01-15}]
"""
TWO = "name: Two\nlifecycle: {released: unknown}\n"


def test_every_other_name_leads_to_its_model() -> None:
    tombstones = {
        "acme/old": "name: Old\nmoved_to: acme/older\n",
        "acme/older": "name: Older\nmoved_to: acme/one\n",
        "acme/gone": "name: Gone\nwithdrawn: {'on': 2026-01-01, why: It never existed.}\n",
        "acme/lost": "name: Lost\nmoved_to: acme/gone\n",
        "acme/round": "name: Round\nmoved_to: acme/round\n",
        "acme/void": "name: Void\nmoved_to: acme/nowhere\n",
    }
    catalogue = assembled(library({"acme/one": ONE, "acme/two": TWO}, tombstones=tombstones))
    assert dict(catalogue.other_names) == {
        "acme/Org/One": "acme/one",
        "acme/old": "acme/one",
        "acme/older": "acme/one",
        "acme/one-2026-01-15": "acme/one",
        "acme/one-latest": "acme/one",
    }
    assert list(catalogue.tombstones) == sorted(tombstones)
