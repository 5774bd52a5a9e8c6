"""models.dev: base models, offers, providers and recorded prices, as findings."""

from almanac.importers.modelsdev.harvest import SOURCE, harvest

__all__ = ["SOURCE", "harvest"]
