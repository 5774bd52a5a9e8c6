"""Harvest: the cost map as findings about offers, models and providers; a list of dates alone is another source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.litellm import fields, newcomers, retirements, sellers
from almanac.importers.litellm.facts import facts, homes
from almanac.importers.litellm.keys import keyed
from almanac.importers.litellm.offers import grouped, offer
from almanac.importers.litellm.routes import Route, Unmatched, read
from almanac.importers.snapshots import snapshot_findings
from almanac.problems import UsageError

SOURCE = "litellm"
PRICES, DATES = "litellm-prices", "litellm-deprecations"


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return what LiteLLM's cost map says, or what its newer list of retirement dates says, each its own source."""
    by_shape = {file.shape: file for file in files}
    if DATES in by_shape and PRICES in by_shape:
        raise UsageError("The cost map and the list of retirement dates are two sources. Import one after the other.")
    if DATES in by_shape:
        return retirements.harvest((by_shape[DATES],), ground)
    if PRICES not in by_shape:
        raise UsageError("No cost map of LiteLLM is among the files. Give model_prices_and_context_window.json.")
    return _harvest(_entries(by_shape[PRICES]), ground)


def _entries(file: Upstream) -> Mapping[str, object]:
    return file.data if isinstance(file.data, Mapping) else {}


def _harvest(entries: Mapping[str, object], ground: Ground) -> Harvest:
    found = [*read(entries, ground)]
    new = newcomers.newcomers((one for one in found if isinstance(one, Unmatched)), ground.names)
    if new:
        found = [*read(entries, replace(ground, names=ground.names.plus(stub.known for stub in new)))]
    placed = [*keyed((one for one in found if isinstance(one, Route)), ground)]
    routes = [one for one in placed if isinstance(one, Route)]
    groups = grouped(routes)
    said: list[Finding | Note] = [one for one in (*found, *placed) if isinstance(one, Note)]
    said += (one.note() for one in found if isinstance(one, Unmatched))
    said += newcomers.findings(new)
    said += sellers.findings({route.seller for route in routes})
    said += _models(routes, ground)
    said += (one for group in groups.values() for one in offer(group, zero_means=_zero_means(group[0], ground)))
    met = _fields(entries)
    said += (Note("unmapped", name, "a field that nobody has looked at") for name in met if not fields.meaning(name))
    return Harvest(
        source=SOURCE,
        findings=tuple(one for one in said if isinstance(one, Finding)),
        offers=frozenset((one.record.partition("/")[2], one.steps[1]) for one in said if _is_offer(one)),
        notes=tuple(one for one in said if isinstance(one, Note)),
        fields={name: fields.meaning(name) or "not known" for name in met},
    )


def _models(routes: Sequence[Route], ground: Ground) -> Iterator[Finding | Note]:
    """Yield what the labs' own routes say of their models."""
    for model, route in homes(routes).items():
        entry = ground.library.models.get(model)
        yield from facts(route, context=entry.record.limits.context if entry else None)
    dated: dict[str, list[str]] = {}
    for route in routes:
        dated.setdefault(route.model, []).append(route.model_id)
    for model, ids in dated.items():
        yield from snapshot_findings(model, ids, upstream="ids of the cost map")


def _zero_means(route: Route, ground: Ground) -> str:
    """Return what a 0 says at a provider: its own file first, for a person may have looked it up."""
    entry = ground.library.providers.get(route.seller.id)
    said = entry.record.zero_means if entry else "unknown"
    return route.seller.zero if said == "unknown" else said


def _fields(entries: Mapping[str, object]) -> list[str]:
    """Return every field name that was met, outside the sample entry too."""
    return sorted({name for entry in entries.values() if isinstance(entry, Mapping) for name in fields.names(entry)})


def _is_offer(one: Finding | Note) -> TypeGuard[Finding]:
    return isinstance(one, Finding) and one.steps[:1] == ("offers",) and one.steps[2:] == ("model_id",)
