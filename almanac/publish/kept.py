"""Kept pictures: what costs much to draw is kept beside the content, under the name of all that it depends on.

Whatever is lost or damaged there is drawn again; the folder may be deleted at any time.
"""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any

from almanac.outputs.output import Output
from almanac.publish.plan import Plan

FOLDER = ".almanac/pictures"
"""Where pictures are kept, below the folder that the content lies in."""
_DIGEST = 20  # bytes before each picture, by which a damaged file is known


@dataclass(frozen=True, slots=True)
class Drawing:
    """A renderer that draws only what it does not find kept."""

    file: str
    render: Callable[[Any], bytes]

    def __call__(self, view: object) -> bytes:
        """Return the kept bytes, or draw them and keep them. A folder that cannot be written keeps nothing."""
        data = _kept(self.file)
        if data is None:
            data = self.render(view)
            with suppress(OSError):
                _keep(self.file, data)
        return data


def kept(planned: Plan, *, folder: str) -> Plan:
    """Return the plan with every output that has a key drawn at most once."""
    outputs = {path: _cached(output, folder) if output.key else output for path, output in planned.outputs.items()}
    return Plan(MappingProxyType(outputs))


def tidy(planned: Plan, *, folder: str) -> None:
    """Remove the pictures that the plan has no more use for, and what a stopped build left behind."""
    wanted = {output.key for output in planned.outputs.values()}
    with suppress(OSError):
        for name in os.listdir(folder):
            if name not in wanted:
                os.unlink(os.path.join(folder, name))


def folder_beside(content: str) -> str:
    """Return where the pictures of a content folder are kept."""
    return str(Path(content).absolute().parent / FOLDER)


def _cached(output: Output, folder: str) -> Output:
    return replace(output, render=Drawing(os.path.join(folder, output.key), output.render))


def _kept(file: str) -> bytes | None:
    try:
        whole = Path(file).read_bytes()
    except OSError:
        return None
    data = whole[_DIGEST:]
    return data if data and whole[:_DIGEST] == _digest(data) else None


def _keep(file: str, data: bytes) -> None:
    """Put a picture there in one step: another build may read it at the same moment."""
    folder = os.path.dirname(file)
    os.makedirs(folder, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".", dir=folder)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(_digest(data) + data)
        os.replace(draft, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()
