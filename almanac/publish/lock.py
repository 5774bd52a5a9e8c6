"""The lock: one build at a time for each output folder, released by the system when its holder dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from almanac.problems import MachineError

_PAUSE = 0.05  # seconds between two looks


@contextmanager
def held(path: str, *, name: str, wait: float, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file at `path` for the time of the block; `name` is what messages call the output folder.

    Waits up to `wait` seconds for another holder and says so once; then MachineError. The file itself
    stays for ever: who removes a lock file lets in a third who has just made a new one. A forked child
    holds the lock too.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    try:
        if not _taken(handle):
            say(f"Another build is writing {name}{_holder(handle)}; waiting for it up to {wait:g} seconds.")
            _wait_for(handle, name, wait)
        _sign(handle)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, name: str, wait: float) -> None:
    deadline = time.monotonic() + wait
    while not _taken(handle):
        if time.monotonic() >= deadline:
            raise MachineError(
                f"Another build is still writing {name}{_holder(handle)} after {wait:g} seconds, so this one "
                "gave up. Wait until it is done, or end it, and build again."
            )
        time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(handle: int) -> str:
    written = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
    return f" (process {written})" if written.isdigit() else ""


def _sign(handle: int) -> None:
    """Leave our process id for the message of whoever waits; on a full disk the lock holds without it."""
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
