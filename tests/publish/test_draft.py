import errno
import os
from pathlib import Path

import pytest

from almanac.publish.draft import Draft


def test_nothing_is_made_before_the_first_file(tmp_path: Path) -> None:
    Draft(str(tmp_path / "tree"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    draft = Draft(str(tmp_path / "tree"))
    draft.write("a/b/page", b"x" * 100_000)
    draft.write("a/b/empty", b"")
    assert (tmp_path / "tree/a/b/page").read_bytes() == b"x" * 100_000
    assert (tmp_path / "tree/a/b/empty").read_bytes() == b""


def test_no_file_is_written_twice(tmp_path: Path) -> None:
    draft = Draft(str(tmp_path / "tree"))
    draft.write("page", b"x")
    with pytest.raises(FileExistsError):
        draft.write("page", b"y")
    assert (tmp_path / "tree/page").read_bytes() == b"x"


def test_a_link_shares_the_inode(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("x")
    Draft(str(tmp_path / "tree")).link("a/page", str(tmp_path / "page"))
    assert (tmp_path / "tree/a/page").stat().st_ino == (tmp_path / "page").stat().st_ino


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP])
def test_where_nothing_can_be_linked_it_is_copied(tmp_path: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", fail)
    (tmp_path / "page").write_text("x")
    (tmp_path / "page").chmod(0o600)
    os.utime(tmp_path / "page", ns=(1, 1))
    (tmp_path / "away").symlink_to("nowhere")
    draft = Draft(str(tmp_path / "tree"))
    draft.link("page", str(tmp_path / "page"))
    draft.link("away", str(tmp_path / "away"))
    copied = (tmp_path / "tree/page").stat()
    assert (tmp_path / "tree/page").read_text() == "x"
    assert (copied.st_mode & 0o777, copied.st_mtime_ns) == (0o600, 1)
    assert copied.st_ino != (tmp_path / "page").stat().st_ino
    assert (tmp_path / "tree/away").readlink() == Path("nowhere")


def test_a_full_disk_is_no_reason_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", fail)
    (tmp_path / "page").write_text("x")
    with pytest.raises(OSError, match="No space"):
        Draft(str(tmp_path / "tree")).link("page", str(tmp_path / "page"))


def test_a_link_is_linked_and_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "away").symlink_to("secret")
    Draft(str(tmp_path / "tree")).link("away", str(tmp_path / "away"))
    assert (tmp_path / "tree/away").readlink() == Path("secret")


def test_a_disk_that_takes_a_part_is_given_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))
    Draft(str(tmp_path / "tree")).write("page", b"0123456789")
    assert (tmp_path / "tree/page").read_bytes() == b"0123456789"


def test_a_failed_write_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(OSError, match="Input") as caught:
        Draft(str(tmp_path / "tree")).write("a/page", b"x")
    assert caught.value.filename == str(tmp_path / "tree/a/page")


def test_folders_take_the_modes_of_another_tree(tmp_path: Path) -> None:
    (tmp_path / "old/private").mkdir(parents=True)
    (tmp_path / "old").chmod(0o2750)
    (tmp_path / "old/private").chmod(0o700)
    draft = Draft(str(tmp_path / "tree"))
    draft.folder("private")
    draft.adopt_modes(["private", ""], origin=str(tmp_path / "old"))
    assert (tmp_path / "tree").stat().st_mode & 0o7777 == 0o2750
    assert (tmp_path / "tree/private").stat().st_mode & 0o7777 == 0o700
