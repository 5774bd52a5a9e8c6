"""The badge gallery: every kind of badge with an example, its snippets, and a picker of model and kind."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry
from almanac.outputs.badges.embed import FORMATS, Embed, Shown, embed, shown
from almanac.outputs.badges.files import kinds_in
from almanac.outputs.badges.kinds import CARD, DARK_CARD, DEFAULT, ENDPOINT, FULL, LEAN, SCORE, SOCIAL, STANDARD
from almanac.outputs.badges.snippets import ABOUT, LANGUAGES
from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.shell import Head, Link, Page

ORIGIN = "the badge gallery"
CARDS = (CARD, DARK_CARD)
UNDRAWN = (*CARDS, ENDPOINT, SOCIAL)
ANY_SCORE = f"{SCORE}…"
SAYS = {
    DEFAULT: "Name, price at the lab or else the cheapest paid offer, and context window",
    "price": "Price of the lab’s own offer, or else of the cheapest paid one",
    "context": "Context window in tokens, to three digits",
    "cheapest": "Cheapest paid offer, and who makes it",
    "status": "Whether it can still be had, and the date that will change that",
    "latency": "Median time to the first token at the cheapest offer that has one with its window and day",
    "rank": "Place in the largest comparable group of results",
    ANY_SCORE: "Result in one benchmark, and who measured it",
    "png": "The first badge at twice its size, for e-mail",
    ENDPOINT: "The first badge by the endpoint schema of shields.io",
    CARD: "Price, context and best result",
    DARK_CARD: "The same for dark pages",
    "social": "The picture of 1200 by 630 pixels that others show beside a link",
}
"""Each kind to what it says, in the order of the gallery."""


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind: what it says, which models have it, where it is found, and an example if any model has it.

    `file` is the example's own; it is a picture of a size to stand in a row unless `example` is None.
    """

    name: str
    says: str
    who: str
    address: str
    file: str
    example: Shown | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One language for the picker: its pattern and its escapes as JSON."""

    name: str
    pattern: str
    escapes: str


@dataclass(frozen=True, slots=True)
class GalleryView:
    """What the gallery shows. The picker reads `list` and files below `data`; `words` name each kind, as JSON."""

    page: Page
    example: Link
    own: Embed
    kinds: tuple[KindRow, ...]
    cards: tuple[Shown, ...]
    patterns: tuple[Pattern, ...]
    list: str
    data: str
    words: str
    models: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the gallery, if there is a model to show."""
    example = example_of(context)
    if example is not None:
        view = gallery(context, example)
        yield Output(addresses.file_of(addresses.BADGES), view, context.draw("pages/badges.html"), ORIGIN)


def example_of(context: Context) -> ModelEntry | None:
    """Return the living model with the most kinds of badges, the first of them by id."""
    return max(living(context), key=lambda model: len(kinds_in(context, model)), default=None)


def living(context: Context) -> list[ModelEntry]:
    """Return the models that can still be had."""
    return [model for model in context.catalogue.models.values() if model.status.word != "retired"]


def gallery(context: Context, example: ModelEntry) -> GalleryView:
    """Return what the gallery shows, with the badges of one model as examples."""
    href = context.shell.href
    kinds = kinds_in(context, example)
    models = (example, *living(context), *context.catalogue.models.values())
    return GalleryView(
        page=context.shell.page(_head()),
        example=Link(example.record.name, href(addresses.model(example.id))),
        own=embed(context, example),
        kinds=tuple(_row(context, models, kind) for kind in SAYS),
        cards=tuple(shown(context, example, kind) for kind in CARDS if kind in kinds),
        patterns=tuple(
            Pattern(language.name, language.pattern, json.dumps(language.escapes)) for language in LANGUAGES
        ),
        list=href(f"{addresses.API}models.json"),
        data=href(addresses.API),
        words=json.dumps(ABOUT),
        models=href(addresses.MODELS),
    )


def _head() -> Head:
    return Head(
        url=addresses.BADGES,
        title="Badges",
        description="Badges of every model for other people’s pages: price, context, status and more, "
        "with snippets in six languages. Small, readable, and their addresses stay for ever.",
        scripts=("badges",),
    )


def _row(context: Context, models: Sequence[ModelEntry], kind: str) -> KindRow:
    address = addresses.badge("<lab>/<model>", kind.replace("…", "<benchmark>"))
    found = _first(context, models, kind)
    if found is None:
        return KindRow(_name(kind), SAYS[kind], _who(kind), address, "", None)
    model, own = found
    file = context.shell.href(addresses.badge(model.id, own))
    drawn = None if own in UNDRAWN else shown(context, model, own)
    return KindRow(_name(kind), SAYS[kind], _who(kind), address, file, drawn)


def _first(context: Context, models: Sequence[ModelEntry], kind: str) -> tuple[ModelEntry, str] | None:
    """Return the first model that has a badge of a kind, with the kind as it is called there."""
    for model in models:
        for own in kinds_in(context, model):
            if own == kind or (kind == ANY_SCORE and own.startswith(SCORE)):
                return model, own
    return None


def _name(kind: str) -> str:
    said = {DEFAULT: "the badge", ANY_SCORE: "benchmark result", **FORMATS}.get(kind) or ABOUT[kind]
    return f"{said[:1].upper()}{said[1:]}"


def _who(kind: str) -> str:
    if kind in LEAN:
        return "every model"
    if kind in STANDARD:
        return "models that many look up"
    return "a few models" if kind in FULL else "models whose record asks for it"
