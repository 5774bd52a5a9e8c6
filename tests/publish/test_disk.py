import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from almanac.problems import MachineError, UsageError
from almanac.publish import Listener, exchange
from tests.publish.sites import hidden, put, texts

CALLS = ("open", "write", "link", "mkdir", "rename", "unlink", "rmdir", "chmod", "lstat", "scandir")
OLD = {"index.html": "old", "a/same.svg": "same", "gone/x.svg": "x"}
NEW = {"index.html": "new", "a/same.svg": "same", "b/new.svg": "y"}


class Fault:
    """Makes one call after another to the system fail, the one of a given number."""

    def __init__(self, code: int, number: int, *, lasting: bool) -> None:
        self.code, self.number, self.lasting, self.seen = code, number, lasting, 0

    def over(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def faulty(*arguments: Any, **named: Any) -> Any:
            self.seen += 1
            if self.seen == self.number or (self.lasting and self.seen > self.number):
                raise OSError(self.code, os.strerror(self.code))
            return call(*arguments, **named)

        return faulty

    def install(self, calls: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
        for call in calls:
            monkeypatch.setattr(os, call, self.over(getattr(os, call)))


def prepared(folder: Path) -> Path:
    """Return a site with a build before, a build now and a file of somebody else."""
    site = folder / "site"
    put(site, {"index.html": "older"})
    put(site, OLD)
    (site / "mine.txt").write_text("mine")
    return site


@pytest.mark.slow
@pytest.mark.parametrize("can_exchange", [True, False])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_whichever_call_fails_the_site_is_one_build_whole(
    code: int, can_exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(exchange, "exchanged", lambda one, other: False)
    outcomes = set()
    for number in range(1, 200):
        folder = tmp_path / str(number)
        folder.mkdir()
        outcomes.add(outcome := failed_at(number, code, prepared(folder), monkeypatch))
        if outcome == "done":
            break
    assert {"old", "done"} <= outcomes


def failed_at(number: int, code: int, site: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Publish with one failing call; return which build stands then, `done` if there was no such call."""
    fault = Fault(code, number, lasting=False)
    before, after = {**OLD, "mine.txt": "mine"}, {**NEW, "mine.txt": "mine"}
    with monkeypatch.context() as patched:
        fault.install(CALLS, patched)
        try:
            put(site, NEW)
        except MachineError as error:
            expected = after if "is in place" in str(error) else before
        else:
            expected = after
    assert texts(site) == dict(sorted(expected.items()))
    put(site, NEW)
    assert texts(site) == dict(sorted(after.items()))
    assert hidden(site) <= {"old"}
    if fault.seen < number:
        return "done"
    return "old" if expected is before else "new"


@pytest.mark.parametrize("number", [1, 3, 6, 9])
def test_a_disk_that_stays_full_leaves_the_old_site_and_no_draft(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = prepared(tmp_path)
    with monkeypatch.context() as patched:
        Fault(errno.ENOSPC, number, lasting=True).install(("write", "link", "mkdir"), patched)
        with pytest.raises(MachineError, match=r"^The disk is full, so .* as it was before\. Free some space"):
            put(site, NEW)
    assert texts(site) == dict(sorted({**OLD, "mine.txt": "mine"}.items()))
    assert hidden(site) == set()


def test_a_full_disk_costs_the_kept_build_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = prepared(tmp_path)
    said: list[str] = []
    Fault(errno.ENOSPC, 2, lasting=False).install(("write",), monkeypatch)
    put(site, NEW, listener=Listener(say=said.append))
    assert texts(site) == dict(sorted({**NEW, "mine.txt": "mine"}.items()))
    assert said == ["The disk is full; the kept copy of the build before is removed, and this build starts again."]


def test_an_unwritable_parent_is_a_failure_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Fault(errno.EACCES, 1, lasting=True).install(("open",), monkeypatch)
    with pytest.raises(MachineError, match=r"may not be written \(Permission denied\)"):
        put(tmp_path / "site", NEW)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], check=False, capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("Only root can mount a small disk.")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_really_full_disk_leaves_the_old_site_whole(small_disk: Path) -> None:
    site = small_disk / "site"
    put(site, {"index.html": "x" * 400_000})
    with pytest.raises(MachineError, match=r"The disk is full, so b/new\.svg could not be written"):
        put(site, {"a.svg": "y" * 400_000, "b/new.svg": "z" * 400_000})
    assert texts(site) == {"index.html": "x" * 400_000}
    assert hidden(site) == set()
    put(site, {"index.html": "new"})
    assert texts(site) == {"index.html": "new"}


def test_a_really_full_disk_gives_up_the_kept_build_first(small_disk: Path) -> None:
    site = small_disk / "site"
    for letter in "abcd":
        put(site, {"index.html": letter * 400_000})
    assert texts(site) == {"index.html": "d" * 400_000}


def test_a_mount_point_is_no_output_folder(small_disk: Path) -> None:
    with pytest.raises(UsageError, match="mount point"):
        put(small_disk, NEW)
    with pytest.raises(UsageError, match="mount point"):
        put(small_disk.parent, NEW)
