"""Retirements: the dates of LiteLLM's newer map, and nothing else of it, as a source of their own."""

from collections.abc import Iterator, Mapping

from almanac.importers.findings import Finding, Harvest, Note, Upstream
from almanac.importers.ground import Ground
from almanac.importers.litellm.offers import chosen, grouped, retirement
from almanac.importers.litellm.routes import Route, placed
from almanac.importers.litellm.sellers import provider_of

SOURCE = "litellm-1-109-1"
"""The map's version is the source's name: its other facts are not ours to read, so a later list is a later source."""

FIELDS = {"deprecation_date": "offers.*.retires"}


def harvest(files: tuple[Upstream, ...], ground: Ground) -> Harvest:
    """Return the dates of offers. It lists dates, not offers: none of it can end one by being gone."""
    found = [one for file in files for one in _read(file, ground)]
    routes = [one for one in found if isinstance(one, Route)]
    said: list[Finding | Note] = [one for one in found if isinstance(one, Note)]
    for group in grouped(routes).values():
        said += _dated(group, ground)
    return Harvest(
        source=SOURCE,
        findings=tuple(one for one in said if isinstance(one, Finding)),
        notes=tuple(one for one in said if isinstance(one, Note)),
        fields=FIELDS,
    )


def _read(file: Upstream, ground: Ground) -> Iterator[Route | Note]:
    for name, day in file.data.items() if isinstance(file.data, Mapping) else ():
        provider = provider_of(name)
        yield placed(name, provider, ground, entry={"deprecation_date": day}, mode="chat")
