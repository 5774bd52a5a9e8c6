"""Asked facts: whether the catalogue can answer a call of a guide, and what to say where it cannot."""

from collections.abc import Iterable, Mapping, Sequence

from almanac.checks.calls import EVALUATORS, FUNCTIONS, Argument, Function
from almanac.checks.known import is_broken, model_hint, own_offer, suggestion
from almanac.markup import Call
from almanac.paths import follow, item_name
from almanac.reader.document import Entry
from almanac.reader.library import Library
from almanac.records import COMPONENTS, Model, Offer, Price, PriceRow, Result, Workload, parse_job
from almanac.records.job import KINDS, WRITTEN
from almanac.units.dates import Day

Complaint = tuple[str, str]
"""A message and a hint."""


def complaint(library: Library, call: Call) -> Complaint | None:
    """Return what is wrong with a call; None where it will be answered, or where a file that it needs is broken."""
    function = FUNCTIONS.get(call.name)
    if function is None:
        hint = f"{suggestion(call.name, FUNCTIONS)}The functions are: {', '.join(FUNCTIONS)}."
        return f'There is no function "{call.name}".', hint
    if not function.takes(len(call.arguments)):
        return f"{call.name} is called with {_counted(len(call.arguments))}.", f"Write {function.usage}."
    if function.block and not call.block:
        return f"{call.name} draws a table, which cannot stand inside a line.", "Put the call on a line of its own."
    for index, argument in enumerate(call.arguments):
        if function.kind(index) == "job" and not parse_job(argument):
            return f'"{argument}" is no job.', f"Write what each request counts, like: {WRITTEN}."
        known = _known(library, function.kind(index), call)
        if known is not None and argument not in known:
            return _unknown(library, function.kind(index), argument, known)
    return _unanswered(library, function, call)


def _counted(count: int) -> str:
    return {0: "nothing", 1: "one argument"}.get(count, f"{count} arguments")


def _known(library: Library, kind: Argument, call: Call) -> Iterable[str] | None:
    """Return what an argument may be; None where that cannot be said, because a file that would say it is broken."""
    model = library.models.get(call.arguments[0])
    match kind:
        case "job":
            return None
        case "offer" | "condition" | "run":
            return _of_model(model, kind, call) if model else None
        case "component":
            return COMPONENTS
        case "evaluator":
            return None if _any_broken(library, "source", call.arguments) else (*EVALUATORS, *library.sources)
        case "benchmark":
            return None if _any_broken(library, "benchmark", call.arguments) else library.benchmarks
        case "model":
            return None if _any_broken(library, "model", call.arguments) else library.models


def _of_model(model: Entry[Model], kind: Argument, call: Call) -> Iterable[str]:
    """Return what an argument may be that only the model knows: its offers, the rows of one, the runs of a test."""
    if kind == "offer":
        return model.record.offers
    if kind == "run":
        found = (result for result in model.record.results if result.benchmark == call.arguments[1])
        return {name for result in found for name in run_names(result)}
    rows = rows_of(model, call.arguments[2])
    return [name for name, row in rows.items() if call.name != "cost" or name == f"tier={row.when.tier}"]


def rows_of(model: Entry[Model], key: str) -> Mapping[str, PriceRow]:
    """Return the conditional prices of an offer, each by its name: `tier=batch`."""
    written = follow(model.document.data, ("offers", key, "price_when"))
    names = [item_name(row) for row in written] if isinstance(written, Sequence) else []
    return dict(zip(names, model.record.offers[key].price_when, strict=True))


def run_names(result: Result) -> tuple[str, ...]:
    """Return by which words a run of a benchmark is told from others: its variant, version, harness or data set."""
    return tuple(filter(None, (result.variant, result.version, result.harness, result.dataset)))


def _any_broken(library: Library, kind: str, names: Iterable[str]) -> bool:
    return any(is_broken(library, kind, name) for name in names)


