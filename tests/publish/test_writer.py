import os
from pathlib import Path
from typing import Any

import pytest

from almanac.outputs.output import Output
from almanac.problems import MachineError, Place, UsageError
from almanac.publish import Listener, Target, Weight, over_budget, plan, publish, writer
from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.manifest import parse
from almanac.records.site import Budgets
from tests.publish.sites import hidden, page, plan_of, put, read_whole, refused, texts

SMALL = {"index.html": "home", "a/index.html": "a", "a/b.svg": "b"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    """Return the inode and the time of change of every file."""
    files = {path: (site / path).stat() for path in texts(site)}
    return {path: (found.st_ino, found.st_mtime_ns) for path, found in files.items()}


def test_a_first_build_writes_everything(site: Path) -> None:
    report = put(site, SMALL)
    assert texts(site) == dict(sorted(SMALL.items()))
    assert report.written == ("a/b.svg", "a/index.html", "index.html")
    assert (report.unchanged, report.removed, report.carried, report.notes) == ((), (), (), ())
    assert report.new
    assert report.bytes_written == 6
    assert hidden(site) == set()


def test_the_parents_of_the_site_are_made(tmp_path: Path) -> None:
    put(tmp_path / "www" / "today" / "site", SMALL)
    assert len(texts(tmp_path / "www" / "today" / "site")) == 3


def test_the_report_counts_everything_in_the_folder(site: Path) -> None:
    put(site, SMALL)
    (site / "mine.txt").write_text("12345")
    (site / "away").symlink_to("x")
    report = put(site, SMALL)
    assert report.files == 3 + 1 + 2
    assert report.bytes == 6 + (site / MANIFEST).stat().st_size + 5 + 1


def test_the_manifest_lists_every_file_of_ours_and_is_itself_not_listed(site: Path) -> None:
    put(site, SMALL)
    assert parse((site / MANIFEST).read_bytes()).keys() == SMALL.keys()


def test_an_empty_plan_makes_an_empty_site(site: Path) -> None:
    report = put(site, {})
    assert (report.files, report.new) == (1, True)
    assert texts(site) == {}


def test_a_build_with_nothing_to_do_touches_nothing(site: Path) -> None:
    put(site, SMALL)
    before, folder = stamps(site), site.stat()
    report = put(site, SMALL)
    assert report.unchanged == ("a/b.svg", "a/index.html", "index.html")
    assert (report.written, report.bytes_written, report.new) == ((), 0, False)
    assert stamps(site) == before
    assert (site.stat().st_ino, site.stat().st_mtime_ns) == (folder.st_ino, folder.st_mtime_ns)
    assert hidden(site) == set()


def test_unchanged_files_keep_their_inode_and_time_and_changed_ones_get_a_new_one(site: Path) -> None:
    put(site, SMALL)
    before = stamps(site)
    report = put(site, {**SMALL, "a/b.svg": "new"})
    after = stamps(site)
    assert report.written == ("a/b.svg",)
    assert report.unchanged == ("a/index.html", "index.html")
    assert after["index.html"] == before["index.html"]
    assert after["a/index.html"] == before["a/index.html"]
    assert after["a/b.svg"][0] != before["a/b.svg"][0]
    assert texts(site)["a/b.svg"] == "new"


def test_the_replaced_build_is_kept_whole_until_the_next_exchange(site: Path) -> None:
    for text in ("1", "2", "3"):
        put(site, {"index.html": text})
    old = site.parent / ".site-almanac-old"
    assert (texts(site), texts(old)) == ({"index.html": "3"}, {"index.html": "2"})
    put(site, {"index.html": "3"})
    assert texts(old) == {"index.html": "2"}


def test_files_the_plan_no_longer_has_are_pruned_with_their_folders(site: Path) -> None:
    put(site, {**SMALL, "gone/deep/x.svg": "x", "a/gone.svg": "y"})
    report = put(site, SMALL)
    assert report.removed == ("a/gone.svg", "gone/deep/x.svg")
    assert texts(site).keys() == SMALL.keys()
    assert not (site / "gone").exists()


def test_a_pruned_file_that_had_gone_already_is_not_reported(site: Path) -> None:
    put(site, {**SMALL, "gone.svg": "x"})
    (site / "gone.svg").unlink()
    assert put(site, SMALL).removed == ()
    assert parse((site / MANIFEST).read_bytes()).keys() == SMALL.keys()


@pytest.mark.parametrize("damage", ["same size", "longer", "empty", "gone"])
def test_a_file_tampered_with_on_the_disk_is_repaired(damage: str, site: Path) -> None:
    put(site, SMALL)
    file = site / "index.html"
    stamp = file.stat()
    if damage == "gone":
        file.unlink()
    else:
        file.write_text({"same size": "hack", "longer": "home, hacked", "empty": ""}[damage])
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    report = put(site, SMALL)
    assert report.written == ("index.html",)
    assert texts(site) == dict(sorted(SMALL.items()))


def test_a_repaired_file_leaves_the_inode_of_the_tampered_one_alone(site: Path) -> None:
    put(site, SMALL)
    with (site / "index.html").open("r+") as tampered:
        tampered.write("hack")
        tampered.flush()
        put(site, SMALL)
        tampered.seek(0)
        assert tampered.read() == "hack"
    assert (site / "index.html").read_text() == "home"


def test_a_file_that_cannot_be_read_is_written_anew(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, SMALL)
    read = os.open

    def fail(path: str, flags: int, *mode: int) -> int:
        if path == str(site / "a" / "b.svg"):
            raise OSError(5, "Input/output error")
        return read(path, flags, *mode)

    monkeypatch.setattr(os, "open", fail)
    assert put(site, SMALL).written == ("a/b.svg",)


def test_a_clean_build_writes_every_file_anew_and_keeps_what_is_not_ours(site: Path) -> None:
    put(site, SMALL)
    (site / "mine.txt").write_text("mine")
    before = stamps(site)
    report = put(site, SMALL, clean=True)
    after = stamps(site)
    assert report.written == ("a/b.svg", "a/index.html", "index.html")
    assert report.carried == ("mine.txt",)
    assert all(after[path][0] != before[path][0] for path in SMALL)
    assert after["mine.txt"] == before["mine.txt"]


def test_what_is_not_ours_is_carried_over_as_it_is_and_named(site: Path, tmp_path: Path) -> None:
    put(site, SMALL)
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "x").write_text("x")
    (site / "a" / "mine.txt").write_text("mine")
    (site / "private" / "empty").mkdir(parents=True)
    (site / "private").chmod(0o700)
    (site / "away").symlink_to(secret)
    (site / "broken").symlink_to("nowhere")
    os.mkfifo(site / "pipe")
    inode = (site / "a" / "mine.txt").stat().st_ino
    report = put(site, {**SMALL, "index.html": "new"})
    assert report.carried == ("a/mine.txt", "away", "broken", "pipe", "private/empty/")
    assert (site / "a" / "mine.txt").stat().st_ino == inode
    assert (site / "away").readlink() == secret
    assert (site / "broken").readlink() == Path("nowhere")
    assert (site / "pipe").is_fifo()
    assert (site / "private").stat().st_mode & 0o777 == 0o700
    assert (site / "private" / "empty").is_dir()
    assert put(site, SMALL).carried == report.carried


