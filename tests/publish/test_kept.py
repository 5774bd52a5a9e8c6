"""Kept pictures: drawn once, found again, and drawn anew where what was kept is lost or damaged."""

from pathlib import Path

import pytest

from almanac.outputs.output import Output
from almanac.publish.kept import folder_beside, kept, tidy
from almanac.publish.plan import Plan


class Painter:
    """Draws, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, view: str) -> bytes:
        self.times += 1
        return f"picture of {view}".encode()


@pytest.fixture
def painter() -> Painter:
    return Painter()


def plan(painter: Painter, *keys: str) -> Plan:
    return Plan({f"{key}.png": Output(f"{key}.png", key, painter, "a test", key=key) for key in keys})


def drawn(planned: Plan, folder: Path) -> list[bytes]:
    return [output.draw() for output in kept(planned, folder=str(folder)).outputs.values()]


def test_a_picture_is_drawn_once_and_found_again(painter: Painter, tmp_path: Path) -> None:
    assert drawn(plan(painter, "a"), tmp_path / "kept") == [b"picture of a"]
    assert drawn(plan(painter, "a"), tmp_path / "kept") == [b"picture of a"]
    assert painter.times == 1


def test_an_output_without_a_key_is_left_alone(painter: Painter, tmp_path: Path) -> None:
    page = Output("index.html", "a page", painter, "a test")
    assert kept(Plan({"index.html": page}), folder=str(tmp_path)).outputs["index.html"] is page


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 400])
def test_a_damaged_picture_is_drawn_anew(painter: Painter, tmp_path: Path, damage: bytes) -> None:
    drawn(plan(painter, "a"), tmp_path)
    (tmp_path / "a").write_bytes(damage)
    assert drawn(plan(painter, "a"), tmp_path) == [b"picture of a"]
    assert drawn(plan(painter, "a"), tmp_path) == [b"picture of a"]
    assert painter.times == 2


def test_a_flipped_bit_is_found(painter: Painter, tmp_path: Path) -> None:
    drawn(plan(painter, "a"), tmp_path)
    data = bytearray((tmp_path / "a").read_bytes())
    data[-1] ^= 1
    (tmp_path / "a").write_bytes(bytes(data))
    assert drawn(plan(painter, "a"), tmp_path) == [b"picture of a"]


def test_where_nothing_can_be_kept_pictures_are_drawn_all_the_same(painter: Painter, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file in the way")
    assert drawn(plan(painter, "a"), tmp_path / "kept") == [b"picture of a"]
    tidy(plan(painter, "a"), folder=str(tmp_path / "kept"))


def test_what_no_output_wants_is_removed(painter: Painter, tmp_path: Path) -> None:
    drawn(plan(painter, "a", "b"), tmp_path)
    (tmp_path / ".draft").write_bytes(b"left by a build that was stopped")
    tidy(plan(painter, "b"), folder=str(tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["b"]


def test_pictures_lie_beside_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_beside("content") == str(tmp_path / ".almanac/pictures")
    assert folder_beside(str(tmp_path / "x/content")) == str(tmp_path / "x/.almanac/pictures")
