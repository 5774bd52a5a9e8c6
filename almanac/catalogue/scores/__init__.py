"""Scores: our own composite scores by the recipes of scores.yaml, each rank with how far it depends on the recipe."""

from almanac.catalogue.scores.recipes import boards

__all__ = ["boards"]
