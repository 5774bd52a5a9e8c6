"""Pairs: which two models have a page that sets them side by side: only where a reader would ask."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from almanac.catalogue.catalogue import ModelEntry, Similar
from almanac.reader.library import LedgerLine
from almanac.records import Guide, Site

NAMED, SUCCESSION, ALTERNATIVE = "named", "succession", "alternative"
MOST = 1500
"""How many pairs are rendered at most (spec/site.md section 2); named ones are never cut."""

Ids = tuple[str, str]


def named_pairs(site: Site, guides: Mapping[str, Guide], ledger: Iterable[LedgerLine]) -> dict[Ids, None]:
    """Return the pairs whose URL stays for ever: those that site.yaml or a guide names, or that were published so."""
    told = [
        *site.pairs,
        *(pair for key in sorted(guides) for pair in combinations(guides[key].compares, 2)),
        *((line.ids[0], line.ids[1]) for line in ledger if line.kind == "pair"),
    ]
    return dict.fromkeys(ordered(*pair) for pair in told)


def pairs(
    models: Mapping[str, ModelEntry], alternatives: Mapping[str, Similar], named: Iterable[Ids]
) -> dict[Ids, str]:
    """Return the pairs to render: named ones, successors, then the nearest alternatives of what most providers sell."""
    found: dict[Ids, str] = {ids: NAMED for ids in named if ids[0] in models and ids[1] in models and ids[0] != ids[1]}
    for ids, why in (*_successions(models), *_nearest(models, alternatives)):
        if len(found) >= MOST:
            break
        found.setdefault(ids, why)
    return {ids: found[ids] for ids in sorted(found)}


def ordered(one: str, other: str) -> Ids:
    """Return two ids in string order, as their page names them."""
    return (one, other) if one < other else (other, one)


def _successions(models: Mapping[str, ModelEntry]) -> Iterator[tuple[Ids, str]]:
    for model in models.values():
        successor = model.record.lifecycle.successor
        if successor in models and successor is not None and successor != model.id:
            yield ordered(model.id, successor), SUCCESSION


def _nearest(models: Mapping[str, ModelEntry], alternatives: Mapping[str, Similar]) -> Iterator[tuple[Ids, str]]:
    """Yield the nearest alternatives of everybody: the more providers sell a model, the more readers will ask."""
    asked = [
        (-model.sellers / place, model.id, neighbour.id)
        for model in models.values()
        if model.sellers
        for place, neighbour in enumerate(alternatives[model.id].lenses.get("overall", ()), 1)
    ]
    for _, model_id, neighbour_id in sorted(asked):
        yield ordered(model_id, neighbour_id), ALTERNATIVE
