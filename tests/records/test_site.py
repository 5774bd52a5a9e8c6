"""The site's own settings: what a pair of models to compare may be."""

import pytest
from pydantic import ValidationError

from almanac.records import Site
from almanac.records.site import Similarity
from tests.catalogue.shelf import SITE, data


def test_pairs_name_two_models_each() -> None:
    site = Site.model_validate(data(f"{SITE}pairs: [[acme/one, acme/two], [acme/two, open/one]]\n"))
    assert site.pairs == (("acme/one", "acme/two"), ("acme/two", "open/one"))


@pytest.mark.parametrize("pair", ["[acme/one, acme/one]", "[acme/one]", "[acme/one, acme/two, acme/three]", "acme/one"])
def test_a_pair_is_of_two_models(pair: str) -> None:
    with pytest.raises(ValidationError):
        Site.model_validate(data(f"{SITE}pairs: [{pair}]\n"))


RECIPE = """
parts: {price: {weight: 1, reach: 10, about: Price.}, kin: {weight: 1, about: Family.}}
unknown: 0.3
floor: 0.5
cheaper: 0.9
longer: 1.25
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weight: 1, reach", "weight: 0, reach"), ("reach: 10", "reach: 1"), ("reach: 10", "reach: 0"),
        (", reach: 10", ""), ("price: {", "released: {weight: 1, about: Day.}, price: {"),
        ("unknown: 0.3", "unknown: 2"), ("floor: 0.5", "floor: -1"), ("longer: 1.25", "longer: 0"),
        ("kin:", "kindness:"),
    ],
)  # fmt: skip
def test_a_recipe_of_likeness_that_could_not_be_worked_out_is_refused(old: str, new: str) -> None:
    assert Similarity.model_validate(data(RECIPE)).parts["price"].reach == 10
    with pytest.raises(ValidationError):
        Similarity.model_validate(data(RECIPE.replace(old, new, 1)))
