"""LiteLLM: its cost map as offers with prices, limits and dates, and the retirement dates of its newer map."""

from almanac.importers.litellm.harvest import SOURCE, harvest

__all__ = ["SOURCE", "harvest"]
