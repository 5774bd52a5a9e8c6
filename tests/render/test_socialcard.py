import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from almanac.render import raster, socialcard
from almanac.render.raster import Text
from almanac.render.socialcard import MARGIN, SIZE, Fact, ModelCard, png
from tests.support.golden import golden

CARD = ModelCard(
    lab="OpenAI",
    name="GPT-4.1 nano",
    statement="",
    facts=(Fact("Price per million tokens at OpenAI", "$0.10 in, $0.40 out", 4), Fact("Context, tokens", "1,047,576")),
    scores=(Fact("GPQA Diamond", "50.3 %", note="3rd of 24"), Fact("Aider Polyglot", "8.9 %"), Fact("MMLU", "80.1 %")),
    foot="Almanac",
    as_of="As of 31 May 2026",
)
ENDED = replace(CARD, statement="Retired 2026-10-23. Use GPT-5 nano.", facts=())
LONG = replace(CARD, name="Qwen3.5 27B Omega Evolution v2.2 Derestricted Lite")
BARE = replace(CARD, facts=(Fact("Price", "not sold", 4), Fact("Context, tokens", "not stated")), scores=())
CARDS = {"card": CARD, "ended": ENDED, "long": LONG, "bare": BARE}


def opened(card: ModelCard) -> Image.Image:
    return Image.open(io.BytesIO(png(card)))


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_is_a_small_palette_picture_with_free_margins(card: ModelCard) -> None:
    image = opened(card)
    assert (image.format, image.mode, image.size) == ("PNG", "P", SIZE)
    assert len(png(card)) <= 30_000
    box = image.convert("L").point(lambda level: 255 * (level < 200)).getbbox()
    assert box is not None
    assert box[0] >= MARGIN - 4
    assert box[1] >= 40
    assert box[2] <= SIZE[0] - MARGIN + 4
    assert box[3] <= SIZE[1] - 30


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_what_it_was(request: pytest.FixtureRequest, name: str) -> None:
    image = opened(CARDS[name]).convert("L")
    before = Image.open(io.BytesIO(golden(request, f"socialcards/{name}.png", png(CARDS[name])))).convert("L")
    differing = ImageChops.difference(image, before).point(lambda level: 255 * (level > 60))
    assert differing.histogram()[255] <= 0.004 * SIZE[0] * SIZE[1]


def test_the_same_card_gives_the_same_bytes() -> None:
    assert png(CARD) == png(replace(CARD))


def drawn(card: ModelCard, monkeypatch: pytest.MonkeyPatch) -> list[Text]:
    """Return the texts of a card as they are set."""
    found: list[Text] = []

    def picture(*_: object, marks: tuple[Text, ...], **__: object) -> bytes:
        found.extend(marks)
        return b""

    monkeypatch.setattr(socialcard, "picture", picture)
    png(card)
    return found


def test_a_long_name_is_set_on_two_lines_and_one_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [text.written for text in drawn(LONG, monkeypatch) if text.size == socialcard.TWO_LINES]
    assert lines == ["Qwen3.5 27B Omega Evolution", "v2.2 Derestricted Lite"]
    endless = [
        text for text in drawn(replace(CARD, name="Name " * 60), monkeypatch) if text.size == socialcard.TWO_LINES
    ]
    assert len(endless) == 2
    assert endless[1].written.endswith("…")


@pytest.mark.parametrize("word", ["W" * 90, "i" * 300])
def test_no_text_leaves_its_column(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    card = ModelCard(
        word[:20], word, "", (Fact(word, word, 4), Fact(word, word)), (Fact(word, word),) * 3, "Almanac", "x"
    )
    for text in drawn(card, monkeypatch):
        assert text.x + raster.width(text.written, text.size, text.voice) <= SIZE[0] - MARGIN + 1


def test_all_values_of_a_row_are_set_in_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = replace(CARD, scores=(Fact("One", "12,345,678,901 tokens"), Fact("Two", "1 %")))
    sizes = {text.size for text in drawn(wide, monkeypatch) if text.written.startswith(("12,345", "1 %"))}
    assert len(sizes) == 1
