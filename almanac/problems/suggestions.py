"""Suggestions: what a misspelt word was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is closest to the given one, or None where none is close."""
    if len(word) > _LONGEST:
        return None
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(_fold(name), name)
    found = get_close_matches(_fold(word), folded, n=1, cutoff=0.65)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question that ends a message, or the empty string where no known word is close."""
    found = nearest(word, known)
    return f'Did you mean "{found}"?' if found else ""


def _fold(word: str) -> str:
    return word.lower().replace("-", "_").replace(" ", "_")
