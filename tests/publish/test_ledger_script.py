"""The script .ci/ledger: in a plain clone, a pull request's ledger holds every line that main's has."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a repository whose main has published two ids, with a branch checked out."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / ".ci/ledger", tmp_path / ".ci/ledger")
    (tmp_path / "content/published.txt").write_text("lab acme\nmodel acme/one\n")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "Publish")
    git(tmp_path, "checkout", "--quiet", "-b", "branch")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin"}
    return subprocess.run(
        [folder / ".ci/ledger", *arguments], capture_output=True, text=True, check=False, env=environment, cwd="/"
    )


def test_a_ledger_that_grew_passes(clone: Path) -> None:
    (clone / "content/published.txt").write_text("lab acme\nmodel acme/one\nmodel acme/two\n")
    ran = run(clone)
    assert (ran.returncode, ran.stdout) == (0, "content/published.txt holds all 2 lines of main.\n")


@pytest.mark.parametrize("text", ["lab acme\n", "lab acme\nmodel acme/uno\n"])
def test_a_lost_line_is_named(clone: Path, text: str) -> None:
    (clone / "content/published.txt").write_text(text)
    ran = run(clone, "main")
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1] == "model acme/one"


def test_a_deleted_ledger_has_lost_every_line(clone: Path) -> None:
    (clone / "content/published.txt").unlink()
    assert run(clone).stderr.splitlines()[1:] == ["lab acme", "model acme/one"]


def test_a_revision_that_is_not_there_is_wrong_usage(clone: Path) -> None:
    ran = run(clone, "elsewhere")
    assert (ran.returncode, ran.stderr.startswith("There is no revision elsewhere")) == (2, True)


def test_a_clone_without_main_says_what_it_needs(clone: Path) -> None:
    git(clone, "branch", "--quiet", "-D", "main")
    ran = run(clone)
    assert (ran.returncode, "fetch main" in ran.stderr) == (2, True)


def test_a_main_that_has_published_nothing_asks_for_nothing(clone: Path) -> None:
    git(clone, "rm", "--quiet", "content/published.txt")
    git(clone, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "Forget")
    assert run(clone, "HEAD").returncode == 0
