"""Retirements: the dates of LiteLLM's newer map, and nothing else of it, as a source of their own."""

from collections.abc import Iterator, Mapping

from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.labs import read_route
from almanac.importers.litellm.keys import Sold, sold
from almanac.importers.litellm.routes import SAMPLE, refusal
from almanac.importers.litellm.sellers import seller
from almanac.units.dates import parse_day

SOURCE = "litellm-1-109-1"
"""The map's version is in the source's name: of a later map's dates a person decides anew."""

FIELDS = {"deprecation_date": "offers.*.retires"}
_WITHOUT_PREFIX = ("openai", "anthropic", "bedrock", "vertex_ai", "cohere", "deepseek", "ai21")
"""Providers whose ids LiteLLM writes without a prefix."""

Dates = dict[tuple[str, str], list[tuple[str, str]]]
"""(model, offer key) → (region, date) of each entry about it."""


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return the dates of offers that stand in the library: a date alone makes no offer, and none ends an offer."""
    known = {(seller, model_id.lower()): place for (seller, model_id), place in sold(ground.library).items()}
    notes: list[Note] = []
    dates: Dates = {}
    for file in files:
        for name, stated in file.data.items() if isinstance(file.data, Mapping) else ():
            if name != SAMPLE:
                notes += _note(name, str(stated), known, dates)
    found = [finding for place, entries in dates.items() for finding in _finding(place, entries)]
    return Harvest(source=SOURCE, findings=tuple(found), notes=tuple(notes), fields=FIELDS)


def _note(name: str, stated: str, known: Sold, dates: Dates) -> Iterator[Note]:
    """File a date under its offer, or yield a note that says why it has none."""
    try:
        day = parse_day(stated)
    except ValueError as error:
        yield Note("suspicious", f"{name} deprecation_date", str(error), stated)
        return
    prefix = name.partition("/")[0]
    for litellm_provider in (prefix,) if seller(prefix) else _WITHOUT_PREFIX:
        parts, sold_by = read_route(name, litellm_provider), seller(litellm_provider)
        if sold_by is None or refusal(parts):
            continue
        place = known.get((sold_by.id, parts.model_id.lower()))
        if place is not None:
            dates.setdefault(place, []).append((parts.region, str(day)))
            return
    yield Note("unmatched", name, "a date of an offer that is not in the catalogue", stated)


def _finding(place: tuple[str, str], entries: list[tuple[str, str]]) -> Iterator[Finding]:
    """Yield the date of an offer: that of no region, else the first of any."""
    model, key = place
    region, day = min(entries)
    yield Finding(f"models/{model}", ("offers", key, "retires"), day, f"deprecation_date {region}".strip())
