"""Social cards of models: what they say, and that no name becomes empty boxes."""

import pytest

from almanac.outputs.badges.social import card
from almanac.outputs.context import Context
from almanac.render.raster import has_glyph
from almanac.render.socialcard import Fact
from tests.outputs.badging import MODELS, site
from tests.outputs.press import HOSTILE, context, named, shelf

BUILT = site("lean")


def of(id_: str, built: Context = BUILT) -> tuple[str, tuple[Fact, ...], tuple[Fact, ...], str]:
    found = card(built, built.catalogue.models[id_])
    return found.statement, found.facts, found.scores, found.as_of


def test_a_card_says_price_context_and_best_results_with_their_day() -> None:
    assert of("acme/one") == (
        "",
        (Fact("Price per million tokens at Acme", "$0.10 in, $0.40 out", 4), Fact("Context, tokens", "128,000")),
        (Fact("Golf", "72 points"), Fact("Riddles", "80.1 %"), Fact("Sold by", "4 providers")),
        "As of 30 May 2026",
    )


@pytest.mark.parametrize(
    ("id_", "price"),
    [
        ("acme/bare", Fact("Price", "not sold", 4)),
        ("acme/gift", Fact("Price at Relay", "free", 4)),
        ("acme/painter", Fact("Price at Acme", "$0.04 per image", 4)),
        ("acme/two", Fact("Price per million tokens at Wafer", "$0.02 in", 4)),
    ],
)
def test_a_price_that_is_no_pair_is_said_as_it_is(id_: str, price: Fact) -> None:
    assert of(id_)[1][0] == price


@pytest.mark.parametrize(
    ("id_", "statement"),
    [
        ("acme/ended", "Retired 1 March 2026. Use Heir."),
        ("acme/elsewhere", "Retired at Acme. Sold by 2."),
    ],
)
def test_an_ended_model_says_so_in_the_place_of_its_price(id_: str, statement: str) -> None:
    assert of(id_)[:2] == (statement, ())


def test_a_place_among_a_few_is_not_shown() -> None:
    alone = site("lean", {"acme/quick": MODELS["acme/quick"]})
    notes = [[fact.note for fact in of("acme/quick", built)[2] if fact.label == "Riddles"] for built in (alone, BUILT)]
    assert notes == [[""], ["3rd of 5"]]


def test_a_model_without_results_says_who_sells_it_and_since_when() -> None:
    assert of("acme/heir")[2] == (Fact("Sold by", "1 provider"), Fact("Released", "1 May 2026"))
    assert of("acme/ended")[2] == (Fact("Released", "15 Jan 2024"),)


def test_a_score_at_the_foot_of_its_range_is_no_achievement() -> None:
    quick = MODELS["acme/quick"].replace("score: 91.5", "score: 0")
    assert "Riddles" not in [fact.label for fact in of("acme/quick", site("lean", {"acme/quick": quick}))[2]]


@pytest.mark.parametrize(("name", "shown"), [("模型", "acme/one"), ("Модель Ω", "Модель Ω"), ("🦙", "acme/one")])
def test_a_name_outside_the_font_gives_way_to_the_id(name: str, shown: str) -> None:
    built = context(named(shelf(), name))
    assert card(built, built.catalogue.models["acme/one"]).name == shown


def test_a_successor_outside_the_font_is_left_out() -> None:
    built = site("lean", MODELS | {"acme/heir": MODELS["acme/heir"].replace("name: Heir", "name: 模型")})
    assert of("acme/ended", built)[0] == "Retired 1 March 2026."


@pytest.mark.parametrize("name", HOSTILE)
def test_every_word_of_any_card_can_be_drawn(name: str) -> None:
    built = context(named(shelf(), name))
    for model in built.catalogue.models.values():
        found = card(built, model)
        texts = [found.lab, found.name, found.statement, found.foot, found.as_of]
        texts += [text for fact in (*found.facts, *found.scores) for text in (fact.label, fact.value, fact.note)]
        assert all(map(has_glyph, "".join(texts)))
