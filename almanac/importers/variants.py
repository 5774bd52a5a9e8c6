"""Variants: the words of an offer key after the `@`, and one key for each id that a provider sells a model under."""

import re
from collections.abc import Iterable, Mapping

from almanac.importers.folding import fold
from almanac.importers.identities import Identity
from almanac.importers.readings import Reading, read_id

_WORD = re.compile(r"[^a-z0-9]+")
_KEY_WORDS = re.compile(r"[.-]")
_PARTS = re.compile(r"[-_\s]+")


def variant_of(reading: Reading, model: str) -> str:
    """Return the words in their order: snapshot digits, region, tier, mode; none that the model's own id says."""
    slug = fold(model.partition("/")[2])
    own = slug.replace("-", "")
    date = "" if own.endswith(reading.date) else reading.date
    modes = (word for word in reading.words if not slug.endswith(f"-{word}"))
    return ".".join(word for word in (date, reading.region, reading.tier, *modes) if word)


def offer_keys(
    provider: str, identities: Mapping[str, Identity], *, kept: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return one offer key for each id of a provider that was matched; of one model no two keys are the same.

    Where two ids say the same, the plainest has the plain key; the others take what tells them apart: a quantisation, a
    revision, a word of their name or path. `kept` are the keys of ids whose offers stand already: they are URLs.
    """
    matched = {model_id: identity for model_id, identity in identities.items() if identity.model}
    keys = {model_id: key for model_id, key in (kept or {}).items() if model_id in matched}
    taken = {(matched[model_id].model, key) for model_id, key in keys.items()}
    for model_id in sorted(matched.keys() - keys.keys(), key=lambda each: _plainness(each, matched[each])):
        model = matched[model_id].model
        choices = _choices(provider, model_id, matched[model_id])
        keys[model_id] = next(key for key in choices if (model, key) not in taken)
        taken.add((model, keys[model_id]))
    return keys


def _plainness(model_id: str, identity: Identity) -> tuple[int, int, str]:
    return len(_more_words(model_id, identity.model or "", identity.variant)), len(model_id), model_id


def _choices(provider: str, model_id: str, identity: Identity) -> Iterable[str]:
    """Yield keys for an id, the best first; the list has no end."""
    words = [identity.variant] if identity.variant else []
    yield _key(provider, words)
    more = _more_words(model_id, identity.model or "", identity.variant)
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


def _more_words(model_id: str, model: str, variant: str) -> list[str]:
    """Return what an id says beyond its model and the words that every key has."""
    reading = read_id(model_id)
    known = {*fold(model).split("-"), *_KEY_WORDS.split(variant)}
    words = (word for word in _PARTS.split(reading.name) if word and not known >= set(fold(word).split("-")))
    return [word for word in (*map(_as_word, reading.loose), _as_word("-".join(words))) if word]


def _as_word(text: str) -> str:
    return _WORD.sub("-", text.lower()).strip("-")
