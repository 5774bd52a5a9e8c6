"""Prices at OpenRouter: texts of US dollars per token, per request or per search, as components of ours."""

from collections.abc import Mapping
from dataclasses import dataclass

from almanac.checks.prices import NEVER
from almanac.importers.amounts import MILLION, amount, rounding_note, shortest, with_included, with_zero_word
from almanac.importers.findings import Note, Plain
from almanac.importers.plausible import doubts

PER_TOKEN: Mapping[str, str] = {
    "prompt": "input",
    "completion": "output",
    "input_cache_read": "cache_read",
    "input_cache_write": "cache_write",
    "internal_reasoning": "reasoning",
    "image": "image_in",
    "audio": "audio_in",
}
"""OpenRouter's name of a component to ours. Its image price is per token of an image, as its text prices are."""

USUAL: Mapping[str, str] = {"reasoning": "output", "image_in": "input", "audio_in": "input"}
"""Components that say something only where they cost another amount than the one on the right."""

DYNAMIC = "-1"
"""What OpenRouter writes where it decides afterwards which model answers."""

_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Priced:
    """What an entry asks: components, a word, or None where it is unknown."""

    price: Plain
    notes: tuple[Note, ...] = ()


def priced(pricing: Mapping[str, object], *, mode: str, zero_means: str, subject: str) -> Priced:
    """Return the price of an entry; amounts that cannot be right are left out and noted."""
    if DYNAMIC in (pricing.get("prompt"), pricing.get("completion")):
        return Priced("dynamic")
    found: dict[str, Plain] = {}
    notes: tuple[Note, ...] = ()
    for theirs, ours in PER_TOKEN.items():
        if theirs not in pricing:
            continue
        known = amount(pricing[theirs], times=MILLION)
        if known is None:
            notes += (Note("suspicious", f"{subject} {ours}", "no amount of money", str(pricing[theirs])),)
        else:
            found[ours] = known.value
            notes += rounding_note(known, f"{subject} {ours}")
    found = _telling(found, mode)
    if not any(found.values()):
        return Priced(with_zero_word(found, zero_means), notes)
    checked = doubts(found, found, subject=subject, mode=mode)
    price = with_included(checked.sound) | _search(pricing)
    return Priced(price or None, (*notes, *checked.notes))


def _telling(found: Mapping[str, Plain], mode: str) -> dict[str, Plain]:
    """Leave out what says nothing: the usual amount under another name, and 0 for what the mode has no use for."""
    silent = {name for name, usual in USUAL.items() if name in found and found[name] == found.get(usual)}
    silent |= {name for name in NEVER.get(mode, ()) if found.get(name) == 0}
    return {name: value for name, value in found.items() if name not in silent}


def _search(pricing: Mapping[str, object]) -> dict[str, Plain]:
    """Return the price of a web search, which OpenRouter states for one and we for a thousand."""
    known = amount(pricing.get("web_search"), times=_THOUSAND)
    if known is None or not known.value:
        return {}
    return {"web_search": {"usd": shortest(known.value), "per": "1000-requests"}}
