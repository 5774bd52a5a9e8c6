"""The manifest: which files of a published tree are ours, each with its digest and size."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

NAME = ".almanac-manifest.json"
"""Where the manifest lies in the tree that it lists; it does not list itself."""
_VERSION = 1
_DIGEST_BYTES = 20
_DIGEST = re.compile(rf"[0-9a-f]{{{2 * _DIGEST_BYTES}}}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one file holds: its BLAKE2b digest of 160 bits in hexadecimal, and its size in bytes."""

    digest: str
    size: int


class DamagedManifestError(ValueError):
    """What was read is no manifest of this program; the one argument says why, as part of a sentence."""


def entry_of(data: bytes) -> Entry:
    """Return the entry of a file with these bytes."""
    return Entry(blake2b(data, digest_size=_DIGEST_BYTES).hexdigest(), len(data))


def as_bytes(entries: Mapping[str, Entry]) -> bytes:
    """Return the manifest as JSON, one file a line in code-point order: equal entries give equal bytes."""
    lines = (f'{json.dumps(path)}: ["{entry.digest}", {entry.size}]' for path, entry in sorted(entries.items()))
    return b'{"version": %d, "files": {\n%s\n}}\n' % (_VERSION, ",\n".join(lines).encode("ascii"))


def parse(data: bytes) -> dict[str, Entry]:
    """Return the entries of a manifest by path; DamagedManifestError where it is not wholly one of ours."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedManifestError("it is not JSON") from error
    if not isinstance(found, dict) or found.get("version") != _VERSION:
        raise DamagedManifestError(f"it is not of version {_VERSION}")
    files = found.get("files")
    if not isinstance(files, dict):
        raise DamagedManifestError("it lists no files")
    return {path: _entry(path, value) for path, value in files.items()}


def _entry(path: str, value: object) -> Entry:
    match value:
        case [str(digest), int(size)] if _DIGEST.fullmatch(digest) and size >= 0 and size is not True:
            return Entry(digest, size)
        case _:
            raise DamagedManifestError(f"what it says of “{path}” is not a digest and a size")
