"""Upstream in tests: the real files of tests/upstream, unpacked, and read without any code of the importers."""

import io
import json
import lzma
import tarfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "upstream"

MODELSDEV = ("modelsdev-api-2026-06-14.json", "modelsdev-models-2026-06-14.json", "price-history.json")
OPENROUTER = "openrouter-models.json"
LITELLM = "litellm-cost-map-1.86.2.json"
DEPRECATIONS = "litellm-deprecations-1.109.1.json"
AIDER = "aider-polyglot-leaderboard.yml"
EPOCH = "epoch-benchmarks-runs.csv"
LLMSTATS = "llmstats-models.json"


def published(name: str) -> bytes:
    """Return the bytes of an upstream file as it was published."""
    return lzma.decompress((FOLDER / f"{name}.xz").read_bytes())


@cache
def stated(name: str) -> Any:
    """Return what a JSON file says, every number exactly as it is written."""
    return json.loads(published(name), parse_float=Decimal, parse_int=Decimal)


def unpack(names: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    """Write upstream files into a folder, and return their paths."""
    for name in names:
        (folder / name).write_bytes(published(name))
    return tuple(str(folder / name) for name in names)


def unpack_hand_made(folder: Path) -> Path:
    """Write the content as it was before the first import, and return its folder."""
    with tarfile.open(fileobj=io.BytesIO(published("hand-made-content.tar"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "content"
