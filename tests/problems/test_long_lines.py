"""Long lines and values: a frame shows what stands around the place, and a message stays on one line."""

import pytest

from almanac.problems import Place, problem, render

LINE = "".join(f"{number:>5}" for number in range(1, 1001))


def frame(column: int, width: int = 3) -> tuple[str, str]:
    found = problem("yaml-syntax", Place("p", 1, column, width), message="So.")
    _, line, carets = render([found], "text", line_of=lambda _path, _line: LINE).splitlines()
    return line[8:], carets[8:]


@pytest.mark.parametrize("column", [1, 50, 51, 300, 2500, 4850, 5000])
def test_a_very_long_line_is_cut_to_what_stands_around_the_place(column: int) -> None:
    line, carets = frame(column)
    assert len(line) == 200
    start = len(carets) - len(carets.lstrip())
    assert line[start : start + len(carets.strip())] == LINE[column - 1 : column + 2]
    assert line.startswith("…") == (column > 50)


def test_a_width_ends_with_the_line() -> None:
    assert frame(4999, 50)[1].count("^") == 2


def test_a_line_of_ordinary_length_is_shown_whole() -> None:
    found = problem("yaml-syntax", Place("p", 1, 150, 2), message="So.")
    assert LINE[:200] in render([found], "text", line_of=lambda _path, _line: LINE[:200])


def test_a_message_stays_on_one_line_and_short() -> None:
    found = problem("yaml-syntax", Place("p"), message=f"One\n  two {'x' * 5000}", hint="Three\n\tfour.")
    assert found.message.startswith("One two xxx")
    assert len(found.message) == 1001
    assert found.hint == "Three four."
