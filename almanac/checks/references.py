"""References: every id that a record names is the id of a record, and whatever moved can be followed to its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from almanac.checks.known import entries, exists, home, model_hint, suggestion
from almanac.checks.rule import Rule, Steps
from almanac.problems import Problem
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import Model, Offer

BADGES = ("price", "context", "cheapest", "status", "latency", "rank", "card", "card-dark")
"""The badge kinds of spec/badges.md; `score-<benchmark>` is one for each benchmark."""

PROFILES = ("lean", "standard", "full")


@dataclass(frozen=True, slots=True)
class Mention:
    """An id that a record names: where it stands, and what it is the id of."""

    entry: Entry[object]
    steps: Steps
    kind: str
    name: str
    on: Literal["key", "value"] = "value"


def names_resolve(library: Library) -> Iterator[Problem]:
    """Every id that is named has a record: a page would link to nothing, and a fact would rest on nothing."""
    for mention in mentions(library):
        if not exists(library, mention.kind, mention.name):
            yield mention.entry.problem(
                "ref-unresolved",
                *mention.steps,
                message=f'There is no {mention.kind} "{mention.name}".',
                hint=_remedy(library, mention),
                on=mention.on,
            )


def _remedy(library: Library, mention: Mention) -> str:
    file = home(mention.kind, mention.name)
    wanted = f"Add it to {file}" if mention.kind == "source" else f"Write {file}"
    way = f"{wanted}, or name one that is there."
    if mention.kind == "model":
        return model_hint(library, mention.name, way)
    return f"{suggestion(mention.name, chain.from_iterable(entries(library, mention.kind)))}{way}"


def mentions(library: Library) -> Iterator[Mention]:
    """Yield every id that any record names."""
    for model in library.models.values():
        yield Mention(model, (), "lab", model.id.partition("/")[0])
        yield from _of_model(model)
        for key, offer in model.record.offers.items():
            yield from _of_offer(model, key, offer)
    for tombstone in library.tombstones.values():
        yield Mention(tombstone, (), "lab", tombstone.id.partition("/")[0])
        if tombstone.record.moved_to:
            yield Mention(tombstone, ("moved_to",), "model", tombstone.record.moved_to)
    yield from _of_sellers(library)
    yield from _of_settings(library)
    yield from _of_guides(library)


def _of_model(model: Entry[Model]) -> Iterator[Mention]:
    record = model.record
    if record.lifecycle.successor:
        yield Mention(model, ("lifecycle", "successor"), "model", record.lifecycle.successor)
    if record.sync:
        yield Mention(model, ("sync", "source"), "source", record.sync.source)
    for index, result in enumerate(record.results):
        yield Mention(model, ("results", index, "benchmark"), "benchmark", result.benchmark)
        yield Mention(model, ("results", index, "source"), "source", result.source)
    for index, kind in enumerate(record.badges):
        if kind.startswith("score-"):
            yield Mention(model, ("badges", index), "benchmark", kind.removeprefix("score-"))
    for list_name in ("measurements", "ratings", "claims"):
        for index, item in enumerate(getattr(record, list_name)):
            yield Mention(model, (list_name, index, "source"), "source", item.source)
    for path, evidence in record.evidence.items():
        yield Mention(model, ("evidence", path, "source"), "source", evidence.source)
    for index, question in enumerate(record.faq):
        yield from _sources(model, ("faq", index, "source"), question.source)


def _of_offer(model: Entry[Model], key: str, offer: Offer) -> Iterator[Mention]:
    yield Mention(model, ("offers", key), "provider", key.partition("@")[0], on="key")
    for index, provider in enumerate(offer.via):
        yield Mention(model, ("offers", key, "via", index), "provider", provider)
    yield from _sources(model, ("offers", key, "source"), offer.source)


def _sources(entry: Entry[object], steps: Steps, named: str | tuple[str, ...] | None) -> Iterator[Mention]:
    if isinstance(named, str):
        yield Mention(entry, steps, "source", named)
    else:
        yield from (Mention(entry, (*steps, index), "source", name) for index, name in enumerate(named or ()))


def _of_sellers(library: Library) -> Iterator[Mention]:
    for lab in library.labs.values():
        if lab.record.provider:
            yield Mention(lab, ("provider",), "provider", lab.record.provider)
    for provider in library.providers.values():
        if provider.record.data:
            yield Mention(provider, ("data", "source"), "source", provider.record.data.source)


def _of_settings(library: Library) -> Iterator[Mention]:
    for axis, recipe in library.scores.record.axes.items():
        for index, part in enumerate(recipe.inputs):
            yield Mention(library.scores, ("axes", axis, "inputs", index, "benchmark"), "benchmark", part.benchmark)
            yield Mention(library.scores, ("axes", axis, "inputs", index, "source"), "source", part.source)
    for currency in library.currencies.values():
        for index, rate in enumerate(currency.record.rates):
            yield Mention(currency, ("rates", index, "source"), "source", rate.source)
    for index, pair in enumerate(library.site.record.pairs):
        yield from (Mention(library.site, ("pairs", index, place), "model", model) for place, model in enumerate(pair))
    badges = library.site.record.badges
    yield from (Mention(library.site, ("badges", "labs", lab), "lab", lab, on="key") for lab in badges.labs)
    yield from (Mention(library.site, ("badges", "models", model), "model", model, on="key") for model in badges.models)


def _of_guides(library: Library) -> Iterator[Mention]:
    for guide in library.guides.values():
        for list_name in ("about", "compares"):
            for index, model in enumerate(getattr(guide.record, list_name)):
                yield Mention(guide, (list_name, index), "model", model)
        for index, reference in enumerate(guide.record.refs):
            if isinstance(reference, str):
                yield Mention(guide, ("refs", index), "source", reference)


def families_resolve(library: Library) -> Iterator[Problem]:
    """A model's family stands among the families of its lab: only there it has a name to show."""
    for model in library.models.values():
        lab_id = model.id.partition("/")[0]
        lab, family = library.labs.get(lab_id), model.record.family
        if lab is not None and family is not None and family not in lab.record.families:
            yield model.problem(
                "ref-unresolved",
                "family",
                message=f'{lab.record.name} has no family "{family}".',
                hint=f"{suggestion(family, lab.record.families)}Add it to families in {home('lab', lab_id)}.",
            )


