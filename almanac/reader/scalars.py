"""Plain scalars: what a YAML text without quotes means here, and which ones mean something else elsewhere."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

_WORDS: Final = {"true": True, "false": False, "null": None, "": None}
_LONGEST = 100
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,29}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,29})\.[0-9]{1,60}")
_SWITCH = re.compile(r"yes|no|on|off|y|n", re.IGNORECASE)
_CASED = re.compile(r"true|false|null", re.IGNORECASE)
_DIGITS = r"(?:[0-9][0-9_]*+\.?+[0-9_]*+|\.[0-9][0-9_]*+)"
_NUMBERS: Final = tuple(
    (re.compile(f"[-+]?{form}", re.IGNORECASE), taken)
    for form, taken in (
        ("0[xob][0-9a-f_]+", "as a number in another base"),
        ("0[0-9_]++", "as an octal number"),
        (f"{_DIGITS}e[-+]?[0-9]+", "as a number with an exponent"),
        (r"[0-9][0-9_]*+(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", "as a number to the base of 60"),
        (r"\.(?:inf|nan)", "as infinity or as no number"),
        (_DIGITS, "as a number in an unusual form"),
    )
)
_MAY_BE_NUMBER = frozenset("0123456789+-.")


def value_of(text: str) -> tuple[object, str]:
    """Return the value of a plain scalar, and how some YAML readers take it where they and people differ.

    The values are text, int, Decimal from the text itself, True, False and None; dates stay text. A scalar that
    readers take differently is its own text, with the end of a sentence: "as a number with an exponent".
    """
    return (text, "") if len(text) > _LONGEST else _value_of(text)


@lru_cache(maxsize=8192)  # the same few hundred keys, ids and dates make up most of all records
def _value_of(text: str) -> tuple[object, str]:
    if text in _WORDS:
        return _WORDS[text], ""
    if text[0] in _MAY_BE_NUMBER:
        return _number(text)
    if text == "~":
        return text, "as nothing"
    if _SWITCH.fullmatch(text):
        return text, "as true or false"
    return text, "as a word in lower case" if _CASED.fullmatch(text) else ""


def _number(text: str) -> tuple[object, str]:
    if _INTEGER.fullmatch(text):
        return int(text), ""
    if _DECIMAL.fullmatch(text):
        return Decimal(text), ""
    return text, next((taken for form, taken in _NUMBERS if form.fullmatch(text)), "")
