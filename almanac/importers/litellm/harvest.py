"""Harvest: the cost map as findings about offers, models and providers; a list of dates alone is another source."""

from collections.abc import Iterable, Mapping

from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.litellm import fields, retirements, sellers
from almanac.importers.litellm.facts import facts, homes
from almanac.importers.litellm.newcomers import newcomers
from almanac.importers.litellm.offers import grouped, offer
from almanac.importers.litellm.routes import SAMPLE, Route, read
from almanac.problems import UsageError

SOURCE = "litellm"
PRICES, DATES, LISTED = "litellm-prices", "litellm-deprecations", "openrouter-models"


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return what LiteLLM's cost map says, or what its newer list of retirement dates says, each its own source."""
    by_shape = {file.shape: file for file in files}
    if DATES in by_shape and PRICES in by_shape:
        raise UsageError("The cost map and the list of retirement dates are two sources. Import one after the other.")
    if DATES in by_shape:
        return retirements.harvest((by_shape[DATES],), ground)
    if PRICES not in by_shape:
        raise UsageError("No cost map of LiteLLM is among the files. Give model_prices_and_context_window.json.")
    return _harvest(_entries(by_shape[PRICES]), by_shape.get(LISTED), ground)


def _entries(file: Upstream) -> Mapping[str, object]:
    return file.data if isinstance(file.data, Mapping) else {}


def _harvest(entries: Mapping[str, object], listed: Upstream | None, ground: Ground) -> Harvest:
    found = [*read(entries, ground)]
    routes = [one for one in found if isinstance(one, Route)]
    said: list[Finding | Note] = [one for one in found if isinstance(one, Note)]
    if listed is not None:
        said, routes = newcomers(said, routes, entries=entries, listed=listed, ground=ground)
    said += sellers.findings({route.seller for route in routes})
    said += _model_facts(routes, ground)
    groups = grouped(routes)
    for group in groups.values():
        said += offer(group, zero_means=_zero_means(group[0], ground))
    said += _disagreeing_modes(routes)
    met = {name for key, entry in entries.items() if key != SAMPLE and isinstance(entry, Mapping) for name in fields.names(entry)}
    said += [Note("unmapped", name, "a field that nobody has looked at") for name in sorted(met) if not fields.meaning(name)]
    return Harvest(
        source=SOURCE,
        findings=tuple(one for one in said if isinstance(one, Finding)),
        offers=frozenset(groups),
        notes=tuple(one for one in said if isinstance(one, Note)),
        fields={name: fields.meaning(name) or "not known" for name in sorted(met)},
    )
