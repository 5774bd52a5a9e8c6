import io

import pytest
from PIL import Image, ImageChops

from almanac.render import badge
from almanac.render.badge import Badge, Segment
from almanac.render.badgepng import TIMES, png
from tests.support.golden import golden

THREE = Badge(
    (
        Segment("GPT-4.1 nano", badge.LABEL),
        Segment("$0.10 in · $0.40 out /1M", badge.PRICE),
        Segment("1.05M ctx", badge.CONTEXT),
    ),
    "",
    "as of 2026-05-31",
)
TWO = Badge(THREE.segments[:2], "", "as of 2026-05-31")
TOLERANCE = 40
"""How far a channel may differ: another FreeType sets edges a little differently."""
FEW = 0.02
"""The share of pixels that may differ by more."""


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("made", [TWO, THREE])
def test_a_picture_is_twice_as_large_as_the_badge_and_small_in_bytes(made: Badge) -> None:
    data = png(made)
    image = opened(data)
    width, height = made.size
    assert (image.format, image.mode, image.size) == ("PNG", "P", (TIMES * width, TIMES * height))
    assert len(data) < 2_500


def test_its_corners_are_clear_and_its_grounds_have_the_colours_of_the_badge() -> None:
    image = opened(png(THREE)).convert("RGBA")
    right, low = image.width - 1, image.height - 1
    assert [image.getpixel(corner) for corner in ((0, 0), (right, 0), (0, low), (right, low))] == [(0, 0, 0, 0)] * 4
    for box in badge.boxes(THREE):
        red, green, blue = (int(box.colour[place : place + 2], 16) for place in (1, 3, 5))
        assert image.getpixel((TIMES * box.left + 8, 20)) == (red, green, blue, 255)


def test_each_text_is_drawn_in_white_inside_its_ground() -> None:
    image = opened(png(THREE)).convert("L")
    for box in badge.boxes(THREE):
        left, wide = TIMES * box.left, TIMES * box.width
        part = image.crop((left, 0, left + wide, image.height)).point(lambda level: 255 * (level > 250))
        found = part.getbbox()
        assert found is not None
        assert found[0] >= TIMES * 2
        assert found[2] <= wide - TIMES * 2


@pytest.mark.parametrize(("name", "made"), [("two", TWO), ("three", THREE)])
def test_the_picture_is_what_it_was(request: pytest.FixtureRequest, name: str, made: Badge) -> None:
    data = png(made)
    before = opened(golden(request, f"badges/{name}-texts.png", data)).convert("RGBA")
    assert_alike(opened(data).convert("RGBA"), before)


def assert_alike(image: Image.Image, before: Image.Image) -> None:
    assert image.size == before.size
    differing = ImageChops.difference(image, before).convert("L").point(lambda level: 255 * (level > TOLERANCE))
    assert differing.histogram()[255] <= FEW * image.width * image.height


def test_another_picture_is_told_apart() -> None:
    other = Badge((Segment("GPT-4.1 mini", badge.LABEL), *THREE.segments[1:]), "", "")
    one, two = (opened(png(made)).convert("RGBA").crop((0, 0, 170, 40)) for made in (THREE, other))
    with pytest.raises(AssertionError):
        assert_alike(one, two)
