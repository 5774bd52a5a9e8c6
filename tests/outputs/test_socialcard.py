import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from almanac.outputs import socialcard
from almanac.outputs.context import Context
from almanac.outputs.socialcard import FALLBACK, Card
from almanac.render import raster
from tests.outputs.press import HOSTILE, context, files, named, shelf


def described(title: str, description: str | None) -> Context:
    catalogue = shelf()
    update = {"title": title, "description": description}
    return context(replace(catalogue, site=catalogue.site.model_copy(update=update)))


def drawn(site: Context) -> bytes:
    return files(socialcard.outputs(site))["og/almanac.png"]


def test_the_card_is_a_small_palette_picture_of_1200_by_630() -> None:
    data = drawn(
        described("Almanac", "What models cost, hold and score, each figure with its source and its day. " * 4)
    )
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert len(data) < 30_000


def test_the_same_content_gives_the_same_bytes() -> None:
    assert drawn(context()) == drawn(context())


def test_the_card_is_drawn_in_the_colours_of_the_look() -> None:
    image = Image.open(io.BytesIO(drawn(context()))).convert("RGB")
    found = image.getcolors(1 << 16)
    assert found is not None
    assert {(0xFB, 0xF8, 0xF1), (0x1E, 0x1A, 0x15), (0x9A, 0x2B, 0x1E)} <= {colour for _, colour in found}


def test_the_margins_stay_free() -> None:
    image = Image.open(io.BytesIO(drawn(described("W" * 60, "W" * 400)))).convert("RGB")
    box = image.point(lambda level: 255 * (level < 200)).getbbox()
    assert box is not None
    assert box[0] >= 80
    assert box[2] <= 1200 - 80
    assert box[3] <= 630 - 40


@pytest.mark.parametrize(
    ("title", "description", "card"),
    [
        ("Almanac", "Prices – and scores.", ("Almanac", "Prices – and scores.")),
        ("Almanac", None, ("Almanac", FALLBACK)),
        ("Almanac", "Prices in €.", ("Almanac", "Prices in €.")),
        ("Almanac", "模型", ("Almanac", FALLBACK)),
        ("模型", "x", ("example.org/almanac", "x")),
    ],
)
def test_words_that_cannot_be_drawn_give_way_to_others(
    title: str, description: str | None, card: tuple[str, str]
) -> None:
    found = socialcard.card(described(title, description))
    assert (found.name, found.lead) == card
    assert found.edition == "Edition of 20 November 2026"


@pytest.mark.parametrize(
    ("lead", "shown"),
    [
        ("One sentence. And one more.", "One sentence. And one more."),
        (f"One sentence. And {'very ' * 30}long.", "One sentence."),
        (f"This is {'very ' * 30}long. And one more.", "very very very…"),
    ],
)
def test_the_card_says_whole_sentences_where_there_is_room(
    lead: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socialcard, "picture", lambda size, inks, marks: marks)
    marks: Any = socialcard.drawn(Card("Almanac", lead, "y"))
    lines = [mark.written for mark in marks if isinstance(mark, raster.Text) and mark.size == socialcard.LEAD]
    assert len(lines) <= socialcard.LEAD_LINES
    assert " ".join(lines).endswith(shown)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_makes_a_picture(name: str) -> None:
    Image.open(io.BytesIO(drawn(context(named(shelf(), name))))).verify()


def test_a_long_name_is_set_smaller_and_cut_before_its_red_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socialcard, "picture", lambda size, inks, marks: marks)
    marks: Any = socialcard.drawn(Card("Almanac " * 20, "x", "y"))
    name, stop = marks[0], marks[1]
    assert name.written.startswith("Almanac Almanac ")
    assert name.written.endswith("…")
    assert (name.size, stop.written, stop.second) == (60, ".", True)
    assert stop.x + raster.width(".", 60) <= 1200 - socialcard.MARGIN + 1
