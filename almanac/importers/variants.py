"""Variants: the words of an offer key after the `@`, and one key for each id that a provider sells a model under."""

import re
from collections.abc import Iterable, Mapping

from almanac.importers.folding import fold
from almanac.importers.identities import Identity
from almanac.importers.readings import Reading, read_id

_WORD = re.compile(r"[^a-z0-9-]+")


def variant_of(reading: Reading, model: str) -> str:
    """Return the words in their one order: snapshot digits, region, tier, mode. What the model's own id says is no word."""
    slug = fold(model.partition("/")[2])
    own = slug.replace("-", "")
    date = "" if own.endswith(reading.date) else reading.date
    modes = (word for word in reading.words if not slug.endswith(f"-{word}"))
    return ".".join(word for word in (date, reading.region, reading.tier, *modes) if word)


def offer_keys(provider: str, identities: Mapping[str, Identity]) -> dict[str, str]:
    """Return one offer key for each id of a provider that was matched; of one model no two keys are the same.

    Where two ids say the same, the plainest has the plain key; the others take what tells them apart: a quantisation, a
    revision, a word of their name or path.
    """
    keys: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for model_id in sorted(identities, key=lambda model_id: _plainness(model_id, identities[model_id])):
        identity = identities[model_id]
        if identity.model is None:
            continue
        key = next(key for key in _choices(provider, model_id, identity) if (identity.model, key) not in taken)
        taken.add((identity.model, key))
        keys[model_id] = key
    return keys


def _plainness(model_id: str, identity: Identity) -> tuple[int, int, str]:
    return len(_more_words(model_id, identity.model or "")), len(model_id), model_id


def _choices(provider: str, model_id: str, identity: Identity) -> Iterable[str]:
    """Yield keys for an id, the best first; the list has no end."""
    words = [identity.variant] if identity.variant else []
    yield _key(provider, words)
    more = _more_words(model_id, identity.model or "")
    for count in range(1, len(more) + 1):
        yield _key(provider, [*words, *more[:count]])
    path = [word for segment in model_id.split("/")[:-1] if (word := _as_word(segment))]
    for count in range(1, len(path) + 1):
        yield _key(provider, [*words, *path[:count]])
    number = 1
    while True:
        number += 1
        yield _key(provider, [*words, f"id-{number}"])


def _key(provider: str, words: Iterable[str]) -> str:
    variant = ".".join(words)
    return f"{provider}@{variant}" if variant else provider


def _more_words(model_id: str, model: str) -> list[str]:
    """Return what an id says beyond its model and the words that every key has."""
    reading = read_id(model_id)
    slug = set(fold(model.partition("/")[2]).split("-"))
    name = "-".join(word for word in fold(reading.name).split("-") if word not in slug)
    return [word for word in (*map(_as_word, reading.loose), name) if word]


def _as_word(text: str) -> str:
    return _WORD.sub("-", text.lower()).strip("-")
