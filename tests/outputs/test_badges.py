"""Which badges there are, what each says in every state of a model, and that none is ever lost."""

import json
import re

import pytest

from almanac import addresses
from almanac.outputs.badges.kinds import FULL, LEAN, STANDARD, published
from almanac.publish.published import published_ids
from tests.outputs.badging import MODELS, pictures, site
from tests.outputs.press import HOSTILE, named, shelf
from tests.support.golden import FOLDER, golden

ALL = pictures(site())


def said(path: str, pages: dict[str, bytes] = ALL) -> list[str]:
    """Return the words that are drawn, and then what the title says of their day."""
    text = pages[path].decode()
    title = re.search(r"<title>(.*?)</title>", text)
    assert title is not None
    return [*re.findall(r">([^<>]+)</text>", text), title[1].rpartition(", ")[2]]


def test_every_picture_is_what_it_was_byte_for_byte(request: pytest.FixtureRequest) -> None:
    texts = {path: data for path, data in ALL.items() if path.endswith((".svg", ".json")) and "rival" not in path}
    drawn = {path.replace("/", "-"): data for path, data in texts.items()}
    assert {name: golden(request, f"badges/{name}", data) for name, data in drawn.items()} == drawn
    assert {file.name for file in (FOLDER / "badges").iterdir() if file.suffix != ".png"} == drawn.keys()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("acme/one", ["One", "$0.10 in · $0.40 out /1M", "128K ctx", "as of 2026-05-30"]),
        ("acme/one/price", ["price", "$0.10 in · $0.40 out /1M", "as of 2026-05-30"]),
        ("acme/one/context", ["context", "128K tokens", "as of 2026-05-30"]),
        ("acme/one/cheapest", ["cheapest", "$0.09 in · $0.36 out /1M · Poe", "as of 2026-05-30"]),
        ("acme/one/status", ["status", "active · retires 2026-10", "as of 2026-05-30"]),
        ("acme/two", ["Two", "$0.02 in /1M", "as of 2026-05-30"]),
        ("acme/two/context", ["context", "not stated", "date unknown"]),
        ("acme/bare", ["Bare", "not sold", "as of 2026-05-30"]),
        ("acme/bare/price", ["price", "not sold", "as of 2026-05-30"]),
        ("acme/bare/cheapest", ["cheapest", "no paid offer", "as of 2026-05-30"]),
        ("acme/painter/price", ["price", "$0.04 per image", "as of 2026-05-30"]),
        ("acme/gift/price", ["price", "free", "as of 2026-05-30"]),
        ("acme/gift/cheapest", ["cheapest", "free · Relay", "as of 2026-05-30"]),
        ("acme/ending/status", ["status", "deprecated · retires 2026-09-01", "as of 2026-05-30"]),
        ("acme/quick/latency", ["latency", "0.42 s p50, 7d · Acme", "as of 2026-05-20"]),
        ("acme/quick/score-riddles", ["Riddles", "91.5 % · independent", "as of 2026-02-01"]),
        ("acme/quick/rank", ["rank", "3rd of 5 · Riddles", "as of 2026-05-31"]),
        ("acme/ended", ["Ended", "retired 2026-03-01 · use Heir", "as of 2026-05-30"]),
        ("acme/ended/price", ["price", "retired 2026-03-01 · use Heir", "as of 2026-05-30"]),
        ("acme/elsewhere", ["Elsewhere", "retired at Acme · sold by 2", "as of 2026-05-30"]),
        ("acme/elsewhere/cheapest", ["cheapest", "retired at Acme · sold by 2", "as of 2026-05-30"]),
        ("acme/gone", ["Gone", "not listed", "as of 2026-03-01"]),
    ],
)
def test_a_badge_says_its_fact_and_the_day_of_it(path: str, words: list[str]) -> None:
    assert said(f"embed/{path}.svg") == words


def test_no_badge_holds_a_zero_for_a_price() -> None:
    assert [path for path, data in ALL.items() if b"$0 " in data or b"$0.00" in data] == []


@pytest.mark.parametrize(("profile", "kinds"), [("lean", LEAN), ("standard", STANDARD), ("full", FULL)])
def test_a_profile_gives_its_files_and_no_others(profile: str, kinds: tuple[str, ...]) -> None:
    found = pictures(site(profile, {"acme/heir": MODELS["acme/heir"]}))
    assert set(found) == {addresses.badge("acme/heir", kind).removeprefix("/") for kind in kinds}


@pytest.mark.parametrize(
    ("chosen", "count"),
    [("", 3), (", labs: {acme: standard}", 8), (", labs: {acme: standard}, models: {acme/heir: full}", 10)],
)
def test_a_model_may_have_more_than_its_lab_and_a_lab_more_than_the_site(chosen: str, count: int) -> None:
    found = pictures(site("lean", {"acme/heir": MODELS["acme/heir"]}, chosen=chosen))
    assert len(found) == count


