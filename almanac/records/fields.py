"""The kinds of value that record fields hold: each checks one thing and says what would be right."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    PlainValidator,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from almanac.units.dates import Day, parse_day
from almanac.units.money import DIGITS, WORDS, significant_digits

MODEL_ID = r"[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*"
_UPSTREAM_ID = re.compile(r"[A-Za-z0-9@~][A-Za-z0-9._:/@~+-]{0,199}")
_SLUG = re.compile(r"[a-z0-9][a-z0-9.-]*")
_NO_SLUG = re.compile(r"--|\.$|^(?:index|page|category)$")
_UPSTREAM_HINT = "Write the id as the provider's API takes it: letters, digits and . _ : / @ ~ + -"
_OFFER_KEY = re.compile(r"[a-z0-9][a-z0-9.-]*(@[a-z0-9-]+(\.[a-z0-9-]+)*)?")
_ENV = re.compile(r"[A-Z0-9_]+")
_LONGEST_SHOWN = 60
_BROKEN_URL = re.compile(r"[\s\x00-\x20\x7f<>\"\\^`]")


class Record(BaseModel):
    """What every record and every mapping inside one share: frozen, and no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True)


def refuse(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that the reader turns into the problem `code`."""
    # Code and texts travel as context: a custom error's template would read braces in them as fields.
    return PydanticCustomError("almanac", "{message}", {"code": code, "message": message, "hint": hint})


def shown(value: object) -> str:
    """Write a value as the editor wrote it, for a message; a long one is cut."""
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= _LONGEST_SHOWN else f'"{value[:_LONGEST_SHOWN]}…"'
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "nothing" if value is None else str(value).lower()


def _text(value: object) -> str:
    if not isinstance(value, str):
        is_scalar = isinstance(value, bool | int | Decimal)
        hint = f'Put it in quotes: "{shown(value)}".' if is_scalar else "Write the text, or leave the key out."
        raise refuse("value-type", f"Text is meant here, and {shown(value)} is not text.", hint)
    if not value.strip():
        raise refuse("value-empty", "The text is empty.", "Write it, or leave the key out.")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        hint = "Write true or false, or leave the key out if nobody says."
        raise refuse("value-type", f"{shown(value)} is neither true nor false.", hint)
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise refuse(
            "value-count",
            f"{shown(value)} is not a whole number from 1 upward.",
            "Write every digit, without separators; leave the key out if it is unknown.",
        )
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        hint = "Write every digit, without separators."
        raise refuse("value-count", f"{shown(value)} is not a whole number from 0 upward.", hint)
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = "Write digits with a decimal point, without a unit."
        raise refuse("value-number", f"{shown(value)} is not a plain number.", hint)
    return Decimal(value)


def _money(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = word_hint(value) or "Write a plain decimal, or free, included, dynamic, on-request."
        raise refuse("price-not-a-number", f"{shown(value)} is not a price.", hint)
    amount = Decimal(value)
    if amount.is_signed():
        hint = "Write the price as listed; an unknown price is left out."
        raise refuse("price-negative", f"{shown(value)} is below zero.", hint)
    if significant_digits(amount) > DIGITS:
        hint = "Round it to the price that the source lists."
        raise refuse("price-digits", f"{shown(value)} has more than {DIGITS} significant digits.", hint)
    return amount


def word_hint(value: object) -> str:
    """Ask for a price word that is written in capitals; the empty string where the value is none."""
    folded = value.lower() if isinstance(value, str) else ""
    return f'Did you mean "{folded}"?' if folded in WORDS else ""


def _day(value: object) -> Day:
    hint = "Write YYYY-MM-DD, or YYYY-MM where the day is not known."
    if not isinstance(value, str):
        raise refuse("date-form", f"{shown(value)} is not a date.", hint)
    try:
        return parse_day(value)
    except ValueError as error:
        raise refuse("date-form", str(error), hint) from None


def _day_or_unknown(value: object) -> Day | str:
    return "unknown" if value == "unknown" else _day(value)


def slug_fault(text: str) -> str:
    """Say why a text cannot be an id of ours, as the end of a sentence; the empty string where it can."""
    if _SLUG.fullmatch(text) and not _NO_SLUG.search(text):
        return ""
    if text in {"index", "page", "category"}:
        return "is a word that our URLs use themselves"
    if "--" in text:
        return "holds --, which our URLs use themselves"
    if text != text.lower() and _SLUG.fullmatch(text.lower()):
        return "holds capitals, which no id may hold"
    return "ends in a dot" if _SLUG.fullmatch(text) else "holds a character that no id may hold"


def _slug(value: object) -> str:
    text = _text(value)
    if fault := slug_fault(text):
        hint = SLUG_HINT if slug_fault(text.lower()) else f'Write "{text.lower()}".'
        raise refuse("path-name", f"{shown(text)} {fault}.", hint)
    return text


def _matching(
    pattern: re.Pattern[str], code: str, hint: str, *, said: str = "cannot be an id here"
) -> Callable[[object], str]:
    def check(value: object) -> str:
        text = _text(value)
        if pattern.fullmatch(text):
            return text
        if pattern.fullmatch(text.lower()):
            raise refuse(code, f"{shown(text)} holds capitals, which no id may hold.", f'Write "{text.lower()}".')
        raise refuse(code, f"{shown(text)} {said}.", hint)

    return check


def _web_address(value: object) -> str:
    text = _text(value)
    reason = broken_url(text)
    if reason:
        raise refuse("url-scheme", f"{shown(text)} {reason}.", "Write a full address that begins with https://.")
    return text


def broken_url(text: str, *, public: bool = True) -> str:
    """Say why a URL may not be shown, as the end of a sentence; the empty string where it may.

    A public one has a dot in its host.
    """
    if _BROKEN_URL.search(text):
        return "holds a space or a character that no address holds"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "cannot be read as an address"
    if parts.scheme not in {"http", "https"}:
        return "does not begin with http:// or https://"
    if not host or (public and "." not in host):
        return "names no host"
    return "carries a name or password" if "@" in parts.netloc else ""


def shape(value: object) -> str:
    """Tell a mapping from a scalar where a field takes either; the reader drops tags: they begin with `~`."""
    return "~mapping" if isinstance(value, Mapping | Record) else "~scalar"


def count(value: object) -> str:
    """Tell a list from a scalar where a field takes one text or several."""
    return "~list" if isinstance(value, list | tuple) else "~scalar"


def _tuple(value: object) -> object:
    if not isinstance(value, list | tuple):
        raise refuse("value-list", f"{shown(value)} is not a list.", "Write it in brackets: [one, other].")
    return tuple(value)


def one_of(*words: str) -> Callable[[object], str]:
    """Return the check that a value is one of the words; the reader adds "did you mean"."""

    def check(value: object) -> str:
        if value not in words:
            raise PydanticCustomError(
                "almanac",
                "{message}",
                {
                    "code": "value-word",
                    "message": f"{shown(value)} is none of the words that are allowed here.",
                    "hint": f"Write one of: {', '.join(words)}.",
                    "words": words,
                    "given": str(value),
                },
            )
        return str(value)

    return check


def Words(*words: str) -> Any:  # noqa: N802, ANN401 - reads as a type where it is used, and builds one
    """Return the type of a field that holds one of the words."""
    return Annotated[str, PlainValidator(one_of(*words)), WithJsonSchema({"enum": list(words)})]


Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Number = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Money = Annotated[Decimal, PlainValidator(_money), WithJsonSchema({"type": "number", "minimum": 0})]
SLUG_HINT = "Use lower case letters, digits, dots and single hyphens; begin with a letter or digit."
_DATE_SCHEMA = {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}
Date = Annotated[Day, PlainValidator(_day), WithJsonSchema(_DATE_SCHEMA)]
DateOrUnknown = Annotated[
    Day | Literal["unknown"],
    PlainValidator(_day_or_unknown),
    WithJsonSchema({"anyOf": [_DATE_SCHEMA, {"const": "unknown"}]}),
]
Url = Annotated[str, PlainValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Slug = Annotated[str, PlainValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"})]
ModelId = Annotated[
    str,
    PlainValidator(_matching(re.compile(MODEL_ID), "model-id", "Write lab/slug, as in openai/gpt-4.1-nano.")),
    WithJsonSchema({"type": "string", "pattern": f"^{MODEL_ID}$"}),
]
UpstreamId = Annotated[
    str,
    PlainValidator(_matching(_UPSTREAM_ID, "upstream-id", _UPSTREAM_HINT)),
    WithJsonSchema({"type": "string", "pattern": f"^{_UPSTREAM_ID.pattern}$"}),
]
OfferKey = Annotated[
    str,
    PlainValidator(
        _matching(_OFFER_KEY, "offer-key", "Write provider, or provider@variant with words joined by dots.")
    ),
    WithJsonSchema({"type": "string", "pattern": f"^{_OFFER_KEY.pattern}$"}),
]
EnvName = Annotated[
    str,
    PlainValidator(
        _matching(
            _ENV,
            "env-name",
            "Write capitals, digits and underscores, as in OPENAI_API_KEY.",
            said="is not the name of an environment variable",
        )
    ),
    WithJsonSchema({"type": "string", "pattern": f"^{_ENV.pattern}$"}),
]
AsTuple = BeforeValidator(_tuple)
"""Put on every tuple field, so that a single value where a list is meant is told in our words."""
Texts = Annotated[
    Annotated[Text, Tag("~scalar")] | Annotated[tuple[Text, ...], AsTuple, Tag("~list")], Discriminator(count)
]
"""One text, or a list of them."""