def _unknown(library: Library, kind: Argument, name: str, known: Iterable[str]) -> Complaint:
    if kind == "model" and name in library.tombstones:
        moved = library.tombstones[name].record.moved_to
        return f"{name} is no longer listed.", f'Write "{moved}".' if moved else "Take the sentence out."
    if kind in {"condition", "run"}:
        others = ", ".join(sorted(known)) or "none"
        return f'"{name}" is not a {kind} that the record knows here.', f"There are: {others}."
    article = "an" if kind in {"offer", "evaluator"} else "a"
    way = _WAYS[kind]
    hint = model_hint(library, name, way) if kind == "model" else f"{suggestion(name, known)}{way}"
    return f'"{name}" is not {article} {kind} of the catalogue.', hint


_WAYS: dict[Argument, str] = {
    "model": "Write lab/slug, as its file is named.",
    "component": f"The components are: {', '.join(COMPONENTS)}.",
    "offer": "Write the key of one of the model's offers.",
    "benchmark": "Write the id of a file in benchmarks/.",
    "evaluator": f"Write one of: {', '.join(EVALUATORS)}; or the id of a source.",
}


def _unanswered(library: Library, function: Function, call: Call) -> Complaint | None:
    model = library.models.get(call.arguments[0])
    if model is None or _states(library, model.id, function.name, call.arguments[1:]):
        return None
    asked = ", ".join((function.name, *call.arguments[1:]))
    return (
        f"The record of {model.id} does not say this ({asked}).",
        f"State it in {model.document.path}, or take it out.",
    )


def _states(library: Library, model_id: str, name: str, rest: tuple[str, ...]) -> bool:
    entry = library.models[model_id]
    model = entry.record
    match name:
        case "price":
            return _states_price(entry, rest)
        case "cost":
            return all(_is_priced(entry, part, rest[1:]) for part in parse_job(rest[0]))
        case "score":
            return any(is_meant(result, rest) for result in model.results)
        case "retires":
            return model.offers[rest[0]].retires is not None if rest else _retires(library, model_id)
        case "context" | "max_output":
            limits = (model.limits, *(model.offers[key].limits for key in rest))
            return any(getattr(each, name) is not None for each in limits if each)
        case _:
            return {
                "released": isinstance(model.lifecycle.released, Day),
                "cutoff": model.lifecycle.knowledge_cutoff is not None,
            }.get(name, True)


def _states_price(model: Entry[Model], asked: tuple[str, ...]) -> bool:
    """Say whether a price is stated: at any offer, at the one that is named, or in one of its conditional rows."""
    component, *keys = asked
    if len(keys) > 1:
        return getattr(rows_of(model, keys[0])[keys[1]], component) is not None
    return any(_has_price(offer, component) for key, offer in model.record.offers.items() if not keys or key in keys)


def _has_price(offer: Offer, component: str) -> bool:
    """Say whether the offer has a price for the component; a word for the whole price speaks of the two main ones."""
    if isinstance(offer.price, Price):
        return getattr(offer.price, component) is not None
    return offer.price is not None and component in {"input", "output"}


def _is_priced(model: Entry[Model], job: Workload, where: tuple[str, ...]) -> bool:
    """Say whether all that a job uses has a price at an offer; what is kept in the cache may be priced as input."""
    used = [kind for kind in KINDS if getattr(job, kind)]
    either = [(kind, "input") if kind == "cache_write" else (kind,) for kind in used]
    places = (where[:1], where)
    return all(any(_states_price(model, (kind, *place)) for kind in kinds for place in places) for kinds in either)


def is_meant(result: Result, asked: tuple[str, ...]) -> bool:
    """Say whether a result is one that a call asks for: its benchmark, then whose it is, then which run."""
    benchmark, *rest = asked
    is_whose = not rest or rest[0] in {result.by, result.source}
    return result.benchmark == benchmark and is_whose and (rest[1:] == [] or rest[1] in run_names(result))


def _retires(library: Library, model_id: str) -> bool:
    """Say whether the model has a date of retirement, its own or that of its lab's own offer, or might have one.

    Where the lab cannot be read, nobody knows which offer is its own; that file has its own problem.
    """
    model, lab_id = library.models[model_id].record, model_id.partition("/")[0]
    own = own_offer(library, lab_id)
    offer = model.offers.get(own)
    is_unread = is_broken(library, "lab", lab_id) or is_broken(library, "provider", own)
    return bool(model.lifecycle.retires or (offer and offer.retires) or is_unread)
