"""Request parameters: a bare name, or a name with its type and default."""

from decimal import Decimal
from typing import Annotated

from pydantic import Discriminator, PlainValidator, Tag, WithJsonSchema

from almanac.records.fields import AsTuple, Record, Text, refuse, shape, shown


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | bool | int | Decimal):
        return value
    hint = "Write one text, number, true, false or null."
    raise refuse("value-type", f"{shown(value)} is not a single value.", hint)


Default = Annotated[
    str | bool | int | Decimal | None,
    PlainValidator(_plain),
    WithJsonSchema({"type": ["string", "number", "boolean", "null"]}),
]
"""A value exactly as written: a number never passes through a float."""


class Parameter(Record):
    """One request parameter. `default: null` says that the provider states none."""

    name: Text
    type: Text | None = None
    default: Default = None


NameOrParameter = Annotated[
    Annotated[Parameter, Tag("~mapping")] | Annotated[Text, Tag("~scalar")], Discriminator(shape)
]
Parameters = Annotated[tuple[NameOrParameter, ...], AsTuple]
