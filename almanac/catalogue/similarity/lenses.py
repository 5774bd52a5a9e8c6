"""Lenses: the alternatives to each model, ranked by likeness: all of them, and those that are better in one respect."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp

from almanac.catalogue.catalogue import BenchmarkEntry, ModelEntry, Neighbour, Similar
from almanac.catalogue.similarity.parts import Near, Pool, likeness, near, pool, score_gaps
from almanac.catalogue.similarity.profiles import Profile, profiles
from almanac.catalogue.similarity.sameness import Name, Words, is_moving, is_same, name_of
from almanac.records.site import Similarity

SLACK = 1e-9
"""What logarithms may be off by."""

Lens = Callable[[Profile, Profile, Similarity], bool]

__all__ = ["LENSES", "Neighbour", "Similar", "similar"]


def similar(
    models: Mapping[str, ModelEntry],
    benchmarks: Mapping[str, BenchmarkEntry],
    *,
    recipe: Similarity | None,
    sellers: Collection[str],
) -> dict[str, Similar]:
    """Return the alternatives to every model, none without a recipe; `sellers` are the names of providers and labs."""
    if recipe is None:
        return {id_: Similar({}) for id_ in models}
    lasting = [model for model in models.values() if not is_moving(model.record.name, recipe.moving)]
    known = profiles(lasting, benchmarks)
    words = Words(frozenset(recipe.silent), frozenset(recipe.modes), frozenset(sellers))
    names = {id_: name_of(id_, words) for id_ in known}
    pools = {
        mode: pool([profile for profile in known.values() if profile.mode == mode and profile.is_sold])
        for mode in dict.fromkeys(profile.mode for profile in known.values())
    }
    found = {id_: _alternatives(Search(subject, pools[subject.mode], names, recipe)) for id_, subject in known.items()}
    return {id_: found.get(id_, Similar({})) for id_ in models}


@dataclass(frozen=True, slots=True)
class Search:
    """What alternatives are looked for: the subject, among whom, what everybody is called, and the recipe."""

    subject: Profile
    pool: Pool
    names: Mapping[str, Name]
    recipe: Similarity


def _alternatives(search: Search) -> Similar:
    parts = near(search.subject, search.pool, search.recipe)
    if len(parts) < search.recipe.minimum:
        return Similar({})
    totals = likeness(parts, search.recipe)
    seen: dict[str, list[Neighbour]] = {name: [] for name in LENSES}
    for index in islice(_ordered(search, totals), search.recipe.among):
        for name in _open(seen, search, search.pool.profiles[index]):
            seen[name].append(_neighbour(search, index, parts, totals[index]))
    return Similar({name: tuple(found) for name, found in seen.items() if found})


def _open(seen: Mapping[str, Sequence[Neighbour]], search: Search, other: Profile) -> list[str]:
    """Return the lenses that have room for one more and show the other."""
    kept = search.recipe.kept
    return [
        name for name, found in seen.items() if len(found) < kept and LENSES[name](search.subject, other, search.recipe)
    ]


def _ordered(search: Search, totals: Sequence[float]) -> Iterator[int]:
    """Yield the places of the candidates, nearest first; of several records of one model only the first."""
    floor, candidates = float(search.recipe.floor), search.pool.profiles
    ranked = sorted(
        [(-round(total, 4), candidates[index].id, index) for index, total in enumerate(totals) if total >= floor]
    )
    told: set[tuple[str, ...]] = set()
    for _, id_, index in ranked:
        name, other = search.names[id_], candidates[index]
        if told.isdisjoint((name.strict, name.loose)) and not _is_none(search, other):
            told.update((name.strict, name.loose))
            yield index


def _is_none(search: Search, other: Profile) -> bool:
    """Say whether the other is no alternative: the same model, or so dear that nobody would take it instead."""
    return is_same(search.subject, other, search.names) or _is_dear(search, other)


def _is_dear(search: Search, other: Profile) -> bool:
    """Say whether the other asks so much more that nobody would take it instead."""
    own, asked = search.subject.price, other.price
    return own is not None and asked is not None and exp(asked - own) > search.recipe.dearest + SLACK


def _neighbour(search: Search, index: int, parts: Mapping[str, Near], total: float) -> Neighbour:
    return Neighbour(
        id=search.pool.profiles[index].id,
        likeness=round(100 * total),
        parts={
            name: None if (value := values[index]) is None else round(100 * value) for name, values in parts.items()
        },
    )


def _any(_subject: Profile, _other: Profile, _recipe: Similarity) -> bool:
    return True


def _cheaper(subject: Profile, other: Profile, recipe: Similarity) -> bool:
    own, asked = subject.price, other.price
    return own is not None and asked is not None and exp(asked - own) <= float(recipe.cheaper) + SLACK


def _longer(subject: Profile, other: Profile, recipe: Similarity) -> bool:
    own, there = subject.context, other.context
    return own is not None and there is not None and exp(there - own) >= float(recipe.longer) - SLACK


def _featured(subject: Profile, other: Profile, _recipe: Similarity) -> bool:
    """Say whether the other is known to have every feature and to take every kind of input that the subject does."""
    pairs = ((subject.can, other.can), (subject.reads, other.reads), (subject.writes, other.writes))
    return bool(subject.can) and all(own & there == own for own, there in pairs)


def _better(subject: Profile, other: Profile, _recipe: Similarity) -> bool:
    """Say whether the other is ahead on the whole and in most of what both were measured by."""
    gaps = score_gaps(subject, other)
    return bool(gaps) and sum(gaps) > 0 and 2 * sum(gap > 0 for gap in gaps) > len(gaps)


LENSES: Mapping[str, Lens] = {
    "overall": _any, "cheaper": _cheaper, "longer": _longer, "features": _featured, "scores": _better,
}  # fmt: skip
"""The ways to look at alternatives, in the order in which they are shown."""
