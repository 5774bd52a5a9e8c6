import os
from pathlib import Path

import pytest

from almanac.publish.tree import Siblings, discard, survey


def test_the_hidden_names_lie_beside_the_site() -> None:
    names = Siblings.of(Path("/srv/www/site"))
    assert names == Siblings(
        site="/srv/www/site",
        lock="/srv/www/.site.lock",
        building="/srv/www/.site-almanac-building",
        next="/srv/www/.site-almanac-next",
        old="/srv/www/.site-almanac-old",
    )


def test_a_survey_names_everything_and_follows_no_link(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    (site / "a" / "b").mkdir(parents=True)
    (site / "empty").mkdir()
    other.mkdir()
    (other / "secret").touch()
    (site / "a" / "b" / "page").touch()
    (site / "away").symlink_to(other)
    (site / "broken").symlink_to("nowhere")
    os.mkfifo(site / "pipe")
    assert survey(str(site)) == {
        "a": "folder",
        "a/b": "folder",
        "a/b/page": "file",
        "empty": "folder",
        "away": "link",
        "broken": "link",
        "pipe": "special",
    }


def test_a_folder_is_discarded_with_all_it_holds_and_no_more(tmp_path: Path) -> None:
    tree, other = tmp_path / "tree", tmp_path / "other"
    (tree / "a" / "b").mkdir(parents=True)
    (tree / "a" / "page").touch()
    other.mkdir()
    (other / "kept").touch()
    (tree / "a" / "away").symlink_to(other)
    os.mkfifo(tree / "pipe")
    discard(str(tree))
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
    assert (other / "kept").exists()


def test_a_link_to_a_folder_is_discarded_and_the_folder_is_not(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "link").symlink_to("other")
    discard(str(tmp_path / "link"))
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_a_file_is_discarded(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    discard(str(tmp_path / "file"))
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_there_is_already_discarded(tmp_path: Path) -> None:
    discard(str(tmp_path / "nothing"))


def test_a_folder_that_is_closed_to_writing_is_opened_and_discarded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tmp_path / "tree"
    (tree / "closed").mkdir(parents=True)
    (tree / "closed" / "page").touch()
    (tree / "closed").chmod(0o500)
    unlink = os.unlink

    def checked(path: str) -> None:
        """Refuse as the system does for everybody but root."""
        if not Path(path).parent.stat().st_mode & 0o200:
            raise PermissionError(13, "Permission denied", path)
        unlink(path)

    monkeypatch.setattr(os, "unlink", checked)
    discard(str(tree))
    assert list(tmp_path.iterdir()) == []
