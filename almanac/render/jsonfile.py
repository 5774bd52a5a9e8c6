"""JSON files: plain data as bytes, its keys in the order in which they were given."""

import json
from collections.abc import Mapping
from decimal import Decimal


def json_file(data: Mapping[str, object]) -> bytes:
    """Return compact UTF-8 with a line end. A Decimal becomes a number: money must come as text."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_number)
    return f"{text}\n".encode()


def _number(value: object) -> int | float:
    """Return what readers of JSON make of a number anyway: a double, the nearest there is."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is no plain data.")
    return int(value) if value == value.to_integral_value() else float(value)
