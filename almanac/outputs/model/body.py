"""The body of a model's page: its sections in the order a reader asks, each with the sources named in its margin."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from almanac import addresses
from almanac.catalogue.catalogue import Fact, ModelEntry
from almanac.outputs.calls import Call, call_at, samples_at
from almanac.outputs.marks import SourceLine
from almanac.outputs.model.disputes import Dispute, others
from almanac.outputs.model.figures import Told
from almanac.outputs.model.history import history
from almanac.outputs.model.offers import offers
from almanac.outputs.model.receipts import receipts
from almanac.outputs.model.results import ResultGroup, result_groups
from almanac.outputs.model.similar import similar_models
from almanac.outputs.model.standing import standing
from almanac.outputs.prose import prose
from almanac.outputs.traits import Traits, traits
from almanac.render import cells
from almanac.render.cells import Cell
from almanac.render.samples import Sample

MOST_CALLS = 6
"""How many providers the section on calling names; the offers table has them all."""

PERCENT = (Decimal(0), Decimal(100))
"""The range of most benchmarks, which lets their bars be compared by eye."""

Notes = tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The results by category; `scale` says in a sentence what the bars stand in."""

    groups: tuple[ResultGroup, ...]
    scale: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer and the marks of its sources."""

    question: str
    answer: Cell
    marks: Cell


@dataclass(frozen=True, slots=True)
class Calling:
    """How to call the model: code for the first provider that takes it, and the addresses of the others."""

    calls: tuple[Call, ...]
    samples: tuple[Sample, ...]
    samples_at: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another page that a reader of this one may want, and what it is to this one."""

    text: str
    href: str
    what: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its fragment id, its title, its matter (the template knows it by the id) and its margin notes."""

    id: str
    title: str
    matter: object
    notes: Notes


def sections(told: Told) -> dict[str, Section]:
    """Return the sections that have something to show, by id. Making them in order numbers the sources in order."""
    made = (
        ("offers", "Offers", offers),
        ("cost", "What it costs", receipts),
        ("caps", "Capabilities", traits_of),
        ("bench", "Benchmarks", benchmarks),
        ("scores", "Standing", standing),
        ("history", "Price history", history),
        ("similar", "Similar models", similar_models),
        ("call", "How to call it", calling),
        ("qa", "Questions", answers),
        ("claims", "Other claims", claims),
        ("more", "See also", see_also),
    )
    found = {}
    told.marks.notes()
    for id_, title, make in made:
        matter = make(told)
        notes = told.marks.notes()
        if matter:
            found[id_] = Section(id_, title, matter, notes)
    return found


def traits_of(told: Told) -> Traits:
    """Return the capabilities, which are shown even where nobody states one."""
    return traits(told.model, told.marks)


def benchmarks(told: Told) -> Benchmarks | None:
    """Return the results, or None where nobody published one."""
    if not told.model.results:
        return None
    context = told.context
    groups = result_groups(context, told.model.results, told.marks, lab=context.lab_name(told.model.lab))
    records = [context.catalogue.benchmarks[entry.record.benchmark].record for entry in told.model.results]
    whole = all(one.range == PERCENT and one.higher_is_better for one in records)
    scale = (
        "Every scale here runs from 0 to 100; more is better."
        if whole
        else "Each bar lies in its benchmark’s own range."
    )
    return Benchmarks(groups, scale)


def calling(told: Told) -> Calling | None:
    """Return how to call it, or None where no living offer states its address."""
    living = [offer for offer in told.model.offers.values() if offer.status.word != "retired"]
    called = [(offer, call_at(told.context, offer, told.marks)) for offer in living]
    found = [(offer, call) for offer, call in called if call is not None][:MOST_CALLS]
    if not found:
        return None
    sampled = ((call.provider, samples_at(told.context, offer)) for offer, call in found)
    provider, samples = next(((provider, samples) for provider, samples in sampled if samples), ("", ()))
    return Calling(tuple(call for _, call in found), samples, provider)


def answers(told: Told) -> tuple[Answer, ...]:
    """Return the questions, generated ones and written ones."""
    return tuple(
        Answer(
            question.question,
            prose(told.context, question.answer),
            cells.join(told.marks.mark(proof) for proof in dict.fromkeys(question.proofs)),
        )
        for question in told.model.questions
    )


def claims(told: Told) -> tuple[Dispute, ...]:
    """Return every dispute that no figure further up has shown, so that no rival value is lost."""
    names = {key: told.context.offer_name(offer) for key, offer in told.model.offers.items()}
    facts = [*told.model.facts.values(), *_offer_facts(told.model), *told.model.other_claims]
    return others(facts, shown=told.paths, marks=told.marks, names=names)


def _offer_facts(model: ModelEntry) -> Iterator[Fact]:
    """Yield the offers' own facts; an inherited one is the model's and stands there."""
    for offer in model.offers.values():
        yield from offer.own_facts


def see_also(told: Told) -> tuple[Related, ...]:
    """Return the model's siblings and the guides that speak of it."""
    catalogue, href = told.context.catalogue, told.context.shell.href
    siblings = [
        Related(catalogue.models[id_].record.name, href(addresses.model(id_)), "same family")
        for id_ in told.model.siblings
    ]
    guides = [
        Related(catalogue.guides[id_].record.title, href(addresses.guide(id_)), "guide") for id_ in told.model.guides
    ]
    return tuple(siblings + guides)
