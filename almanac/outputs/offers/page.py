"""The page of one offer: its head, its sections in the order of the model's page, and its outputs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.catalogue.history import is_other
from almanac.outputs.calls import Call, call_at, samples_at
from almanac.outputs.context import Context
from almanac.outputs.descriptions import description
from almanac.outputs.fields import field_text
from almanac.outputs.marks import SourceLine
from almanac.outputs.model import calculator
from almanac.outputs.model.body import Section
from almanac.outputs.model.disputes import Dispute, dispute
from almanac.outputs.model.figures import Figure, Told
from almanac.outputs.model.history import history_of
from almanac.outputs.model.jsonld import program
from almanac.outputs.model.offers import measured, standing
from almanac.outputs.offers.costs import Costs, costs
from almanac.outputs.offers.dates import sentence
from almanac.outputs.offers.figures import figures
from almanac.outputs.offers.others import OtherRow, other_rows, others
from almanac.outputs.offers.parameters import parameters
from almanac.outputs.offers.prices import capitalised, prices
from almanac.outputs.offers.traits import differences, terms_of
from almanac.outputs.output import Later, Output
from almanac.outputs.prose import prose
from almanac.outputs.shell import Head, Link, Page
from almanac.outputs.values import plural, priced
from almanac.paths import format_path
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.samples import Sample
from almanac.units.tokens import exact_count

SOLD_AS = {
    "lab": "Sold by another lab than the one that made the model.",
    "cloud": "Sold by a cloud.",
    "host": "Sold by a host, which runs models that others made.",
    "router": "Sold by a router, which passes each request on to a provider.",
    "plan": "Part of a subscription plan.",
    "local": "Run by a program on a machine of your own.",
}


@dataclass(frozen=True, slots=True)
class OfferTitle:
    """What stands over the figures: whose model, at whom, under which id, and whether it can still be had."""

    name: str
    lab: Link
    model: Link
    provider: Link
    id: str
    mark: Cell
    lead: Cell
    status: Cell


@dataclass(frozen=True, slots=True)
class Calling:
    """How to call the offer."""

    call: Call
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Inherited:
    """What is the model's and stands on its page: how many results, and where."""

    said: str
    link: Link


@dataclass(frozen=True, slots=True)
class OfferView:
    """Everything an offer's page shows; `parts` holds the sections with something to show, by their fragment id."""

    page: Page
    title: OfferTitle
    figures: tuple[Figure, ...]
    contents: tuple[Link, ...]
    parts: dict[str, Section]
    sources: tuple[SourceLine, ...]
    edit: str
    report: str


def outputs(context: Context) -> Iterator[Output]:
    """Yield the page of every offer."""
    draw = context.draw("pages/offer.html")
    rows = lru_cache(maxsize=1)(lambda model: other_rows(context, context.catalogue.models[model]))
    for model in context.catalogue.models.values():
        for offer in model.offers.values():
            view = Later(partial(_view, context, model, offer, rows))
            file = addresses.file_of(addresses.offer(model.id, offer.key))
            origin = f"models/{model.id}.yaml, offer {offer.key}"
            yield Output(file, view, draw, origin, _fragments)


def _view(
    context: Context, model: ModelEntry, offer: OfferEntry, rows: Callable[[str], Mapping[str, OtherRow]]
) -> OfferView:
    return offer_view(context, model, offer, rows(model.id))


def _fragments(view: OfferView) -> frozenset[str]:
    return frozenset({"main", "sources", *view.parts})


def offer_view(context: Context, model: ModelEntry, offer: OfferEntry, rows: Mapping[str, OtherRow]) -> OfferView:
    """Return what the page shows; `rows` are those of all offers of the model.

    Sources are numbered as its parts are made, so these are made in the page's order.
    """
    told = Told(context, model, context.marks(), set())
    title = _title(told, offer)
    key_figures = figures(told, offer)
    parts = _sections(told, offer, rows)
    line = model.line.get(format_path(("offers", offer.key)), 1)
    return OfferView(
        page=context.shell.page(_head(context, model, offer, scripts=_scripts(parts))),
        title=title,
        figures=key_figures,
        contents=(*(Link(part.title, f"#{part.id}") for part in parts.values()), Link("Sources", "#sources")),
        parts=parts,
        sources=told.marks.lines(),
        edit=context.shell.edit_url(f"models/{model.id}.yaml", line),
        report=context.shell.report_url(f"{model.id} {offer.key}"),
    )


def _title(told: Told, offer: OfferEntry) -> OfferTitle:
    context, model = told.context, told.model
    href = context.shell.href
    provider = context.catalogue.providers[offer.provider].record
    fact = offer.facts.get("model_id")
    if offer.record.notes:
        lead = prose(context, offer.record.notes)
    else:
        lead = cells.plain("The lab’s own offer." if offer.is_own else SOLD_AS[provider.kind])
    return OfferTitle(
        name=f"{model.record.name} at {context.offer_name(offer)}",
        lab=Link(context.lab_name(model.lab), href(addresses.lab(model.lab))),
        model=Link(model.record.name, href(addresses.model(model.id))),
        provider=Link(provider.name, href(addresses.provider(offer.provider))),
        id=offer.record.model_id,
        mark=told.marks.mark(fact.proof if fact else None),
        lead=lead,
        status=sentence(told, offer),
    )


