"""Badges and social cards: bytes and time of each, beside badge-maker and pybadges where those are installed.

Run it from the repository:

    .venv/bin/python -m benchmarks.badges [--badge-maker FOLDER] [--pybadges PYTHON]

FOLDER holds `node_modules/badge-maker` (npm install badge-maker), PYTHON is an interpreter with pybadges. All draw the
same 1,000 labels and messages, in one process, one after the other. The best of five rounds counts, in CPU time, so
that others at work on the machine change little.
"""

import argparse
import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import mean

from almanac.render import badge, badgepng, socialcard
from almanac.render.badge import Badge, Segment
from almanac.render.socialcard import Fact, ModelCard

COUNT, ROUNDS, CARDS = 1_000, 5, 200
NAMES = ("Model", "Large", "Mini Turbo", "Flash", "Instruct 70B", "Reasoner", "Coder", "Vision Preview")
RIVAL_IN_NODE = """
const { makeBadge } = require("badge-maker");
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
let best = Infinity, bytes = 0;
for (let round = 0; round < %d; round++) {
  const start = process.cpuUsage();
  bytes = 0;
  for (const [label, message] of given) bytes += Buffer.byteLength(makeBadge({ label, message, color: "green" }));
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(JSON.stringify([best, bytes]));
"""
RIVAL_IN_PYTHON = """
import json, sys, time
from pybadges import badge
given = json.load(sys.stdin)
best = float("inf")
for _ in range(%d):
    start = time.process_time()
    drawn = [badge(left_text=label, right_text=message, right_color="green") for label, message in given]
    size = sum(len(picture.encode()) for picture in drawn)
    best = min(best, time.process_time() - start)
print(json.dumps([best, size]))
"""


def texts() -> list[tuple[str, str]]:
    """Return the labels and messages: all different, of the length that names and prices have."""
    return [
        (f"{NAMES[number % len(NAMES)]} {number / 10:.1f}", f"${number / 100:.2f} in · ${number / 25:.2f} out /1M")
        for number in range(COUNT)
    ]


def best_of(work: Callable[[], int]) -> tuple[float, int]:
    """Return the seconds of the fastest round, and what the work counted."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        counted = work()
        rounds.append((time.process_time() - start, counted))
    return min(rounds)


def badges() -> tuple[float, int]:
    """Draw every badge and count the bytes."""
    made = [
        Badge((Segment(label, badge.LABEL), Segment(message, badge.PRICE)), "", "as of 2026-05-31")
        for label, message in texts()
    ]
    return best_of(lambda: sum(len(badge.svg(one)) for one in made))


def of_three() -> tuple[float, int]:
    """Draw as many badges of three texts."""
    made = [
        Badge(
            (Segment(label, badge.LABEL), Segment(message, badge.PRICE), Segment("128K ctx", badge.CONTEXT)),
            "",
            "as of 2026-05-31",
        )
        for label, message in texts()
    ]
    return best_of(lambda: sum(len(badge.svg(one)) for one in made))


def cards() -> tuple[float, float]:
    """Draw social cards of different names and prices; return seconds and bytes of one."""
    scores = (Fact("GPQA Diamond", "50.3 %", 2, "3rd of 24"), Fact("Aider Polyglot", "8.9 %"), Fact("MMLU", "80.1 %"))
    first = ModelCard("A lab", "", "", (), scores, "Almanac", "As of 31 May 2026")
    sizes, start = [], time.process_time()
    for name, price in texts()[:CARDS]:
        facts = (Fact("Price per million tokens", price.removesuffix(" /1M"), 4), Fact("Context, tokens", "1,047,576"))
        sizes.append(len(socialcard.png(replace(first, name=name, facts=facts))))
    return (time.process_time() - start) / CARDS, mean(sizes)


def rival(command: list[str], folder: Path | None) -> tuple[float, int]:
    """Let another program draw the same texts; return its seconds and bytes."""
    given = json.dumps(texts())
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=folder)
    seconds, size = json.loads(done.stdout)
    return seconds, size


def line(name: str, seconds: float, size: int, ours: tuple[float, int]) -> str:
    """Write one row of the report."""
    rate, each = COUNT / seconds, size / COUNT
    ratio = f"{seconds / ours[0]:>5.1f} × time {size / ours[1]:.2f} × bytes"
    return f"{name:<22} {rate:>9,.0f} a second {each:>7,.0f} bytes   {ratio}"


def main() -> None:
    """Measure and report."""
    given = argparse.ArgumentParser(description="Measure badges and social cards.")
    given.add_argument("--badge-maker", type=Path, metavar="FOLDER")
    given.add_argument("--pybadges", metavar="PYTHON")
    options, ours = given.parse_args(), badges()
    print(line("almanac, two texts", *ours, ours))
    print(line("almanac, three texts", *of_three(), ours))
    if options.badge_maker:
        print(line("badge-maker", *rival(["node", "-e", RIVAL_IN_NODE % ROUNDS], options.badge_maker), ours))
    if options.pybadges:
        print(line("pybadges", *rival([options.pybadges, "-c", RIVAL_IN_PYTHON % ROUNDS], None), ours))
    picture = badgepng.png(Badge((Segment("Model", badge.LABEL), Segment("$0.10 in", badge.PRICE)), "", ""))
    seconds, size = cards()
    print(
        f"social card            {1000 * seconds:.1f} ms, {size:,.0f} bytes each; a badge as PNG {len(picture):,} bytes"
    )


if __name__ == "__main__":
    main()
