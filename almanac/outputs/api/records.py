"""Records as JSON: names, nesting and order those of content.md, money as text, and what is unknown left out."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic.fields import FieldInfo

from almanac.records import COMPONENTS, Claim, Price, Result, UnitPrice
from almanac.records.fields import Record
from almanac.units.dates import Day
from almanac.units.money import exact

_MONEY_PATH = re.compile(r"(?:^|\.)(?:price|price_when|price_history)(?:[.\[]|$)|\.cost$")
"""The claims whose value is an amount of money."""


def of_record(record: Record) -> dict[str, object]:
    """Return a record as plain data; keys without a value are left out, so that null and 0 never stand for a gap.

    A Decimal that stays one is a score or another figure, which JSON writes as a number.
    """
    return dict(_items(record))


def of_price(price: Price | str) -> dict[str, object] | str:
    """Return a price's components, or the word that stands for the whole."""
    return price if isinstance(price, str) else {name: _money(value) for name, value in price.components().items()}


def _items(record: Record) -> Iterator[tuple[str, object]]:
    for name, field in _fields(record):
        value = getattr(record, name)
        plain = _money(value) if _is_money(record, name) else _plain(value)
        if not _is_empty(plain):
            yield field.alias or name, plain


def _fields(record: Record) -> list[tuple[str, FieldInfo]]:
    """Return the fields in the order of content.md, which writes the terms of a price before its components."""
    found = list(type(record).model_fields.items())
    return sorted(found, key=lambda item: item[0] in COMPONENTS) if isinstance(record, Price) else found


def _is_money(record: Record, name: str) -> bool:
    match record:
        case Price():
            return True
        case UnitPrice():
            return name == "usd"
        case Result():
            return name == "cost"
        case Claim():
            return name == "value" and _MONEY_PATH.search(record.path) is not None
        case _:
            return False


def _money(value: object) -> object:
    """Write an amount as the exact decimal; words, conditions and dates beside it are what they are."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return exact(Decimal(value))
    return _plain(value)


def _plain(value: object) -> object:
    match value:
        case Day():
            return str(value)
        case Record():
            return of_record(value)
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})