@pytest.mark.parametrize("few", [{}, {"acme/rival-1": MODELS["acme/rival-1"]}])
def test_a_place_among_a_few_makes_no_badge(few: dict[str, str]) -> None:
    found = pictures(site("lean", {"acme/quick": MODELS["acme/quick"], **few}))
    assert "embed/acme/quick/rank.svg" not in found
    assert "embed/acme/quick/score-riddles.svg" in found


def test_a_badge_that_is_asked_for_and_has_no_fact_is_not_there() -> None:
    assert "embed/acme/one/latency.svg" not in ALL
    assert not any("p95" in "".join(said(path)) for path in ALL if path.endswith("latency.svg"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("latency", ["latency", "no longer measured", "date unknown"]),
        ("rank", ["rank", "not ranked", "date unknown"]),
        ("score-golf", ["Golf", "no result", "date unknown"]),
        ("score-lost", ["lost", "no result", "date unknown"]),
        ("price", ["price", "$1.00 in · $8.00 out /1M", "as of 2026-05-30"]),
    ],
)
def test_a_badge_that_was_published_once_stays_when_its_fact_or_its_profile_goes(kind: str, words: list[str]) -> None:
    models = {"acme/heir": MODELS["acme/heir"]}
    found = pictures(site("lean", models, promised={"acme/heir": (kind,)}))
    assert said(f"embed/acme/heir/{kind}.svg", found) == words


def test_a_kind_that_nobody_can_draw_is_not_promised_on() -> None:
    found = pictures(site("lean", {"acme/heir": MODELS["acme/heir"]}, promised={"acme/heir": ("weather",)}))
    assert len(found) == 3


@pytest.mark.parametrize("name", ["one-2026-03-01", "one-latest"])
def test_another_name_of_a_model_has_the_bytes_of_its_badge(name: str) -> None:
    assert ALL[f"embed/acme/{name}.svg"] == ALL["embed/acme/one.svg"]
    assert f"embed/acme/{name}.json" not in ALL


def test_an_id_that_moved_has_all_badges_of_the_model_that_it_leads_to() -> None:
    own = {
        path: data
        for path, data in ALL.items()
        if path.startswith(("embed/acme/one/", "embed/acme/one.", "og/acme/one."))
    }
    assert len(own) == len(FULL)
    for path, data in own.items():
        assert ALL[path.replace("acme/one", "acme/old")] == data


def test_an_id_that_moved_keeps_what_only_it_had() -> None:
    found = pictures(site("lean", promised={"acme/old": ("score-riddles", "status")}))
    assert said("embed/acme/old/status.svg", found) == ["status", "active · retires 2026-10", "as of 2026-05-30"]
    assert said("embed/acme/old/score-riddles.svg", found)[1] == "80.1 % · by the lab"


def test_a_name_that_was_a_model_once_keeps_what_it_had() -> None:
    found = pictures(site("lean", promised={"acme/one-latest": ("price", "json")}))
    assert said("embed/acme/one-latest/price.svg", found)[1] == "$0.10 in · $0.40 out /1M"
    assert json.loads(found["embed/acme/one-latest.json"])["label"] == "One"


def test_a_withdrawn_model_keeps_every_badge_and_each_says_that_it_is_not_listed() -> None:
    kinds = ("price", "png", "card", "card-dark", "latency")
    found = pictures(site("lean", promised={"acme/gone": kinds}))
    own = {path for path in found if "acme/gone" in path}
    assert own == {addresses.badge("acme/gone", kind).removeprefix("/") for kind in (*LEAN, *kinds)}
    assert said("embed/acme/gone/price.svg", found) == ["price", "not listed", "as of 2026-03-01"]
    assert "not listed" in said("embed/acme/gone/card.svg", found)
    assert json.loads(found["embed/acme/gone.json"])["message"] == "not listed"


def test_the_endpoint_has_the_keys_of_shields_and_no_others() -> None:
    assert json.loads(ALL["embed/acme/one.json"]) == {
        "schemaVersion": 1,
        "label": "One",
        "message": "$0.10 in · $0.40 out /1M · 128K ctx",
        "color": "1a7f37",
        "labelColor": "3d444d",
        "cacheSeconds": 86400,
    }


def test_every_published_badge_is_in_the_ledger_and_in_the_site() -> None:
    built = site()
    lines = {line for line in published_ids(built.catalogue) if line.startswith("badge ")}
    assert lines == {f"badge {id_} {kind}" for id_, kind in published(built.catalogue)}
    promised = {url for line in lines for url in addresses.published("badge", line.split()[1:])}
    names = {"/embed/acme/one-2026-03-01.svg", "/embed/acme/one-latest.svg"}
    assert {f"/{path}" for path in ALL} == promised | names


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_gives_badges(name: str) -> None:
    built = site("full")
    hostile = pictures(type(built)(named(built.catalogue, name), built.shell, built.templates, built.scales))
    assert hostile.keys() == ALL.keys()
    assert not [path for path, data in hostile.items() if path.endswith(".svg") and b"<script" in data]


def test_the_default_profile_is_the_lean_one() -> None:
    assert shelf().site.badges.profile == "lean"
