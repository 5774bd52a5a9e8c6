import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.sites import texts

ROOT = Path(__file__).parents[2]

SLOW_BUILD = """
import sys
from pathlib import Path
from almanac.publish import Listener, Target, publish
from tests.publish.sites import plan_of
site, text = Path(sys.argv[1]), sys.argv[2]
say = lambda sentence: print(sentence, flush=True)
def slowly(done, total):
    if done == 1:
        say("rendering")
        sys.stdin.readline()
report, problems = publish(
    plan_of({f"{page}.html": text for page in range(50)}), target=Target(site), listener=Listener(say, slowly)
)
say(f"written {len(report.written)}, new {report.new}")
"""


def run(program: str, *arguments: str) -> dict[str, int]:
    """Run a program of this folder, which prints what it counted."""
    command = [sys.executable, str(Path(__file__).with_name(program)), *arguments]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {name: int(count) for name, count in re.findall(r"(\w+)=(\d+)", done.stdout)}


@pytest.mark.slow
def test_a_kill_at_any_call_leaves_one_build_whole(tmp_path: Path) -> None:
    counted = run("killed.py", str(tmp_path), "exchange")
    assert counted.keys() == {"1", "2", "ended"}
    assert counted["1"] > 20


@pytest.mark.slow
def test_without_an_exchange_a_kill_between_two_renames_is_recovered(tmp_path: Path) -> None:
    counted = run("killed.py", str(tmp_path), "renames")
    assert counted.keys() == {"1", "2", "ended", "none"}
    assert counted["none"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["exchange", "renames"])
def test_a_reader_sees_only_whole_builds_while_thirty_are_killed_at_random(mode: str, tmp_path: Path) -> None:
    counted = run("readers.py", str(tmp_path / "site"), mode)
    assert counted["killed"] >= 1
    assert counted["killed"] + counted["ended"] == 30
    assert counted["whole"] > 30
    if mode == "exchange":
        assert counted["absent"] == 0


@pytest.mark.slow
def test_of_two_builds_at_once_the_second_waits_and_says_so(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = start_slowly(site, "first")
    assert first.stdout is not None
    assert first.stdout.readline() == "rendering\n"
    second = start_slowly(site, "second")
    waiting = f"Another build is writing {site}/ (process {first.pid}); waiting for it up to 60 seconds.\n"
    assert second.stdout is not None
    assert second.stdout.readline() == waiting
    assert first.communicate("go on\n")[0] == "written 50, new True\n"
    assert second.communicate("go on\n")[0] == "rendering\nwritten 50, new False\n"
    assert set(texts(site).values()) == {"second"}


def start_slowly(site: Path, text: str) -> subprocess.Popen[str]:
    """Start a build that stops at its first page until it is told to go on."""
    command = [sys.executable, "-c", SLOW_BUILD, str(site), text]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdin=pipe, stdout=pipe, text=True)
