"""A program for test_kill.py: publishes again and again, killed at random moments, while a reader reads it all."""

import mmap
import os
import random
import signal
import sys
import time
from pathlib import Path

from almanac.publish import exchange
from almanac.publish.exchange import recover
from almanac.publish.tree import Siblings
from tests.publish.sites import put, read_whole

PAGES = 200
BUILDS = 30
WAIT = 60.0  # seconds, for a machine that is busy


class Tally:
    """How often the reader has read everything, and found no site: two numbers that all processes share."""

    def __init__(self) -> None:
        self._counts = memoryview(mmap.mmap(-1, 16)).cast("q")

    @property
    def whole(self) -> int:
        return int(self._counts[0])

    @property
    def absent(self) -> int:
        return int(self._counts[1])

    def add(self, *, whole: bool) -> None:
        self._counts[0 if whole else 1] += 1


def build(number: int) -> dict[str, str]:
    """Return pages of one build: half of them differ from the build before, each says which build it is from."""
    pages = {f"page-{page}/index.html": f"build {number} " * 50 for page in range(PAGES // 2)}
    return pages | {f"same-{page}/index.html": "same " * 50 for page in range(PAGES // 2)}


def read_once(site: Path, tally: Tally) -> None:
    try:
        folder = os.open(site, os.O_RDONLY)
    except FileNotFoundError:
        tally.add(whole=False)
        return
    pages = read_whole(folder)
    assert len(pages) == PAGES
    assert len({data for path, data in pages.items() if path.startswith("page-")}) == 1
    os.close(folder)
    tally.add(whole=True)


def read_for_ever(site: Path, tally: Tally) -> None:
    while True:
        read_once(site, tally)


def await_reader(tally: Tally) -> None:
    """Wait until the reader has finished what it is at, so that no reading spans more than one exchange."""
    deadline, seen = time.monotonic() + WAIT, tally.whole + tally.absent
    while tally.whole + tally.absent == seen and time.monotonic() < deadline:
        time.sleep(0.001)
    assert tally.whole + tally.absent > seen, "The reader has stopped."


def publish_and_kill(site: Path, number: int, after: float) -> bool:
    """Publish in a child, and kill it after so many seconds; return whether it was killed before it ended."""
    child = os.fork()
    if child == 0:
        put(site, build(number))
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), "A build has failed by itself."
    return os.WIFSIGNALED(status)


def main(site: Path, mode: str) -> None:
    """Print how many builds were killed, how many ended, how many readings were whole and how often none stood."""
    if mode == "renames":
        exchange.exchanged = lambda one, other: False
    put(site, build(0))
    start = time.monotonic()
    put(site, build(1))
    lasts = time.monotonic() - start
    tally, killed = Tally(), 0
    reader = os.fork()
    if reader == 0:
        read_for_ever(site, tally)
    for number in range(2, BUILDS + 2):
        await_reader(tally)
        killed += publish_and_kill(site, number, random.uniform(0, 2 * lasts))
    await_reader(tally)
    assert os.waitpid(reader, os.WNOHANG) == (0, 0), "The reader has failed."
    os.kill(reader, signal.SIGKILL)
    os.waitpid(reader, 0)
    recover(Siblings.of(site))
    read_once(site, tally)
    sys.stdout.write(f"killed={killed} ended={BUILDS - killed} whole={tally.whole} absent={tally.absent}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
