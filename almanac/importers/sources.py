"""Sources: every catalogue that we import, one line each; adding one is a module and its line here."""

from collections.abc import Mapping
from typing import Protocol

from almanac.importers import aider, epoch, litellm, llmstats, modelsdev, openrouter
from almanac.importers.findings import Harvest, Upstream
from almanac.importers.ground import Ground


class Importer(Protocol):
    """What a source's module offers."""

    @property
    def SOURCE(self) -> str:  # noqa: N802 - the constant of a module
        """The id of the source, as in content/sources.yaml and on the command line."""

    def harvest(self, files: tuple[Upstream, ...], ground: Ground) -> Harvest:
        """Return everything that the files say, in our terms."""


IMPORTERS: tuple[Importer, ...] = (modelsdev, openrouter, litellm, aider, epoch, llmstats)
"""Every source, in the order in which a first import runs: base models come before the offers of others."""

SOURCES: Mapping[str, Importer] = {importer.SOURCE: importer for importer in IMPORTERS}
"""Every source by its id."""