def test_the_mode_of_the_site_is_kept(site: Path) -> None:
    put(site, SMALL)
    site.chmod(0o750)
    put(site, {**SMALL, "index.html": "new"})
    assert site.stat().st_mode & 0o777 == 0o750


def test_a_name_that_is_no_text_is_carried_and_can_be_printed(site: Path) -> None:
    put(site, SMALL)
    Path(os.fsdecode(os.fsencode(site) + b"/caf\xe9")).write_text("x")
    report = put(site, {**SMALL, "index.html": "new"})
    assert report.carried == ("caf\\xe9",)
    assert os.fsdecode(b"caf\xe9") in {path.name for path in site.iterdir()}


def test_a_folder_emptied_by_hand_is_not_somebody_elses(site: Path) -> None:
    put(site, {**SMALL, "c/index.html": "c"})
    (site / "c" / "index.html").unlink()
    report = put(site, {**SMALL, "c": "now a file"})
    assert report.carried == ()
    assert texts(site)["c"] == "now a file"


def test_an_empty_folder_gives_way_to_a_file(site: Path) -> None:
    site.mkdir()
    (site / "feed.xml" / "deep").mkdir(parents=True)
    report = put(site, {"feed.xml": "x"})
    assert (report.carried, report.new) == ((), False)
    assert texts(site) == {"feed.xml": "x"}


