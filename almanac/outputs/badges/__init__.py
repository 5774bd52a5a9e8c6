"""Badges: the small pictures of each model for other people's pages, with their copies, snippets and gallery."""

from almanac.outputs.badges.files import outputs

__all__ = ["outputs"]
