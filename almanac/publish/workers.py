"""Workers: rendering split over forked processes, each of which sends back the bytes of its share."""

import os
import pickle
from collections.abc import Sequence
from types import MappingProxyType
from typing import BinaryIO

from almanac.outputs.output import Output
from almanac.publish.plan import Plan


def rendered(planned: Plan, *, jobs: int) -> Plan:
    """Return the plan with every output rendered by `jobs` processes; the same plan where one is enough.

    A share that could not be rendered comes back as it was, so that the failure shows where it always does.
    """
    outputs = list(planned.outputs.values())
    if jobs == 1 or len(outputs) < jobs:
        return planned
    shares = _shares(outputs, jobs)
    pipes = [_start(share) for share in shares]
    done = [
        output
        for share, (process, pipe) in zip(shares, pipes, strict=True)
        for output in _collect(share, process, pipe)
    ]
    return Plan(MappingProxyType({output.path: output for output in sorted(done, key=lambda output: output.path)}))


def _shares(outputs: Sequence[Output], jobs: int) -> list[list[Output]]:
    """Deal out the outputs folder by folder: files of one folder show the same, and are made from one view."""
    shares: list[list[Output]] = [[] for _ in range(jobs)]
    folders: dict[str, int] = {}
    for output in outputs:
        number = folders.setdefault(output.path.rpartition("/")[0] or output.path, len(folders))
        shares[number % jobs].append(output)
    return shares


def _start(share: Sequence[Output]) -> tuple[int, BinaryIO]:
    """Fork a worker for one share; return its process and the pipe that it writes to."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work(share, writing)
    os.close(writing)
    return process, os.fdopen(reading, "rb")


def _work(share: Sequence[Output], writing: int) -> None:
    """Render in the worker and end it, whatever happens: it must never go on as a second build."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump([output.draw() for output in share], pipe)
    finally:
        os._exit(0)


def _collect(share: Sequence[Output], process: int, pipe: BinaryIO) -> list[Output]:
    with pipe:
        sent = pipe.read()
    os.waitpid(process, 0)
    try:
        contents = pickle.loads(sent)  # noqa: S301 - written by our own child
    except (EOFError, pickle.UnpicklingError):
        return list(share)
    return [
        Output(output.path, content, bytes, output.origin, output.anchors)
        for output, content in zip(share, contents, strict=True)
    ]
