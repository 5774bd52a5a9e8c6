"""Workers: rendering split over forked processes, which send the bytes of their shares as they are asked for."""

import fcntl
import os
import pickle
import signal
import weakref
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from types import MappingProxyType
from typing import BinaryIO

from almanac.outputs.output import Later, Output
from almanac.publish.plan import Plan

_AHEAD = 1 << 20
"""Bytes that a worker may be ahead of whoever reads it: some forty pages. More would only lie in memory."""


def rendered(planned: Plan, *, jobs: int) -> Plan:
    """Return the plan with every output rendered by `jobs` processes; the same plan where one is enough.

    Its outputs are best drawn once and in order, as a publication does: then each comes from a worker. One drawn
    otherwise, or that its worker failed to render, is rendered here, so that a failure shows where it always does.
    """
    outputs = list(planned.outputs.values())
    if jobs == 1 or len(outputs) < jobs:
        return planned
    shares = _shares(outputs, jobs)
    workers = [_Worker(share) for share in shares]
    coming = {
        output.path: Output(output.path, Later(partial(worker.take, number)), bytes, output.origin, output.anchors)
        for worker, share in zip(workers, shares, strict=True)
        for number, output in enumerate(share)
    }
    return Plan(MappingProxyType({path: coming[path] for path in planned.outputs}))


def _shares(outputs: Sequence[Output], jobs: int) -> list[list[Output]]:
    """Deal out the outputs folder by folder: files of one folder show the same, and are made from one view."""
    shares: list[list[Output]] = [[] for _ in range(jobs)]
    folders: dict[str, int] = {}
    for output in outputs:
        number = folders.setdefault(output.path.rpartition("/")[0] or output.path, len(folders))
        shares[number % jobs].append(output)
    return shares


class _Worker:
    """A forked process that renders a share in its order, and the pipe that it writes to."""

    def __init__(self, share: Sequence[Output]) -> None:
        self._share, self._next = share, 0
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(reading)
            _work(share, writing)
        os.close(writing)
        with suppress(OSError, AttributeError):  # a smaller pipe works too, only with more waiting
            fcntl.fcntl(reading, fcntl.F_SETPIPE_SZ, _AHEAD)
        self._pipe = os.fdopen(reading, "rb")
        self._end = weakref.finalize(self, _end, self._pipe, process)

    def take(self, number: int) -> bytes:
        """Return the bytes of one output of the share."""
        if number == self._next and self._end.alive:
            self._next += 1
            with suppress(EOFError, pickle.UnpicklingError):
                data: bytes = pickle.load(self._pipe)  # noqa: S301 - written by our own child
                if self._next == len(self._share):
                    self._end()
                return data
            self._end()
        return self._share[number].draw()


def _end(pipe: BinaryIO, process: int) -> None:
    """End a worker, whatever it is about: a sibling may hold its pipe open, so closing that alone might not."""
    pipe.close()
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _work(share: Sequence[Output], writing: int) -> None:
    """Render in the worker and end it, whatever happens: it must never go on as a second build."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            for output in share:
                pickle.dump(output.draw(), pipe)
    finally:
        os._exit(0)
