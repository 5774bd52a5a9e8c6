"""A later models.dev changes what it should, by as little as can be, and its slips change nothing."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import ndiff
from typing import Any

import pytest

from tests.importers.whole.figures import read
from tests.importers.whole.imports import Landed, texts
from tests.importers.whole.later import AT, Offer, changes

pytestmark = pytest.mark.slow

LAST = "2026-06-14"


@pytest.fixture(scope="module")
def changed(landed: Landed) -> Mapping[str, list[Offer]]:
    return changes(landed.content)


@pytest.fixture(scope="module")
def now(afterwards: Mapping[str, Landed]) -> Landed:
    return afterwards["later"]


def offer(landed: Landed, model: str, key: str) -> Any:
    return read(landed.content / f"models/{model}.yaml")["offers"][key]


def test_a_price_that_changed_is_updated_and_its_history_goes_on(
    landed: Landed, now: Landed, changed: Mapping[str, list[Offer]]
) -> None:
    for model, key in changed["dearer"]:
        before, after = offer(landed, model, key), offer(now, model, key)
        for name in ("input", "output"):
            assert Decimal(after["price"][name]) == Decimal(before["price"][name]) * Decimal("1.25"), (model, key)
        rows = after["price_history"]
        assert (rows[-1]["from"], rows[-1]["input"]) == (AT, after["price"]["input"])
        assert rows[-2]["input"] == before["price"]["input"]
        assert len(rows) == max(len(before.get("price_history", ())), 1) + 1
        assert before.get("price_history") or rows[0]["from"] == LAST


def test_an_offer_that_is_gone_has_ended_and_stays(
    landed: Landed, now: Landed, changed: Mapping[str, list[Offer]]
) -> None:
    for model, key in changed["gone"]:
        before, after = offer(landed, model, key), offer(now, model, key)
        assert (after["ended"], after["price"], after["model_id"]) == (AT, before["price"], before["model_id"])
    ended = [event for event in now.reports["later"]["events"] if event["kind"] == "ended"]
    assert len(ended) == len(changed["gone"])


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        ("thousandfold", "price-"), ("sevenfold", "price-currency-slip"), ("swapped", "price-output-low"),
    ],
)  # fmt: skip
def test_a_slip_changes_no_price_and_is_told(
    landed: Landed, now: Landed, changed: Mapping[str, list[Offer]], kind: str, cause: str
) -> None:
    report = now.reports["later"]
    told = [event for event in report["events"] if event["kind"] == "suspicious"]
    told += [note for note in report["notes"] if note["kind"] == "suspicious"]
    for model, key in changed[kind]:
        before = offer(landed, model, key)
        assert offer(now, model, key) == before
        names = (model, before["model_id"])
        about = [one for one in told if any(name in str(one.values()) for name in names)]
        assert any(cause in one["cause"] for one in about), (model, key, about)


def test_a_field_under_another_name_takes_nothing_out(landed: Landed, now: Landed) -> None:
    notes = now.reports["later"]["notes"]
    assert any(note["subject"] == "price.cache_read" and note["cause"].startswith("gone from ") for note in notes)
    assert any(note["subject"].endswith("cost.cached_input") for note in notes)
    cached = [text.count(b"cache_read: ") for text in (b"".join(texts(one.content).values()) for one in (landed, now))]
    assert cached[1] >= cached[0]


def test_only_lines_of_prices_change_and_only_rows_and_days_are_added(
    landed: Landed, now: Landed, changed: Mapping[str, list[Offer]]
) -> None:
    before, after = texts(landed.content), texts(now.content)
    those = _files(changed["dearer"]) | _files(changed["gone"])
    touched = {name for name in before if before[name] != after.get(name)}
    beside = {name for name in touched - those if name.startswith("models/")}
    assert those <= touched
    for name in beside:  # a seller who lists other models than before may be heard on weights, or no longer
        lines = [line.strip() for _, line in _differing(before[name].decode(), after[name].decode())]
        assert all(line.startswith(("weights: ", "weights.open: ")) for line in lines), (name, lines)
    assert len(beside) < 10
    assert all(name == "sources.yaml" or name.startswith(".sync/") for name in touched - those - beside)
    for name in those - _files(changed["gone"]):  # what most sellers say of a model may change with one of them
        for sign, line in _differing(before[name].decode(), after[name].decode()):
            text = line.strip()
            assert text.startswith(("price: ", "price_history:", "- {from: ", "- {path: ")), (name, line)
            assert sign == "+" or text.startswith(("price: ", "- {path: ")), (name, line)


def _files(offers: list[Offer]) -> set[str]:
    return {f"models/{model}.yaml" for model, _ in offers}


def _differing(before: str, after: str) -> Iterator[tuple[str, str]]:
    lines = ndiff(before.splitlines(), after.splitlines())
    return ((line[0], line[2:]) for line in lines if line[0] in "+-")


def test_more_than_a_tenth_gone_stops_the_run_with_nothing_written(now: Landed) -> None:
    report = now.reports["broken"]
    assert "more than one in ten" in report["refusal"]
    assert report["files"] == []
    assert texts(now.content) == texts(now.content.parent / "before-broken")
