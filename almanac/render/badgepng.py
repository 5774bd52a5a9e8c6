"""Badges as PNG: the same picture at twice the size, for e-mail and other places that show no SVG."""

import io

from PIL import Image, ImageDraw

from almanac.render.badge import HEIGHT, Badge, boxes
from almanac.render.raster import BITS, PACKING, SANS, font

TIMES = 2
LETTERS = 22
"""The size of the letters, in pixels of the picture."""
BASE_LINE = 28
SHADES = 5
"""Steps from a ground to white; three grounds and one place for what is clear fill the 16 colours of a palette."""
CLEAR = 3 * SHADES
RADIUS = 6
WHITE = 255


def png(badge: Badge) -> bytes:
    """Draw a badge. Every text must consist of characters that the font has."""
    drawn = boxes(badge)
    size = (TIMES * (drawn[-1].left + drawn[-1].width), TIMES * HEIGHT)
    image = Image.new("P", size, CLEAR)
    palette = [channel for box in drawn for channel in _shades(box.colour)]
    image.putpalette(palette + [0] * (3 * (CLEAR + 1) - len(palette)))
    for place, box in enumerate(drawn):
        left = TIMES * box.left
        image.paste(_segment(box.text, TIMES * box.width, first=place * SHADES), (left, 0))
    corners = Image.new("L", size, 0)
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), RADIUS, fill=WHITE)
    image.paste(CLEAR, mask=corners.point([WHITE * (level == 0) for level in range(256)]))
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=BITS, transparency=CLEAR, **PACKING)
    return stream.getvalue()


def _segment(text: str, width: int, *, first: int) -> Image.Image:
    """Return one text on its ground, as places in the palette."""
    layer = Image.new("L", (width, TIMES * HEIGHT), 0)
    ImageDraw.Draw(layer).text((width / 2, BASE_LINE), text, fill=WHITE, font=font(LETTERS, SANS), anchor="ms")
    return layer.point([first + round(level * (SHADES - 1) / WHITE) for level in range(256)])


def _shades(colour: str) -> list[int]:
    """Return the channels of the steps from a ground, written #rrggbb, to white."""
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return [round(low + (WHITE - low) * step / (SHADES - 1)) for step in range(SHADES) for low in channels]
