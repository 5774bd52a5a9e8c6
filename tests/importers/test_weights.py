"""Weights: a seller's no counts only where the seller is known to tell open weights from closed ones."""

from typing import Any

import pytest

from almanac.importers.findings import Disbelief, Harvest, Upstream
from almanac.importers.ground import Ground
from almanac.importers.modelsdev import harvest
from almanac.importers.modelsdev.weights import Instance, heard, judged, unjudged, words_of
from almanac.units.dates import parse_day
from tests.importers.harvests import causes, said
from tests.support.content import ContentTree

AT = parse_day("2026-06-14")


def instances(seller: str, *, yes: int = 0, slips: int = 0, noes: int = 0) -> list[Instance]:
    """Return what a seller said: yes and no of open models, and no of closed ones."""
    return [
        *[Instance(seller, is_open=True, says_open=True)] * yes,
        *[Instance(seller, is_open=True, says_open=False)] * slips,
        *[Instance(seller, is_open=False, says_open=False)] * noes,
    ]


@pytest.mark.parametrize(
    ("yes", "slips", "noes", "is_heard"),
    [
        (80, 1, 106, True),  # openrouter
        (61, 10, 105, True),  # kilo
        (5, 1, 5, True),  # five in six, both times
        (4, 1, 9, False),  # four in five
        (3, 0, 3, True),
        (9, 130, 144, False),  # nano-gpt: no of everything
        (20, 6, 44, False),  # amazon-bedrock: three in four
        (30, 2, 1, False),  # nvidia: its few noes are slips
        (2, 0, 9, False),  # too few open ones to know
        (9, 0, 2, False),  # too few closed ones
    ],
)
def test_a_seller_is_heard_who_tells_the_two_apart(yes: int, slips: int, noes: int, *, is_heard: bool) -> None:
    found = heard([*instances("one", yes=yes, slips=slips, noes=noes), *instances("other", noes=99)])
    assert found == ({"one"} if is_heard else frozenset())


def test_nobody_is_heard_where_nothing_is_known() -> None:
    assert heard([]) == frozenset()


@pytest.mark.parametrize(
    ("words", "is_open"),
    [
        ([("fills", False)], None),
        ([("fills", False), ("fills", False), ("knows", False)], False),
        ([("fills", False), ("fills", False), ("fills", True)], True),
        ([("knows", False), ("fills", True)], None),
        ([("knows", False), ("knows", False), ("fills", True)], False),
        ([], None),
    ],
)
def test_the_majority_of_what_counts_decides(words: list[tuple[str, bool]], *, is_open: bool | None) -> None:
    assert judged(words, frozenset({"knows"})) is is_open


def test_what_is_not_stated_is_told_with_who_spoke() -> None:
    alone, tie = unjudged([("b", False), ("a", False)], "a/one"), unjudged([("a", False), ("b", True)], "a/one")
    assert [(one.kind, one.subject, one.value) for one in alone] == [("suspicious", "a/one weights", "a, b")]
    assert [one.cause for one in tie] == ["said to be open by as many sellers as closed"]
    assert list(unjudged([], "a/one")) == []


def test_an_entry_without_the_field_says_nothing() -> None:
    words = words_of([("a", {}), ("b", {"open_weights": "yes"}), ("c", {"open_weights": False})])
    assert words == [("c", False)]


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground.of(ContentTree.tiny(tmp_path_factory.mktemp("content")).library(), AT)


def of_market(ground: Ground, **two: bool) -> Harvest:
    """Return the harvest of six models of models.json, three of them open, and of Two, of which these sellers speak.

    `knows` says of the six what models.json says, `fills` says no of each.
    """
    flags = {f"{word}-{kind}": kind == "open" for kind in ("open", "shut") for word in ("red", "green", "blue")}
    bases = {f"lab-z/{name}": {"id": f"lab-z/{name}", "name": name, "open_weights": one} for name, one in flags.items()}
    knowing: dict[str, Any] = {f"lab-z/{name}": {"name": name, "open_weights": one} for name, one in flags.items()}
    models = {"knows": knowing, "fills": {name: {**entry, "open_weights": False} for name, entry in knowing.items()}}
    for seller, is_open in two.items():
        models.setdefault(seller, {})["lab-z/two"] = {"name": "Two", "open_weights": is_open}
    api = {seller: {"id": seller, "name": seller, "models": listed} for seller, listed in models.items()}
    files = (Upstream("api.json", "modelsdev-api", api, AT), Upstream("models.json", "modelsdev-models", bases, AT))
    return harvest(files, ground)


def test_a_model_that_only_deaf_sellers_call_closed_is_called_nothing(ground: Ground) -> None:
    found = of_market(ground, fills=False, newcomer=False)
    assert "weights open" not in said(found, "models/lab-z/two")
    assert Disbelief("models/lab-z/two", ("weights", "open")) in found.disbelieved
    assert causes(found, "fills/lab-z/two, newcomer/lab-z/two weights")


def test_a_no_that_counts_and_any_yes_are_stated(ground: Ground) -> None:
    found = of_market(ground, fills=False, knows=False)
    assert said(found, "models/lab-z/two")["weights open"] is False
    assert Disbelief("models/lab-z/two", ("weights", "open")) not in found.disbelieved
    assert said(of_market(ground, fills=False, newcomer=True), "models/lab-z/two")["weights open"] is True


def test_models_json_and_the_lab_itself_need_no_proof(ground: Ground) -> None:
    assert said(of_market(ground), "models/lab-z/red-shut")["weights open"] is False
    entry = {"name": "Sonar Nano", "open_weights": False}
    api = {"perplexity": {"id": "perplexity", "name": "Perplexity", "models": {"sonar-nano": entry}}}
    found = harvest((Upstream("api.json", "modelsdev-api", api, AT),), ground)
    assert said(found, "models/perplexity/sonar-nano")["weights open"] is False
