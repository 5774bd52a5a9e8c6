"""Badges that were published go on answering, whatever becomes of their model; or the build refuses by name."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.support.content import ContentTree

ONE = "models/acme/one.yaml"
SITE = "badges: {profile: standard}\n"
KINDS = ("", "/price", "/context", "/cheapest", "/status")

pytestmark = pytest.mark.slow  # each test builds a site or two


@pytest.fixture
def published(tree: ContentTree, run: Run) -> ContentTree:
    """Return content with a ledger that holds every badge of its one model, with the profile `standard`."""
    tree.append("site.yaml", SITE).remove("guides/choosing.md")
    ran = run("publish-ids")
    assert ran.code == 0, ran.out
    return tree


def ledger(tree: ContentTree) -> list[str]:
    return [line for line in (tree.root / "published.txt").read_text().splitlines() if line.startswith("badge")]


def forget(tree: ContentTree, words: str) -> None:
    """Take lines out of the ledger that another test is about."""
    lines = (tree.root / "published.txt").read_text().splitlines()
    tree.write("published.txt", "".join(f"{line}\n" for line in lines if words not in line))


def refused(ran: Ran) -> set[str]:
    """Return the URLs that a refused build names."""
    assert ran.code == 1
    return set(re.findall(r"(/(?:embed|og)/\S+) was published for", ran.out))


def words(site: Path, path: str) -> str:
    root = ET.parse(site / path).getroot()
    return " ¦ ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))


def test_publishing_writes_every_badge_down(published: ContentTree) -> None:
    kinds = ("cheapest", "context", "default", "json", "png", "price", "social", "status")
    assert ledger(published) == [f"badge acme/one {kind}" for kind in kinds]


def test_a_removed_model_is_refused_with_each_of_its_badges(published: ContentTree, run: Run) -> None:
    published.remove(ONE)
    assert refused(run("check")) >= {
        *(f"/embed/acme/one{kind}.svg" for kind in KINDS),
        "/embed/acme/one.json",
        "/embed/acme/one.png",
        "/og/acme/one.png",
        "/embed/acme/acme-one-latest.svg",
    }


def test_a_renamed_model_is_refused_until_its_old_id_says_where_it_went(
    published: ContentTree, run: Run, tmp_path: Path
) -> None:
    published.rename(ONE, "models/acme/uno.yaml")
    assert "/embed/acme/one/price.svg" in refused(run("build"))
    published.write(ONE, "{name: Acme One, moved_to: acme/uno}\n")
    assert run("build").code == 0
    for kind in KINDS:
        old, new = (tmp_path / f"site/embed/acme/{id_}{kind}.svg" for id_ in ("one", "uno"))
        assert old.read_bytes() == new.read_bytes()
    leads = (tmp_path / "site/models/acme/one/acme/index.html").read_text()
    assert 'content="0; url=/almanac/models/acme/uno/acme/"' in leads
    assert (tmp_path / "site/og/acme/one.png").read_bytes() == (tmp_path / "site/og/acme/uno.png").read_bytes()


def test_a_model_that_moved_twice_answers_with_the_one_that_is_there(
    published: ContentTree, run: Run, tmp_path: Path
) -> None:
    published.rename(ONE, "models/acme/tres.yaml")
    published.write(ONE, "{name: Acme One, moved_to: acme/dos}\n")
    published.write("models/acme/dos.yaml", "{name: Acme Two, moved_to: acme/tres}\n")
    assert run("build").code == 0
    assert words(tmp_path / "site", "embed/acme/one/context.svg") == "context ¦ 128K tokens"


def test_a_withdrawn_model_answers_that_it_is_not_listed(published: ContentTree, run: Run, tmp_path: Path) -> None:
    for id_ in ("one", "acme-one-2026-01-15", "acme-one-latest"):
        published.write(f"models/acme/{id_}.yaml", "{name: Acme One, withdrawn: {on: 2026-05-31, why: A jest.}}\n")
    ran = run("build")
    assert ran.code == 0, ran.out
    for id_ in ("one", "acme-one-2026-01-15", "acme-one-latest"):
        assert words(tmp_path / "site", f"embed/acme/{id_}.svg") == "Acme One ¦ not listed"
    assert words(tmp_path / "site", "embed/acme/one/price.svg") == "price ¦ not listed"
    assert 'url=/almanac/models/acme/one/"' in (tmp_path / "site/models/acme/one/acme/index.html").read_text()


def test_a_retired_model_answers_that_it_is_retired(published: ContentTree, run: Run, tmp_path: Path) -> None:
    published.edit(ONE, "lifecycle: {", "lifecycle: {retires: 2026-05-31, ")
    assert run("build").code == 0
    assert words(tmp_path / "site", "embed/acme/one/price.svg") == "price ¦ retired 2026-05-31"


def test_a_leaner_profile_takes_no_published_badge_away(published: ContentTree, run: Run, tmp_path: Path) -> None:
    published.edit("site.yaml", "profile: standard", "profile: lean")
    assert run("build").code == 0
    assert words(tmp_path / "site", "embed/acme/one/price.svg").startswith("price ¦ $0.10 in")
    assert (tmp_path / "site/embed/acme/one.png").is_file()


def test_an_alias_that_is_dropped_is_refused_with_its_badge(published: ContentTree, run: Run) -> None:
    published.edit(ONE, "  aliases: [{id: acme-one-latest, since: 2026-01-15}]\n", "")
    assert refused(run("check")) == {"/embed/acme/acme-one-latest.svg"}


def test_a_model_that_became_a_name_of_another_keeps_its_badges(
    published: ContentTree, run: Run, tmp_path: Path
) -> None:
    published.rename(ONE, "models/acme/uno.yaml")
    published.edit("models/acme/uno.yaml", "aliases: [", "aliases: [{id: one, since: 2026-01-15}, ")
    kept = [
        line for line in (published.root / "published.txt").read_text().splitlines() if not line.startswith("offer")
    ]
    published.write("published.txt", "".join(f"{line}\n" for line in kept))
    ran = run("build")
    assert ran.code == 0, ran.out
    assert words(tmp_path / "site", "embed/acme/one/price.svg").startswith("price ¦ $0.10 in")


def test_a_kind_that_no_version_of_ours_draws_is_refused_by_name(published: ContentTree, run: Run) -> None:
    text = (published.root / "published.txt").read_text().replace("badge acme/one status", "badge acme/one weather")
    published.write("published.txt", "".join(f"{line}\n" for line in sorted(text.splitlines())))
    assert refused(run("check")) == {"/embed/acme/one/weather.svg"}


def test_a_build_with_nothing_to_do_draws_no_picture_again(
    published: ContentTree, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert published.root.is_dir()
    assert run("build").code == 0
    kept = {file.name for file in (tmp_path / ".almanac/pictures").iterdir()}
    assert len(kept) == 1
    monkeypatch.setattr("almanac.render.socialcard.png", lambda card: pytest.fail("A kept picture was drawn again."))
    ran = run("build")
    assert ran.code == 0
    assert " 0 files written" in ran.err
