import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from almanac.outputs import feeds
from almanac.outputs.context import Context
from almanac.records import Price
from tests.outputs.press import HOSTILE, change, context, files, named, shelf

NS = {"a": "http://www.w3.org/2005/Atom"}
MIDNIGHT = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00Z")


def atom(site: Context, path: str = "feed.xml") -> ET.Element:
    return ET.fromstring(files(feeds.outputs(site))[path])


def json_feed(site: Context) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(feeds.outputs(site))["feed.json"])
    return found


def texts(root: ET.Element, path: str) -> list[str]:
    return [found.text or "" for found in root.iterfind(path, NS)]


def changed(*changes: Any) -> Context:
    return context(replace(shelf(), changes=changes, upcoming=()))


def test_the_feed_names_itself_its_page_and_its_author() -> None:
    root = atom(context())
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", NS)}
    assert links == {
        "self": "https://example.org/almanac/feed.xml",
        "alternate": "https://example.org/almanac/changes/",
    }
    assert texts(root, "a:author/a:name") == ["Tiny almanac"]
    assert texts(root, "a:id") == ["tag:example.org,2026:/almanac/feed.xml"]


def test_the_feed_is_as_new_as_its_newest_change_and_knows_no_clock() -> None:
    root = atom(context())
    times = texts(root, "a:entry/a:updated")
    assert all(MIDNIGHT.fullmatch(time) for time in times)
    assert times == sorted(times, reverse=True)
    assert texts(root, "a:updated") == [times[0]] == ["2026-05-01T00:00:00Z"]


def test_a_feed_without_changes_is_as_new_as_the_edition() -> None:
    root = atom(changed())
    assert texts(root, "a:updated") == ["2026-11-20T00:00:00Z"]
    assert texts(root, "a:entry/a:id") == []


def test_a_month_is_taken_for_its_first_day() -> None:
    root = atom(changed(change("2026-05", "released"), change("2026-04-30", "released")))
    assert texts(root, "a:entry/a:updated") == ["2026-05-01T00:00:00Z", "2026-04-30T00:00:00Z"]
    assert "May 2026." in texts(root, "a:entry/a:content")[0]


def test_only_what_today_has_reached_is_in_the_feeds() -> None:
    site = context()
    assert [coming.kind for coming in site.catalogue.upcoming] == ["retires", "retires"]
    shown = texts(atom(site), "a:entry/a:id") + [item["id"] for item in json_feed(site)["items"]]
    assert not [id_ for id_ in shown if "/retires/" in id_]
    later = texts(atom(context(shelf(today="2026-10-01"))), "a:entry/a:title")
    assert later[:2] == ["Acme’s date to end One was October 2026", "Azure’s date to end One was 1 September 2026"]


def test_an_entry_is_a_sentence_with_its_date_its_source_and_its_page() -> None:
    entry = next(entry for entry in atom(context()).iterfind("a:entry", NS) if "/price/" in texts(entry, "a:id")[0])
    assert texts(entry, "a:title") == ["Acme lowered One to $0.10 in, $0.40 out"]
    assert texts(entry, "a:content") == [
        "Acme lowered One to $0.10 in, $0.40 out. Down 50 %, 1 May 2026. Source: A register."
    ]
    link = entry.find("a:link", NS)
    assert link is not None
    assert link.get("href") == "https://example.org/almanac/models/acme/one/acme/"


def test_a_change_of_the_model_itself_leads_to_the_models_page() -> None:
    item = next(item for item in json_feed(context())["items"] if "/released/" in item["id"])
    assert item["url"] == "https://example.org/almanac/models/acme/one/"
    assert item["content_text"].startswith("Acme released One. 15 January 2026.")


def test_ids_are_tags_that_stay_when_words_places_or_other_changes_change() -> None:
    site = context()
    before = texts(atom(site), "a:entry/a:id")
    assert "tag:example.org,2026:/almanac/changes/2026-02-01/offered/acme/one/poe" in before
    renamed = context(named(site.catalogue, "Another name"))
    fewer = context(replace(site.catalogue, changes=site.catalogue.changes[1:]))
    assert texts(atom(renamed), "a:entry/a:id") == before
    assert texts(atom(fewer), "a:entry/a:id") == before[1:]


def test_the_ids_of_two_sites_on_one_host_differ() -> None:
    one, other = (set(texts(atom(context(base_url=f"https://example.org/{path}")), ".//a:id")) for path in ("a", "b"))
    assert not one & other


def test_changes_of_one_model_and_day_have_ids_of_their_own() -> None:
    same = [change(kind="result", note=note) for note in ("It scores 1 % on X.", "It scores 2 % on X.")]
    ids = texts(atom(changed(*same, *same, change(kind="released"), change(kind="released"))), "a:entry/a:id")
    assert len(ids) == len(set(ids)) == 6


def test_ids_hold_only_what_a_uri_may_hold() -> None:
    ids = texts(atom(context()), ".//a:id")
    assert all(re.fullmatch(r"tag:[A-Za-z0-9.-]+,2026:[A-Za-z0-9/@._~%-]+", id_) for id_ in ids)


def test_the_hundred_newest_changes_are_kept() -> None:
    days = [f"20{year}-{month:02}-01" for year in range(25, 13, -1) for month in range(12, 0, -1)]
    site = changed(*(change(day, "released") for day in days))
    assert texts(atom(site), "a:entry/a:updated") == [f"{day}T00:00:00Z" for day in days[:100]]
    assert len(json_feed(site)["items"]) == 100


def test_every_provider_with_changes_has_a_feed_of_them_alone() -> None:
    site = context()
    found = files(feeds.outputs(site))
    assert sorted(found) == ["changes/acme.xml", "changes/poe.xml", "feed.json", "feed.xml"]
    root = atom(site, "changes/poe.xml")
    assert texts(root, "a:title") == ["Tiny almanac: changes at Poe"]
    assert texts(root, "a:entry/a:title") == ["Poe began to offer One"]
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", NS)}
    assert links == {
        "self": "https://example.org/almanac/changes/poe.xml",
        "alternate": "https://example.org/almanac/providers/poe/",
    }


def test_the_json_feed_says_the_same_as_the_atom_feed() -> None:
    site = context()
    root, found = atom(site), json_feed(site)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == "https://example.org/almanac/feed.json"
    assert found["home_page_url"] == "https://example.org/almanac/changes/"
    assert [item["id"] for item in found["items"]] == texts(root, "a:entry/a:id")
    assert [item["content_text"] for item in found["items"]] == texts(root, "a:entry/a:content")
    assert [item["date_published"] for item in found["items"]] == texts(root, "a:entry/a:updated")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    site = context(named(shelf(), name))
    plain = files(feeds.outputs(context()))
    for path, data in files(feeds.outputs(site)).items():
        if path.endswith(".xml"):
            root = ET.fromstring(data)
            assert [found.tag for found in root.iter()] == [found.tag for found in ET.fromstring(plain[path]).iter()]
            assert all("\n" not in title for title in texts(root, "a:entry/a:title"))
    assert json_feed(site)["title"] == f"{name}: changes"


def test_an_unknown_source_is_left_out() -> None:
    root = atom(changed(change(offer="poe", before="free", after=Price(), source="nobody")))
    (content,) = texts(root, "a:entry/a:content")
    assert "Source" not in content
