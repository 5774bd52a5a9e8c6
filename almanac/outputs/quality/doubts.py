"""Doubts: one row for each fact in doubt, with its record, its name in words, its source and the line to edit."""

from collections.abc import Iterable
from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import Doubt
from almanac.outputs.context import Context
from almanac.outputs.fields import field_text
from almanac.outputs.shell import Link
from almanac.outputs.values import plural


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One fact in doubt. `record` has no address where the record has no page of its own."""

    record: Link
    field: str
    source: str
    said: str
    edit: Link


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of doubt: its name in the URL, its heading for one and many, what it means, and its column's head."""

    name: str
    one: str
    many: str
    about: str
    column: str

    def title(self, count: int) -> str:
        """Return the heading: "412 facts older than their budget"."""
        return f"{count:,} {self.one if count == 1 else self.many}"


KINDS = (
    Kind("disputed", "fact that sources contradict", "facts that sources contradict",
         "The page of each shows every claim, who makes it, and which one we show.", "Rival claims"),
    Kind("stale", "fact older than its budget", "facts older than their budget",
         "Nobody has checked them for longer than a fact of their kind may wait; the oldest come first.",
         "Days since checked"),
    Kind("undated", "fact without a date", "facts without a date",
         "Their source does not say from when they are.", "Date"),
    Kind("unsourced", "fact without a source", "facts without a source",
         "Nothing names where they come from.", "Source"),
    Kind("waived", "finding that was waived", "findings that were waived",
         "The checker found them implausible, and a person looked and let them stand.", "Finding"),
)  # fmt: skip


def doubts_of(context: Context, kind: Kind) -> tuple[Doubt, ...]:
    """Return all doubts of one kind, worst first."""
    quality = context.catalogue.quality
    return {
        "disputed": quality.disputed,
        "stale": quality.stale,
        "undated": quality.undated,
        "unsourced": quality.unsourced,
        "waived": quality.waived,
    }[kind.name]


def rows(context: Context, doubts: Iterable[Doubt]) -> tuple[DoubtRow, ...]:
    """Return a row for each doubt."""
    return tuple(_row(context, doubt) for doubt in doubts)


def _row(context: Context, doubt: Doubt) -> DoubtRow:
    catalogue = context.catalogue
    model = catalogue.models.get(doubt.record)
    source = catalogue.sources.get(doubt.source)
    href = context.shell.href(addresses.model(doubt.record)) if model else ""
    return DoubtRow(
        record=Link(doubt.title, href),
        field=field_text(context, model, doubt.path),
        source=source.title if source else "",
        said=_said(doubt),
        edit=Link(f"line {doubt.line}", context.shell.edit_url(_file(context, doubt.record), doubt.line)),
    )


def _said(doubt: Doubt) -> str:
    match doubt.kind:
        case "disputed":
            return plural(doubt.rivals, "claim")
        case "stale":
            return f"{doubt.age:,} days" if doubt.age is not None else "unknown"
        case "waived":
            return doubt.note
        case "unsourced":
            return "none named"
        case _:
            return "unknown"


def _file(context: Context, record: str) -> str:
    """Return the file below the content folder; what a doubt carries is the path as it was printed."""
    if record in context.catalogue.models:
        return f"models/{record}.yaml"
    return f"{record}.md" if record.startswith("guides/") else f"{record}.yaml"
