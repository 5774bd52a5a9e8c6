"""Families: the line of models that a model belongs to, and what the line is called."""

import re
from collections.abc import Iterable, Mapping

from almanac.importers.folding import fold_slug
from almanac.reader.library import Library
from almanac.records.fields import slug_fault

_NO_FAMILIES = frozenset({"alpha", "auto", "free", "model-router", "unsloth"})
_FREE = "-free"


def families_of(library: Library, stated: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return the families of each lab: those of its file, and those that upstream states, given as (model, family)."""
    found = {lab: set(entry.record.families) for lab, entry in library.labs.items()}
    for model, family in stated:
        lab, folded = model.partition("/")[0], _folded(family)
        if folded and folded != lab:
            found.setdefault(lab, set()).add(folded)
    return {lab: frozenset(families) for lab, families in found.items()}


def family_of(library: Library, model: str, stated: str, known: Mapping[str, frozenset[str]]) -> str:
    """Return the family of a model: one with a version that its id begins with, else the stated one, else a wider one.

    "" where there is none, and where the model's file has another already: families are ours to cut.
    """
    lab, _, slug = model.partition("/")
    record = library.models.get(model)
    theirs = _folded(stated)
    begun = sorted((family for family in known.get(lab, ()) if _begins(slug, family)), key=len)
    versions = [family for family in begun if _DIGIT.search(family)]
    found = (versions or ([theirs] if theirs and theirs != lab else begun) or [""])[-1]
    written = record.record.family if record else None
    return found if written in {None, found} else ""


def _folded(stated: str) -> str:
    folded = fold_slug(stated).removesuffix(_FREE)
    return "" if folded in _NO_FAMILIES or slug_fault(folded) else folded


def _begins(slug: str, family: str) -> bool:
    return slug == family or slug.startswith(f"{family}-")


def family_name(family: str, names: Iterable[str]) -> str:
    """Return what a family is called: as the names of its models write it, whole or word by word."""
    written: dict[str, str] = {}
    for name in sorted(names):
        if match := re.search(rf"(?<![a-z0-9]){re.escape(family)}(?![a-z0-9])", name, re.IGNORECASE):
            return match[0]
        for word in re.split(r"[-\s]+", name):
            written.setdefault(word.casefold(), word)
    return " ".join(_spelled(word, written) for word in family.split("-"))


def _spelled(word: str, written: dict[str, str]) -> str:
    if word.casefold() in written:
        return written[word.casefold()]
    if len(word) == 1 or any(char.isdigit() for char in word):
        return word
    return word.capitalize() if _VOWEL.search(word) else word.upper()


_DIGIT = re.compile(r"\d")
_VOWEL = re.compile(r"[aeiouy]")
