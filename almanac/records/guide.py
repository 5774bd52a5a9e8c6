"""Guides: the front matter of a long-form page."""

from typing import Annotated

from pydantic import Discriminator, Tag

from almanac.records.fields import AsTuple, Date, DateOrUnknown, ModelId, Record, Slug, Text, Url, shape


class Reference(Record):
    """A reference that is not one of our sources."""

    title: Text
    url: Url
    accessed: DateOrUnknown


SourceOrReference = Annotated[
    Annotated[Reference, Tag("~mapping")] | Annotated[Slug, Tag("~scalar")], Discriminator(shape)
]


class Guide(Record):
    """One guide. `refs` are numbered from 1 by their order; the text cites them as `[1]`."""

    title: Text
    summary: Text
    author: Text
    published: Date
    updated: Date | None = None
    about: Annotated[tuple[ModelId, ...], AsTuple] = ()
    compares: Annotated[tuple[ModelId, ...], AsTuple] = ()
    refs: Annotated[tuple[SourceOrReference, ...], AsTuple] = ()
