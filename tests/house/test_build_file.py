"""The file build.py: short, silent when imported, and a sentence where packages are missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADED_BY_IMPORT = "import sys; before = set(sys.modules); import build; print(*set(sys.modules) - before)"


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_it_has_at_most_fifteen_lines() -> None:
    assert len((ROOT / "build.py").read_text(encoding="utf-8").splitlines()) <= 15


def test_importing_it_has_no_effect() -> None:
    done = run("-c", LOADED_BY_IMPORT, folder=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "build\n", "")


@pytest.mark.parametrize("moment", ["import absent_package", "def main():\n    import absent_package"])
def test_a_missing_package_is_told_in_one_sentence(tmp_path: Path, moment: str) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "almanac").mkdir()
    (tmp_path / "almanac" / "cli.py").write_text(moment, encoding="utf-8")
    done = run("build.py", folder=tmp_path)
    sentence = "Python 3.11+ with absent_package is needed: run `make site`, or see README.md.\n"
    assert (done.returncode, done.stdout, done.stderr) == (3, "", sentence)


def test_it_ends_with_the_exit_code_of_the_command(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "almanac").mkdir()
    (tmp_path / "almanac" / "cli.py").write_text("def main():\n    return 2\n", encoding="utf-8")
    assert run("build.py", folder=tmp_path).returncode == 2


def test_without_any_package_the_real_one_says_so_too() -> None:
    done = run("-S", "build.py", folder=ROOT)
    assert done.returncode == 3
    assert done.stderr.startswith("Python 3.11+ with ")
