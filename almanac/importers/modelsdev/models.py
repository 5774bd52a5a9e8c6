"""Base models on models.dev: their own facts from models.json, else those on which their offers agree."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from almanac.importers.bases import Base
from almanac.importers.findings import Finding, Note, Plain
from almanac.importers.folding import fold
from almanac.importers.makers import makers, spelled
from almanac.importers.modelsdev.offers import Asked
from almanac.importers.modelsdev.placing import Sold
from almanac.importers.modelsdev.traits import Steps, Traits, agreed, most, traits
from almanac.importers.modelsdev.weights import Instance, Words, judged, unjudged, words_of
from almanac.importers.modes import mode_of
from almanac.importers.snapshots import snapshot_findings
from almanac.importers.untyped import as_date, as_list, as_modalities, as_object, as_text
from almanac.records.fields import broken_url
from almanac.units.dates import is_before, parse_day

_ASIDE = re.compile(r"\s*\((?:latest|free|beta|exacto|tee|fp8|\d{4}-\d{2}-\d{2})\)\s*$", re.IGNORECASE)
_PATH = re.compile(r"^[\w .-]+(?:: |/)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of models.json that is this model, under upstream's id `theirs`."""

    theirs: str
    base: Base
    data: Mapping[str, object]


def chief(listed: Sequence[Listed]) -> Listed | None:
    """Return the entry that speaks for a model of which upstream lists several: the undated one, of the plainest id."""
    plainest = sorted(
        listed, key=lambda one: (bool(one.base.snapshot), "latest" in one.theirs, len(one.theirs), one.theirs)
    )
    return plainest[0] if plainest else None


def mode_for(model: str, listed: Listed | None, sold: Sequence[Sold]) -> str:
    """Return what a model is for, by its id and by what upstream says it puts out."""
    entries = [listed.data] if listed else [offer.entry.data for offer in _spokesmen(model, sold)]
    outputs = [as_modalities(as_object(entry.get("modalities")).get("output")) for entry in entries]
    stated = most(list(output) for output in outputs) if outputs else []
    return mode_of(model.partition("/")[2], [str(one) for one in stated] if isinstance(stated, list) else [])


def own_traits(model: str, listed: Listed | None, offers: Sequence[Asked], mode: str) -> dict[Steps, Plain]:
    """Return the limits, modalities and capabilities of the model itself."""
    if listed:
        return traits(listed.data, mode)[0]
    chosen = {id(sold) for sold in _spokesmen(model, [offer.sold for offer in offers])}
    found = agreed([offer.traits for offer in offers if id(offer.sold) in chosen])
    return _fitting(found)


def _fitting(found: dict[Steps, Plain]) -> dict[Steps, Plain]:
    """Leave out a limit that does not fit the context on which most sellers agree: it is another seller's."""
    context = found.get(("limits", "context"))
    return {
        steps: value
        for steps, value in found.items()
        if not (steps[0] == "limits" and isinstance(context, int) and isinstance(value, int) and value > context)
    }


def _spokesmen(model: str, sold: Sequence[Sold]) -> list[Sold]:
    """Return the offers whose word counts for a model: its lab's own, the plainest, else all."""
    return _labs_own(model, sold) or list(sold)


def _labs_own(model: str, sold: Sequence[Sold]) -> list[Sold]:
    own = [offer for offer in sold if offer.entry.provider == makers().first.get(model.partition("/")[0])]
    return sorted(own, key=lambda offer: (len(offer.key), offer.key))[:1]


def instances(model: str, first: Listed | None, sold: Sequence[Sold]) -> Iterator[Instance]:
    """Yield what each seller says of the weights, where models.json or the lab itself states them."""
    own = [] if first else _labs_own(model, sold)
    others = _words_of_sellers(offer for offer in sold if offer not in own)
    for _, is_open in _own_words(model, first, sold):
        yield from (Instance(seller, is_open, says_open) for seller, says_open in others)


def _own_words(model: str, first: Listed | None, sold: Sequence[Sold]) -> Words:
    own = [first.data] if first else [offer.entry.data for offer in _labs_own(model, sold)]
    return words_of((_OWN, data) for data in own)