def _sections(told: Told, offer: OfferEntry, rows: Mapping[str, OtherRow]) -> dict[str, Section]:
    made: tuple[tuple[str, str, Callable[[], object]], ...] = (
        ("prices", "Prices", partial(prices, told, offer)),
        ("cost", "What a job costs", partial(costs, told, offer)),
        ("history", "Price history", partial(_history, told, offer)),
        ("limits", "", partial(differences, told, offer)),
        ("parameters", "Parameters", partial(parameters, told, offer)),
        ("terms", "Terms", partial(terms_of, told, offer)),
        ("measured", "As measured", partial(_measured, told, offer)),
        ("call", "How to call it", partial(_calling, told, offer)),
        ("results", "Results are the model’s", partial(_results, told)),
        ("claims", "Other claims", partial(_claims, told, offer)),
        ("others", "", partial(others, told, offer, rows)),
    )
    found = {}
    told.marks.notes()
    for id_, title, make in made:
        matter = make()
        notes = told.marks.notes()
        if matter:
            found[id_] = Section(id_, title or getattr(matter, "title", ""), matter, notes)
    return found


def _history(told: Told, offer: OfferEntry) -> object:
    found = history_of(told, (offer,))
    if found is None:
        return None
    count = sum(is_other(one.price or one, other.price or other) for one, other in pairwise(offer.price_history))
    return replace(found, summary=f"{plural(count, 'change')} recorded." if count else "No change recorded.")


def _measured(told: Told, offer: OfferEntry) -> object:
    return measured(tuple(entry for entry in told.model.measurements if entry.record.offer == offer.key), told)


def _calling(told: Told, offer: OfferEntry) -> Calling | None:
    if offer.status.word == "retired":
        return None
    call = call_at(told.context, offer, told.marks)
    return Calling(call, samples_at(told.context, offer)) if call else None


def _results(told: Told) -> Inherited | None:
    model = told.model
    if not model.results:
        return None
    results = plural(len(model.results), "result")
    count = plural(len({entry.record.benchmark for entry in model.results}), "benchmark")
    href = told.context.shell.href(f"{addresses.model(model.id)}#bench")
    return Inherited(
        f"{results} on {count}, inherited from the model: none was measured at this offer.",
        Link(f"Benchmarks of {model.record.name}", href),
    )


def _claims(told: Told, offer: OfferEntry) -> tuple[Dispute, ...]:
    """Return every dispute about this offer's own facts that no figure further up has shown."""
    prefix = f"{format_path(('offers', offer.key))}."
    facts = (*offer.own_facts, *(fact for fact in told.model.other_claims if fact.path.startswith(prefix)))
    found = (dispute(fact, told.marks, label=_label(told, fact.path)) for fact in facts if fact.path not in told.paths)
    return tuple(item for item in found if item is not None)


def _label(told: Told, path: str) -> str:
    """Name a fact of this offer without repeating whose offer it is."""
    _, _, words = field_text(told.context, told.model, path).rpartition(", ")
    return capitalised(words)


def _scripts(parts: Mapping[str, Section]) -> tuple[str, ...]:
    matter = parts["cost"].matter if "cost" in parts else None
    return (calculator.SCRIPT,) if isinstance(matter, Costs) and matter.calculator else ()


def _head(context: Context, model: ModelEntry, offer: OfferEntry, *, scripts: tuple[str, ...]) -> Head:
    name, seller, lab = model.record.name, context.offer_name(offer), context.lab_name(model.lab)
    return Head(
        url=addresses.offer(model.id, offer.key),
        title=f"{name} at {seller}",
        description=_description(model, offer, f"{name} at {seller}"),
        section=addresses.MODELS,
        crumbs=(("Models", addresses.MODELS), (lab, addresses.lab(model.lab)), (name, addresses.model(model.id))),
        nodes=(program(context, model, offer),) if offer.is_paid else (),
        scripts=scripts,
    )


def _description(model: ModelEntry, offer: OfferEntry, name: str) -> str:
    price = f"{name}: price not stated."
    if isinstance(offer.price, str):
        price = f"{name}: {priced(offer.price)}."
    elif offer.input is not None:
        out = f", {priced(offer.output)} out" if offer.output is not None else ""
        price = f"{name}: {priced(offer.input)} in{out} per million tokens."
    limit = offer.limits.context or model.record.limits.context
    holds = f"Holds {exact_count(limit)} tokens." if limit else ""
    ends = f"{capitalised(standing(offer))}." if standing(offer) else ""
    return description(price, holds, ends, "Limits, dates and terms with their sources.")
