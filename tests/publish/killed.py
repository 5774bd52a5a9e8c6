"""A program for test_kill.py: forks publications, kills each at another call to the system, and judges what stands."""

import os
import shutil
import signal
import sys
from collections import Counter
from pathlib import Path

from almanac.publish import exchange
from almanac.publish.exchange import recover
from almanac.publish.tree import Siblings
from tests.publish.sites import hidden, put, read_whole, texts

BUILDS = [{"index.html": text, "a/same.svg": "same", f"only/{text}.svg": text} for text in ("0", "1", "2", "3")]
MINE = {"mine.txt": "mine"}
WATCHED = ("open", "os.", "shutil.", "ctypes.dlsym")


def die_at(number: int) -> None:
    """Let this process be killed right before its call of a number; there is no way back from an audit hook."""
    calls = 0

    def count(event: str, _: object) -> None:
        nonlocal calls
        if event.startswith(WATCHED):
            calls += 1
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def killed_at(number: int, site: Path) -> bool:
    """Publish build 2 in a child that is to be killed at a call; False if it ended before."""
    child = os.fork()
    if child == 0:
        die_at(number)
        put(site, BUILDS[2])
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), "The build has failed by itself."
    return os.WIFSIGNALED(status)


def judge(site: Path) -> str:
    """Return which build stands, after an assertion that it stands whole; `none` between two renames."""
    if not site.exists():
        assert hidden(site) >= {"next", "old"}
        recover(Siblings.of(site))
        judge(site)
        return "none"
    folder = os.open(site, os.O_RDONLY)
    whole = {path: data.decode() for path, data in read_whole(folder).items()}
    os.close(folder)
    assert whole in (BUILDS[1], BUILDS[2]), whole
    assert texts(site) == dict(sorted({**whole, **MINE}.items()))
    return whole["index.html"]


def one(number: int, folder: Path) -> str:
    """Kill at one call, and judge the site, a reader who had opened it before, and the build after."""
    site = folder / "site"
    put(site, BUILDS[0])
    (site / "mine.txt").write_text("mine")
    put(site, BUILDS[1])
    reader = os.open(site, os.O_RDONLY)
    was_killed = killed_at(number, site)
    stands = judge(site)
    expected = {path: text.encode() for path, text in BUILDS[1].items()}
    assert read_whole(reader) == expected
    if stands == "1":
        put(site, BUILDS[2])
        assert read_whole(reader) == expected
    os.close(reader)
    put(site, BUILDS[3])
    assert texts(site) == dict(sorted({**BUILDS[3], **MINE}.items()))
    assert hidden(site) == {"old"}
    return stands if was_killed else "ended"


def main(folder: Path, mode: str) -> None:
    """Kill at every call there is, and print how often which build stood."""
    if mode == "renames":
        exchange.exchanged = lambda one, other: False
    exchange.flush = lambda folder: None  # a flush changes nothing that another process can see
    counted: Counter[str] = Counter()
    while "ended" not in counted:
        place = folder / str(counted.total())
        place.mkdir()
        counted[one(counted.total() + 1, place)] += 1
        shutil.rmtree(place)
    sys.stdout.write(" ".join(f"{build}={count}" for build, count in sorted(counted.items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
