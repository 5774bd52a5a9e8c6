"""The models table: all models in every order, the filter over them, and the rows that its script reads."""

from almanac.outputs.models.page import outputs

__all__ = ["outputs"]
