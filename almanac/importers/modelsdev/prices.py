"""Prices on models.dev: the `cost` of an entry as our components, words and conditional rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from almanac.checks.prices import NEVER
from almanac.importers.amounts import Amount, amount, rounding_note, with_included, with_zero_word
from almanac.importers.findings import Note, Plain
from almanac.importers.plausible import doubts
from almanac.importers.untyped import as_list, as_object
from almanac.paths import item_name

COMPONENTS: Mapping[str, str] = {
    "input": "input",
    "output": "output",
    "cache_read": "cache_read",
    "cache_write": "cache_write",
    "reasoning": "reasoning",
    "input_audio": "audio_in",
    "output_audio": "audio_out",
}
"""Upstream name of a component to ours; all in US dollars per 1M tokens."""

LONG_CONTEXT = 200_000
"""What `context_over_200k` means, where no `tiers` say it more exactly."""

_TIERS = {("service_tier", "priority"): "priority", ("service_tier", "flex"): "flex", ("speed", "fast"): "fast"}


@dataclass(frozen=True, slots=True)
class Priced:
    """What an entry asks. `price` is a word, components or None where it is unknown; `rows` are conditional."""

    price: Plain
    rows: tuple[Mapping[str, Plain], ...] = ()
    notes: tuple[Note, ...] = ()


def priced(entry: Mapping[str, object], *, mode: str, zero_means: str, subject: str) -> Priced:
    """Return the price of one provider's entry; amounts that cannot be right are left out and noted."""
    cost = as_object(entry.get("cost"))
    listed, notes = _components(cost, subject)
    listed = _meant(listed, mode)
    if not _is_paid(listed):
        notes += _unfounded(entry, cost, subject)
        return Priced(with_zero_word(listed, zero_means), notes=notes)
    rows = []
    for when, stated in _conditions(entry, cost):
        found, more = _components(stated, subject)
        differing = {name: value for name, value in _meant(found, mode).items() if listed.get(name) != value}
        dear = doubts(differing, {**listed, **differing}, subject=subject, when=when, mode=mode)
        notes += (*more, *dear.notes)
        if dear.sound:
            rows.append({"when": when, **with_included(dear.sound)})
    checked = doubts(listed, listed, subject=subject, mode=mode)
    return Priced(with_included(checked.sound) or None, tuple(rows), (*notes, *checked.notes))


def _unfounded(entry: Mapping[str, object], cost: Mapping[str, object], subject: str) -> tuple[Note, ...]:
    """Return a note about each price under a condition that stands beside no list price: such a row says too little."""
    asked = ((when, _components(stated, subject)[0]) for when, stated in _conditions(entry, cost))
    cause = "a price under a condition, without a list price beside it"
    return tuple(
        Note("dropped", f"{subject} when {item_name({'when': when})}", cause)
        for when, found in asked
        if _is_paid(found)
    )


def components(cost: Mapping[str, object], *, mode: str) -> dict[str, Decimal]:
    """Return the components of one recorded price, rounded; those that a mode has no use for are left out."""
    return _meant(_components(cost, "")[0], mode)


def _components(cost: Mapping[str, object], subject: str) -> tuple[dict[str, Decimal], tuple[Note, ...]]:
    found: dict[str, Decimal] = {}
    notes: tuple[Note, ...] = ()
    for theirs, ours in COMPONENTS.items():
        if theirs not in cost:
            continue
        known: Amount | None = amount(cost[theirs])
        if known is None:
            notes += (Note("suspicious", f"{subject} {ours}", "no amount of money", str(cost[theirs])),)
        else:
            found[ours] = known.value
            notes += rounding_note(known, f"{subject} {ours}")
    return found, notes


def _meant(found: Mapping[str, Decimal], mode: str) -> dict[str, Decimal]:
    """Leave out what says nothing: reasoning at the price of output, and output where nothing is written."""
    silent = {"reasoning"} if found.get("reasoning") == found.get("output") else set()
    silent |= {name for name in NEVER.get(mode, ()) if found.get(name) == 0}
    return {name: value for name, value in found.items() if name not in silent}


def _is_paid(found: Mapping[str, Decimal]) -> bool:
    return any(value != 0 for value in found.values())


def _conditions(
    entry: Mapping[str, object], cost: Mapping[str, object]
) -> Iterator[tuple[dict[str, Plain], Mapping[str, object]]]:
    """Yield each condition with the amounts under it. `tiers` say what `context_over_200k` says, with the size."""
    tiers = [as_object(tier) for tier in as_list(cost.get("tiers"))]
    for tier in tiers:
        about = as_object(tier.get("tier"))
        size = about.get("size")
        if about.get("type") == "context" and isinstance(size, int) and size > 0:
            yield {"context_above": size}, tier
    if not tiers and "context_over_200k" in cost:
        yield {"context_above": LONG_CONTEXT}, as_object(cost["context_over_200k"])
    modes = as_object(as_object(entry.get("experimental")).get("modes"))
    for name in sorted(modes):
        mode = as_object(modes[name])
        yield {"tier": _tier(name, mode)}, as_object(mode.get("cost"))


def _tier(name: str, mode: Mapping[str, object]) -> str:
    """Name the tier as the provider's own request does: OpenAI's fast mode is its priority tier."""
    body = as_object(as_object(mode.get("provider")).get("body"))
    return next((tier for (key, value), tier in _TIERS.items() if body.get(key) == value), name)
