"""Parts: how near other models come to one in price, scores, context and the rest, each from 0 to 1."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from almanac.catalogue.similarity.profiles import Profile
from almanac.records.site import Similarity

Near = list[float | None]
"""How near each of several models comes, in their order; None where one of the two does not state it."""

KIN, SAME_LAB = 1.0, 0.5
DOUBTS = 2
SURPLUS = 0.5
"""How much of what another model has more, in context and modalities, counts against it."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The models of one mode that can be had today, with the columns that are read most."""

    profiles: tuple[Profile, ...]
    columns: Mapping[str, tuple[float | None, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the recipe says of one part: how far apart nothing is left of it, and what an open answer counts."""

    reach: float
    unknown: float


def pool(profiles: Sequence[Profile]) -> Pool:
    """Return the pool of some profiles."""
    names = ("price", "context", "size", "released", "sellers")
    return Pool(tuple(profiles), {name: tuple(getattr(profile, name) for profile in profiles) for name in names})


def near(subject: Profile, others: Pool, recipe: Similarity) -> dict[str, Near]:
    """Return every part that the subject states anything about; one that it does not sets nobody apart."""
    found = {
        name: PARTS[name](subject, others, Told(float(part.reach or 1), float(recipe.unknown)))
        for name, part in recipe.parts.items()
    }
    return {name: values for name, values in found.items() if values}


def likeness(parts: Mapping[str, Near], recipe: Similarity) -> list[float]:
    """Return the weighted mean of the parts; what a model leaves open counts as the recipe says."""
    weights = {name: float(recipe.parts[name].weight) for name in parts}
    whole, doubt = sum(weights.values()), float(recipe.unknown)
    sums = [0.0] * max(map(len, parts.values()), default=0)
    for name, values in parts.items():
        weight = weights[name] / whole
        gap = weight * doubt
        sums = [so_far + (gap if value is None else weight * value) for so_far, value in zip(sums, values, strict=True)]
    return sums


def _by_factor(name: str) -> Callable[[Profile, Pool, Told], Near]:
    """Return the part that falls with every doubling: at `reach` times as much nothing of it is left."""

    def compare(subject: Profile, others: Pool, told: Told) -> Near:
        return _falling(getattr(subject, name), others.columns[name], log(told.reach))

    return compare


def _released(subject: Profile, others: Pool, told: Told) -> Near:
    return _falling(subject.released, others.columns["released"], told.reach)


def _context(subject: Profile, others: Pool, told: Told) -> Near:
    """Compare the context; a longer one is no loss, so what is more counts as half as far."""
    own, reach = subject.context, log(told.reach)
    if own is None:
        return []
    far = [
        None if there is None else own - there if there < own else SURPLUS * (there - own)
        for there in others.columns["context"]
    ]
    return [None if gap is None else 1 - gap / reach if gap < reach else 0.0 for gap in far]


def _falling(own: float | None, values: Sequence[float | None], reach: float) -> Near:
    if own is None:
        return []
    far = [None if value is None else abs(own - value) for value in values]
    return [None if gap is None else 1 - gap / reach if gap < reach else 0.0 for gap in far]


def _features(subject: Profile, others: Pool, told: Told) -> Near:
    """Compare the features that the subject states; those that the other leaves open count as unknown each."""
    can, cannot = subject.can, subject.cannot
    stated = (can | cannot).bit_count()
    known: dict[tuple[int, int], float | None] = {}
    for key in {(other.can, other.cannot) for other in others.profiles if stated}:
        alike = (can & key[0]).bit_count() + (cannot & key[1]).bit_count()
        both = ((can | cannot) & (key[0] | key[1])).bit_count()
        known[key] = (alike + told.unknown * (stated - both)) / stated if both else None
    return [known[other.can, other.cannot] for other in others.profiles] if stated else []


def _modalities(subject: Profile, others: Pool, _told: Told) -> Near:
    """Compare what goes in and what comes out; both must be stated on both sides, or the side is left out."""
    known: dict[tuple[int, int], float | None] = {}
    for key in {(other.reads, other.writes) for other in others.profiles if subject.reads}:
        sides = [
            _covered(own, there)
            for own, there in zip((subject.reads, subject.writes), key, strict=True)
            if own and there
        ]
        known[key] = sum(sides) / len(sides) if sides else None
    return [known[other.reads, other.writes] for other in others.profiles] if subject.reads else []


def _covered(own: int, there: int) -> float:
    both, more = (own & there).bit_count(), (there & ~own).bit_count()
    return both / (own.bit_count() + SURPLUS * more)


def _sellers(_subject: Profile, others: Pool, told: Told) -> Near:
    """Return how easily each is had: at `reach` providers nothing is wanting."""
    enough = log(1 + told.reach)
    return [1.0 if sellers is None or sellers > enough else sellers / enough for sellers in others.columns["sellers"]]


def _kin(subject: Profile, others: Pool, _told: Told) -> Near:
    lab, family = subject.lab, subject.family
    return [
        0.0 if other.lab != lab else KIN if family and other.family == family else SAME_LAB for other in others.profiles
    ]


def _scores(subject: Profile, others: Pool, told: Told) -> Near:
    """Compare results of one kind each: same benchmark, source, version, variant, harness and data set."""
    return (
        [_score(subject, other, told) if other.scores else None for other in others.profiles] if subject.scores else []
    )


def _score(subject: Profile, other: Profile, told: Told) -> float | None:
    """Return the mean over what both were measured by, as if two more were unknown: one result proves little."""
    gaps = score_gaps(subject, other)
    if not gaps:
        return None
    alike = sum(max(0.0, 1 - abs(gap) / told.reach) for gap in gaps)
    return (alike + DOUBTS * told.unknown) / (len(gaps) + DOUBTS)


def score_gaps(subject: Profile, other: Profile) -> list[float]:
    """Return by how much another model is better in each comparable result, as a share of the benchmark's span."""
    return [other.scores[kind] - own for kind, own in subject.scores.items() if kind in other.scores]


PARTS: Mapping[str, Callable[[Profile, Pool, Told], Near]] = {
    "price": _by_factor("price"),
    "scores": _scores,
    "context": _context,
    "modalities": _modalities,
    "features": _features,
    "released": _released,
    "size": _by_factor("size"),
    "kin": _kin,
    "sellers": _sellers,
}
"""Each part that a recipe may weigh."""
