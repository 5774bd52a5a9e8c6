"""What the repository may not hold: addresses of registries, paths of one machine, the generated site."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REFUSED = {
    "the address of a package registry": re.compile(
        r"files\.pythonhosted\.org|pypi\.org/simple|registry\.npmjs\.org|index[-]url|\"resolved\": *\"http"
    ),
    "a path of one machine": re.compile(r"(?<![\w./~{}-])/(?:root|work|home/[\w.-]+|Users/[\w.-]+)/"),
}


def git(*arguments: str) -> list[str]:
    """Ask git about this repository; a clone that another user owns answers too."""
    command = ["git", "-c", "safe.directory=*", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line for line in re.split(r"[\0\n]", done.stdout) if line]


def tracked() -> list[Path]:
    """Return the files that are tracked or would be with the next commit."""
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def refused(text: str) -> list[str]:
    return [what for what, pattern in REFUSED.items() if pattern.search(text)]


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    texts = {file: file.read_bytes().decode("utf-8", errors="replace") for file in tracked()}
    assert [(file.relative_to(ROOT), what) for file, text in texts.items() for what in refused(text)] == []


def test_the_generated_site_is_ignored_with_all_that_a_build_leaves_beside_it() -> None:
    left = [
        "site/index.html",
        ".site.lock",
        ".site-almanac-old/index.html",
        ".almanac/cache",
        ".venv/bin/python",
    ]
    assert git("check-ignore", *left) == left
    assert git("ls-files", "-z", "site") == []


@pytest.mark.parametrize(
    "text",
    [
        '"https://files.' + 'pythonhosted.org/x.whl"',
        "--index" + "-url https://packages.example.org",
        '"resolved": ' + '"https://packages.example.org/x.tgz"',
        "open('/" + "work/main/content')",
        "see /" + "home/someone/content",
    ],
)
def test_a_refused_address_is_found(text: str) -> None:
    assert len(refused(text)) == 1


@pytest.mark.parametrize("text", ["https://example.org/home-of/ours", "site/root/x", "~/root/", "docs/home/index"])
def test_an_ordinary_address_is_not_refused(text: str) -> None:
    assert refused(text) == []
