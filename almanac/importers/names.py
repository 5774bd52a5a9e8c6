"""Names: every name under which a base model of ours is known, and which model a folded name means."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from almanac.checks.identity import skeleton
from almanac.importers.folding import fold
from almanac.importers.naming import naming
from almanac.importers.readings import read_id
from almanac.reader.library import Library
from almanac.records import Model

OWN, OTHER, SHOWN, DERIVED = range(4)
"""How sure a name is: the model's own id or snapshot, another name for it, its heading, a name that we made shorter."""

_LATEST = re.compile(r"\s*\(latest\)", re.IGNORECASE)
_ACTIVE = re.compile(r"-a-\d+b(?=-|$)")
_DIGIT = re.compile(r"\d")
_LOOSE_WORDS = frozenset({"instruct", "it", "fast", "turbo", "chat", "lite", "preview", "latest"})


@dataclass(frozen=True, slots=True)
class Known:
    """A base model and its names: `model` is `lab/slug`, `keys` are its ids in other catalogues."""

    model: str
    name: str = ""
    snapshots: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all base models. Build with `Names.of` or `Names.build`; `plus` gives a larger one."""

    known: tuple[Known, ...]
    index: Mapping[str, tuple[tuple[int, str], ...]] = field(repr=False)
    """Folded name → (how sure, model), surest first."""
    loose: Mapping[str, frozenset[str]] = field(repr=False)
    """Name without the words that make a looser match → models; for suggestions only."""
    owned: Mapping[tuple[str, str], str] = field(repr=False)
    """(lab, a form of the slug that no other model of the lab may have) → model."""
    sold: Mapping[tuple[str, str], str] = field(repr=False)
    """(provider, model_id) of an offer that stands in the library → model."""

    @classmethod
    def of(cls, library: Library) -> "Names":
        """Return the names of all models of the library, and the offers that it has already placed."""
        models = sorted(library.models.items())
        sold = {
            (key.partition("@")[0], offer.model_id): model
            for model, entry in models
            for key, offer in entry.record.offers.items()
        }
        return cls.build((_known(model, entry.record) for model, entry in models), sold=sold)

    @classmethod
    def build(cls, known: Iterable[Known], *, sold: Mapping[tuple[str, str], str] | None = None) -> "Names":
        """Return the names of these models; several entries of one model are one model with the names of all."""
        all_known = tuple(known)
        index: dict[str, dict[str, int]] = {}
        loose: dict[str, set[str]] = {}
        owned: dict[tuple[str, str], str] = {}
        for one in all_known:
            lab, _, slug = one.model.partition("/")
            for form in forms(slug):
                owned.setdefault((lab, form), one.model)
            for rank, name in _ranked(one):
                if not name:
                    continue
                ranks = index.setdefault(name, {})
                ranks[one.model] = min(rank, ranks.get(one.model, rank))
                loose.setdefault(loosened(name), set()).add(one.model)
        return cls(
            known=all_known,
            index={
                name: tuple(sorted((rank, model) for model, rank in found.items())) for name, found in index.items()
            },
            loose={name: frozenset(models) for name, models in loose.items()},
            owned=owned,
            sold=sold or {},
        )

    def plus(self, known: Iterable[Known]) -> "Names":
        """Return these names and more: of new models, or more names of known ones."""
        return Names.build((*self.known, *known), sold=self.sold)

    def look_up(self, name: str, labs: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Return the models that a folded name means, the surest kind only; of several, those of the labs named."""
        found = self.index.get(name, ())
        models = tuple(model for rank, model in found if rank == found[0][0])
        own = tuple(model for model in models if model.partition("/")[0] in labs)
        return own or models

    def names_of(self, model: str) -> tuple[str, ...]:
        """Return every folded name of a model."""
        return tuple(name for known in self.known if known.model == model for _, name in _ranked(known))

    def suggest(self, name: str, labs: frozenset[str]) -> str | None:
        """Return the one model that a folded name may mean when it is read loosely, if there is exactly one."""
        words = loosened(name)
        models = self.loose.get(words, frozenset()) if words else frozenset()
        fitting = sorted(model for model in models if not labs or model.partition("/")[0] in labs)
        return fitting[0] if len(fitting) == 1 else None


def forms(slug: str) -> tuple[str, str]:
    """Return what two slugs of one lab may not share: the folded name, and what a careless eye sees of it."""
    return fold(slug), skeleton(slug)


def loosened(name: str) -> str:
    """Return a folded name without the words that only a person may ignore."""
    return "-".join(word for word in name.split("-") if word not in _LOOSE_WORDS)


def _known(model: str, record: Model) -> Known:
    keys = tuple(key for value in record.ids.keys.values() for key in ((value,) if isinstance(value, str) else value))
    url = record.weights.url if record.weights else None
    return Known(
        model,
        record.name,
        snapshots=tuple(snapshot.id for snapshot in record.ids.snapshots),
        aliases=(*(alias.id for alias in record.ids.aliases), *((url,) if url else ())),
        keys=keys,
    )


def _ranked(known: Known) -> Iterator[tuple[int, str]]:
    """Yield every folded name of a model with its rank."""
    slug = fold(known.model.partition("/")[2])
    yield OWN, slug
    yield from ((OWN, _name_in(snapshot)) for snapshot in known.snapshots)
    yield from ((OTHER, _name_in(other)) for other in (*known.aliases, *known.keys))
    yield from ((OTHER, fold(other)) for other in naming().also.get(known.model, ()))
    heading = fold(_LATEST.sub("", known.name))
    if _DIGIT.search(heading):  # "Command R" is the heading of each of its releases
        yield SHOWN, heading
    yield DERIVED, slug.removesuffix("-latest")
    yield DERIVED, slug.removeprefix("claude-")  # GitLab's duo-chat-opus-4-5
    yield DERIVED, _ACTIVE.sub("", slug)


def _name_in(upstream_id: str) -> str:
    return fold(read_id(upstream_id).name)
