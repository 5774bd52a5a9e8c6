"""Nouns: every record that can stand in a file has a name in messages."""

from typing import get_args

import pytest

from almanac.reader.nouns import NOUNS, noun
from almanac.reader.recordfiles import MAPS, RECORDS
from almanac.records import Guide, Model, Tombstone, Waiver
from almanac.records.fields import Record
from almanac.records.shape import fields


def name(record: type[Record]) -> str:
    return record.__name__


def records(kind: object) -> set[type[Record]]:
    """Return the record classes that a type mentions, however deep."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return {kind}.union(*(records(field) for field in fields(kind).values()))
    return set[type[Record]]().union(*(records(argument) for argument in get_args(kind)))


ALL = set[type[Record]]().union(
    *(records(kind) for kind in (*RECORDS.values(), *MAPS.values(), Tombstone, Waiver, Guide))
)


@pytest.mark.parametrize("record", sorted(ALL, key=str))
def test_a_record_has_a_noun(record: type[Record]) -> None:
    assert noun(record)


def test_no_noun_is_left_over() -> None:
    assert {name(record) for record in ALL} == set(NOUNS)
    assert Model in ALL