def _words_of_sellers(sold: Iterable[Sold]) -> Words:
    return words_of((offer.entry.provider, offer.entry.data) for offer in sold)


_OWN = ""
"""Stands for models.json and for the lab among the sellers who speak of weights."""


def model_findings(
    model: str, listed: Sequence[Listed], sold: Sequence[Sold], own: Traits, *, mode: str
) -> Iterator[Finding | Note]:
    """Yield the facts of a base model itself, but for its weights."""
    first = chief(listed)
    entries = [first.data] if first else [offer.entry.data for offer in _spokesmen(model, sold)]
    where = _where(first, sold)
    facts: dict[Steps, Plain] = {("name",): _name(entries) or _spelling(model, sold)}
    facts |= {("mode",): mode} if mode != "chat" else {}
    dates, notes = _lifecycle(entries, [offer.entry.data for offer in sold], where)
    yield from notes
    facts |= {**dates, **own}
    if first:
        facts["ids", "keys", "modelsdev"] = first.theirs
    facts["sync", "source"] = "modelsdev"
    yield from (Finding(f"models/{model}", steps, value, where) for steps, value in facts.items())
    dated = [one.base.snapshot for one in listed if one.base.snapshot]
    dated += [offer.entry.model_id for offer in sold]
    yield from snapshot_findings(model, dated, upstream=where)


def _where(first: Listed | None, sold: Sequence[Sold]) -> str:
    return first.theirs if first else ", ".join(sorted({offer.entry.subject for offer in sold})[:3])


def _name(entries: Sequence[Mapping[str, object]]) -> str:
    names = [_PATH.sub("", _ASIDE.sub("", as_text(entry.get("name")))).strip() for entry in entries]
    return str(most(name for name in names if name)) if any(names) else ""


def _spelling(model: str, sold: Sequence[Sold]) -> str:
    """Return a model's name as the ids of its sellers spell it, the one with most capitals; its own id at last."""
    own = fold(model.partition("/")[2])
    named = {text for offer in sold if (text := spelled(offer.entry.model_id.rpartition("/")[2], own))}
    return min(named, key=lambda text: (-sum(map(str.isupper, text)), text), default=model.partition("/")[2])


def _lifecycle(
    entries: Sequence[Mapping[str, object]], others: Sequence[Mapping[str, object]], where: str
) -> tuple[dict[Steps, Plain], tuple[Note, ...]]:
    """Return the dates that entries state; the release by `others` where they do not know it."""
    releases = _releases(entries) or _releases(others)
    cutoffs = [date for entry in entries if (date := as_date(entry.get("knowledge")))]
    released = str(most(releases)) if releases else "unknown"
    facts: dict[Steps, Plain] = {("lifecycle", "released"): released}
    if not cutoffs:
        return facts, ()
    cutoff = str(most(cutoffs))
    if released != "unknown" and is_before(parse_day(released), parse_day(cutoff)):
        cause = "cutoff-after-release: a model knows nothing from after its release"
        return facts, (Note("suspicious", f"{where} knowledge", cause, f"{cutoff}, released {released}"),)
    return facts | {("lifecycle", "knowledge_cutoff"): cutoff}, ()


def _releases(entries: Iterable[Mapping[str, object]]) -> list[str]:
    return [date for entry in entries if (date := as_date(entry.get("release_date")))]


def weights_findings(
    model: str, first: Listed | None, sold: Sequence[Sold], heard: frozenset[str]
) -> Iterator[Finding | Note]:
    """Yield whether the weights of a model are open, and where they lie. `heard` are the sellers whose no counts."""
    words = _own_words(model, first, sold) or _words_of_sellers(sold)
    is_open, where = judged(words, heard | {_OWN}), _where(first, sold)
    if is_open is None:
        yield from unjudged(words, where)
        return
    yield Finding(f"models/{model}", ("weights", "open"), is_open, where)
    links = [as_text(as_object(item).get("url")) for item in as_list(first.data.get("weights") if first else ())]
    sound = [link for link in links if link and not broken_url(link)]
    if sound and is_open:
        yield Finding(f"models/{model}", ("weights", "url"), sound[0], where)
