import json

import pytest

from almanac.publish.manifest import DamagedManifestError, Entry, as_bytes, entry_of, parse

GOOD = {"b": entry_of(b"one"), "a/ü \"'": entry_of(b""), "a.html": entry_of(b"x" * 70_000)}


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert parse(as_bytes(GOOD)) == GOOD


def test_an_empty_manifest_is_one() -> None:
    assert parse(as_bytes({})) == {}


def test_equal_entries_give_equal_bytes_one_file_a_line() -> None:
    written = as_bytes(GOOD)
    assert written == as_bytes(dict(reversed(GOOD.items())))
    lines = written.decode("ascii").splitlines()
    assert [line.partition('"')[2][:3] for line in lines[1:-1]] == ["a.h", "a/\\", 'b":']


def test_the_digest_is_a_known_one() -> None:
    assert entry_of(b"") == Entry("3345524abf6bbe1809449224b5972c41790b6cf2", 0)


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        (b"", "not JSON"),
        (as_bytes(GOOD)[:-9], "not JSON"),
        (b"<<<<<<< HEAD\n" + as_bytes(GOOD), "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "version"),
        (b'{"version": 2, "files": {}}', "version"),
        (b'{"version": 1}', "no files"),
        (b'{"version": 1, "files": []}', "no files"),
        (json.dumps({"version": 1, "files": {"x": ["0" * 40]}}).encode(), "“x”"),
        (json.dumps({"version": 1, "files": {"x": ["0" * 39, 1]}}).encode(), "“x”"),
        (json.dumps({"version": 1, "files": {"x": ["G" * 40, 1]}}).encode(), "“x”"),
        (json.dumps({"version": 1, "files": {"x": ["0" * 40, -1]}}).encode(), "“x”"),
        (json.dumps({"version": 1, "files": {"x": ["0" * 40, True]}}).encode(), "“x”"),
        (json.dumps({"version": 1, "files": {"x": ["0" * 40, 1.5]}}).encode(), "“x”"),
        (json.dumps({"version": 1, "files": {"x": None}}).encode(), "“x”"),
    ],
)
def test_a_damaged_manifest_says_why(damaged: bytes, reason: str) -> None:
    with pytest.raises(DamagedManifestError, match=reason):
        parse(damaged)
