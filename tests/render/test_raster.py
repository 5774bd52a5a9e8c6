import io

import pytest
from PIL import Image, ImageFont

from almanac.render import raster
from almanac.render.raster import Bar, Inks, Text

INKS = Inks((255, 250, 240), (30, 20, 10), (150, 40, 30))
SIZE = (300, 100)


def opened(*marks: Text | Bar) -> Image.Image:
    return Image.open(io.BytesIO(raster.picture(SIZE, INKS, marks=marks)))


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    found = image.convert("RGB").getcolors(1 << 16)
    assert found is not None
    return {colour for _, colour in found if isinstance(colour, tuple)}


def test_a_picture_is_a_png_with_sixteen_colours() -> None:
    image = opened(Text(10, 60, 40, "Almanac"), Text(200, 60, 40, ".", second=True))
    assert (image.format, image.mode, image.size) == ("PNG", "P", SIZE)
    assert len(colours(image)) <= 16


def test_an_empty_picture_is_paper() -> None:
    assert colours(opened()) == {INKS.paper}


@pytest.mark.parametrize(("second", "ink"), [(False, INKS.first), (True, INKS.second)])
def test_a_bar_has_the_ink_that_it_asks_for(second: bool, ink: tuple[int, int, int]) -> None:
    image = opened(Bar(10, 20, 30, 5, second=second)).convert("RGB")
    assert image.getpixel((10, 20)) == image.getpixel((39, 24)) == ink
    assert image.getpixel((9, 20)) == image.getpixel((40, 20)) == image.getpixel((10, 25)) == INKS.paper


def test_text_stands_on_its_base_line_in_both_inks() -> None:
    image = opened(Text(10, 60, 40, "H"), Text(150, 60, 40, "H", second=True))
    assert {INKS.first, INKS.second} <= colours(image)
    box = image.convert("RGB").point(lambda level: 255 * (level < 200)).getbbox()
    assert box is not None
    assert box[3] == 60


def test_the_same_marks_give_the_same_bytes() -> None:
    marks: list[Text | Bar] = [Text(10, 60, 40, "Almanac"), Bar(0, 0, 5, 5)]
    assert raster.picture(SIZE, INKS, marks=marks) == raster.picture(SIZE, INKS, marks=marks)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Plain “words” – and × more", "Plain “words” – and × more"),
        ("a\n b\u00a0c", "a b c"),
        ("", ""),
        ("Price in €, τ², −5", "Price in €, τ², −5"),
        ("≥ 5", ">= 5"),
        ("模型", ""),
        ("🦙", ""),
        ("\u202eevil", ""),
        ("bell\x07", ""),
    ],
)
def test_text_is_drawn_whole_or_not_at_all(text: str, drawn: str) -> None:
    assert raster.drawable(text) == drawn


def test_lines_break_between_words_and_keep_to_the_width() -> None:
    found = raster.wrapped("the quick brown fox jumps over it", 20, within=120, most=9)
    assert " ".join(found) == "the quick brown fox jumps over it"
    assert len(found) > 1
    assert all(raster.width(line, 20) <= 120 for line in found)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    found = raster.wrapped("the quick brown fox, jumps over it", 20, within=120, most=2)
    assert len(found) == 2
    assert found[-1].removesuffix("…").split()[-1] in {"quick", "brown", "fox"}
    assert found[-1].endswith("…")
    assert not found[-1].endswith(",…")
    assert all(raster.width(line, 20) <= 120 for line in found)


@pytest.mark.parametrize("within", [1, 60, 200])
def test_a_word_that_is_too_long_is_cut(within: int) -> None:
    (line,) = raster.wrapped("x" * 200, 20, within=within, most=1)
    assert line.endswith("…")
    assert line == "…" or raster.width(line, 20) <= within


def test_the_largest_size_that_fits_is_chosen() -> None:
    assert raster.fitting("Hi", (80, 40, 20), within=10_000) == 80
    assert raster.fitting("Hi", (80, 40, 20), within=round(raster.width("Hi", 40)) + 1) == 40
    assert raster.fitting("Hi", (80, 40, 20), within=1) == 20


def test_a_machine_that_cannot_draw_text_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ImportError("The _imagingft C module is not installed")

    monkeypatch.setattr(ImageFont, "truetype", fail)
    with pytest.raises(OSError, match="FreeType"):
        raster.width("x", 987)


def test_a_word_too_long_for_a_line_is_broken_after_a_hyphen() -> None:
    name = "Llama-3.1-Nemotron-70B-Instruct-HF"
    lines = raster.wrapped(name, 64, within=700, most=2)
    assert lines == ["Llama-3.1-Nemotron-", "70B-Instruct-HF"]
    assert raster.wrapped("−5 - and more", 20, within=700, most=1) == ["−5 - and more"]
