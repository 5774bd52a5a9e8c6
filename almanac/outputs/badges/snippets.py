"""Snippets: how a badge is placed in other people's pages, in the languages that they are written in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from almanac import addresses
from almanac.outputs.badges.kinds import CARD, DARK_CARD, DEFAULT, ENDPOINT, PICTURE, SCORE, SOCIAL
from almanac.outputs.context import Context
from almanac.render.textwidth import cleaned

SHIELDS = "https://img.shields.io/endpoint?url="
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its pattern, and how characters of the alternative text are written in it.

    The badge gallery's script fills the same patterns, so that there is one place to correct.
    """

    name: str
    pattern: str
    escapes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Snippet:
    """One badge in one language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """What a snippet names: the picture with its size in pixels, the page behind it, and the words for it."""

    image: str
    page: str
    alt: str
    size: tuple[int, int]
    endpoint: str = ""
    """The JSON for shields.io; the empty string for a badge that has none."""


_IN_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_IN_MARKDOWN = {"&": "&amp;", "<": "&lt;", **{char: f"\\{char}" for char in "\\[]`*_"}}
_IN_ASCIIDOC = {'"': '\\"', "]": "\\]", "{": "\\{"}
LANGUAGES = (
    Language(
        "HTML",
        '<a href="{page}" rel="noopener"><img src="{image}" width="{width}" height="{height}" alt="{alt}"></a>',
        _IN_HTML,
    ),
    Language("Markdown", "[![{alt}]({image})]({page})", _IN_MARKDOWN),
    Language(
        "reStructuredText",
        ".. image:: {image}\n   :target: {page}\n   :alt: {alt}\n   :width: {width}\n   :height: {height}",
        {},
    ),
    Language("AsciiDoc", 'image:{image}["{alt}",{width},{height},link="{page}",opts="noopener"]', _IN_ASCIIDOC),
    Language("BBCode", "[url={page}][img width={width} height={height}]{image}[/img][/url]", {}),
    Language("shields.io", f"[![{{alt}}]({SHIELDS}{{endpoint}})]({{page}})", _IN_MARKDOWN),
)
"""Markdown, reStructuredText and BBCode have no word for `rel`; Markdown has none for a size."""


def snippets(placed: Placed) -> tuple[Snippet, ...]:
    """Return a badge in every language that has a way to show it."""
    shown = [language for language in LANGUAGES if placed.endpoint or "{endpoint}" not in language.pattern]
    return tuple(Snippet(language.name, filled(language, placed)) for language in shown)


def filled(language: Language, placed: Placed) -> str:
    """Fill a pattern in one pass: what stands in a name that looks like a field stays as it is."""
    values = {
        "page": placed.page,
        "image": placed.image,
        "alt": "".join(language.escapes.get(char, char) for char in placed.alt),
        "width": str(placed.size[0]),
        "height": str(placed.size[1]),
        "endpoint": quote(placed.endpoint, safe=""),
    }
    return _FIELD.sub(lambda field: values[field[1]], language.pattern)


def placed(context: Context, model: tuple[str, str], kind: str, *, size: tuple[int, int]) -> Placed:
    """Return where a badge of a model, given by id and name, is found; the words for it hold no value that ages."""
    id_, name = model
    absolute = context.shell.place.absolute
    return Placed(
        image=absolute(addresses.badge(id_, kind)),
        page=absolute(addresses.model(id_)),
        alt=alt(name, about(context, kind), context.shell.site.title),
        size=size,
        endpoint=absolute(addresses.badge(id_, ENDPOINT)) if kind == DEFAULT else "",
    )


def alt(name: str, what: str, title: str) -> str:
    """Return the alternative text of a badge."""
    return f"{cleaned(name)}: {what}, by {cleaned(title)}"


ABOUT = {
    DEFAULT: "price and context", "price": "price", "context": "context window", "cheapest": "cheapest offer",
    "status": "status", "latency": "time to first token", "rank": "rank", CARD: "price, context and best result",
    DARK_CARD: "price, context and best result", ENDPOINT: "price and context", PICTURE: "price and context",
    SOCIAL: "price, context and best results",
}  # fmt: skip
"""What a badge of each kind is about, without any value."""


def about(context: Context, kind: str) -> str:
    """Say what a badge is about; one of a benchmark's result names the benchmark."""
    if not kind.startswith(SCORE):
        return ABOUT[kind]
    id_ = kind.removeprefix(SCORE)
    benchmark = context.catalogue.benchmarks.get(id_)
    return f"{cleaned(benchmark.record.name) if benchmark else id_} result"