def measured_offers_resolve(library: Library) -> Iterator[Problem]:
    """A measurement is of an offer of the same record: a figure of a service that is not listed says nothing."""
    for model in library.models.values():
        for index, measurement in enumerate(model.record.measurements):
            if measurement.offer not in model.record.offers:
                yield model.problem(
                    "ref-unresolved",
                    "measurements",
                    index,
                    "offer",
                    message=f'This record has no offer "{measurement.offer}".',
                    hint=f"{suggestion(measurement.offer, model.record.offers)}Name one that it has, or add the offer.",
                )


def badge_kinds_resolve(library: Library) -> Iterator[Problem]:
    """A badge kind is one that can be drawn: its URL would stay empty on other people's pages."""
    for model in library.models.values():
        for index, kind in enumerate(model.record.badges):
            if kind not in BADGES and not kind.startswith("score-"):
                yield model.problem(
                    "ref-unresolved",
                    "badges",
                    index,
                    message=f'There is no badge of the kind "{kind}".',
                    hint=f"{suggestion(kind, BADGES)}Write one of: {', '.join(BADGES)}, score-<benchmark>.",
                )


def badge_profiles_resolve(library: Library) -> Iterator[Problem]:
    """Labs and models are given a badge profile that exists."""
    badges = library.site.record.badges
    for group, chosen in (("labs", badges.labs), ("models", badges.models)):
        for name, profile in chosen.items():
            if profile not in PROFILES:
                yield library.site.problem(
                    "ref-unresolved",
                    "badges",
                    group,
                    name,
                    message=f'There is no badge profile "{profile}".',
                    hint=f"{suggestion(profile, PROFILES)}Write one of: {', '.join(PROFILES)}.",
                )


def moves_end(library: Library) -> Iterator[Problem]:
    """Whatever moved arrives somewhere: a circle of moves would send a reader round for ever."""
    told: set[str] = set()
    for start in sorted(library.tombstones):
        circle = _circle(library, start)
        if circle and not told.intersection(circle):
            told.update(circle)
            last = library.tombstones[max(circle, key=lambda name: library.tombstones[name].document.path)]
            yield last.problem(
                "moved-cycle",
                "moved_to",
                message=f"These moves go round in a circle: {' → '.join((*circle, circle[0]))}.",
                hint="Let the last of them lead to the model that is there, or withdraw it.",
            )


def _circle(library: Library, start: str) -> tuple[str, ...]:
    """Follow the moves from a tombstone; the members of the circle that they end in, or nothing."""
    seen: list[str] = []
    here = start
    while here in library.tombstones and here not in seen:
        seen.append(here)
        here = library.tombstones[here].record.moved_to or ""
    return tuple(seen[seen.index(here) :]) if here in seen else ()


RULES: tuple[Rule, ...] = (
    names_resolve, families_resolve, measured_offers_resolve, badge_kinds_resolve, badge_profiles_resolve, moves_end,
)  # fmt: skip
