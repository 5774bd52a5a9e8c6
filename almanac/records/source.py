"""Sources: what a fact may name as its origin."""

from almanac.records.fields import DateOrUnknown, Record, Text, Url, Words

KINDS = ("primary", "independent", "catalogue", "seller")


class Source(Record):
    """One source. A fact from a catalogue is as fresh as the catalogue's `at`."""

    title: Text
    url: Url
    kind: Words(*KINDS)  # type: ignore[valid-type]
    licence: Text | None = None
    attribution: Text | None = None
    published: DateOrUnknown | None = None
    at: DateOrUnknown | None = None
    """The day of the last import, or of the copy we read."""
