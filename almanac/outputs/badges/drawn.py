"""Drawn: the file of each kind of badge: its view, and what draws it."""

from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.badges import said, social
from almanac.outputs.badges.endpoint import endpoint
from almanac.outputs.badges.kinds import DARK_CARD, ENDPOINT, PICTURE
from almanac.outputs.badges.said import NOT_LISTED, NOT_STATED
from almanac.outputs.context import Context
from almanac.outputs.modelrows import shown_offer
from almanac.outputs.output import Output
from almanac.records import Tombstone
from almanac.records.model import Withdrawal
from almanac.render import badge, badgecard, badgepng, raster, socialcard
from almanac.render.badge import Badge
from almanac.render.badgecard import DARK, LIGHT, Card
from almanac.render.jsonfile import json_file
from almanac.render.raster import drawable
from almanac.render.socialcard import ModelCard
from almanac.units.tokens import exact_count

View = Badge | Card | ModelCard


def of_model(context: Context, model: ModelEntry, kind: str, *, at: str = "") -> Output:
    """Return one badge of a model, at its own URL or at that of another id."""
    return drawn(at or model.id, kind, _view(context, model, kind), origin=f"models/{model.id}.yaml, its badge {kind}")


def _view(context: Context, model: ModelEntry, kind: str) -> View:
    match kind:
        case "social":
            return social.card(context, model)
        case "card" | "card-dark":
            return card(context, model, is_dark=kind == DARK_CARD)
        case "default" | "json" | "png":
            return said.whole(context, model)
        case _:
            return said.one_fact(context, model, kind)


def of_withdrawn(context: Context, id_: str, kind: str, *, gone: tuple[Tombstone, Withdrawal]) -> Output:
    """Return a badge of a model that is listed no longer."""
    origin = f"models/{id_}.yaml, its badge {kind}"
    return drawn(id_, kind, _unlisted(context, id_, kind, gone), origin=origin)


def _unlisted(context: Context, id_: str, kind: str, gone: tuple[Tombstone, Withdrawal]) -> View:
    name, since = gone[0].name, gone[1].on
    match kind:
        case "social":
            return social.unlisted(context, id_, name, since=since)
        case "card" | "card-dark":
            facts = (badgecard.Fact("status", NOT_LISTED),)
            return Card("", name, facts, _foot(context), said.as_of(since), DARK if kind == DARK_CARD else LIGHT)
        case "default" | "json" | "png":
            return said.unlisted(name, "", since=since)
        case _:
            return said.unlisted(name, kind, since=since)


def drawn(id_: str, kind: str, view: View, *, origin: str) -> Output:
    """Return the file of a badge that shows a view."""
    path = addresses.file_of(addresses.badge(id_, kind))
    if isinstance(view, ModelCard):
        return Output(path, view, socialcard.png, origin, key=fingerprint(view))
    if isinstance(view, Card):
        return Output(path, view, badgecard.svg, origin)
    if kind == ENDPOINT:
        return Output(path, endpoint(view), json_file, origin)
    if kind == PICTURE:
        return Output(path, _in_reach(view, id_), badgepng.png, origin)
    return Output(path, view, badge.svg, origin)


def fingerprint(view: ModelCard) -> str:
    """Return what a picture is kept by: all that it shows, and the versions of all that draws it."""
    return blake2b(f"{view!r} {_drawing()}".encode(), digest_size=20).hexdigest()


@cache
def _drawing() -> str:
    """Name what draws: the library, the fonts, and the text of our own two modules, which no number could forget."""
    ours = b"".join(Path(str(module.__file__)).read_bytes() for module in (raster, socialcard))
    return f"{raster.makers()} {blake2b(ours, digest_size=8).hexdigest()}"


def _in_reach(view: Badge, id_: str) -> Badge:
    """Return a badge that the font can draw: a text outside it gives way to the id, never to empty boxes."""
    segments = (replace(segment, text=drawable(segment.text) or id_) for segment in view.segments)
    return replace(view, segments=tuple(segments))


def card(context: Context, model: ModelEntry, *, is_dark: bool = False) -> Card:
    """Return the card of a model: its price, its context and its best result, or that it has ended."""
    facts = [badgecard.Fact(fact.label, fact.value) for fact in _facts(context, model)]
    return Card(
        lab=context.lab_name(model.lab),
        name=model.record.name,
        facts=tuple(facts),
        foot=_foot(context),
        as_of=said.whole(context, model).as_of,
        colours=DARK if is_dark else LIGHT,
    )


def _facts(context: Context, model: ModelEntry) -> list[badgecard.Fact]:
    if ended := said.ending(context, model):
        return [badgecard.Fact("status", ended)]
    offer, limit = shown_offer(model), model.record.limits.context
    price = said.price_of(offer) if offer else said.NOT_SOLD
    unit = said.PER_MILLION if price.endswith(said.PER_MILLION) else ""
    value = price.removesuffix(said.PER_MILLION)
    label = f"price{', in · out' if ' in · ' in value else ''}{unit}"
    value = value.replace(" in · ", " · ").removesuffix(" out")
    found = [badgecard.Fact(label, value), badgecard.Fact("context", exact_count(limit) if limit else NOT_STATED)]
    best = social.card(context, model).scores[:1]
    return found + [badgecard.Fact(f"{fact.label}{f', {fact.note}' if fact.note else ''}", fact.value) for fact in best]


def _foot(context: Context) -> str:
    return context.shell.site.title
