"""Untyped: values of upstream JSON looked at as what they should be; what is something else counts as absent."""

import re
from collections.abc import Mapping, Sequence

from almanac.records.traits import MODALITIES
from almanac.units.dates import parse_day

_PDF = {"pdf": "file", "document": "file", "documents": "file"}
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def as_object(value: object) -> Mapping[str, object]:
    """Return an object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def as_list(value: object) -> Sequence[object]:
    """Return a list, or an empty one."""
    return value if isinstance(value, list) else ()


def as_texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list, trimmed, without empty ones."""
    return tuple(text for item in as_list(value) if (text := as_text(item)))


def as_text(value: object) -> str:
    """Return a text, trimmed; the empty text for anything else."""
    return value.strip() if isinstance(value, str) else ""


def as_flag(value: object) -> bool | None:
    """Return true or false as stated; None where nothing is said."""
    return value if isinstance(value, bool) else None


def as_date(value: object) -> str | None:
    """Return a date that the calendar has, as precisely as it is written; None for anything else."""
    text = as_text(value)
    if not _DATE.fullmatch(text):
        return None
    try:
        return str(parse_day(text))
    except ValueError:  # a bare year, or a day that is in no calendar: no date of ours
        return None


def as_modalities(value: object) -> tuple[str, ...]:
    """Return the modalities that we know, each once and in the one order of ours; a PDF is a file."""
    stated = {_PDF.get(text.lower(), text.lower()) for text in as_texts(value)}
    return tuple(name for name in MODALITIES if name in stated)