@pytest.mark.parametrize(
    ("make", "files", "named"),
    [
        ("new.svg", {**SMALL, "new.svg": "ours"}, "site/new.svg"),
        ("NEW.svg", {**SMALL, "new.svg": "mine"}, "site/NEW.svg"),
        ("new", {**SMALL, "new/x.svg": "ours"}, "site/new"),
        ("new/x.svg", {**SMALL, "new": "ours"}, "site/new/x.svg"),
    ],
)
def test_a_file_of_somebody_else_in_our_place_stops_the_build(
    make: str, files: dict[str, str], named: str, site: Path
) -> None:
    put(site, SMALL)
    (site / make).parent.mkdir(exist_ok=True)
    (site / make).write_text("mine")
    before = texts(site)
    problems = refused(site, files)
    assert [(problem.code, problem.path) for problem in problems] == [("output-foreign-file", named)]
    assert named in problems[0].message
    assert texts(site) == before
    assert hidden(site) == set()


def test_a_link_in_our_place_stops_the_build_even_where_the_manifest_lists_it(site: Path) -> None:
    put(site, SMALL)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("a/index.html")
    assert [problem.path for problem in refused(site, SMALL)] == ["site/index.html"]
    assert (site / "index.html").is_symlink()


def test_pages_are_not_written_through_a_linked_folder(site: Path, tmp_path: Path) -> None:
    put(site, SMALL)
    (site / "a").rename(tmp_path / "elsewhere")
    (site / "a").symlink_to(tmp_path / "elsewhere")
    assert [problem.path for problem in refused(site, {**SMALL, "a/b.svg": "new"})] == ["site/a"]
    assert (tmp_path / "elsewhere" / "b.svg").read_text() == "b"


def test_a_file_of_somebody_else_with_our_bytes_becomes_ours(site: Path) -> None:
    put(site, SMALL)
    (site / "new.svg").write_text("ours")
    report = put(site, {**SMALL, "new.svg": "ours"})
    assert "new.svg" in report.unchanged
    assert report.carried == ()
    assert put(site, SMALL).removed == ("new.svg",)


def test_every_clash_of_one_build_is_named(site: Path) -> None:
    put(site, SMALL)
    for name in ("x.svg", "y.svg"):
        (site / name).write_text("mine")
    problems = refused(site, {**SMALL, "x.svg": "1", "y.svg": "2"})
    assert [problem.path for problem in problems] == ["site/x.svg", "site/y.svg"]


@pytest.mark.parametrize("damage", [b"{", b"<<<<<<< HEAD", None])
def test_without_a_list_of_ours_nothing_is_removed_and_the_report_says_so(damage: bytes | None, site: Path) -> None:
    put(site, {**SMALL, "old.svg": "older page"})
    damage_manifest(site, damage)
    report = put(site, SMALL)
    assert report.carried == ("old.svg",)
    assert (report.removed, report.unchanged) == ((), ("a/b.svg", "a/index.html", "index.html"))
    assert len(report.notes) == 1
    assert ("is missing" if damage is None else "is damaged (it is not JSON)") in report.notes[0]
    assert put(site, SMALL).notes == ()


@pytest.mark.parametrize("damage", [b"{", None])
def test_without_a_list_of_ours_nothing_is_overwritten_and_one_problem_speaks_for_all(
    damage: bytes | None, site: Path
) -> None:
    put(site, {**SMALL, "c.svg": "c"})
    damage_manifest(site, damage)
    before = texts(site)
    problems = refused(site, dict.fromkeys(before, "new"))
    assert [(problem.code, problem.path) for problem in problems] == [("output-foreign-file", f"site/{MANIFEST}")]
    assert "a/b.svg, a/index.html, c.svg and 1 more." in problems[0].message
    assert texts(site) == before


def damage_manifest(site: Path, damage: bytes | None) -> None:
    (site / MANIFEST).unlink()
    if damage is not None:
        (site / MANIFEST).write_bytes(damage)


def test_an_empty_folder_is_filled_without_a_note(site: Path) -> None:
    site.mkdir()
    report = put(site, SMALL)
    assert (report.new, report.notes) == (False, ())


def test_a_site_over_budget_is_not_put_in_place(site: Path) -> None:
    put(site, SMALL)
    weights: list[Weight] = []

    def judge(weight: Weight) -> list[Any]:
        weights.append(weight)
        return over_budget(weight, budgets=Budgets(files=4, megabytes=1), place=Place("content/site.yaml"))

    report, problems = publish(plan_of({**SMALL, "new.svg": "x"}), target=Target(site, judge=judge))
    assert report is None
    assert [problem.code for problem in problems] == ["budget-files"]
    assert weights[0].files == 5
    assert texts(site) == dict(sorted(SMALL.items()))
    assert hidden(site) == set()


