"""Embed: the section of a model's page that shows its badges and how to place them elsewhere."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.badges import said
from almanac.outputs.badges.files import kinds_in
from almanac.outputs.badges.kinds import CARD, DARK_CARD, DEFAULT, ENDPOINT, PICTURE, SOCIAL
from almanac.outputs.badges.snippets import Snippet, about, placed, snippets
from almanac.outputs.context import Context
from almanac.outputs.shell import Link
from almanac.render import badgecard

FORMATS = {
    PICTURE: "a PNG for e-mail", ENDPOINT: "JSON for shields.io", CARD: "a card", DARK_CARD: "a card for dark pages",
    SOCIAL: "the picture beside links",
}  # fmt: skip
"""What a model has beside its plain badges."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One badge as the page shows it."""

    kind: str
    src: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Embed:
    """The model's own badge with its snippets, its other badges, and its files in other formats."""

    badge: Shown
    snippets: tuple[Snippet, ...]
    others: tuple[Shown, ...]
    formats: tuple[Link, ...]
    gallery: str


def embed(context: Context, model: ModelEntry) -> Embed:
    """Return what the section shows."""
    kinds, href = kinds_in(context, model), context.shell.href
    own = shown(context, model, DEFAULT)
    names = (model.id, model.record.name)
    return Embed(
        badge=own,
        snippets=snippets(placed(context, names, DEFAULT, size=(own.width, own.height))),
        others=tuple(shown(context, model, kind) for kind in kinds if kind not in {DEFAULT, *FORMATS}),
        formats=tuple(
            Link(text, href(addresses.badge(model.id, kind))) for kind, text in FORMATS.items() if kind in kinds
        ),
        gallery=href(addresses.BADGES),
    )


def shown(context: Context, model: ModelEntry, kind: str) -> Shown:
    """Return one badge with its size, which follows from what it says."""
    width, height = size_of(context, model, kind)
    what = placed(context, (model.id, model.record.name), kind, size=(width, height))
    src = context.shell.href(addresses.badge(model.id, kind))
    return Shown(about(context, kind), src, width, height, what.alt)


def size_of(context: Context, model: ModelEntry, kind: str) -> tuple[int, int]:
    """Return the size of a badge in pixels."""
    if kind in {CARD, DARK_CARD}:
        return badgecard.SIZE
    if kind in {DEFAULT, PICTURE}:
        return said.whole(context, model).size
    return said.one_fact(context, model, kind).size
