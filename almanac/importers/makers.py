"""Makers: the lab behind a model that only its sellers list, as the path or the name of its ids tells."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from almanac.importers.folding import fold
from almanac.importers.labs import fold_lab, known_lab
from almanac.records.fields import slug_fault

UNNAMED = "unnamed"
"""The lab of a model whose maker no source names: a finetune that only its seller's name for it tells of."""

_DIGITS = re.compile(r"(?:[ae]?\d+[a-z]{0,2}|[a-z]|\d+x|v\d*)")


@dataclass(frozen=True, slots=True)
class Makers:
    """What a person wrote down in stubs.toml; every name on a left side is folded."""

    segments: Mapping[str, str]
    models: Mapping[str, str]
    """Folded whole name of a model whose ids name no maker → lab."""
    names: Mapping[str, str]
    """Folded first words of a model's name → lab."""
    anywhere: Mapping[str, str]
    owners: Mapping[str, str]
    """Provider → the lab whose own it is."""
    first: Mapping[str, str]
    """Lab → the provider whose word counts for its models."""
    called: Mapping[str, str]
    words: frozenset[str]
    """Words that any lab may use in the name of its own model."""
    routers: Mapping[str, frozenset[str]]
    """`providers`, `segments` and `names` of what chooses a model for every request."""


@cache
def makers() -> Makers:
    """Read the table beside this module."""
    read = tomllib.loads(Path(__file__).with_name("stubs.toml").read_text(encoding="utf-8"))
    return Makers(
        segments={fold(name): lab for name, lab in read["segments"].items()},
        models={fold(name): lab for lab, names in read["models"].items() for name in names},
        names={fold(word): lab for lab, words in read["names"].items() for word in words},
        anywhere={fold(word): lab for lab, words in read["anywhere"].items() for word in words},
        owners={provider: lab for lab, providers in read["owners"].items() for provider in providers},
        first={lab: providers[0] for lab, providers in read["owners"].items()},
        called=read["called"],
        words=frozenset(read["words"]["common"]),
        routers={kind: frozenset(map(fold, names)) for kind, names in read["routers"].items()},
    )


def lab_in_path(model_id: str) -> str:
    """Return the lab that the path of an id names; "" where it names none. A known lab comes first."""
    segments = [segment for segment in model_id.split("/")[:-1] if not segment.startswith("@")]
    told = [makers().segments.get(fold(segment.removeprefix("~"))) for segment in segments]
    pairs = list(zip(reversed(segments), reversed(told), strict=True))
    for segment, lab in pairs:
        if lab or (lab is None and known_lab(segment)):
            return lab or known_lab(segment) or ""
    return next((fold_lab(segment) for segment, lab in pairs if lab is None and not slug_fault(fold_lab(segment))), "")


def is_router(provider: str, model_id: str, name: str) -> bool:
    """Say whether an id is one that passes requests on; `name` is the model's, folded."""
    routers = makers().routers
    segments = {fold(segment.removeprefix("~")) for segment in model_id.split("/")[:-1]}
    return fold(provider) in routers["providers"] or name in routers["names"] or bool(segments & routers["segments"])


def lab_in_name(name: str) -> str:
    """Return the lab whose models' names begin like this folded one, or hold a word that only its models have."""
    words = name.split("-")
    for word in words:
        if word in makers().anywhere:
            return makers().anywhere[word]
    for count in range(min(len(words), 3), 0, -1):
        if lab := makers().names.get("-".join(words[:count])):
            return lab
    return ""


def has_own_words(name: str, lab: str, vocabulary: frozenset[str]) -> bool:
    """Say whether a folded name is made of words that a lab uses, sizes and versions alone.

    Others' finetunes keep the lab's name at the front and add words of their own: `qwen3.5-27b-queen-derestricted`.
    """
    own = {word for words, maker in makers().names.items() if maker == lab for word in words.split("-")}
    known = own | vocabulary | makers().words
    return all(word in known or _DIGITS.fullmatch(word) for word in name.split("-"))


def spelled(raw: str, name: str) -> str | None:
    """Return the stretch of an id that folds to the name, as upstream spells it; None where there is none."""
    for begin in _starts(raw):
        for end in _ends(raw):
            if begin < end and fold(raw[begin:end]) == name:
                return raw[begin:end]
    return None


def _starts(raw: str) -> Iterator[int]:
    yield 0
    yield from (match.end() for match in re.finditer(r"[-_./:@ ]+", raw))


def _ends(raw: str) -> Iterator[int]:
    yield len(raw)
    yield from reversed([match.start() for match in re.finditer(r"[-_./:@ ]+", raw)])
