"""Families: the line of models that a model belongs to, and what the line is called."""

import re
from collections.abc import Iterable

from almanac.importers.folding import fold_slug
from almanac.reader.library import Library
from almanac.records.fields import slug_fault

_NO_FAMILIES = frozenset({"alpha", "auto", "free", "model-router", "unsloth"})
_FREE = "-free"


def family_of(library: Library, model: str, stated: str) -> str:
    """Return the family of a model: one of its lab's in whose name its id begins, else the one that upstream states.

    "" where there is none, and where the model's file has another already: families are ours to cut.
    """
    lab, _, slug = model.partition("/")
    entry, record = library.labs.get(lab), library.models.get(model)
    theirs = fold_slug(stated).removesuffix(_FREE)
    cut = [family for family in (entry.record.families if entry else ()) if _begins(slug, family)]
    found = max(cut, key=len, default=theirs)
    if not found or found in _NO_FAMILIES or found == lab or slug_fault(found):
        return ""
    written = record.record.family if record else None
    return found if written in {None, found} else ""


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


_VOWEL = re.compile(r"[aeiouy]")
