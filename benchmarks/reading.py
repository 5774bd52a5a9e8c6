"""How long reading and checking the content takes, beside PyYAML's bare C parser over the same files."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from yaml._yaml import CParser

ROOT = Path(__file__).parents[1]
TURNS = 5


def bare(texts: list[str]) -> None:
    """Parse every text to its last event, and build nothing."""
    for text in texts:
        parser = CParser(text)
        while parser.get_event() is not None:
            pass


def check(content: str) -> None:
    """Run the command as a pull request does; what it finds does not matter here."""
    command = [sys.executable, "build.py", "check", "--content", content]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def seconds(job: Callable[[], None]) -> float:
    """Return the median time of some turns."""
    found = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        job()
        found.append(time.perf_counter() - begun)
    return median(found)


def main() -> None:
    """Print both times and their ratio."""
    content = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "content")
    texts = [file.read_text(encoding="utf-8") for file in sorted(Path(content).rglob("*.yaml"))]
    parsed, checked = seconds(lambda: bare(texts)), seconds(lambda: check(content))
    size = sum(map(len, texts)) / 1e6
    print(f"{len(texts):,} files, {size:.1f} MB: bare parse {parsed:.2f} s, read and check {checked:.2f} s")
    print(f"Reading and checking takes {checked / parsed:.1f} times as long as the bare parse.")


if __name__ == "__main__":
    main()
