"""Names: what a record is called on every page, no longer than the tables have room for."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from almanac.records.fields import _text as text_of
from almanac.records.fields import refuse

LONGEST_NAME, LONGEST_WORD = 120, 60
"""The most characters of a name, and of what stands in it without a space: no table has room for more."""


def _name(value: object) -> str:
    text = text_of(value)
    hint = "Write the name under which it is sold; what else there is to say belongs into a text."
    if len(text) > LONGEST_NAME:
        raise refuse("value-long", f"This name has {len(text)} characters, and {LONGEST_NAME} is the most.", hint)
    longest = max(map(len, text.split()))
    if longest > LONGEST_WORD:
        message = f"This name holds {longest} characters without a space, and {LONGEST_WORD} is the most."
        raise refuse("value-long", message, hint)
    return text


_PATTERN = rf"^(?![\s\S]*\S{{{LONGEST_WORD + 1}}})[\s\S]{{1,{LONGEST_NAME}}}$"
Name = Annotated[str, PlainValidator(_name), WithJsonSchema({"type": "string", "pattern": _PATTERN})]
