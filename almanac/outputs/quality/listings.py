"""Listings: the lines in doubt of one kind, one lab, one provider or one kind of fact, each worst first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Catalogue
from almanac.outputs.paging import chunks
from almanac.outputs.quality.doubts import KINDS, Kind, Line
from almanac.outputs.quality.fields import FIELDS, field_of
from almanac.outputs.quality.tallies import Tallied, provider_of

MOST = 1000
"""How many lines of one kind a list of it, or of one kind of fact, tells: the rest is read by model or provider."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading: a kind of doubt, or a model by its id."""

    kind: Kind | None
    model: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in pages, each a row of groups; `count` counts the facts of all its lines, `left` the lines left out."""

    url: str
    groups: tuple[Group, ...]
    count: int
    left: int = 0

    def pages(self) -> tuple[tuple[Group, ...], ...]:
        """Cut the list into pages; a group that is cut goes on under its own heading."""
        cut = chunks([(group, group.lines) for group in self.groups])
        return tuple(tuple(Group(group.kind, group.model, rows) for group, rows in page) for page in cut)


def by_kind(lines: Sequence[Line], kind: Kind) -> Listing:
    """Return the lines of one kind."""
    found = [line for line in lines if line.kind == kind.name]
    return _listing(addresses.quality(kind.name), found, most=MOST)


def by_field(lines: Sequence[Line]) -> Iterator[tuple[str, Listing]]:
    """Yield the name of each kind of fact that has a line in doubt, with its list."""
    found = _split(lines, lambda line: field_of(line.first.path).name)
    for field in FIELDS:
        if field.name in found:
            yield field.name, _listing(addresses.quality("fields", field.name), found[field.name], most=MOST)


def by_provider(lines: Sequence[Line]) -> Iterator[tuple[str, Listing]]:
    """Yield each provider with a line in doubt about an offer of it, with its list."""
    for provider, found in sorted(_split(lines, lambda line: provider_of(line.first.path)).items()):
        if provider:
            yield provider, _listing(addresses.quality("providers", provider), found)


def by_lab(lines: Sequence[Line], catalogue: Catalogue, counts: Tallied) -> Iterator[tuple[str, Listing]]:
    """Yield each lab with a line in doubt about a model of it, with its list, model by model."""
    rank = {model: place for place, model in enumerate(counts.models)}
    about = [line for line in lines if line.first.record in catalogue.models]
    for lab, found in sorted(_split(about, lambda line: catalogue.models[line.first.record].lab).items()):
        models = sorted(_split(found, lambda line: line.first.record).items(), key=lambda item: rank[item[0]])
        groups = tuple(Group(None, model, tuple(of_model)) for model, of_model in models)
        yield lab, Listing(addresses.quality("models", lab), groups, _count(found))


def places(listing: Listing) -> Mapping[str, str]:
    """Return where each model stands in the list of its lab: the page on which it begins, and its fragment there."""
    found: dict[str, str] = {}
    for number, page in enumerate(listing.pages(), 1):
        for group in page:
            found.setdefault(group.model, f"{addresses.page_of(listing.url, number)}#{fragment(group.model)}")
    return found


def fragment(model: str) -> str:
    """Return the fragment of a model in the list of its lab."""
    return addresses.doubts_of(model).partition("#")[2]


def _split(lines: Iterable[Line], name_of: Callable[[Line], str]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(name_of(line), []).append(line)
    return found


def _listing(url: str, lines: Sequence[Line], *, most: int | None = None) -> Listing:
    kinds = [(kind, tuple(line for line in lines if line.kind == kind.name)) for kind in KINDS]
    groups = tuple(Group(kind, "", found[:most]) for kind, found in kinds if found)
    return Listing(url, groups, _count(lines), len(lines) - sum(len(group.lines) for group in groups))


def _count(lines: Iterable[Line]) -> int:
    return sum(len(line.doubts) for line in lines)
