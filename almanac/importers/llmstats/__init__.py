"""LLM Stats: its figures as results and as facts of lower rank; of its sentences nothing is carried over."""

from almanac.importers.llmstats.harvest import SOURCE, harvest

__all__ = ["SOURCE", "harvest"]
