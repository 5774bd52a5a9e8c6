"""How long reading and checking the content takes, beside PyYAML's bare C parser over the same files."""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from yaml._yaml import CParser

ROOT = Path(__file__).parents[1]
TURNS = 5


def bare(texts: list[str]) -> None:
    """Parse every text to its last event, and build nothing."""
    for text in texts:
        parser = CParser(text)
        while parser.get_event() is not None:
            pass


_READ_AND_CHECK = """
import sys
from datetime import date
from almanac.checks import check
from almanac.reader import read
library, _ = read(sys.argv[1])
check(library, today=date(2100, 1, 1), machine_today=date(2100, 1, 1))
"""


def read_and_check(content: str) -> None:
    """Read the content and hold every rule against it, cold: in a process of its own."""
    subprocess.run([sys.executable, "-c", _READ_AND_CHECK, content], cwd=ROOT, check=True)


def check(content: str) -> None:
    """Run the command as a pull request does, plan of the site included; what it finds does not matter here."""
    command = [sys.executable, "build.py", "check", "--content", content]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def seconds(job: Callable[[], None]) -> float:
    """Return the best time of some turns: what others do on the machine only adds to it."""
    found = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        job()
        found.append(time.perf_counter() - begun)
    return min(found)


def main() -> None:
    """Print the times, and how many times the bare parse each is."""
    content = str(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "content").resolve())
    texts = [file.read_text(encoding="utf-8") for file in sorted(Path(content).rglob("*.yaml"))]
    print(f"{len(texts):,} files, {sum(map(len, texts)) / 1e6:.1f} MB")
    parsed = seconds(lambda: bare(texts))
    print(f"{'bare parse':28}{parsed:6.2f} s")
    for name, job in (("read and check", read_and_check), ("the command, with its plan", check)):
        taken = seconds(partial(job, content))
        print(f"{name:28}{taken:6.2f} s  {taken / parsed:5.1f} times")


if __name__ == "__main__":
    main()
