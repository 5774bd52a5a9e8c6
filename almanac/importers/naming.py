"""Naming tables: what people wrote down in names.toml and exceptions.toml, read once and typed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from almanac.importers.folding import fold, reversed_table

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Naming:
    """The tables. All spellings on the left are folded, except the ids in `bases` and `offers`, which are exact."""

    labs: Mapping[str, str]
    """A lab's name → our lab."""
    litellm: Mapping[str, str]
    """LiteLLM's provider or prefix → our provider."""
    prefixes: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    modes: Mapping[str, frozenset[str]]
    """A mode word → the labs for whose models it is only a mode."""
    suffixes: frozenset[str]
    also: Mapping[str, tuple[str, ...]]
    bases: Mapping[str, str]
    offers: Mapping[str, str]


@cache
def naming() -> Naming:
    """Return the tables of this package."""
    names, exceptions = (_read(name) for name in ("names.toml", "exceptions.toml"))
    modes: dict[str, frozenset[str]] = {}
    for lab, words in names["modes"].items():
        for word in words:
            modes[word] = modes.get(word, frozenset()) | {lab}
    return Naming(
        labs=reversed_table(names["labs"]),
        litellm=reversed_table(names["litellm"]),
        prefixes={provider: tuple(map(fold, words)) for provider, words in names["prefixes"].items()},
        tails={provider: tuple(map(fold, words)) for provider, words in names["tails"].items()},
        modes=modes,
        suffixes=frozenset(names["suffixes"]),
        also={model: tuple(words) for model, words in names["also"].items()},
        bases=exceptions["bases"],
        offers=exceptions["offers"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
