"""Offers: one base model at one provider, under the id that the provider gives it."""

from typing import Annotated

from almanac.records.fields import AsTuple, Date, DateOrUnknown, Record, Slug, Text, UpstreamId, Words
from almanac.records.parameter import Parameters
from almanac.records.price import HistoryRows, PriceRows, WholePrice
from almanac.records.traits import Capabilities, Limits, Modalities


class Offer(Record):
    """What one provider sells.

    Limits, modalities, capabilities and parameters hold only what differs from the model.
    """

    model_id: UpstreamId
    """The id to send to the provider's API."""
    price: WholePrice | None = None
    price_when: PriceRows = ()
    price_history: HistoryRows = ()
    currency: Words("USD", "CNY", "EUR", "JPY", "KRW", "INR", "GBP") | None = None  # type: ignore[valid-type]
    """The currency of the prices where it is not US dollars."""
    limits: Limits | None = None
    modalities: Modalities | None = None
    capabilities: Capabilities | None = None
    parameters: Parameters = ()
    endpoints: Annotated[tuple[Text, ...], AsTuple] = ()
    via: Annotated[tuple[Slug, ...], AsTuple] = ()
    """Providers that a router passes requests on to."""
    quantisation: Text | None = None
    rate_limits: Text | None = None
    since: Date | None = None
    """First day of the offer."""
    deprecated: Date | None = None
    retires: Date | None = None
    """The day from which the provider no longer answers."""
    ended: Date | None = None
    """The day on which the offer was found gone."""
    notes: Text | None = None
    source: Slug | None = None
    checked: DateOrUnknown | None = None