def test_a_failing_renderer_leaves_the_old_site_and_says_which_output_it_was(site: Path) -> None:
    put(site, SMALL)
    failing = Output("z.svg", None, lambda _: b"x"[1], "content/guides/z.md")  # type: ignore[arg-type,return-value]
    planned, _ = plan([*(page(path, "new") for path in SMALL), failing])
    with pytest.raises(IndexError) as caught:
        publish(planned, target=Target(site))
    assert caught.value.__notes__ == ["This was while rendering z.svg, which content/guides/z.md asks for."]
    assert texts(site) == dict(sorted(SMALL.items()))
    assert hidden(site) == set()


def test_a_renderer_that_lacks_a_file_is_a_failure_of_the_machine_but_not_of_the_folder(site: Path) -> None:
    planned, _ = plan([Output("z.png", "/nowhere/font.ttf", lambda path: Path(path).read_bytes(), "the program")])
    with pytest.raises(MachineError, match=r"^z.png could not be drawn: .*font.ttf"):
        publish(planned, target=Target(site))


def test_an_interrupted_build_leaves_nothing_behind(site: Path) -> None:
    put(site, SMALL)

    def interrupt(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(site, dict.fromkeys(SMALL, "new"), listener=Listener(progress=interrupt))
    assert texts(site) == dict(sorted(SMALL.items()))
    assert hidden(site) == set()


def test_a_listener_that_has_gone_is_no_failure_of_the_disk(site: Path) -> None:
    def gone(done: int, total: int) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        put(site, SMALL, listener=Listener(progress=gone))


def test_progress_counts_every_output(site: Path) -> None:
    counted: list[tuple[int, int]] = []
    put(site, SMALL, listener=Listener(progress=lambda done, total: counted.append((done, total))))
    assert counted == [(1, 3), (2, 3), (3, 3)]


def test_each_output_is_written_before_the_next_is_rendered(site: Path) -> None:
    waiting: list[int] = []
    building = site.parent / ".site-almanac-building"

    def render(number: int) -> bytes:
        waiting.append(number - sum(1 for file in building.rglob("*") if file.is_file()))
        return b"x"

    planned, _ = plan(Output(f"{number}.svg", number, render, "the program") for number in range(5))
    publish(planned, target=Target(site))
    assert waiting == [0, 0, 0, 0, 0]


def test_a_source_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lies in the source folder"):
        put(tmp_path / "content" / "site", SMALL, sources=(tmp_path / "content",))
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("www")
    put(tmp_path / "site", {"index.html": "1"})
    put(tmp_path / "site", {"index.html": "2"})
    assert (tmp_path / "site").is_symlink()
    assert texts(tmp_path / "www") == {"index.html": "2"}
    assert texts(tmp_path / ".www-almanac-old") == {"index.html": "1"}


def test_leftovers_of_a_killed_build_are_removed_at_the_next_start(site: Path) -> None:
    put(site, SMALL)
    (site.parent / ".site-almanac-building" / "a").mkdir(parents=True)
    (site.parent / ".site-almanac-next").mkdir()
    put(site, SMALL)
    assert hidden(site) == set()


def test_a_reader_keeps_its_build_while_the_next_one_is_put_in_place(site: Path) -> None:
    put(site, SMALL)
    reader = os.open(site, os.O_RDONLY)
    try:
        put(site, {"index.html": "new"})
        assert read_whole(reader) == {path: text.encode() for path, text in SMALL.items()}
    finally:
        os.close(reader)


def test_a_flush_that_fails_after_the_exchange_does_not_claim_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise OSError(5, "Input/output error")

    put(site, SMALL)
    monkeypatch.setattr(writer, "flush", fail)
    with pytest.raises(MachineError, match=r"The new .*site/ is in place"):
        put(site, {"index.html": "new"})
    assert texts(site) == {"index.html": "new"}


def test_equal_plans_give_equal_bytes_whatever_stood_there(tmp_path: Path) -> None:
    put(tmp_path / "one", {"x.svg": "x"})
    for name, files in (("one", SMALL), ("two", dict(reversed(SMALL.items())))):
        put(tmp_path / name, files)
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()
    assert texts(tmp_path / "one") == texts(tmp_path / "two")
