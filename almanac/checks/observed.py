"""Observations: every date on which somebody looked at something, wherever a record notes one."""

from collections.abc import Iterator
from dataclasses import dataclass

from almanac.checks.rule import Steps
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Reference
from almanac.units.dates import Day

_LISTS = (("results", "checked"), ("measurements", "at"), ("ratings", "checked"), ("claims", "checked"))


@dataclass(frozen=True, slots=True)
class Observed:
    """One such date."""

    entry: Entry[object]
    steps: Steps
    day: Day


def observations(library: Library) -> Iterator[Observed]:
    """Yield every `checked` and `at`, and what means the same under another name; `unknown` is no date."""
    for model in library.models.values():
        yield from _of_model(model)
    for source in library.sources.values():
        yield from _dated(source, ("at",), source.record.at)
    for provider in library.providers.values():
        if provider.record.data:
            yield from _dated(provider, ("data", "checked"), provider.record.data.checked)
    for currency in library.currencies.values():
        for index, rate in enumerate(currency.record.rates):
            yield from _dated(currency, ("rates", index, "on"), rate.on)
    for guide in library.guides.values():
        for index, reference in enumerate(guide.record.refs):
            if isinstance(reference, Reference):
                yield from _dated(guide, ("refs", index, "accessed"), reference.accessed)


def _of_model(model: Entry[Model]) -> Iterator[Observed]:
    for key, offer in model.record.offers.items():
        yield from _dated(model, ("offers", key, "checked"), offer.checked)
        yield from _dated(model, ("offers", key, "ended"), offer.ended)
    for path, evidence in model.record.evidence.items():
        yield from _dated(model, ("evidence", path, "checked"), evidence.checked)
    for list_name, key in _LISTS:
        for index, item in enumerate(getattr(model.record, list_name)):
            yield from _dated(model, (list_name, index, key), getattr(item, key))


def _dated(entry: Entry[object], steps: Steps, written: Day | str | None) -> Iterator[Observed]:
    if isinstance(written, Day):
        yield Observed(entry, steps, written)
