import pytest

from almanac.publish.foreign import Wanted, carried, foreign, in_the_way
from almanac.publish.manifest import NAME as MANIFEST
from almanac.publish.tree import Kind


@pytest.mark.parametrize(
    ("standing", "ours", "expected"),
    [
        ({"a": "file"}, ["a"], []),
        ({"a": "file"}, [], ["a"]),
        ({"a": "link"}, ["a"], ["a"]),
        ({"a": "special"}, ["a"], ["a"]),
        ({"a": "folder", "a/b": "file"}, ["a"], ["a/b"]),
        ({"a": "folder", "a/b": "file"}, ["a/b"], []),
        ({"a": "folder"}, ["a/b"], []),
        ({"a": "folder"}, [], ["a"]),
        ({"a": "folder", "a/b": "folder"}, [], ["a/b"]),
        ({MANIFEST: "file"}, [], []),
        ({MANIFEST: "link"}, [], [MANIFEST]),
    ],
)
def test_foreign_is_what_is_no_listed_file(standing: dict[str, Kind], ours: list[str], expected: list[str]) -> None:
    assert list(foreign(standing, ours=ours)) == expected


@pytest.mark.parametrize(
    ("others", "wanted", "expected"),
    [
        ({"notes.txt": "file"}, ["a/b"], []),
        ({"a/b": "file"}, ["a/b"], []),
        ({"A/b": "file"}, ["a/b"], ["A/b"]),
        ({"a/b": "link"}, ["a/b"], ["a/b"]),
        ({"a/b": "special"}, ["a/b"], ["a/b"]),
        ({"a": "file"}, ["a/b"], ["a"]),
        ({"A": "link"}, ["a/b"], ["A"]),
        ({"a/b/c": "file"}, ["a/b"], ["a/b/c"]),
        ({"a/b/c/d": "link"}, ["a/B"], ["a/b/c/d"]),
        ({"a/b": "folder"}, ["a/b"], []),
        ({"a/b/c": "folder"}, ["a/b"], []),
        ({MANIFEST: "link"}, [], [MANIFEST]),
        ({f"{MANIFEST}/x": "file"}, [], [f"{MANIFEST}/x"]),
    ],
)
def test_what_is_in_the_way_is_found(others: dict[str, Kind], wanted: list[str], expected: list[str]) -> None:
    assert list(in_the_way(others, Wanted.of(wanted))) == expected


@pytest.mark.parametrize(
    ("others", "wanted", "expected"),
    [
        ({"notes.txt": "file", "away": "link", "empty": "folder"}, ["a/b"], ["notes.txt", "away", "empty"]),
        ({"a/b": "file"}, ["a/b"], []),
        ({"a": "folder"}, ["a/b"], []),
        ({"a/b": "folder"}, ["a/b"], []),
        ({"a/b/c": "folder"}, ["a/b"], []),
        ({"A/B": "folder"}, ["a/b/c"], []),
        ({"a/c": "folder"}, ["a/b"], ["a/c"]),
    ],
)
def test_what_the_build_does_not_replace_is_carried(
    others: dict[str, Kind], wanted: list[str], expected: list[str]
) -> None:
    assert list(carried(others, Wanted.of(wanted))) == expected
