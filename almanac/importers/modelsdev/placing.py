"""Placing: which base model each entry of models.dev sells, known, listed as a base model there, or a stub."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from almanac.importers.bases import Base
from almanac.importers.findings import Note
from almanac.importers.ground import Ground
from almanac.importers.identities import Identity
from almanac.importers.makers import lab_in_path
from almanac.importers.modelsdev.entries import Entry
from almanac.importers.names import Known
from almanac.importers.stubs import Stub, Unplaced, conceive
from almanac.importers.untyped import as_list, as_object, as_text


@dataclass(frozen=True, slots=True)
class Sold:
    """An entry with the base model that it sells and the key of the offer that it is."""

    entry: Entry
    model: str
    key: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Every entry that has a base model, by model; `bases` are upstream's own base models as ours."""

    ground: Ground
    bases: Mapping[str, Base]
    sold: Mapping[str, tuple[Sold, ...]]
    notes: tuple[Note, ...] = ()


def place(
    ground: Ground, entries: Iterable[Entry], *, bases: object, pointers: Mapping[str, object], sellers: Iterable[str]
) -> Placed:
    """Find the base model of every entry. `bases` is models.json, `pointers` what upstream takes some entries for.

    A new model may not be called like one of the `sellers`: which of the two is meant, a reader could not say.
    """
    known = (_known(theirs, as_object(base)) for theirs, base in sorted(as_object(bases).items()))
    ground, ours = ground.introduce(known)
    found = {entry: _identity(ground, entry, pointers) for entry in entries}
    why: dict[tuple[str, str], str] = {}
    stubs = _conceive(ground, found, why, only_told=True)
    while True:  # each new model may be what more ids mean; those whose path names a lab have come first
        ground = replace(ground, names=ground.names.plus(stub.known for stub in stubs))
        found |= {entry: _identity(ground, entry, pointers) for entry, identity in found.items() if _is_open(identity)}
        stubs = _conceive(ground, found, why, only_told=False)
        if not stubs:
            break
    notes = [_unmapped(entry, identity, why) for entry, identity in found.items() if identity.model is None]
    found, left = _kept(found, ground, frozenset(map(str.casefold, sellers)))
    notes += left
    return Placed(ground, ours, _by_model(found, ground), tuple(notes))


def _is_open(identity: Identity) -> bool:
    """Say whether an entry may be one of a new model: nobody decided otherwise, and upstream names no known one."""
    return identity.model is None and identity.rule not in _DECIDED


_DECIDED = frozenset({"exception", "upstream's pointer says more than the id"})


def _conceive(
    ground: Ground, found: Mapping[Entry, Identity], why: dict[tuple[str, str], str], *, only_told: bool
) -> tuple[Stub, ...]:
    """Return the base models behind entries that have none, and write down in `why` what makes none of the others."""
    missing = [
        Unplaced(entry.provider, entry.model_id, bool(entry.ended))
        for entry, identity in found.items()
        if _is_open(identity) and (not only_told or lab_in_path(entry.model_id))
    ]
    stubs, reasons = conceive(ground.names, missing)
    why.update({(one.provider, one.model_id): reason for one, reason in reasons.items()})
    return stubs


def _kept(
    found: Mapping[Entry, Identity], ground: Ground, sellers: frozenset[str]
) -> tuple[dict[Entry, Identity], list[Note]]:
    """Leave out what is no offer of ours: a gone one of a model that others sell, a new model called like a seller."""
    living = {identity.model for entry, identity in found.items() if identity.model and not entry.ended}
    kept: dict[Entry, Identity] = {}
    left: list[Note] = []
    for entry, identity in found.items():
        is_new = identity.model not in ground.library.models
        if entry.ended and identity.model in living:
            left.append(Note("dropped", entry.subject, "gone, of a model that others still sell", entry.ended))
        elif identity.model and is_new and as_text(entry.data.get("name")).casefold() in sellers:
            left.append(Note("unmapped", entry.subject, "name-is-provider: the model is called like a seller"))
        else:
            kept[entry] = identity
    return kept, left


def _known(theirs: str, base: Mapping[str, object]) -> Known:
    links = tuple(as_text(as_object(weights).get("url")) for weights in as_list(base.get("weights")))
    return Known(theirs, as_text(base.get("name")), aliases=tuple(link for link in links if link))


def _identity(ground: Ground, entry: Entry, pointers: Mapping[str, object]) -> Identity:
    pointer = as_text(pointers.get(entry.subject)) or None
    return ground.resolve(entry.model_id, provider=entry.provider, pointer=pointer)


def _unmapped(entry: Entry, identity: Identity, why: Mapping[tuple[str, str], str]) -> Note:
    cause = why.get((entry.provider, entry.model_id), identity.rule)
    if identity.suggestion:
        return Note("unmatched", entry.subject, cause, f"perhaps {identity.suggestion}")
    return Note("unmapped", entry.subject, cause)


def _by_model(found: Mapping[Entry, Identity], ground: Ground) -> dict[str, tuple[Sold, ...]]:
    by_provider: dict[str, dict[str, tuple[Entry, str]]] = {}
    identities: dict[str, dict[str, Identity]] = {}
    for entry, identity in found.items():
        if identity.model is not None:
            by_provider.setdefault(entry.provider, {})[entry.model_id] = (entry, identity.model)
            identities.setdefault(entry.provider, {})[entry.model_id] = identity
    sold: dict[str, list[Sold]] = {}
    for provider, ids in sorted(by_provider.items()):
        keys = ground.offer_keys(provider, identities[provider])
        for model_id, (entry, model) in sorted(ids.items()):
            sold.setdefault(model, []).append(Sold(entry, model, keys[model_id]))
    return {model: tuple(offers) for model, offers in sorted(sold.items())}
