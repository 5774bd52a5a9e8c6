"""Endings: offers that their source no longer lists, and those that it lists again."""

from collections.abc import Mapping

from almanac.importers.cases import Case
from almanac.importers.histories import record_return
from almanac.importers.layout import Steps
from almanac.importers.ranks import ranked
from almanac.importers.sync import Memory, Offer

LARGEST_PART = 10
"""A run in which more than one offer in so many is gone is stopped: upstream is broken, or the files are."""


def note_gone(memory: Memory, offers: frozenset[Offer], *, at: str) -> int:
    """Bring a memory up to what the source lists now; return how many offers are gone since the last time."""
    lost = memory.offers - offers
    memory.gone = {offer: day for offer, day in memory.gone.items() if offer not in offers}
    memory.gone |= dict.fromkeys(lost, at)
    memory.offers = offers
    return len(lost)


def is_too_much(lost: int, *, of: int) -> bool:
    """Say whether so many offers are gone that a person must look first."""
    return lost * LARGEST_PART > of


def gone_by_model(memories: Mapping[str, Memory]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return what is gone by the word of the first source that ever listed it: model → offer key → whose word, when."""
    speakers: dict[Offer, list[str]] = {}
    for source, memory in memories.items():
        for offer in (*memory.offers, *memory.gone):
            speakers.setdefault(offer, []).append(source)
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for (model, key), sources in speakers.items():
        first = ranked(sources, ("offers", key))[0]
        day = memories[first].gone.get((model, key))
        if day is not None:
            found.setdefault(model, {})[key] = (first, day)
    return found


def end(case: Case) -> None:
    """Write or take back `ended` of the record's offers; what a person wrote there, or took out, stays."""
    if case.kind != "models":
        return
    for key in sorted(case.gone.keys() | {mark[1] for mark in _marks(case)}):
        _end(case, key)


def _end(case: Case, key: str) -> None:
    steps: Steps = ("offers", key, "ended")
    present, days = case.present(steps), {mark[2] for mark in _marks(case) if mark[1] == key}
    is_ours = present in days if present is not None else not days
    if not is_ours or case.draft.get(("offers", key)) is None or case.is_frozen(steps):
        return
    source, day = case.gone.get(key, ("", ""))
    for name, said in case.now.items():
        said.written = {mark for mark in said.written if mark[:2] != ("ended", key)}
        if name == source:
            said.written.add(("ended", key, day))
    if not source and present is not None:
        case.draft.drop(steps)
        record_return(case, key, str(present))
        case.tell("returned", steps, present)
    elif source and day != present:
        case.draft.put(steps, day)
        case.tell("ended", steps, present, day)


def _marks(case: Case) -> set[Steps]:
    """Return what was written of endings: each mark is `ended`, the offer key and the day."""
    return {mark for said in case.before.values() for mark in said.written if mark[0] == "ended"}
