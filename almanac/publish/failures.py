"""Failures of the machine while publishing: what went wrong, where, and what a person can do about it."""

import errno
import os

from almanac.problems import MachineError
from almanac.publish.tree import Siblings

FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_OTHER_DISK = {errno.EXDEV, errno.EBUSY}


def failure(error: OSError, siblings: Siblings, *, name: str) -> MachineError:
    """Return the failure as a sentence for people; `name` is the output folder as it was given."""
    where = _shown(error.filename, siblings)
    parent = os.path.dirname(siblings.site)
    return MachineError(f"{_what(error, where)} {name} is as it was before. {_advice(error.errno, parent)}")


def not_settled(error: OSError, *, name: str) -> MachineError:
    """Return the sentence for a new site that stands, but that a power cut may still take away."""
    return MachineError(
        f"The new {name} is in place, but the disk could not confirm that it is safe ({error.strerror}). "
        "Check the disk, then build again."
    )


def _what(error: OSError, where: str) -> str:
    if error.errno in FULL:
        return f"The disk is full, so {where} could not be written."
    if error.errno in _CLOSED:
        return f"{where} may not be written ({error.strerror})."
    return f"{where} could not be written ({error.strerror or error})."


def _advice(code: int | None, parent: str) -> str:
    if code in FULL:
        return "Free some space and build again."
    if code in _CLOSED:
        return f"Allow this user to write in {parent}, or choose another folder with --output."
    if code in _OTHER_DISK:
        return "Choose a folder with --output that is no mount point and holds none."
    return "Check the disk, then build again."


def _shown(filename: object, siblings: Siblings) -> str:
    """Name a file as the site knows it, not by the hidden tree that it was meant for."""
    if not isinstance(filename, str):
        return "a file of the site"
    for tree in (siblings.building, siblings.next, siblings.old, siblings.site):
        if filename.startswith(f"{tree}/"):
            return filename.removeprefix(f"{tree}/")
    return filename
