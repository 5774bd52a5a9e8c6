"""Price history: what routes of models.dev asked before, for offers that stand and for models that nobody sells now."""

from decimal import Decimal
from typing import Any

import pytest

from almanac.importers.findings import Harvest, Upstream
from almanac.importers.ground import Ground
from almanac.importers.modelsdev import SOURCE, harvest
from almanac.importers.pricehistory import routes
from almanac.importers.upstream import load
from almanac.units.dates import parse_day
from tests.importers.harvests import DATA, causes, said
from tests.support.content import ContentTree

AT = parse_day("2026-06-14")
D = Decimal


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground.of(ContentTree.tiny(tmp_path_factory.mktemp("content")).library(), AT)


def told(ground: Ground, rows: list[dict[str, Any]], *, provider: str = "acme", **price: Any) -> Harvest:
    """Return the harvest of one offer with these recorded rows; it asks 1 and 2 unless `price` says otherwise."""
    cost = price or {"input": D(1), "output": D(2)}
    models = {"one": {"name": "Acme One", "cost": cost}, "solo": {"name": "Solo"}}
    api = {provider: {"id": provider, "name": "Relay", "models": models}}
    history = {"about": "", "routes": [{"provider": provider, "model": "one", "history": rows}]}
    files = (Upstream("api.json", "modelsdev-api", api, AT), Upstream("h.json", "price-history", history, AT))
    return harvest(files, ground)


def row(day: str, read: str = "1", written: str = "2", **more: Any) -> dict[str, Any]:
    return {"date": day, "input": D(read), "output": D(written), **more}


def history(found: Harvest) -> list[Any]:
    facts = said(found, "models/acme/one")
    return [value for key, value in facts.items() if " price_history " in key]


def test_rows_become_a_history_that_ends_in_the_price(ground: Ground) -> None:
    found = told(ground, [row("2026-01-01", "3", "4"), row("2026-02-01")])
    assert history(found) == [
        {"from": "2026-01-01", "input": D(3), "output": D(4)},
        {"from": "2026-02-01", "input": D(1), "output": D(2)},
    ]


def test_of_several_rows_of_a_day_the_last_counts(ground: Ground) -> None:
    found = told(ground, [row("2026-01-01", "9", "9"), row("2026-01-01", "3", "4"), row("2026-02-01")])
    assert [one["input"] for one in history(found)] == [3, 1]


def test_rows_after_the_catalogues_own_date_are_dropped(ground: Ground) -> None:
    found = told(ground, [row("2026-01-01", "3", "4"), row("2026-06-14"), row("2026-06-15", "7", "8")])
    assert [one["from"] for one in history(found)] == ["2026-01-01", "2026-06-14"]


def test_what_was_removed_and_came_back_was_gone_between(ground: Ground) -> None:
    gone = {"date": "2026-02-01", "removed": True}
    found = told(ground, [row("2026-01-01"), gone, row("2026-03-01")])
    assert history(found)[1] == {"from": "2026-02-01", "price": "gone"}
    assert len(history(found)) == 3


def test_a_row_that_changes_nothing_is_left_out(ground: Ground) -> None:
    same = row("2026-02-01", reasoning=D(2))
    assert history(told(ground, [row("2026-01-01"), same])) == []
    assert history(told(ground, [{"date": "2026-01-01", "removed": True}, row("2026-02-01")])) == []


def test_a_history_that_ends_in_another_price_is_left_out_with_a_note(ground: Ground) -> None:
    found = told(ground, [row("2026-01-01", "3", "4"), row("2026-02-01", "5", "6")])
    assert history(found) == []
    assert causes(found, "acme/one price_history")[0].startswith("the last recorded price is not the price")


