"""How long the import of every upstream file takes, and how much memory: a process for each, as a job has it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.importers.whole.imports import ROOT, STEPS, Step, prepared


def timed(content: Path, step: Step, upstream: Path) -> tuple[float, float, float]:
    """Run one import; return its seconds on the clock and on the processor, and its peak memory in MiB."""
    files = [str(upstream / name) for name in step.files]
    command = [sys.executable, "build.py", "import", step.source, *files, "--at", step.at, "--content", str(content)]
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise SystemExit(f"The import of {step.source} ended with {process.returncode}.")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Print a line for each source, then the sum and the highest peak."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="almanac-benchmark-") as folder:
        content, upstream = prepared(Path(folder))
        for name, step in STEPS.items():
            rows.append(timed(content, step, upstream))
            print("{:14}{:6.1f} s {:6.1f} s CPU {:6.0f} MiB".format(name, *rows[-1]), flush=True)
    clock, processor, memory = zip(*rows, strict=True)
    print(f"{'all':14}{sum(clock):6.1f} s {sum(processor):6.1f} s CPU {max(memory):6.0f} MiB")


if __name__ == "__main__":
    main()
