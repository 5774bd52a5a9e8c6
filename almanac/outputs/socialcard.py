"""Social card: the picture that others show beside a link to the site; name, description and edition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from almanac.outputs.context import Context
from almanac.outputs.output import Output
from almanac.outputs.shell import OG_IMAGE
from almanac.render.raster import Bar, Text, drawable, fitting, picture, width, wrapped
from almanac.render.socialcard import INKS, SIZE
from almanac.units.dates import long_date

MARGIN = 88
WITHIN = SIZE[0] - 2 * MARGIN
NAME_SIZES = (150, 132, 116, 100, 84, 72, 60)
LEAD, LEAD_STEP, LEAD_LINES = 46, 62, 3
SMALL = 30
FALLBACK = "Language models: what they cost, hold and score, with the source of every figure."
"""What a site without a description says of itself."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says, in characters that can be drawn."""

    name: str
    lead: str
    edition: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the site's own card."""
    yield Output(OG_IMAGE.removeprefix("/"), card(context), drawn, "the program")


def card(context: Context) -> Card:
    """Return what the card says; a name that cannot be drawn gives way to where the site lives."""
    site = context.shell.site
    place = context.shell.place.base_url.partition("://")[2].rstrip("/")
    return Card(
        name=drawable(site.title) or drawable(place),
        lead=drawable(site.description or "") or FALLBACK,
        edition=f"Edition of {long_date(site.edition)}",
    )


def drawn(view: Card) -> bytes:
    """Draw the card: the name with its red stop over a double rule, the description, the edition at the foot."""
    size = fitting(f"{view.name}.", NAME_SIZES, within=WITHIN)
    (name,) = wrapped(view.name, size, within=WITHIN - round(width(".", size)), most=1)
    lead = wrapped(_sentences(view.lead), LEAD, within=WITHIN, most=LEAD_LINES)
    marks: list[Text | Bar] = [
        Text(MARGIN, 230, size, name),
        Text(MARGIN + round(width(name, size)), 230, size, ".", second=True),
        Bar(MARGIN, 286, WITHIN, 2),
        Bar(MARGIN, 292, WITHIN, 2),
        *(Text(MARGIN, 380 + LEAD_STEP * number, LEAD, line) for number, line in enumerate(lead)),
        Text(MARGIN, SIZE[1] - 56, SMALL, view.edition, second=True),
    ]
    return picture(SIZE, INKS, marks=marks)


def _sentences(text: str) -> str:
    """Return as many of the first sentences as there is room for, at least one."""
    sentences = re.split(r"(?<=[.!?]) ", text)
    for count in range(len(sentences), 1, -1):
        shown = " ".join(sentences[:count])
        if len(wrapped(shown, LEAD, within=WITHIN, most=LEAD_LINES + 1)) <= LEAD_LINES:
            return shown
    return sentences[0]
