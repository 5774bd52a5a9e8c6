"""The site's own settings: what a pair of models to compare may be."""

import pytest
from pydantic import ValidationError

from almanac.records import Site
from tests.catalogue.shelf import SITE, data


def test_pairs_name_two_models_each() -> None:
    site = Site.model_validate(data(f"{SITE}pairs: [[acme/one, acme/two], [acme/two, open/one]]\n"))
    assert site.pairs == (("acme/one", "acme/two"), ("acme/two", "open/one"))


@pytest.mark.parametrize("pair", ["[acme/one, acme/one]", "[acme/one]", "[acme/one, acme/two, acme/three]", "acme/one"])
def test_a_pair_is_of_two_models(pair: str) -> None:
    with pytest.raises(ValidationError):
        Site.model_validate(data(f"{SITE}pairs: [{pair}]\n"))
