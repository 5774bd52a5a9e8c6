"""Social cards of models: what the picture says that others show beside a link to a model's page."""

import re
from collections.abc import Iterator
from itertools import islice

from almanac.catalogue.catalogue import ModelEntry, OfferEntry, ResultEntry
from almanac.outputs.badges.kinds import is_placed
from almanac.outputs.badges.said import NOT_STATED, PER_MILLION, day_of, ending, price_of, score_text
from almanac.outputs.context import Context
from almanac.outputs.modelrows import shown_offer
from almanac.outputs.values import ordinal, plural
from almanac.render.raster import drawable
from almanac.render.socialcard import Fact, ModelCard
from almanac.units.dates import Day, long_date, parse_day, short_date
from almanac.units.money import exact
from almanac.units.tokens import exact_count

IN_A_ROW = 3
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def card(context: Context, model: ModelEntry) -> ModelCard:
    """Return what the card of a model says, in characters that can be drawn; a name that cannot gives way to the id."""
    ended = ending(context, model)
    offer = shown_offer(model)
    price = offer.facts.get("price") if offer else None
    on = day_of(model.facts.get("status")) if ended else day_of(price) or day_of(model.facts.get("limits.context"))
    return ModelCard(
        lab=drawable(context.lab_name(model.lab)) or model.lab,
        name=drawable(model.record.name) or model.id,
        statement=sentence(ended),
        facts=() if ended else (_price(context, offer), _holds(model)),
        scores=tuple(islice(_second_row(context, model), IN_A_ROW)),
        foot=site_name(context),
        as_of=dated(on),
    )


def picture_alt(context: Context, model: ModelEntry) -> str:
    """Return what the card of a model shows, in words."""
    shown = card(context, model)
    facts = [f"{fact.label}: {fact.value}" for fact in (*shown.facts, *shown.scores)]
    said = [f"{model.record.name} by {context.lab_name(model.lab)}", shown.statement.rstrip("."), *facts, shown.as_of]
    return f"{'. '.join(part for part in said if part)}."


def unlisted(context: Context, id_: str, name: str, *, since: Day) -> ModelCard:
    """Return the card of a model that was withdrawn."""
    lab = id_.partition("/")[0]
    known = lab in context.catalogue.labs
    return ModelCard(
        lab=(drawable(context.lab_name(lab)) if known else "") or lab,
        name=drawable(name) or id_,
        statement="No longer listed in this catalogue.",
        facts=(),
        scores=(),
        foot=site_name(context),
        as_of=f"Since {long_date(since)}",
    )


def site_name(context: Context) -> str:
    """Return what the site is called, or where it lives if that cannot be drawn."""
    return drawable(context.shell.site.title) or context.shell.place.base_url.partition("://")[2]


def dated(on: Day | None) -> str:
    """Write the day of the facts of a card."""
    return f"As of {long_date(on)}" if on else "Date unknown"


def sentence(ended: str) -> str:
    """Write a badge's message as a sentence, with its date in words; a successor that cannot be drawn is left out."""
    head, _, rest = ended.partition(" · ")
    head = _DATE.sub(lambda date: long_date(parse_day(date[0])), head)
    said = ". ".join(f"{part[:1].upper()}{part[1:]}" for part in (head, drawable(rest)) if part)
    return f"{drawable(said) or 'Retired'}." if ended else ""


def _price(context: Context, offer: OfferEntry | None) -> Fact:
    if offer is None:
        return Fact("Price", "not sold", 4)
    written = price_of(offer).replace(" · ", ", ")
    unit = " per million tokens" if written.endswith(PER_MILLION) else ""
    at = drawable(context.provider_name(offer.provider)) or offer.provider
    return Fact(f"Price{unit} at {at}", written.removesuffix(PER_MILLION), 4)


def _holds(model: ModelEntry) -> Fact:
    limit = model.record.limits.context
    return Fact("Context, tokens", exact_count(limit) if limit else NOT_STATED)


def _second_row(context: Context, model: ModelEntry) -> Iterator[Fact]:
    """Yield the results in which a model stands best among others, one of each benchmark, then what fills the row."""
    best: dict[str, ResultEntry] = {}
    for entry in sorted(model.results, key=_standing):
        if not _is_nothing(context, entry):
            best.setdefault(entry.record.benchmark, entry)
    for id_, entry in best.items():
        record = context.catalogue.benchmarks[id_].record
        place = f"{ordinal(entry.rank)} of {entry.of}" if entry.rank and is_placed(entry) else ""
        yield Fact(drawable(record.name) or id_, score_text(exact(entry.record.score), record.unit), note=place)
    if model.status.word != "retired":
        yield Fact("Sold by", plural(model.sellers, "provider"))
    if isinstance(model.record.lifecycle.released, Day):
        yield Fact("Released", short_date(model.record.lifecycle.released))
    if model.record.limits.max_output:
        yield Fact("Longest output", exact_count(model.record.limits.max_output))


def _is_nothing(context: Context, entry: ResultEntry) -> bool:
    """Say whether a result lies at the foot of its range: whoever shares such a place has reached nothing."""
    record = context.catalogue.benchmarks[entry.record.benchmark].record
    return record.higher_is_better and entry.record.score <= (record.range[0] if record.range else 0)


def _standing(entry: ResultEntry) -> tuple[bool, float, bool, str]:
    share = (entry.rank or 0) / entry.of if is_placed(entry) else 0.0
    return not is_placed(entry), share, entry.record.by != "independent", entry.path
