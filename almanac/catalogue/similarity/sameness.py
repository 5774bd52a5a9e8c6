"""Sameness: which records are one model under several names, so that none is offered as an alternative to itself."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from almanac.catalogue.similarity.profiles import Profile

_WORDS = re.compile(r"[a-z]+|[0-9]+")
_DATES = (
    r"20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])",  # 20250414
    r"20\d{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?",  # 2025-04, 2025-04-14
    r"(?:0[1-9]|1[0-2])-20\d{2}",  # 04-2025
    r"(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])",  # 04-14
    r"2[3-9](?:0[1-9]|1[0-2])",  # 2504: year and month
    r"(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])",  # 0414: month and day
)
_DATED = re.compile(rf"(?<![0-9.])(?:{'|'.join(_DATES)})(?![0-9.])")


@dataclass(frozen=True, slots=True)
class Name:
    """What a record's id says once everything is left out that names no other weights.

    `strict` is the same for all records of one model, whichever lab they stand at. `loose` leaves out the words for a
    way of running it too; the lab stands before it.
    """

    strict: tuple[str, ...]
    loose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that name no other weights, words for a way of running a model, and the names of who makes and sells."""

    silent: frozenset[str]
    modes: frozenset[str]
    sellers: frozenset[str]


def name_of(model_id: str, words: Words) -> Name:
    """Return the name of a record by its id."""
    lab, _, slug = model_id.partition("/")
    written = _WORDS.findall(_DATED.sub(" ", slug))
    kept = [word for word in written if word not in words.silent and word not in words.sellers]
    strict = tuple(word for number, word in enumerate(kept) if word not in kept[:number] or word.isdigit())
    strict = strict or tuple(written) or (slug,)
    loose = tuple(word for word in strict if word not in words.modes)
    return Name(strict, (lab, *(loose or strict)))


def is_moving(name: str, words: Collection[str]) -> bool:
    """Say whether a record is called after whatever is the newest: it stands for models that have their own records."""
    return any(word in words for word in name.casefold().split()[-1:])


def is_same(subject: Profile, other: Profile, names: Mapping[str, Name]) -> bool:
    """Say whether the other is the subject itself: under another name, at another lab, or run in another way.

    A way of running counts as a model of its own where its lab sells it and released it on another day.
    """
    one, two = names[subject.id], names[other.id]
    if one.strict == two.strict:
        return True
    dated = subject.released is not None and other.released is not None
    return one.loose == two.loose and not (other.is_own and dated and subject.released != other.released)
