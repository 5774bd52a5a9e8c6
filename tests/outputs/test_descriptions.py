import pytest

from almanac.outputs.descriptions import LONGEST, description

LONG = "word " * 40 + "end."


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        (("One.",), "One."),
        (("One.", "Two."), "One. Two."),
        (("One.", "", "Two."), "One. Two."),
        (("One.", LONG, "Two."), "One. Two."),
    ],
)
def test_whole_sentences_are_joined_and_what_is_too_long_is_left_out(sentences: tuple[str, ...], said: str) -> None:
    assert description(*sentences) == said


def test_a_first_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    said = description(LONG)
    assert len(said) <= LONGEST + 1
    assert said.endswith("word…")
