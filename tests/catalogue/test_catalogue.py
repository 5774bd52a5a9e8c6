"""The catalogue: what its values say of themselves."""

from tests.catalogue.shelf import assembled, library

ONE = """
name: One
lifecycle: {released: 2026-01-15}
limits: {context: 1000}
offers: {acme: {model_id: one, price: {input: 1.00, output: 2.00}}}
"""


def test_the_own_facts_of_an_offer_are_those_that_it_states() -> None:
    offer = assembled(library({"acme/one": ONE})).models["acme/one"].offers["acme"]
    paths = {fact.path for fact in offer.own_facts}
    assert "offers.acme.price" in paths
    assert offer.facts["limits.context"].path == "limits.context"
    assert "limits.context" not in paths
