"""Stubs: base models that no list of base models has, found by putting together what several sellers call alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from almanac.checks.identity import skeleton
from almanac.importers.bases import base_of
from almanac.importers.folding import fold, fold_slug
from almanac.importers.makers import UNNAMED, has_own_words, is_router, lab_in_name, lab_in_path, makers, spelled
from almanac.importers.names import Known, Names, loosened
from almanac.importers.naming import naming
from almanac.importers.readings import read_id
from almanac.importers.trials import Trial, spellings, trials

_QUANTISATION = re.compile(r"-(?:(?:nv|mx)?fp-(?:4|8|16)|bf-16|int-[48]|awq)(?=-|$)")
FEWEST = 2
"""How many sellers a name needs where nothing else tells whose it is, or that it is no other name of a known model."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An id that means no model that we know."""

    provider: str
    model_id: str
    is_gone: bool = False
    """Nobody lists it any more."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A base model known from offers alone."""

    known: Known
    ids: tuple[Unplaced, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """An unplaced id with its folded name, as bare as the rules make it, and the lab that its path names."""

    id: Unplaced
    name: str
    lab: str


def conceive(names: Names, unplaced: Iterable[Unplaced]) -> tuple[tuple[Stub, ...], Mapping[Unplaced, str]]:
    """Return the base models behind ids that mean none that we know, and for each id left over the reason why."""
    groups: dict[str, list[_Named]] = {}
    for one in unplaced:
        named = _named(one)
        groups.setdefault(_first_name(named), []).append(named)
    vocabularies = _vocabularies(names, groups)
    stubs: dict[tuple[str, str], Stub] = {}
    left: dict[Unplaced, str] = {}
    for name, group in sorted(groups.items()):
        lab, reason = _maker(names, name, group, vocabularies)
        if reason:
            left |= {named.id: reason for named in group}
        else:
            _add(stubs, _stub(names, lab, name, group))
    return tuple(stub for _, stub in sorted(stubs.items())), left


def _add(stubs: dict[tuple[str, str], Stub], new: Stub) -> None:
    """Add a stub; one that a careless eye takes for another of the lab is that one."""
    lab, _, slug = new.known.model.partition("/")
    old = stubs.setdefault((lab, skeleton(slug)), new)
    if old is not new:
        known = Known(old.known.model, aliases=(*old.known.aliases, slug))
        stubs[lab, skeleton(slug)] = Stub(known, (*old.ids, *new.ids))


def _named(one: Unplaced) -> _Named:
    reading = read_id(one.model_id)
    trial = _barest(list(trials(reading, one.provider)))
    lab = lab_in_path(one.model_id)
    name = trial.name
    if reading.is_dotted and not lab_in_name(name):
        lab = next(iter(sorted(reading.labs)))
        name = f"{fold(lab)}-{name}"
    for shorter, labs in spellings(trial, one.provider):
        if len(shorter) < len(name) and (lab_in_name(shorter) in labs or (lab_in_name(shorter) and not lab)):
            name = shorter
    return _Named(one, name, lab or next(iter(sorted(reading.labs)), ""))


def _first_name(named: _Named) -> str:
    """Return the name under which a model stands that a person says has several."""
    model = _others().get(named.name, "")
    lab, _, slug = model.partition("/")
    return fold(slug) if model and (named.lab or lab) == lab else named.name


@cache
def _others() -> Mapping[str, str]:
    """Return each other name that the table has, folded, to its model."""
    return {fold(other): model for model, others in naming().also.items() for other in others}


@cache
def _listed() -> Mapping[tuple[str, str], str]:
    """Return the slug of each model that the table has, by its lab and folded name."""
    models = [model.partition("/") for model in naming().also]
    return {(lab, fold(slug)): slug for lab, _, slug in models}


def _barest(found: list[Trial]) -> Trial:
    """Return the last trial that still has every word that may name other weights."""
    return [trial for trial in found if not trial.mode][-1]


def _maker(names: Names, name: str, group: list[_Named], vocabularies: Mapping[str, frozenset[str]]) -> tuple[str, str]:
    """Return the lab of a group, and the reason why it makes no base model, one of them empty."""
    if any(is_router(named.id.provider, named.id.model_id, name) for named in group):
        return "", "it passes requests on: no base model"
    sellers = {named.id.provider for named in group}
    lab = makers().models.get(name) or _named_lab(name, group)
    if name in makers().models or (lab and any(makers().owners.get(seller) == lab for seller in sellers)):
        return lab, ""
    is_gone = all(named.id.is_gone for named in group)
    if (len(sellers) < FEWEST or is_gone) and _is_near_a_known_one(names, lab, name):
        return "", "a seller's name for what may be a known model"
    is_told = any(named.lab for named in group) or len(sellers) >= FEWEST
    if lab and (is_told or has_own_words(name, lab, vocabularies.get(lab, frozenset()))):
        return lab, ""
    if is_gone and len(sellers) < FEWEST:
        return "", "gone, and no source named its maker"
    return UNNAMED, ""


def _is_near_a_known_one(names: Names, lab: str, name: str) -> bool:
    """Say whether a known model of the lab, or of any where none is named, has the name but for words like `turbo`."""
    near = names.loose.get(loosened(_QUANTISATION.sub("", name)), frozenset())
    return any(not lab or model.startswith(f"{lab}/") for model in near)


def _named_lab(name: str, group: list[_Named]) -> str:
    """Return the lab that most paths name, else that of the name, else the one whose own the only sellers are."""
    told = Counter(named.lab for named in group if named.lab)
    if told:
        return min(told, key=lambda lab: (-told[lab], lab))
    own = {makers().owners.get(named.id.provider, "") for named in group}
    return lab_in_name(name) or (own.pop() if len(own) == 1 else "")


def _vocabularies(names: Names, groups: Mapping[str, list[_Named]]) -> dict[str, frozenset[str]]:
    """Return the words in the names of each lab's models, as those say that name their lab."""
    words: dict[str, set[str]] = {}
    for known in names.known:
        lab, _, slug = known.model.partition("/")
        words.setdefault(lab, set()).update(fold(slug).split("-"))
    for name, group in groups.items():
        for named in group:
            if named.lab:
                words.setdefault(named.lab, set()).update(name.split("-"))
    return {lab: frozenset(found) for lab, found in words.items()}


def _stub(names: Names, lab: str, name: str, group: list[_Named]) -> Stub:
    slugs = Counter(slug for named in group for slug in _slugs(named.id, lab, name))
    often = min(slugs, key=lambda slug: (-slugs[slug], "." not in slug, slug)) if slugs else name
    slug = _listed().get((lab, name), often)
    base = base_of(names, f"{lab}/{slug}")
    model = base.model if base else f"{lab}/{slug}"
    aliases = (slug,) if not model.endswith(f"/{slug}") else ()
    return Stub(Known(model, aliases=aliases), tuple(named.id for named in group))


def _slugs(one: Unplaced, lab: str, name: str) -> Iterator[str]:
    """Yield how an id spells the name, once; the lab's own spelling counts for more than all others."""
    bare = read_id(one.model_id).name
    raw = spelled(bare, name) or spelled(f"{lab}-{bare}", name)
    slug = fold_slug(raw) if raw else ""
    if slug and fold(slug) == name:
        weight = 1000 if makers().owners.get(one.provider) == lab else 1
        yield from (slug for _ in range(weight))
