"""On the whole imported catalogue, a model's price is one offer's own, and no plan or unknown price is a free one."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from almanac.catalogue.assemble import assemble
from almanac.catalogue.catalogue import Catalogue
from almanac.reader import read
from tests.importers.whole.figures import models
from tests.importers.whole.imports import Landed

pytestmark = pytest.mark.slow

WORDS = {"included", "free", "dynamic", "on-request"}


@pytest.fixture(scope="module")
def catalogue(landed: Landed) -> Catalogue:
    library, problems = read(str(landed.content))
    assert library is not None
    assert [problem for problem in problems if problem.severity == "error"] == []
    return assemble(library, today=date(2026, 11, 20))


def offer_of(landed: Landed, model: str, key: str) -> Any:
    return models(landed.content)[model]["offers"][key]


def test_the_cheapest_offer_of_every_model_states_both_of_its_prices_itself(
    landed: Landed, catalogue: Catalogue
) -> None:
    seen = 0
    for name, model in catalogue.models.items():
        if model.cheapest is None:
            continue
        stated = offer_of(landed, name, model.cheapest)["price"]
        entry = model.offers[model.cheapest]
        assert isinstance(stated, dict), (name, model.cheapest, "a word is not a paid price")
        for component, amount in (("input", entry.input), ("output", entry.output)):
            assert _is_stated(stated.get(component), amount), (name, model.cheapest, component)
        seen += 1
    assert seen > 700


def _is_stated(text: Any, amount: object) -> bool:
    if text is None or isinstance(text, dict) or text in WORDS:
        return not isinstance(amount, Decimal)
    return isinstance(amount, Decimal) and amount == Decimal(text)


def test_no_model_is_compared_by_a_pair_that_nobody_sells(landed: Landed, catalogue: Catalogue) -> None:
    records = models(landed.content)
    wrong = []
    for name, model in catalogue.models.items():
        pairs = {
            (Decimal(price["input"]), Decimal(price["output"]))
            for offer in (records[name].get("offers") or {}).values()
            if isinstance(price := offer.get("price"), dict)
            and {"input", "output"} <= price.keys()
            and not any(isinstance(price[part], dict) or price[part] in WORDS for part in ("input", "output"))
        }
        for key in filter(None, (model.cheapest, model.own)):
            shown = (model.offers[key].input, model.offers[key].output)
            if all(isinstance(amount, Decimal) for amount in shown) and shown not in pairs:
                wrong.append((name, key, shown))
    assert wrong == []


def test_no_unknown_price_and_no_plan_is_free_or_nothing(landed: Landed, catalogue: Catalogue) -> None:
    plans = {name for name, provider in catalogue.providers.items() if provider.record.kind == "plan"}
    records = models(landed.content)
    counts = {"unknown": 0, "plan": 0}
    for name, model in catalogue.models.items():
        for key, entry in model.offers.items():
            price = (records[name]["offers"][key]).get("price")
            is_plan = key.partition("@")[0] in plans
            counts["unknown"] += price is None
            counts["plan"] += is_plan
            if price is None:
                assert (entry.price, entry.input, entry.output) == (None, None, None), (name, key)
            if is_plan:
                assert entry.price != "free", (name, key)
            for amount in (entry.input, entry.output):
                assert not (isinstance(amount, Decimal) and amount == 0), (name, key)
    assert counts["unknown"] > 300
    assert counts["plan"] > 100
