"""Identity: no two records, ids or offers that a reader, a disk or a provider could take for each other."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from almanac.addresses import fold
from almanac.checks.rule import Rule, Steps
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model
from almanac.units.dates import is_reached, last_day

_SEPARATORS = re.compile(r"[._-]+")
_BETWEEN_WORDS = re.compile(r"(?<!\d)-|-(?!\d)")
RESERVED = ("index", "page", "category")
"""Names that no page of ours but its own may have (spec/content.md section 1)."""
_ALIKE = (("0", "o"), ("1", "l"), ("rn", "m"), ("vv", "w"))


@dataclass(frozen=True, slots=True)
class Claimant:
    """Something that wants a name for itself: a file of its own, or an id inside one."""

    name: str
    entry: Entry[object]
    shown: str
    steps: Steps = ()


@cache
def skeleton(name: str) -> str:
    """Return what is left of an id to a careless eye: case, separators, accents and look-alikes are gone.

    A separator between two digits stays, for 4.1 and 41 are different numbers.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    text = _SEPARATORS.sub("-", "".join(char for char in plain if not unicodedata.combining(char)))
    text = _BETWEEN_WORDS.sub("", text)
    for one, other in _ALIKE:
        text = text.replace(one, other)
    return text


def ids_differ(library: Library) -> Iterator[Problem]:
    """No two ids differ only by case, `.`/`-`/`_` or look-alikes: somebody would read, link or type the wrong one."""
    for records in (library.labs, library.providers, library.benchmarks, library.guides):
        yield from _clashes(Claimant(skeleton(name), entry, name) for name, entry in records.items())
    for entries in _by_lab(library).values():
        yield from _clashes(Claimant(skeleton(_slug(entry)), entry, entry.id) for entry in entries)


def pages_differ(library: Library) -> Iterator[Problem]:
    """Each snapshot and alias has a page of its own beside the lab's models: two of one name would claim one URL."""
    for entries in _by_lab(library).values():
        yield from _clashes(chain.from_iterable(map(_pages, entries)))


def _pages(entry: Entry[object]) -> Iterator[Claimant]:
    yield Claimant(_slug(entry), entry, entry.id)
    if isinstance(entry.record, Model):
        ids = entry.record.ids
        for index, snapshot in enumerate(ids.snapshots):
            yield Claimant(fold(snapshot.id), entry, snapshot.id, ("ids", "snapshots", index, "id"))
        for index, alias in enumerate(ids.aliases):
            yield Claimant(fold(alias.id), entry, alias.id, ("ids", "aliases", index, "id"))


def pages_have_names(library: Library) -> Iterator[Problem]:
    """A snapshot or alias folds to the name of a page: not to nothing, and not to a word that we need ourselves."""
    for model in library.models.values():
        for page in _pages(model):
            if page.steps and (not page.name or page.name in RESERVED):
                yield model.problem(
                    "id-without-page",
                    *page.steps,
                    message=f'"{page.shown}" leaves "{page.name}" as the name of its page, which cannot be one.',
                    hint="Remove the id here; an offer may still have it as its model_id.",
                )


def _slug(entry: Entry[object]) -> str:
    return entry.id.partition("/")[2]


def _by_lab(library: Library) -> dict[str, list[Entry[object]]]:
    found: dict[str, list[Entry[object]]] = {}
    for entry in (*library.models.values(), *library.tombstones.values()):
        found.setdefault(entry.id.partition("/")[0], []).append(entry)
    return found


def _clashes(claimants: Iterable[Claimant]) -> Iterator[Problem]:
    """Yield a problem at each claimant whose name an earlier one has; by path, a file before what stands in it."""
    first: dict[str, Claimant] = {}
    for claimant in sorted(claimants, key=lambda claimant: claimant.entry.document.path):
        winner = first.setdefault(claimant.name, claimant)
        if winner is not claimant:
            yield claimant.entry.problem(
                "id-fold-clash",
                *claimant.steps,
                message=f'"{claimant.shown}" cannot be told from "{winner.shown}" in {winner.entry.document.path}.',
                hint="Keep one of the two: a snapshot or alias goes, a record that says the same is merged or moved.",
            )


def offers_differ(library: Library) -> Iterator[Problem]:
    """A provider answers to one id with one model; another price of it is a price_when row, never a second offer."""
    first: dict[tuple[str, str], tuple[Entry[Model], str]] = {}
    for model in sorted(library.models.values(), key=lambda model: model.document.path):
        for key, offer in model.record.offers.items():
            if offer.ended or (offer.retires and is_reached(offer.retires, _edition(library))):
                continue  # an id that is free again may be given to the next model
            name = (key.partition("@")[0], offer.model_id)
            other, other_key = first.setdefault(name, (model, key))
            if (other.id, other_key) != (model.id, key):
                yield model.problem(
                    "offer-duplicate",
                    "offers",
                    key,
                    "model_id",
                    message=f'{name[0]} already sells "{name[1]}" as offer {other_key} in {other.document.path}.',
                    hint="Keep one offer; write another price of the same id as a price_when row.",
                )


def _edition(library: Library) -> date:
    return last_day(library.site.record.edition)


def names_are_of_models(library: Library) -> Iterator[Problem]:
    """A model is not called like a seller or a lab: an upstream's heading has slipped into the name."""
    sellers = {
        entry.record.name.strip().casefold(): f"the {kind} {name}"
        for kind, records in (("provider", library.providers), ("lab", library.labs))
        for name, entry in records.items()
    }
    for model in library.models.values():
        seller = sellers.get(model.record.name.strip().casefold())
        if seller:
            yield model.problem(
                "name-is-provider",
                "name",
                message=f'"{model.record.name}" is the name of {seller}, not of a model.',
                hint="Write the name under which the lab sells this model.",
            )


RULES: tuple[Rule, ...] = (ids_differ, pages_differ, pages_have_names, offers_differ, names_are_of_models)
