import ctypes
import errno
import os
from pathlib import Path

import pytest

from almanac.publish import exchange
from almanac.publish.exchange import exchanged, flush, put_in_place, recover
from almanac.publish.tree import Siblings
from tests.publish.sites import hidden


class Libc:
    """A C library whose calls fail with a code, or that has none of them."""

    def __init__(self, code: int | None) -> None:
        self.code = code

    def __getattr__(self, name: str) -> "Libc":
        if self.code is None:
            raise AttributeError(name)
        return self

    def __call__(self, *_: object) -> int:
        ctypes.set_errno(self.code or 0)
        return -1


@pytest.fixture
def names(tmp_path: Path) -> Siblings:
    return Siblings.of(tmp_path / "site")


def tree(path: str, text: str) -> None:
    Path(path).mkdir()
    Path(path, "page").write_text(text)


def text(path: str) -> str:
    return Path(path, "page").read_text()


def without(code: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the system calls away, as an older kernel or another disk does."""
    monkeypatch.setattr(exchange, "CDLL", lambda *_, **__: Libc(code))
    monkeypatch.setattr(exchange, "flush", lambda _: None)


def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    tree(str(tmp_path / "a"), "1")
    tree(str(tmp_path / "b"), "2")
    if not exchanged(str(tmp_path / "a"), str(tmp_path / "b")):
        pytest.skip("This system cannot exchange two names.")
    assert (text(str(tmp_path / "a")), text(str(tmp_path / "b"))) == ("2", "1")


@pytest.mark.parametrize("code", [None, errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM])
def test_a_system_that_cannot_exchange_says_so(code: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    without(code, monkeypatch)
    assert exchanged("/a", "/b") is False


def test_an_exchange_that_fails_is_an_error_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    without(errno.EIO, monkeypatch)
    with pytest.raises(OSError, match="/b") as caught:
        exchanged("/a", "/b")
    assert caught.value.errno == errno.EIO


def test_the_first_build_becomes_the_site(names: Siblings) -> None:
    tree(names.building, "new")
    put_in_place(names)
    assert text(names.site) == "new"
    assert hidden(Path(names.site)) == set()


@pytest.mark.parametrize("code", [0, None, errno.ENOSYS])
def test_the_replaced_build_is_kept_and_the_one_before_it_goes(
    code: int | None, names: Siblings, monkeypatch: pytest.MonkeyPatch
) -> None:
    if code != 0:
        without(code, monkeypatch)
    for path, content in ((names.old, "1"), (names.site, "2"), (names.building, "3")):
        tree(path, content)
    put_in_place(names)
    assert (text(names.site), text(names.old)) == ("3", "2")
    assert hidden(Path(names.site)) == {"old"}


def test_a_second_rename_that_fails_gives_the_old_site_back(names: Siblings, monkeypatch: pytest.MonkeyPatch) -> None:
    without(None, monkeypatch)
    tree(names.site, "old")
    tree(names.building, "new")
    rename = os.rename

    def fail(source: str, target: str) -> None:
        if (source, target) == (names.next, names.site):
            raise OSError(errno.EIO, "Input/output error")
        rename(source, target)

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(OSError, match="Input/output"):
        put_in_place(names)
    assert text(names.site) == "old"


@pytest.mark.parametrize(
    ("standing", "site", "left"),
    [
        ({"site": "1"}, "1", set()),
        ({"site": "1", "building": "x"}, "1", set()),
        ({"site": "1", "old": "0"}, "1", {"old"}),
        ({"site": "1", "old": "0", "building": "x"}, "1", {"old"}),
        ({"site": "1", "next": "2"}, "1", set()),
        ({"old": "1", "next": "2"}, "2", {"old"}),
        ({"old": "1", "next": "2", "building": "x"}, "2", {"old"}),
        ({"old": "1"}, None, {"old"}),
        ({"next": "2"}, None, set()),
        ({"building": "x"}, None, set()),
        ({}, None, set()),
    ],
)
def test_every_state_that_a_kill_can_leave_is_recovered(
    standing: dict[str, str], site: str | None, left: set[str], names: Siblings
) -> None:
    for name, content in standing.items():
        tree(getattr(names, name), content)
    recover(names)
    assert (text(names.site) if Path(names.site).exists() else None) == site
    assert hidden(Path(names.site)) == left


def test_a_flush_reaches_the_disk_or_says_what_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush(str(tmp_path))
    monkeypatch.setattr(exchange, "CDLL", lambda *_, **__: Libc(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        flush(str(tmp_path))


def test_a_system_that_cannot_flush_one_disk_flushes_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[bool] = []
    monkeypatch.setattr(exchange, "CDLL", lambda *_, **__: Libc(None))
    monkeypatch.setattr(os, "sync", lambda: flushed.append(True))
    flush(str(tmp_path))
    assert flushed == [True]
