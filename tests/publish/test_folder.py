from pathlib import Path

import pytest

from almanac.problems import UsageError
from almanac.publish import safe_folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a source folder, far from any home."""
    for name in ("content/models", "templates", "elsewhere"):
        (tmp_path / "project" / name).mkdir(parents=True)
    return tmp_path / "project"


def objection(folder: Path, project: Path) -> str:
    with pytest.raises(UsageError) as caught:
        safe_folder(folder, sources=[project / "content", project / "templates", project / "static"])
    message = str(caught.value)
    assert str(folder) in message
    assert message.endswith("Choose a folder of its own with --output.")
    return message


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("content", "it is the source folder"),
        ("templates", "it is the source folder"),
        ("static", "it is the source folder"),
        ("elsewhere/../content", "it is the source folder"),
        (".", "it holds the source folder"),
        ("..", "it holds the source folder"),
        ("content/models", "it lies in the source folder"),
        ("content/site/deeper", "it lies in the source folder"),
    ],
)
def test_a_folder_that_touches_a_source_is_refused(folder: str, reason: str, project: Path) -> None:
    assert reason in objection(project / folder, project)


def test_a_link_to_a_source_is_refused(project: Path) -> None:
    (project / "site").symlink_to("content")
    assert "it is the source folder" in objection(project / "site", project)


def test_a_source_is_known_under_a_second_name(project: Path, tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(project)
    assert "it is the source folder" in objection(tmp_path / "again" / "content", project)


def test_a_source_on_a_disk_without_upper_and_lower_case_is_known(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "samefile", lambda one, other: str(one).lower() == str(other).lower())
    assert "it is the source folder" in objection(project / "Content", project)


@pytest.mark.parametrize("mark", [".git", "pyproject.toml"])
def test_the_root_of_a_project_is_refused(mark: str, project: Path) -> None:
    (project / "elsewhere" / mark).touch()
    assert f"it holds {mark}" in objection(project / "elsewhere", project)


def test_home_and_what_holds_it_are_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = project / "elsewhere" / "home" / "ada"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert "the home folder" in objection(home, project)
    assert "the home folder" in objection(home.parent, project)
    assert safe_folder(home / "site", sources=[]) == home / "site"


def test_where_there_is_no_home_any_folder_will_do(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", fail)
    assert safe_folder(project / "site", sources=[]) == project / "site"


def test_the_root_of_the_file_system_is_refused(project: Path) -> None:
    assert "the root of the file system" in objection(Path("/"), project)


def test_a_file_is_refused(project: Path) -> None:
    (project / "site").write_text("x")
    assert "it is a file" in objection(project / "site", project)
    assert f"{project / 'site'} is a file" in objection(project / "site" / "deeper", project)


def test_a_link_that_leads_in_a_circle_is_refused(project: Path) -> None:
    (project / "site").symlink_to("other")
    (project / "other").symlink_to("site")
    assert "cannot be" in objection(project / "site", project)


def test_a_link_that_cannot_be_resolved_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "site").symlink_to("site")
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    assert "its links lead in a circle" in objection(project / "site", project)


@pytest.mark.parametrize("mounted", ["site", "site/uploads/today"])
def test_a_mount_point_in_the_folder_is_refused(mounted: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["36 35 98:0 / /mnt\\040with\\040spaces rw - ext4 /dev/root rw"]
    lines.append(f"37 35 98:0 /x {project / mounted} rw - ext4 /dev/root rw")
    (project / "mountinfo").write_text("\n".join(lines))
    monkeypatch.setattr("almanac.publish.folder._MOUNTS", project / "mountinfo")
    assert "mount point" in objection(project / "site", project)
    assert safe_folder(project / "site2", sources=[]) == project / "site2"
    assert "mount point" in objection(Path("/mnt with spaces"), project)


def test_a_system_without_a_list_of_mounts_is_trusted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("almanac.publish.folder._MOUNTS", project / "nothing")
    assert safe_folder(project / "site", sources=[]) == project / "site"


@pytest.mark.parametrize("folder", ["site", "elsewhere", "elsewhere/new/site", "content-site"])
def test_a_folder_of_its_own_is_allowed(folder: str, project: Path) -> None:
    assert safe_folder(project / folder, sources=[project / "content"]) == project / folder


def test_a_link_to_a_folder_of_its_own_stands_for_it(project: Path) -> None:
    (project / "site").symlink_to("elsewhere/www")
    assert safe_folder(project / "site", sources=[project / "content"]) == project / "elsewhere" / "www"
