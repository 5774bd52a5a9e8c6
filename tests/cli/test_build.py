"""The build command, from records to a published site."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from almanac.cli import main
from tests.cli.conftest import ROOT, Run
from tests.support.content import ContentTree


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_a_build_publishes_a_site_and_says_what_it_did(run: Run, tmp_path: Path) -> None:
    ran = run("build")
    assert ran.code == 0, ran.out + ran.err
    assert (tmp_path / "site/models/acme/one/index.html").read_text().count("<h1>") == 1
    assert "files written" in ran.err
    assert ran.out == ""


@pytest.mark.slow
def test_a_second_build_of_the_same_content_writes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("build").code == 0
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*")}
    ran = run("build")
    assert ": 0 files written" in ran.err
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*")} == before


@pytest.mark.slow
def test_an_error_in_the_content_leaves_the_published_site_as_it_was(
    run: Run, tree: ContentTree, tmp_path: Path
) -> None:
    assert run("build").code == 0
    before = _files(tmp_path / "site")
    tree.edit("models/acme/one.yaml", "input: 0.10", "inptu: 0.10")
    ran = run("build")
    assert ran.code == 1
    assert "one.yaml:19:13: error[price-unknown-key]" in ran.out
    assert 'Did you mean "input"?' in ran.out
    assert "Nothing was written" in ran.err
    assert _files(tmp_path / "site") == before


@pytest.mark.slow
def test_warnings_stop_a_build_only_where_it_is_strict(run: Run, tree: ContentTree) -> None:
    tree.edit("models/acme/one.yaml", "cache_read: 0.025}\n    price_when", "cache_read: 0.5}\n    price_when")
    tree.edit(
        "models/acme/one.yaml",
        "output: 0.40, cache_read: 0.025}\n    source",
        "output: 0.40, cache_read: 0.5}\n    source",
    )
    ran = run("build")
    assert ran.code == 0
    assert "warning[price-cache-above-input]" in ran.out
    assert run("build", "--strict").code == 1


@pytest.mark.slow
def test_an_edited_price_changes_every_place_that_shows_it(run: Run, tree: ContentTree, tmp_path: Path) -> None:
    assert run("build").code == 0
    tree.edit("models/acme/one.yaml", "price: {input: 0.10", "price: {input: 0.11")
    tree.edit("models/acme/one.yaml", "- {from: 2026-01-15, input: 0.10", "- {from: 2026-01-15, input: 0.11")
    assert run("build").code == 0
    after = _files(tmp_path / "site")
    clean = tmp_path / "clean"
    assert run("build", "--output", str(clean)).code == 0
    assert after == _files(clean)
    assert b"0.11" in after["models/index.html"]


@pytest.mark.slow
def test_the_base_url_decides_links_canonicals_and_feeds(run: Run, tmp_path: Path) -> None:
    assert run("build", "--base-url", "https://models.example/deep/er").code == 0
    page = (tmp_path / "site/models/acme/one/index.html").read_text()
    assert 'rel="canonical" href="https://models.example/deep/er/models/acme/one/"' in page
    assert 'href="/deep/er/models/"' in page
    assert "example.org/almanac" not in page


def test_what_the_output_folder_may_not_be_is_refused_before_anything_happens(run: Run, tree: ContentTree) -> None:
    before = _files(tree.root)
    for folder in (str(tree.root), str(tree.root / "models"), "/", str(Path.home())):
        ran = run("build", "--output", folder)
        assert (ran.code, ran.out) == (2, ""), folder
    assert _files(tree.root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "--today", "soon"), "not a date"),
        (("build", "--jobs", "0"), "number of processes"),
        (("build", "--base-url", "javascript:alert(1)"), "does not begin with http"),
        (("build", "--templates", "/nowhere"), "There is no folder /nowhere"),
        (("check", "--format", "xml"), "invalid choice"),
        (("build", "--unknown"), "unrecognized arguments"),
        (("build", "--base-url", "https://x.example/a?b=c"), "holds a query or a fragment"),
        (("build", "--output", ""), "is empty"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence_and_ends_with_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_full_disk_ends_with_3_and_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.write", full)
    monkeypatch.setattr("os.mkdir", full)
    ran = run("build")
    assert ran.code == 3, ran.err
    assert "full" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.slow
def test_folder_time_zone_locale_and_hash_seed_do_not_change_a_byte(tree: ContentTree, tmp_path: Path) -> None:
    settings = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ]
    built = []
    for number, setting in enumerate(settings):
        place = tmp_path / ("place" * (number + 1))
        place.mkdir()
        for name in ("templates", "static"):
            (place / name).symlink_to(ROOT / name)
        (place / "content").symlink_to(tree.root)
        code = "import sys; from almanac.cli import main; sys.exit(main(['build', '--output', 'site']))"
        environment = {**os.environ, **setting, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", code], cwd=place, env=environment, check=True, capture_output=True)
        built.append(_files(place / "site"))
    assert built[0] == built[1]
    assert len(built[0]) > 40


def test_a_command_that_does_not_exist_is_answered_with_those_that_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc"]) == 2
    said = capsys.readouterr().err
    assert 'Did you mean "check"?' in said
    assert "publish-ids" in said
