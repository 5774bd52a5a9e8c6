"""Request parameters of one offer: its own with what they mean, or the model's by name."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import ModelEntry, OfferEntry
from almanac.catalogue.offers import reference
from almanac.outputs.model.figures import Told
from almanac.outputs.shell import Link
from almanac.outputs.values import anything, plural
from almanac.records.parameter import Parameter
from almanac.render import cells
from almanac.render.cells import Cell


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """One request parameter with its type, its default here and what it means."""

    name: str
    kind: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """The section: either every parameter explained, or their names and where they are."""

    said: Cell
    lines: tuple[ParameterLine, ...]
    names: tuple[str, ...]
    explained: Link | None


def parameters(told: Told, offer: OfferEntry) -> Parameters | None:
    """Return the request parameters, or None where nobody lists them.

    What they mean is explained where the offer states its own, and for the model's on the page of one offer alone, to
    which all others lead: the same explanations on sixty pages help nobody.
    """
    if not offer.parameters:
        return None
    own = bool(offer.record.parameters)
    fact = (offer.facts if own else told.model.facts).get("parameters")
    guide = _explained_at(told.model)
    is_explained = own or guide is None or guide.key == offer.key
    count = plural(len(offer.parameters), "parameter").capitalize()
    said = f"{count} that this offer states." if own else f"{count} of the model; this offer states none of its own."
    return Parameters(
        said=cells.join((cells.plain(said), told.marks.of(fact))),
        lines=tuple(_explained(told, entry) for entry in offer.parameters) if is_explained else (),
        names=() if is_explained else tuple(entry.name for entry in offer.parameters),
        explained=_page_of(told, guide) if guide and not is_explained else None,
    )


def _explained_at(model: ModelEntry) -> OfferEntry | None:
    """Return the offer on whose page the model's are explained: the one by which it is compared, or its first."""
    inheriting = [offer for offer in model.offers.values() if not offer.record.parameters]
    leading = reference(model)
    return leading if leading in inheriting else next(iter(inheriting), None)


def _page_of(told: Told, offer: OfferEntry) -> Link:
    return Link(told.context.offer_name(offer), told.context.shell.href(addresses.offer(told.model.id, offer.key)))


def _explained(told: Told, entry: Parameter) -> ParameterLine:
    known = told.context.catalogue.parameters.get(entry.name)
    return ParameterLine(
        name=entry.name,
        kind=entry.type or (known.type if known else ""),
        default="" if entry.default is None else anything(entry.default),
        meaning=known.about if known else "",
    )
