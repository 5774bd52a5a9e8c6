"""Labs: who makes the weights."""

from typing import Annotated

from almanac.records.fields import AsTuple, Record, Slug, Text, Url
from almanac.records.names import Name


class Family(Record):
    """A line of models under one name."""

    name: Name


class Lab(Record):
    """One lab. `provider` names the provider record under which it sells its own models."""

    name: Name
    url: Url | None = None
    docs_url: Url | None = None
    families: dict[Slug, Family] = {}
    aliases: Annotated[tuple[Text, ...], AsTuple] = ()
    provider: Slug | None = None
