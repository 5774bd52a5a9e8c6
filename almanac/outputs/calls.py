"""Calls: where requests to an offer are sent, under which id, and the same request in several languages."""

from dataclasses import dataclass

from almanac import addresses
from almanac.catalogue.catalogue import OfferEntry
from almanac.catalogue.variables import variable
from almanac.outputs.context import Context
from almanac.outputs.marks import Marks
from almanac.render.cells import Cell
from almanac.render.samples import Request, Sample, openai_style


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
    """Return the samples of an offer; none where they cannot be written for its API's style, address or key."""
    api = context.catalogue.providers[offer.provider].record.api
    mode = context.catalogue.models[offer.model_id].record.mode
    if api is None or api.base_url is None or api.key is None:
        return ()
    if api.style != "openai" or "{" in api.base_url or mode != "chat":
        return ()
    key = variable(api.key)
    return openai_style(Request(api.base_url, offer.record.model_id, key, renamed=api.key if key != api.key else ""))
