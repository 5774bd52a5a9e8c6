"""Keys: one offer key for each id that a provider sells a model under; an offer that stands already keeps its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from almanac.importers.findings import Note
from almanac.importers.folding import fold
from almanac.importers.ground import Ground
from almanac.importers.identities import Identity
from almanac.importers.litellm.prices import sheet
from almanac.importers.litellm.routes import Route
from almanac.importers.readings import read_id
from almanac.reader.library import Library

Sold = Mapping[tuple[str, str], tuple[str, str]]
"""(provider, model_id) → (model, offer key)."""


def sold(library: Library) -> Sold:
    """Return every offer of the library by what its provider calls it."""
    return {
        (key.partition("@")[0], offer.model_id): (model, key)
        for model, entry in sorted(library.models.items())
        for key, offer in entry.record.offers.items()
    }


def keyed(routes: Iterable[Route], ground: Ground) -> Iterator[Route | Note]:
    """Yield the routes with their offer keys, and a note about each that is an offer again under a second spelling."""
    known = sold(ground.library)
    listed: list[Route] = []
    for one in _told_apart(_as_known(routes, known), known):
        if isinstance(one, Note):
            yield one
        else:
            listed.append(one)
    for provider in sorted({route.seller.id for route in listed}):
        keys = ground.offer_keys(provider, _identities(provider, listed, known))
        yield from (replace(route, key=keys[route.model_id]) for route in listed if route.seller.id == provider)


def _as_known(routes: Iterable[Route], known: Sold) -> Iterator[Route]:
    """Yield the routes under the ids that their offers stand with: `Phi-4` at Azure is its `phi-4`."""
    spelled: dict[tuple[str, ...], set[str]] = {}
    for (provider, model_id), (model, key) in known.items():
        spelled.setdefault((provider, model, key.partition("@")[2], *_form(model_id)), set()).add(model_id)
    listed = tuple(routes)
    exact = {(route.seller.id, route.model_id) for route in listed}
    for route in listed:
        alike = spelled.get((route.seller.id, route.model, route.variant, *_form(route.model_id)), set())
        ours = next(iter(alike)) if len(alike) == 1 else route.model_id
        is_listed = (route.seller.id, ours) in exact
        yield route if is_listed else replace(route, model_id=ours)


def _form(model_id: str) -> tuple[str, ...]:
    """Return what is left of an id when nobody looks at case, points and path."""
    reading = read_id(model_id)
    return (fold(reading.name), *reading.loose)


def _told_apart(routes: Iterable[Route], known: Sold) -> Iterator[Route | Note]:
    """Take out ids that only LiteLLM spells so: of one provider, model and variant, at the price of a better one."""
    groups: dict[tuple[str, str, str], list[Route]] = {}
    for route in routes:
        groups.setdefault((route.seller.id, route.model, route.variant), []).append(route)
    for group in groups.values():
        plain = sorted((route for route in group if route.is_plain), key=_is_strange)
        doubled = {
            route.model_id
            for route in plain[1:]
            if (route.seller.id, route.model_id) not in known and _is_double(route, plain[0])
        }
        for route in group:
            if route.model_id in doubled:
                yield Note("dropped", route.name, f"the same offer as {plain[0].name}, spelled otherwise")
            else:
                yield route


def _is_double(route: Route, first: Route) -> bool:
    """Say whether a route is the first one, spelled otherwise: `-001` makes an id of its own, a path before it not."""
    is_spelling = _form(route.model_id) == _form(first.model_id) or (_is_strange(route) and not _is_strange(first))
    return route.model_id != first.model_id and is_spelling and _agree(route, first)


def _is_strange(route: Route) -> bool:
    """Say whether an id begins unlike the model's own: `claude-4-opus-20250514` is LiteLLM's, not the API's."""
    return not _last(route).startswith(route.model.partition("/")[2])


def _last(route: Route) -> str:
    return route.model_id.rpartition("/")[2].lower()


def _agree(one: Route, other: Route) -> bool:
    """Say whether two entries have the same price of text, and no other price that one of them contradicts."""
    prices, others = (sheet(route.name, route.entry, route.mode).base for route in (one, other))
    both = prices.keys() & others.keys()
    alone = prices.keys() ^ others.keys()
    return all(prices[name] == others[name] for name in both) and not alone & {"input", "output"}


def _identities(provider: str, routes: Iterable[Route], known: Sold) -> Mapping[str, Identity]:
    """Return the identities of all ids at a provider, those of the library too, so that none takes another's key."""
    found = {
        model_id: Identity(model, variant=key.partition("@")[2])
        for (seller, model_id), (model, key) in known.items()
        if seller == provider
    }
    found |= {
        route.model_id: Identity(route.model, variant=route.variant) for route in routes if route.seller.id == provider
    }
    return found
