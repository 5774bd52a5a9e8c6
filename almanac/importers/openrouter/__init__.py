"""OpenRouter: the offers of one router from its own list of models, as findings."""

from almanac.importers.openrouter.harvest import SOURCE, harvest

__all__ = ["SOURCE", "harvest"]
