"""Found: the doubts of a catalogue sorted out once for all quality pages: lines, counts, lists and places."""

from collections.abc import Mapping
from dataclasses import dataclass

from almanac import addresses
from almanac.outputs.context import Context
from almanac.outputs.quality.doubts import KINDS, Kind, Line, lines
from almanac.outputs.quality.fields import FIELDS
from almanac.outputs.quality.listings import Listing, by_field, by_kind, by_lab, by_provider, places
from almanac.outputs.quality.tallies import Tallied, Tally, tallied
from almanac.outputs.shell import Link

MODELS, PROVIDERS, FIELD_LIST = "models", "providers", "fields"
"""What lists are by, as their URLs say it."""

Counted = list[tuple[Link, Tally]]
"""Names with the link to their lines, and their counts, worst first."""


@dataclass(frozen=True, slots=True)
class Found:
    """The lines in doubt, the counts, the list of every kind, lab, provider and kind of fact, and models' places."""

    lines: tuple[Line, ...]
    counts: Tallied
    kinds: Mapping[str, Listing]
    labs: Mapping[str, Listing]
    providers: Mapping[str, Listing]
    fields: Mapping[str, Listing]
    places: Mapping[str, str]

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """Return the lines of one kind, worst first."""
        return tuple(line for line in self.lines if line.kind == kind.name)


def found(context: Context) -> Found:
    """Sort out the doubts of a catalogue."""
    told, counts = lines(context), tallied(context.catalogue)
    labs = dict(by_lab(told, context.catalogue, counts))
    return Found(
        lines=told,
        counts=counts,
        kinds={kind.name: by_kind(told, kind) for kind in KINDS},
        labs=labs,
        providers=dict(by_provider(told)),
        fields=dict(by_field(told)),
        places={model: place for listing in labs.values() for model, place in places(listing).items()},
    )


def models(context: Context, all_: Found) -> Counted:
    """Return the counts of each model, with the link to where it stands in the list of its lab."""
    known, href = context.catalogue.models, context.shell.href
    counts = ((id_, tally) for id_, tally in all_.counts.models.items() if tally.total)
    return [(Link(known[id_].record.name, href(all_.places[id_])), tally) for id_, tally in counts]


def providers(context: Context, all_: Found) -> Counted:
    """Return the counts of each provider, with the link to its list."""
    counts = ((id_, tally) for id_, tally in all_.counts.providers.items() if tally.total)
    return [(_link(context, context.provider_name(id_), PROVIDERS, id_), tally) for id_, tally in counts]


def fields(context: Context, all_: Found) -> Counted:
    """Return the counts of each kind of fact in the order in which a reader asks, with the link to its list."""
    there = (field for field in FIELDS if field.name in all_.fields)
    return [(_link(context, one.title, FIELD_LIST, one.name), all_.counts.fields[one.name]) for one in there]


def _link(context: Context, title: str, *names: str) -> Link:
    return Link(title, context.shell.href(addresses.quality(*names)))