def test_a_row_may_leave_components_out_but_add_none(ground: Ground) -> None:
    rows = [row("2026-01-01", "3", "4"), row("2026-02-01")]
    assert len(history(told(ground, rows, input=D(1), output=D(2), cache_read=D("0.1")))) == 2
    rows = [row("2026-01-01", "3", "4"), row("2026-02-01", cache_read=D("0.1"))]
    assert history(told(ground, rows)) == []


def test_a_zero_is_the_word_that_it_means_at_the_provider(ground: Ground) -> None:
    rows = [row("2026-01-01", "0", "0"), row("2026-02-01")]
    assert history(told(ground, rows, provider="kimi-for-coding"))[0] == {"from": "2026-01-01", "price": "included"}
    assert history(told(ground, rows)) == []


def test_the_last_word_of_a_free_offer_is_free(ground: Ground) -> None:
    rows = [row("2026-01-01"), row("2026-02-01", "0", "0")]
    found = history(told(ground, rows, provider="lmstudio", input=D(0), output=D(0)))
    assert found[-1] == {"from": "2026-02-01", "price": "free"}


def test_a_row_that_cannot_be_right_is_no_row(ground: Ground) -> None:
    found = told(ground, [row("2026-01-01", "3", "4"), row("2026-01-15", "900", "900"), row("2026-02-01")])
    assert [one["from"] for one in history(found)] == ["2026-01-01", "2026-02-01"]


def test_rows_without_a_date_are_no_rows() -> None:
    data = {"routes": [{"provider": "acme", "model": "one", "history": [{"date": "soon"}, row("2026-01-01")]}]}
    assert [one["date"] for one in routes(data, AT)["acme", "one"]] == ["2026-01-01"]


def test_a_model_that_nobody_sells_now_keeps_its_last_offers(ground: Ground) -> None:
    rows = [row("2026-01-01"), {"date": "2026-03-01", "removed": True}]
    route = {"provider": "relay", "history": rows}
    gone = [{**route, "model": name} for name in ("acme/one", "lab-z/past", "nobody-knows", "a b")]
    strange = {**route, "provider": "nowhere", "model": "lab-z/past"}
    api = {"relay": {"id": "relay", "models": {"acme/one:free": {"cost": {"input": D(0), "output": D(0)}}}}}
    brief = {**route, "model": "one-day", "history": [row("2026-03-01"), {"date": "2026-03-01", "removed": True}]}
    data = {"about": "", "routes": [*gone, strange, brief]}
    files = (Upstream("api.json", "modelsdev-api", api, AT), Upstream("h.json", "price-history", data, AT))
    found = harvest(files, ground)
    facts = said(found, "models/lab-z/past")
    assert facts["name"] == "past"
    assert facts["lifecycle released"] == "unknown"
    assert facts["offers relay ended"] == "2026-03-01"
    assert facts["offers relay price input"] == 1
    assert facts["offers relay price_history 2026-03-01"] == {"from": "2026-03-01", "price": "gone"}
    assert found.offers == frozenset({("acme/one", "relay@free")})
    assert causes(found, "relay/acme/one") == ["gone, of a model that others still sell"]
    assert causes(found, "relay/nobody-knows") == ["gone, and no source named its maker"]
    assert causes(found, "relay/a b") == ["gone, and its id holds a character that no id of ours may hold"]
    assert causes(found, "nowhere/lab-z/past") == ["gone, and so is its provider: nobody says who that was"]
    assert causes(found, "relay/one-day") == ["gone on the day on which it came"]


def test_the_real_rows_of_the_fixture_are_read(ground: Ground) -> None:
    names = ("api.json", "models.json", "price-history.json")
    files = load([str(DATA / "modelsdev" / name) for name in names], SOURCE, AT)
    facts = said(harvest(files, ground), "models/anthropic/claude-opus-4-5")
    assert facts["offers anthropic price_history 2025-11-26"] == {
        "from": "2025-11-26", "input": D(5), "output": D(25), "cache_read": D("0.5"), "cache_write": D("6.25"),
    }  # fmt: skip
