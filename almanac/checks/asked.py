"""Asked facts: whether the catalogue can answer a call of a guide, and what to say where it cannot."""

from collections.abc import Iterable

from almanac.checks.calls import EVALUATORS, FUNCTIONS, Argument, Function
from almanac.checks.known import is_broken, model_hint, own_offer, suggestion
from almanac.markup import Call
from almanac.reader.library import Library
from almanac.records import COMPONENTS, Model, Offer, Price
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
        known = _known(library, function.kind(index), call)
        if known is not None and argument not in known:
            return _unknown(library, function.kind(index), argument, known)
    return _unanswered(library, function, call)


def _counted(count: int) -> str:
    return {0: "nothing", 1: "one argument"}.get(count, f"{count} arguments")


def _known(library: Library, kind: Argument, call: Call) -> Iterable[str] | None:
    """Return what an argument may be; None where that cannot be said, because a file that would say it is broken."""
    model_id = call.arguments[0]
    if kind == "offer":
        model = library.models.get(model_id)
        return model.record.offers if model else None
    if kind == "component":
        return COMPONENTS
    if kind == "evaluator":
        return EVALUATORS
    if kind == "benchmark":
        return library.benchmarks if not _any_broken(library, "benchmark", call.arguments) else None
    return library.models if not _any_broken(library, "model", call.arguments) else None


def _any_broken(library: Library, kind: str, names: Iterable[str]) -> bool:
    return any(is_broken(library, kind, name) for name in names)


def _unknown(library: Library, kind: Argument, name: str, known: Iterable[str]) -> Complaint:
    if kind == "model" and name in library.tombstones:
        moved = library.tombstones[name].record.moved_to
        return f"{name} is no longer listed.", f'Write "{moved}".' if moved else "Take the sentence out."
    article = "an" if kind in {"offer", "evaluator"} else "a"
    way = _WAYS[kind]
    hint = model_hint(library, name, way) if kind == "model" else f"{suggestion(name, known)}{way}"
    return f'"{name}" is not {article} {kind} of the catalogue.', hint


_WAYS: dict[Argument, str] = {
    "model": "Write lab/slug, as its file is named.",
    "component": f"The components are: {', '.join(COMPONENTS)}.",
    "offer": "Write the key of one of the model's offers.",
    "benchmark": "Write the id of a file in benchmarks/.",
    "evaluator": f"Write one of: {', '.join(EVALUATORS)}.",
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
    model = library.models[model_id].record
    match name:
        case "price":
            return any(_has_price(offer, rest[0]) for offer in _asked_offers(model, rest[1:]))
        case "score":
            return any(_is_score(result.benchmark, result.by, rest) for result in model.results)
        case "retires":
            return _retires(library, model_id)
        case _:
            plain = {
                "context": model.limits.context is not None,
                "max_output": model.limits.max_output is not None,
                "released": isinstance(model.lifecycle.released, Day),
                "cutoff": model.lifecycle.knowledge_cutoff is not None,
            }
            return plain.get(name, True)


def _asked_offers(model: Model, keys: tuple[str, ...]) -> list[Offer]:
    return [offer for key, offer in model.offers.items() if not keys or key in keys]


def _has_price(offer: Offer, component: str) -> bool:
    """Say whether the offer has a price for the component; a word for the whole price speaks of the two main ones."""
    if isinstance(offer.price, Price):
        return getattr(offer.price, component) is not None
    return offer.price is not None and component in {"input", "output"}


def _is_score(benchmark: str, by: str, rest: tuple[str, ...]) -> bool:
    return benchmark == rest[0] and (len(rest) == 1 or by == rest[1])


def _retires(library: Library, model_id: str) -> bool:
    """Say whether the model has a date of retirement, its own or that of its lab's own offer, or might have one.

    Where the lab cannot be read, nobody knows which offer is its own; that file has its own problem.
    """
    model, lab_id = library.models[model_id].record, model_id.partition("/")[0]
    own = own_offer(library, lab_id)
    offer = model.offers.get(own)
    is_unread = is_broken(library, "lab", lab_id) or is_broken(library, "provider", own)
    return bool(model.lifecycle.retires or (offer and offer.retires) or is_unread)
