"""Similarity: which other models somebody could take instead of one, and how near each of them comes, part by part."""

from almanac.catalogue.similarity.lenses import LENSES, Neighbour, Similar, similar

__all__ = ["LENSES", "Neighbour", "Similar", "similar"]
