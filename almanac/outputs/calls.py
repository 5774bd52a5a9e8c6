"""Calls: where requests to an offer are sent, under which id, and the same request in several languages."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry
from almanac.catalogue.variables import variable
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.render.cells import Cell
from almanac.render.samples import Request, Sample, samples
from almanac.render.samples.request import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Call:
    """Where to send requests at one provider, under which id."""

    provider: str
    href: str
    base_url: str
    model_id: str
    mark: Cell


def call_at(context: Context, offer: OfferEntry, marks: Marks) -> Call | None:
    """Return where an offer is called, or None where its provider states no address."""
    api = context.catalogue.providers[offer.provider].record.api
    if api is None or api.base_url is None:
        return None
    href = context.shell.href(addresses.offer(offer.model_id, offer.key))
    fact = offer.facts.get("model_id")
    mark = marks.mark(fact.proof if fact else None)
    return Call(context.offer_name(offer), href, api.base_url, offer.record.model_id, mark)


def samples_at(context: Context, offer: OfferEntry) -> tuple[Sample, ...]:
    """Return the samples of an offer; none where they cannot be written for its API's style, address, key or task."""
    api = context.catalogue.providers[offer.provider].record.api
    mode = context.catalogue.models[offer.model_id].record.mode
    if (
        api is None
        or api.base_url is None
        or api.key is None
        or api.style == "own"
        or mode not in {"chat", "embedding"}
    ):
        return ()
    names = {variable(name): name for name in (*PLACEHOLDER.findall(api.base_url), api.key)}
    address = PLACEHOLDER.sub(lambda found: f"{{{variable(found[1])}}}", api.base_url)
    return samples(
        Request(
            address,
            offer.record.model_id,
            variable(api.key),
            style=api.style,
            task=mode,
            renamed={ours: theirs for ours, theirs in names.items() if ours != theirs},
        )
    )
