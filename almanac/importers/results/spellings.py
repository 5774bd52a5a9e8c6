"""Spellings: names in tables of results that no rule of identity can know, as ids that it can."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from almanac.importers.folding import fold

_EFFORT = re.compile(r"(?:\s+\((?:[a-z]+|[^()]*think[^()]*)\)|_(?:low|medium|high|\d+K))$")


def spelled(name: str) -> str:
    """Return a name as identity knows it, with its effort; the name itself where nobody wrote another down."""
    whole = _spellings().get(fold(name))
    if whole is not None:
        return whole
    match = _EFFORT.search(name)
    head, effort = (name[: match.start()], match[0]) if match else (name, "")
    return _spellings().get(fold(head), head) + effort


@cache
def _spellings() -> Mapping[str, str]:
    table = tomllib.loads((Path(__file__).parent / "spellings.toml").read_text(encoding="utf-8"))
    return {fold(theirs): ours for theirs, ours in table.items()}
