"""Writing: all files of an import, or none of them."""

import os
from collections.abc import Mapping
from pathlib import Path

from almanac.problems import MachineError

_DRAFT = ".almanac-import"
"""Ends the name of a file that is not in its place yet; a dot begins it, so that no reader takes it for a record."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place first, then put all in place; where anything fails, all stands as before.

    Raises MachineError with a sentence.
    """
    drafts: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for file, data in files.items():
            made += _folders(file.parent)
            drafts[file] = file.with_name(f".{file.name}{_DRAFT}")
            drafts[file].write_bytes(data)
        _put_in_place(drafts)
    except OSError as error:
        raise MachineError(f"The content could not be written: {error}. Nothing was changed.") from None
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        for folder in reversed(made):
            if not any(folder.iterdir()):
                folder.rmdir()


def _folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; return what was made."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _put_in_place(drafts: Mapping[Path, Path]) -> None:
    """Rename each draft over its file; where one fails, give those before it their old bytes again."""
    before: dict[Path, bytes | None] = {}
    try:
        for file, draft in drafts.items():
            before[file] = file.read_bytes() if file.exists() else None
            os.replace(draft, file)  # noqa: PTH105 - tests make this one call fail
    except OSError:
        for file, data in before.items():
            if data is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(data)
        raise
